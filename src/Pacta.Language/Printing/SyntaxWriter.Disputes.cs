using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>Disputes.</summary>
internal sealed partial class SyntaxWriter
{
    private void Dispute(DisputeSyntax dispute)
    {
        Write($"dispute {Quoted(dispute.Title)} as {dispute.Name.Text}");
        Lines(dispute, dispute.Lines, DisputeLine);
    }

    private void DisputeLine(DisputeLineSyntax line)
    {
        switch (line)
        {
            case DisputeCiteSyntax cite:
                Write($"cite {Quoted(cite.Content)}");
                break;
            case DisputePartySyntax party:
                Write("party ");
                Naming(party.Naming);
                Lines(party, party.Options, PartyOptions);
                break;
            case DisputeStatementSyntax statement:
                Write(statement.Kind switch
                {
                    DisputeStatementKind.Impossible => "impossible ",
                    DisputeStatementKind.Irreversible => "irreversible ",
                    _ => "merge ",
                });
                Statement(statement.Statement);
                break;
            case DisputeStateSyntax state:
                Write("state ");
                Naming(state.Naming);
                Write(state.Options.IsEmpty ? " is none" : " is ");
                List(state.Options, OptionName);
                break;
            case PreferencesSyntax preferences:
                Write($"preferences of {preferences.Party.Text} by {(preferences.IsRanking ? "ranking" : "order")}");
                Lines(preferences, preferences.Lines, Preference);
                break;
        }
    }

    private void PartyOptions(PartyOptionsSyntax options)
    {
        Write("option ");
        List(options.Options, Naming);
    }

    private void OptionName(OptionNameSyntax name)
    {
        Write(name.Option.Text);
        Optional(" of ", name.Party);
    }

    private void Preference(PreferenceSyntax line)
    {
        switch (line)
        {
            case StatementPreferenceSyntax statement:
                Statement(statement.Statement);
                break;
            case RankPreferenceSyntax rank:
                Write(string.Join(" equals ", rank.States.Select(s => s.Text)));
                break;
            default:
                Write("all else equal");
                break;
        }
    }

    private void Statement(StatementSyntax statement)
    {
        switch (statement)
        {
            case TakenSyntax taken:
                OptionName(taken.Option);
                break;
            case NotStatementSyntax not:
                Write("not ");
                Inner(not.Inner);
                break;
            case JoinedStatementSyntax joined:
                for (var i = 0; i < joined.Items.Length; i++)
                {
                    Write(i == 0 ? string.Empty : joined.IsOr ? " or " : " and ");
                    Inner(joined.Items[i]);
                }

                break;
            case IfStatementSyntax conditional:
                Half(conditional.Left);
                Write(conditional.Kind switch { StatementIf.If => " if ", StatementIf.OnlyIf => " only if ", _ => " if and only if " });
                Half(conditional.Right);
                break;
        }

        // A statement with "if" in it is read again as it was only if its halves stand in parentheses.
        void Half(StatementSyntax half)
        {
            if (half is IfStatementSyntax)
            {
                Inner(half);
            }
            else
            {
                Statement(half);
            }
        }
    }

    private void Inner(StatementSyntax statement)
    {
        if (statement is TakenSyntax or NotStatementSyntax)
        {
            Statement(statement);
            return;
        }

        Write("(");
        Statement(statement);
        Write(")");
    }
}

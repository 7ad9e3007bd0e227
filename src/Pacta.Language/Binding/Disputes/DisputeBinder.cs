using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;

namespace Pacta.Language.Binding.Disputes;

/// <summary>Binds the disputes of all files. Their parties and options are names of their own and no actors of an agreement.</summary>
internal sealed class DisputeBinder
{
    private readonly Scope _scope;
    private readonly DisputeSyntax _syntax;
    private readonly ImmutableArray<DisputePartySyntax> _parties;
    private readonly ImmutableArray<string> _partyNames;
    private readonly ImmutableArray<DisputeOption> _options;
    private readonly OptionTable _table;

    private DisputeBinder(Scope scope, DisputeSyntax syntax)
    {
        _scope = scope;
        _syntax = syntax;
        _parties = Different([.. Lines<DisputePartySyntax>()], p => p.Naming.Name, "parties");
        _partyNames = [.. _parties.Select(p => p.Naming.Name.Text)];
        _options =
        [
            .. from party in Enumerable.Range(0, _parties.Length)
               from option in Different([.. _parties[party].Options.SelectMany(o => o.Options)], o => o.Name, "options of one party")
               select new DisputeOption(option.Name.Text, party, option.FullName?.Value),
        ];
        _table = new OptionTable(scope, _partyNames, _options);
    }

    public static ImmutableArray<Dispute> BindAll(Declarations all)
    {
        var places = new Dictionary<string, (Scope Scope, Identifier Name)>(StringComparer.Ordinal);
        var disputes = ImmutableArray.CreateBuilder<Dispute>();
        foreach (var (scope, syntax) in all.Disputes)
        {
            if (places.TryGetValue(syntax.Name.Text, out var first))
            {
                all.Report(scope.File, syntax.Name.Span, null, DisputeErrors.Twice("disputes", syntax.Name.Text), new Label(first.Scope.File, first.Name.Span, "the first one is here"));
                continue;
            }

            places.Add(syntax.Name.Text, (scope, syntax.Name));
            if (new DisputeBinder(scope, syntax).Bind() is { } dispute)
            {
                disputes.Add(dispute);
            }
        }

        return disputes.ToImmutable();
    }

    private Dispute? Bind()
    {
        if (_parties.Length < 2)
        {
            Report(_syntax.Name, DisputeErrors.TooFewParties(_syntax.Name.Text));
        }
        else if (_options.IsEmpty)
        {
            Report(_syntax.Name, DisputeErrors.NoOption(_syntax.Name.Text));
        }

        if (_parties.Length < 2 || _options.IsEmpty)
        {
            return null;
        }

        if (_options.Length > Dispute.MostOptions)
        {
            Report(_syntax.Name, DisputeErrors.TooManyOptions(_syntax.Name.Text, _options.Length));
            return null;
        }

        var (impossible, irreversible, merged) =
            (Statements(DisputeStatementKind.Impossible), Statements(DisputeStatementKind.Irreversible), Statements(DisputeStatementKind.Merge));
        var states = States(impossible, merged);
        var preferences = Preferences(states);
        return new Dispute(
            _syntax.Name.Text,
            _syntax.Title.Value,
            [.. Lines<DisputeCiteSyntax>().Select(c => c.Content.Value)],
            [.. _parties.Select(p => new DisputeParty(p.Naming.Name.Text, p.Naming.FullName?.Value ?? p.Naming.Name.Text, preferences.GetValueOrDefault(p.Naming.Name.Text)))],
            _options,
            impossible,
            irreversible,
            merged,
            states,
            _scope.File,
            _syntax.Span);
    }

    private ImmutableArray<Statement> Statements(DisputeStatementKind kind) =>
        [.. Lines<DisputeStatementSyntax>().Where(s => s.Kind == kind).Select(s => _table.Bind(s.Statement)).OfType<Statement>()];

    private ImmutableArray<NamedState> States(ImmutableArray<Statement> impossible, ImmutableArray<Statement> merged)
    {
        var states = ImmutableArray.CreateBuilder<NamedState>();
        foreach (var line in Different([.. Lines<DisputeStateSyntax>()], s => s.Naming.Name, "states"))
        {
            var options = line.Options.Select(_table.Find).ToList();
            if (options.Contains(null))
            {
                continue;
            }

            var combination = options.OfType<int>().Aggregate(0, (all, o) => all | 1 << o);
            var state = new NamedState(line.Naming.Name.Text, line.Naming.FullName?.Value, combination);
            if (impossible.FirstOrDefault(i => i.Holds(combination)) is { } because)
            {
                Report(line.Naming.Name, DisputeErrors.ImpossibleState(state.Name, because.Text));
            }
            else if (states.FirstOrDefault(s => s.Combination == combination || merged.Any(m => m.Holds(combination) && m.Holds(s.Combination))) is { } first)
            {
                Report(line.Naming.Name, DisputeErrors.SameState(state.Name, first.Name));
            }

            states.Add(state);
        }

        return states.ToImmutable();
    }

    private Dictionary<string, Preference> Preferences(ImmutableArray<NamedState> states)
    {
        var preferences = new Dictionary<string, Preference>(StringComparer.Ordinal);
        foreach (var block in Different([.. Lines<PreferencesSyntax>()], p => p.Party, DisputeErrors.PreferencesTwice))
        {
            if (!_partyNames.Contains(block.Party.Text))
            {
                Report(block.Party, DisputeErrors.UnknownParty(block.Party.Text, _partyNames, Suggestion.For(_scope.File, block.Party, _partyNames)));
                continue;
            }

            if (block.Lines.IsEmpty)
            {
                Report(block.Party, DisputeErrors.Empty(block.Party.Text));
            }

            var restEqual = block.Lines.OfType<RestEqualSyntax>().FirstOrDefault();
            if (restEqual is not null && restEqual != block.Lines[^1])
            {
                Report(restEqual, DisputeErrors.AfterRest());
            }

            preferences.Add(block.Party.Text, block.IsRanking ? Ranking(block, states, restEqual is not null) : Order(block, restEqual is not null));
        }

        return preferences;
    }

    private OrderedPreference Order(PreferencesSyntax block, bool restEqual)
    {
        ImmutableArray<Statement> statements = [.. block.Lines.OfType<StatementPreferenceSyntax>().Select(l => _table.Bind(l.Statement)).OfType<Statement>()];
        if (statements.Length > OrderedPreference.MostStatements)
        {
            Report(block.Party, DisputeErrors.TooManyStatements(statements.Length));
            statements = statements[..OrderedPreference.MostStatements];
        }

        return new OrderedPreference(statements, restEqual);
    }

    private RankedPreference Ranking(PreferencesSyntax block, ImmutableArray<NamedState> states, bool restEqual)
    {
        var seen = new HashSet<int>();
        var names = states.Select(s => s.Name).ToList();
        var ranks = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (var line in block.Lines.OfType<RankPreferenceSyntax>())
        {
            var rank = ImmutableArray.CreateBuilder<int>();
            foreach (var name in line.States)
            {
                var at = names.IndexOf(name.Text);
                if (at < 0)
                {
                    Report(name, DisputeErrors.UnknownState(name.Text, names, Suggestion.For(_scope.File, name, names)));
                }
                else if (!seen.Add(at))
                {
                    Report(name, DisputeErrors.RankedTwice(name.Text));
                }
                else
                {
                    rank.Add(at);
                }
            }

            if (rank.Count > 0)
            {
                ranks.Add(rank.ToImmutable());
            }
        }

        return new RankedPreference(ranks.ToImmutable(), restEqual);
    }

    private IEnumerable<T> Lines<T>() => _syntax.Lines.OfType<T>();

    /// <summary>Each name once; a second one is a mistake.</summary>
    private ImmutableArray<T> Different<T>(ImmutableArray<T> items, Func<T, Identifier> nameOf, string what) => Different(items, nameOf, name => DisputeErrors.Twice(what, name));

    private ImmutableArray<T> Different<T>(ImmutableArray<T> items, Func<T, Identifier> nameOf, Func<string, Mistake> twice)
    {
        var names = new Dictionary<string, Identifier>(StringComparer.Ordinal);
        var different = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            var name = nameOf(item);
            if (names.TryGetValue(name.Text, out var first))
            {
                _scope.All.Report(_scope.File, name.Span, null, twice(name.Text), new Label(_scope.File, first.Span, "the first one is here"));
                continue;
            }

            names.Add(name.Text, name);
            different.Add(item);
        }

        return different.ToImmutable();
    }

    private void Report(SyntaxNode node, Mistake mistake) => _scope.All.Report(_scope.File, node.Span, null, mistake);
}

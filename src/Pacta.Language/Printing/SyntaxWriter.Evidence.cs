using System.Collections.Immutable;
using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>Sources, standards, perspectives and scenarios.</summary>
internal sealed partial class SyntaxWriter
{
    private void Evidence(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case SourceSyntax source:
                Write($"source {source.Name.Text}{Layout.Column}is {source.Kind.Text}");
                Optional(" of ", source.Affiliation);
                Optional(source.FullName);
                break;
            case StandardSyntax standard:
                Write($"standard {standard.Name.Text}");
                Lines(standard, standard.Proofs, Proof);
                break;
            case PerspectiveSyntax perspective:
                Write($"perspective {perspective.Name.Text}");
                Lines(perspective, perspective.Views, View);
                break;
            case ScenarioSyntax scenario:
                Write($"scenario {Quoted(scenario.Title)} of {scenario.Agreement.Text}");
                Lines(scenario, scenario.Lines, ScenarioLine);
                break;
        }
    }

    private void Lines<T>(SyntaxNode node, ImmutableArray<T> lines, Action<T> write)
        where T : SyntaxNode =>
        Block(node.Span, () =>
        {
            foreach (var line in lines)
            {
                Item(line, () => write(line));
            }
        });

    private void Proof(ProofSyntax proof)
    {
        switch (proof)
        {
            case OriginsProof origins:
                Write($"needs {Number(origins.Number)} origins");
                break;
            case GradeProof grade:
                Write($"{(grade.IsCredibility ? "credibility" : "reliability")} {grade.Grade} or better");
                break;
            case AdmissionProof:
                Write("admission suffices");
                break;
            case DenialProof denial:
                Write("denial counts by ");
                Names(denial.By);
                break;
        }
    }

    private void View(ViewSyntax view)
    {
        switch (view)
        {
            case AcceptsView accepts:
                Write("accepts ");
                Names(accepts.Kinds);
                break;
            case StandardView standard:
                Write($"standard {standard.Standard.Text}");
                break;
            case TakesView takes:
                Write($"takes {takes.Reading.Text} of {takes.Of.Text}");
                break;
        }
    }

    private void ScenarioLine(ScenarioLineSyntax line)
    {
        switch (line)
        {
            case ScenarioPerspectiveSyntax perspective:
                Write($"perspective {perspective.Perspective.Text}");
                break;
            case StandInSyntax standIn:
                Write($"{standIn.Actor.Text} stands in for {standIn.For.Text}");
                break;
            case FactSyntax fact:
                Fact(fact);
                break;
            case JudgedFactSyntax judged:
                Write($"{Moment(judged.From)}{Layout.WideColumn}judged {Quoted(judged.Matter)} {(judged.IsYes ? "yes" : "no")}");
                Told(judged.Told);
                break;
            case ExpectSyntax expect:
                Write($"expect {expect.State.Text} ");
                Phrase(expect.Phrase);
                if (!expect.Because.IsEmpty)
                {
                    Write(" because ");
                    Names(expect.Because);
                }

                break;
        }
    }

    private void Fact(FactSyntax fact)
    {
        Write(Moment(fact.From));
        if (fact.To is not null)
        {
            Write($" .. {Moment(fact.To)}");
        }

        layout.Write(Layout.WideColumn);
        Phrase(fact.Phrase);
        if (fact.Until is not null)
        {
            Write($" until {Moment(fact.Until)}");
        }

        if (!fact.Settings.IsEmpty)
        {
            Write(" with ");
            List(fact.Settings, Setting);
        }

        Told(fact.Told);
    }

    private void Setting(SettingSyntax setting)
    {
        Write(setting.Field.Text);
        if (setting.IsNo)
        {
            Write(" no");
        }

        if (setting.Low is not null)
        {
            Write(" ");
            Term(setting.Low);
        }

        if (setting.High is not null)
        {
            Write(" .. ");
            Term(setting.High);
        }

        if (setting.From is not null)
        {
            Write(" from ");
            Argument(setting.From);
        }
    }

    private void Told(ImmutableArray<ToldSyntax> told)
    {
        foreach (var line in told)
        {
            Write(line.Kind switch { ToldKind.Reported => " reported", ToldKind.Denied => " denied", _ => " retracted" });
            if (line.On is not null)
            {
                Write($" {Moment(line.On)}");
            }

            Write($" by {line.By.Text}");
        }
    }
}

using Pacta.Linting.Holding;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Linting.Rules;

/// <summary>Conditions that exclude each other: a define that nothing matches, a clause that can never apply, an act or a state that cannot be.</summary>
internal sealed class NothingApplies() : LintRule("PACTA1003")
{
    private const string Help = "Two conditions of it cannot hold together. Change one of them, or make them two cases with 'any of'.";

    private const string Example = "define large_exercise { means exercise x where troops of x at least 9_000 }";

    public override IEnumerable<Diagnostic> Find(LintContext context) => context.Agreements.SelectMany(a =>
    {
        var dead = a.Definitions.Values.Where(d => d.Readings.All(r => ClashOf(a, r.Content) is not null)).Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        return context.Items(a).SelectMany(i => OfItem(a, i, dead));
    });

    private IEnumerable<Diagnostic> OfItem(Agreement agreement, LintedItem item, HashSet<string> dead)
    {
        if (item.Part is Definition definition)
        {
            // Of nouns that use a dead one, only that one is told.
            return definition.Readings
                .Where(r => !Uses(r.Content, dead.Except([definition.Name])))
                .Select(r => (Reading: r, Clash: ClashOf(agreement, r.Content)))
                .Where(r => r.Clash is not null)
                .Select(r => Told(item, r.Reading.Name is { } name ? $"Nothing can be what reading {name} of {item.Word} says." : $"Nothing can be what {item.Word} says.", r.Clash!));
        }

        return item.Part is Clause clause && !Uses(clause, dead) ? OfClause(agreement, item, clause) : [];
    }

    private IEnumerable<Diagnostic> OfClause(Agreement agreement, LintedItem item, Clause clause)
    {
        if (OfBreach(clause) is { } ofBreach)
        {
            return
            [
                Warning(
                    $"What the {item.Word} asks can never be so.",
                    [item.At($"{ofBreach.Preposition} {ofBreach.Argument.Text}", $"{ofBreach.Argument.Text} is a breach, and reports speak of what happened, not of breaches")],
                    "Ask for the act by itself, or begin the clause with what happens: 'when fire f by A'.",
                    "when breach b of calm by A\nA must give explanation within 2 days after b"),
            ];
        }

        var bases = clause.Readings.Select(r => Situation(agreement, clause, r.Content)).ToList();
        if (bases.TrueForAll(b => b.Clash is not null))
        {
            return [Told(item, $"The {item.Word} can never apply.", bases[0].Clash!)];
        }

        var acts = clause.Readings.Select((r, i) => bases[i].Clash ?? ClashOf(bases[i], r.Content.Sentence.Act)).ToList();
        return acts.TrueForAll(c => c is not null)
            ? [Told(item, clause.Readings[0].Content.Sentence.Modality == Modality.Must ? $"What the {item.Word} asks can never be so." : $"What the {item.Word} speaks of can never be so.", acts[0]!)]
            : [];
    }

    /// <summary>Where an act is to be done to, or of, the breach that sets the clause going: nothing that is reported could be that.</summary>
    private static RoleArgument? OfBreach(Clause clause) => clause.When is { Noun: BreachNoun, Variable: { } breach }
        ? clause.Readings.Select(r => r.Content.Sentence.Act).OfType<DoAct>().SelectMany(a => a.Pattern.Roles).FirstOrDefault(r => r.Argument is VariableArgument variable && variable.Variable == breach)
        : null;

    /// <summary>What is so when a clause applies: its trigger, its <c>while</c>, and who is bound.</summary>
    internal static Claims Situation(Agreement agreement, Clause clause, Rule rule) => Claims.Of(agreement).With(clause.When).With(rule.Sentence.Subject.Each).With(rule.While);

    private static Clash? ClashOf(Agreement agreement, Pattern pattern) => Claims.Of(agreement).With(pattern).Clash;

    private static Clash? ClashOf(Claims claims, Act act) => act switch
    {
        KeepAct keep => keep.Lines.Aggregate(claims, (c, line) => c.With(line)).Clash,
        HaveAct have => claims.With(have.Pattern).Clash,
        DoAct done => claims.With(done.Pattern).Clash,
        _ => null,
    };

    private static bool Uses(object part, IEnumerable<string> names) => AgreementTree.All(part).OfType<DefinedNoun>().Any(n => names.Contains(n.Name));

    private Diagnostic Told(LintedItem item, string headline, Clash clash) =>
        Warning(headline, [.. Places(item, clash)], Help, Example);

    /// <summary>The two conditions; where both stand in what a noun means, the item with its words.</summary>
    internal static IEnumerable<Label> Places(LintedItem item, Clash clash)
    {
        if (item.Find(clash.First) is null || item.Find(clash.Second) is null || clash.First == clash.Second)
        {
            yield return item.Head($"'{clash.First}' and '{clash.Second}' cannot both be so");
            yield break;
        }

        yield return item.Head("never");
        yield return item.At(clash.First, "this must hold");
        yield return item.At(clash.Second, "and this as well");
    }
}

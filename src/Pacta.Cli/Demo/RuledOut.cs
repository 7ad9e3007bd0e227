using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Cli.Demo;

/// <summary>A clause that rules out acts of some kind.</summary>
/// <param name="AsSuch">Without any condition, place or matter of judgement: whatever else is so.</param>
internal sealed record RuledOut(Agreement Agreement, Clause Clause, bool AsSuch)
{
    /// <summary>All clauses of these agreements whose sentence forbids to do something of one of the kinds.</summary>
    public static ImmutableArray<RuledOut> Of(IEnumerable<Agreement> agreements, ImmutableArray<string> kinds) =>
    [
        .. from agreement in agreements
           from clause in agreement.Clauses
           let readings = clause.Readings.Where(r => Forbids(agreement, r.Content.Sentence, kinds)).ToList()
           where readings.Count > 0
           select new RuledOut(agreement, clause, clause.When is null && readings.Exists(r => IsPlain(agreement, r.Content))),
    ];

    private static bool Forbids(Agreement agreement, Sentence sentence, ImmutableArray<string> kinds) =>
        sentence is { Modality: Modality.MustNot, Act: DoAct act } && kinds.Any(k => Covers(agreement, act.Pattern.Noun, k));

    private static bool Covers(Agreement agreement, Noun noun, string kind) => noun switch
    {
        KindNoun named => named.Name == "activity" || agreement.Vocabulary.IsA(kind, named.Name),
        DefinedNoun defined => agreement.Definitions[defined.Name].Readings.Any(r => Covers(agreement, r.Content.Noun, kind)),
        _ => false,
    };

    private static bool IsPlain(Agreement agreement, Rule rule) =>
        rule.While is null && rule.Sentence.Unless is null && rule.Sentence.Act is DoAct act && IsPlain(agreement, act.Pattern);

    private static bool IsPlain(Agreement agreement, Pattern pattern) =>
        pattern.Where is null
        && pattern.Roles.All(r => r.Preposition is "by")
        && (pattern.Noun is not DefinedNoun defined || agreement.Definitions[defined.Name].Readings.Any(r => IsPlain(agreement, r.Content)));
}

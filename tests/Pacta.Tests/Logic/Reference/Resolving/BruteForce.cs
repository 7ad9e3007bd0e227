using System.Collections.Immutable;
using Pacta.Model.Findings;

namespace Pacta.Tests.Logic.Reference.Resolving;

/// <summary>Compares a finding with what every world has, choice by choice.</summary>
internal sealed class BruteForce(EveryWorld all, Finding finding)
{
    private readonly List<(ImmutableArray<int> Sides, string States)> _worlds = all.Of(finding);

    /// <summary>What differs; empty if nothing does.</summary>
    public IEnumerable<string> Problems()
    {
        var states = _worlds.SelectMany(w => w.States.Split(" or ")).Distinct().Order(StringComparer.Ordinal);
        if (!states.SequenceEqual(finding.States.Select(s => $"{s}").Order(StringComparer.Ordinal)))
        {
            yield return $"states {string.Join(", ", finding.States)}; worlds have {string.Join(", ", states)}";
        }

        if (finding.Certainty != Certainty())
        {
            yield return $"{finding.Certainty} instead of {Certainty()}";
        }

        if (!finding.Resolution.IsExact)
        {
            yield return "it is not exact";
        }

        var sets = finding.Outcomes.Select(o => (Literals: LiteralsOf(o), Outcome: o)).ToList();
        foreach (var (literals, outcome) in sets)
        {
            var shown = EveryWorld.Show(outcome.States);
            if (!Implies(literals, shown))
            {
                yield return $"{Show(literals)} does not lead to {shown}";
            }

            foreach (var literal in literals.Where(l => Implies(literals.Remove(l), shown)))
            {
                yield return $"{Show(literals)} leads to {shown} without {Show([literal])} as well";
            }
        }

        foreach (var (sides, its) in _worlds.Where(w => !sets.Exists(s => EveryWorld.Show(s.Outcome.States) == w.States && Takes(w.Sides, s.Literals))))
        {
            yield return $"no outcome covers {string.Join(' ', sides)}, which has {its}";
        }

        foreach (var verdict in finding.DecisiveSets)
        {
            var (size, count) = Smallest(EveryWorld.Show(verdict.States));
            if (!verdict.IsSmallest || verdict.If.Length != size || (verdict.OthersAsSmall is { } others && others != count - 1))
            {
                yield return $"{verdict.If.Length} choices (+{verdict.OthersAsSmall}) lead to {EveryWorld.Show(verdict.States)}; {size} do (+{count - 1})";
            }
        }
    }

    private Certainty Certainty()
    {
        if (_worlds.TrueForAll(w => w.States == _worlds[0].States))
        {
            return _worlds[0].States.Contains(" or ", StringComparison.Ordinal) ? Model.Findings.Certainty.Undetermined : Model.Findings.Certainty.Certain;
        }

        for (var i = 0; i < all.Questions.Length; i++)
        {
            foreach (var alike in _worlds.Where(w => all.Questions[i].AreHeld[w.Sides[i]]).GroupBy(w => string.Join(',', w.Sides.RemoveAt(i))))
            {
                if (alike.Select(w => w.States).Distinct().Count() > 1)
                {
                    return Model.Findings.Certainty.Contested;
                }
            }
        }

        return Model.Findings.Certainty.Undetermined;
    }

    private ImmutableArray<(int Question, int Side)> LiteralsOf(Outcome outcome) =>
    [
        .. outcome.If.Select(choice =>
        {
            var question = Enumerable.Range(0, all.Questions.Length).Single(i => all.Questions[i].IsAsked(choice));
            return (question, all.Questions[question].Sides.IndexOf(choice.Value));
        }),
    ];

    private static bool Takes(ImmutableArray<int> sides, ImmutableArray<(int Question, int Side)> literals) => literals.All(l => sides[l.Question] == l.Side);

    private bool Implies(ImmutableArray<(int Question, int Side)> literals, string states)
    {
        var worlds = _worlds.Where(w => Takes(w.Sides, literals)).ToList();
        return worlds.Count > 0 && worlds.TrueForAll(w => w.States == states);
    }

    /// <summary>How few choices lead to these states, and how many sets of that many do.</summary>
    private (int Size, int Count) Smallest(string states)
    {
        for (var size = 0; size <= all.Questions.Length; size++)
        {
            if (Sets(size, 0).Count(s => Implies(s, states)) is > 0 and var count)
            {
                return (size, count);
            }
        }

        return (-1, 0);
    }

    private IEnumerable<ImmutableArray<(int Question, int Side)>> Sets(int size, int first) => size == 0 ? [[]] :
        from question in Enumerable.Range(first, all.Questions.Length - first)
        from side in Enumerable.Range(0, all.Questions[question].Sides.Length)
        from rest in Sets(size - 1, question + 1)
        select rest.Insert(0, (question, side));

    private string Show(ImmutableArray<(int Question, int Side)> literals) =>
        $"{{{string.Join(", ", literals.Select(l => $"{all.Questions[l.Question].Attribute} of {all.Questions[l.Question].Key} is {all.Questions[l.Question].Sides[l.Side]}"))}}}";
}

using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Translation.Norms;

/// <summary>Everything in an agreement about which there may be findings, in the order of its text.</summary>
internal static class NormFinder
{
    public static ImmutableArray<Norm> In(Agreement agreement, Perspective? perspective) => [.. agreement.Clauses.SelectMany(c => Of(c, perspective))];

    private static IEnumerable<Norm> Of(Clause clause, Perspective? perspective)
    {
        var rule = Chosen.Of(clause.Readings, clause.Name, perspective);
        var whole = new Norm(clause, clause.Path, clause.Name, clause.Reference, null, rule.Sentence, rule.While, clause.Exceptions, null, []);
        return Lines(whole).Concat(After(whole)).Concat(clause.Exceptions.SelectMany(e => Of(e, whole)));
    }

    private static IEnumerable<Norm> Of(ClauseException exception, Norm @base)
    {
        if (exception.Sentence is { } sentence)
        {
            var own = new Norm(
                @base.Clause, exception.Path, exception.Name, exception.Reference ?? @base.Reference, null, sentence, @base.While, exception.Exceptions, exception.If,
                [.. exception.Exceptions.Where(e => e.Sentence is null).Select(e => e.If)])
            {
                IsToDuty = @base.Sentence is { Modality: Modality.Must, Act: DoAct },
            };
            foreach (var unit in Lines(own).Concat(After(own)))
            {
                yield return unit;
            }
        }

        foreach (var unit in exception.Exceptions.SelectMany(e => Of(e, @base)))
        {
            yield return unit with { Applies = null, Undone = [] };
        }
    }

    private static IEnumerable<Norm> Lines(Norm unit) => unit.Sentence.Act is KeepAct { Lines: { Length: > 1 } lines }
        ? lines.Select(l => unit with { Line = l.Text })
        : [unit];

    /// <summary>What is owed after a breach.</summary>
    private static IEnumerable<Norm> After(Norm unit) => unit.Sentence.Otherwise is { } otherwise
        ? [unit with { Path = unit.Path + "/otherwise", Name = unit.Name + "/otherwise", Sentence = otherwise, While = null, Exceptions = [], Applies = null, Undone = [] }]
        : [];
}

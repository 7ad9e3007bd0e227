using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>The things that <c>each weapon w of P</c> stands for: whether they are there, and are what the phrase says (docs/semantics.md, 6 to 8).</summary>
internal sealed partial class NormEvaluation
{
    private static IEnumerable<(EachArgument Each, ThingEntity Thing)> ThingsIn(Sentence sentence, Binding binding) => EachFinder.In(sentence) is not { Count: > 0 } all ? [] : all
        .Select(each => (each, Thing: binding[Evaluation.EachKey(each)] as ThingEntity))
        .Where(e => e.Thing is not null)
        .Select(e => (e.each, e.Thing!));

    /// <summary>Is a thing there at a moment, and what the phrase says?</summary>
    private Judged Concerns(EachArgument each, ThingEntity thing, Binding binding, InstantRange at)
    {
        var present = _evaluation.Index.Thing(thing.Name) is { } timeline ? _evaluation.View(timeline, at).Present : Judged.False;
        return present.And(_evaluation.MatchesOf(each.Pattern, thing, binding, at).Aggregate(Judged.False, (any, m) => any.Or(m.Judged)));
    }

    private Judged IsThere(Sentence sentence, Binding binding, InstantRange at) => EachFinder.In(sentence).Count == 0 ? Judged.True : AreThere(ThingsIn(sentence, binding), binding, at);

    private Judged AreThere(IEnumerable<(EachArgument Each, ThingEntity Thing)> things, Binding binding, InstantRange at) =>
        things.Aggregate(Judged.True, (sum, t) => sum.And(Concerns(t.Each, t.Thing, binding, at)));

    /// <summary>Are all things there at some moment from the opening to the due?</summary>
    /// <returns>Also from when on they certainly are or, if none certainly is, may be; null: from the opening on.</returns>
    private (Judged Judged, Instant? From) IsEverThere(Sentence sentence, Binding binding, InstantRange opened, Instant due) =>
        EachFinder.In(sentence).Count == 0 ? (Judged.True, null) : AreEverThere(ThingsIn(sentence, binding), binding, opened, due);

    private (Judged Judged, Instant? From) AreEverThere(IEnumerable<(EachArgument Each, ThingEntity Thing)> things, Binding binding, InstantRange opened, Instant due)
    {
        var all = Judged.True;
        Instant? from = null;
        foreach (var (each, thing) in things)
        {
            var any = Concerns(each, thing, binding, opened);
            Instant? first = null;
            foreach (var moment in _evaluation.ChangesOf(thing.Name).Where(m => m > opened.Latest && m <= due && !_evaluation.IsAhead(m)))
            {
                if (any.Truth == Truth.True)
                {
                    break;
                }

                var now = Concerns(each, thing, binding, InstantRange.At(moment));
                first = now.Truth == Truth.True || (any.Truth == Truth.False && now.Truth == Truth.Unknown) ? moment : first;
                any = any.Or(now);
            }

            all = all.And(any);
            from = first is { } later && !(from > later) ? later : from;
        }

        return (all, from);
    }
}

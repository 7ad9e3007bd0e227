using System.Collections.Immutable;
using NodaTime.Text;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>An exception to a duty to keep that has to apply, of the bearer whom it is about.</summary>
/// <param name="Timing">Of the sentence that the exception is made to: before it binds there is nothing to except.</param>
/// <param name="Bearer">Null where the exception's sentence says itself whom it binds.</param>
internal sealed record Applying(ClauseException Exception, Timing Timing, Subject Subject, Bearer? Bearer);

/// <summary>What binds instead as long as an exception to a duty to keep applies (docs/semantics.md, 11).</summary>
internal sealed partial class NormEvaluation
{
    private IEnumerable<InstanceResult> EvaluateInstead(SentenceScope scope, ClauseException exception, ImmutableArray<ClauseException> above)
    {
        if (exception.Sentence is not { } sentence)
        {
            foreach (var result in exception.Exceptions.SelectMany(e => EvaluateInstead(scope, e, above.Add(exception))))
            {
                yield return result;
            }

            yield break;
        }

        var bearers = sentence.Subject.Each is null ? LastingBearers(scope.Sentence.Subject, scope).Cast<Bearer?>() : [null];
        foreach (var bearer in bearers)
        {
            var binding = bearer?.Binding ?? scope.Binding;
            var inner = scope with
            {
                Path = exception.Path,
                Sentence = sentence,
                Exceptions = exception.Exceptions,
                Under = [.. scope.Under, .. above.Add(exception).Select(e => new Applying(e, scope.Sentence.Timing, scope.Sentence.Subject, bearer))],
            };
            var begin = BeginningOf(sentence.Timing, scope.Opening, binding);
            var results = sentence.Act is KeepAct or HaveAct || sentence.Modality == Modality.MustNot
                ? EvaluateSentence(inner with { Opening = OpeningAt(binding, begin, scope.Opening?.Ids ?? []) })
                : Beginnings(inner, binding, begin).SelectMany(o => EvaluateSentence(exception.Path, sentence, null, exception.Exceptions, o));
            foreach (var result in results)
            {
                yield return result;
            }
        }
    }

    private static Opening OpeningAt(Binding binding, InstantRange at, ImmutableArray<string> ids) =>
        new(binding, Judged.True, at, Point.AtInstant(at, []), ids);

    /// <summary>The moments at which the exceptions begin to apply: there a duty to do opens.</summary>
    private List<Opening> Beginnings(SentenceScope scope, Binding binding, InstantRange begin)
    {
        var openings = new List<Opening>();
        if (_evaluation.IsAhead(begin.Earliest))
        {
            return openings;
        }

        var nobody = new Bearer([], false, binding, Judged.True);
        var line = new KeepLine(scope, nobody, null, new AllCondition(string.Empty, []), binding, begin, []);
        var last = Truth.False;
        foreach (var instant in InstantsOf(line, begin.Earliest, _evaluation.LastMoment.Latest))
        {
            var at = InstantRange.At(instant);
            var applies = While(scope, binding, at);
            if (applies.Truth != Truth.False && last == Truth.False)
            {
                var date = Calendar.DateOf(instant);
                var label = instant == Calendar.StartOf(date)
                    ? LocalDatePattern.Iso.Format(date)
                    : LocalDateTimePattern.ExtendedIso.Format(instant.InZone(Calendar.Zone).LocalDateTime);
                openings.Add(OpeningAt(binding, at, [.. scope.Opening?.Ids ?? [], label]) with { Judged = applies });
            }

            last = applies.Truth;
        }

        return openings;
    }
}

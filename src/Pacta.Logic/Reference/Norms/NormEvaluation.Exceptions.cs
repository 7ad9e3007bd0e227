using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Exceptions, <c>unless</c> and <c>while</c> (docs/semantics.md, 11).</summary>
internal sealed partial class NormEvaluation
{
    /// <summary>Is the base excused? Missing facts do not make an exception; that nobody reported them is noted.</summary>
    private Judged Excused(SentenceScope scope, Binding binding, InstantRange at, HashSet<FindingNote>? notes)
    {
        var result = scope.Sentence.Unless is { } unless
            ? Presume(_evaluation.Evaluate(unless, binding, at), new FindingNote(NoteCode.UnlessNotReported, unless.Text), notes)
            : Judged.False;
        if (result.Truth != Truth.False)
        {
            result = result.Because(Derivations.Make(DerivationCode.ExcusedBy, result.Truth, [result.Why], [], ["unless"], "unless", scope.Sentence.Unless!.Text));
        }

        var holding = new List<string>();
        foreach (var exception in scope.Exceptions)
        {
            var holds = Holds(exception, binding, at, notes);
            if (holds.Truth == Truth.True && exception.Sentence is not null)
            {
                holding.Add(exception.Name);
            }

            result = result.Or(holds);
        }

        if (holding.Count > 1)
        {
            notes?.Add(new FindingNote(NoteCode.ExceptionsConflict, [.. holding]));
        }

        return result;
    }

    /// <summary>An exception applies if its condition does and no exception to it (without a sentence of its own) undoes it.</summary>
    private Judged Holds(ClauseException exception, Binding binding, InstantRange at, HashSet<FindingNote>? notes)
    {
        var holds = Presume(
            _evaluation.Evaluate(exception.If, binding, at),
            new FindingNote(NoteCode.ExceptionNotReported, exception.Name, exception.If.Text),
            notes);
        var why = Derivations.Make(DerivationCode.ExcusedBy, holds.Truth, [holds.Why], [], [exception.Name], exception.Name, exception.If.Text);
        foreach (var child in exception.Exceptions.Where(c => c.Sentence is null))
        {
            holds = holds.And(Holds(child, binding, at, notes).Not());
        }

        return holds.Because(why);
    }

    private static Judged Presume(Judged judged, FindingNote note, HashSet<FindingNote>? notes)
    {
        if (judged.Truth == Truth.False && IsSilent(judged.Why))
        {
            notes?.Add(note);
        }

        if (!judged.IsOnlyMissing)
        {
            return judged;
        }

        notes?.Add(note);
        return Judged.False.Because(judged.Why);
    }

    /// <summary>Does it fail because nobody reported such an event?</summary>
    private static bool IsSilent(Derivation? why) => why is not null && (why.Code == DerivationCode.ThereNot || why.Because.Any(IsSilent));

    /// <summary>The sentences that bind instead, where an exception with one applies.</summary>
    private IEnumerable<InstanceResult> EvaluateExceptions(SentenceScope scope, Binding binding, Opening opening)
    {
        foreach (var exception in scope.Exceptions)
        {
            var holds = Holds(exception, binding, opening.At, null).And(While(scope, binding, opening.At));
            if (holds.Truth == Truth.False)
            {
                continue;
            }

            var both = opening.Judged.And(holds);
            if (exception.Sentence is null)
            {
                var inner = scope with { Exceptions = exception.Exceptions };
                foreach (var result in EvaluateExceptions(inner, binding, opening with { Judged = both.Because(holds.Why) }))
                {
                    yield return result;
                }

                continue;
            }

            var why = Derivations.Make(DerivationCode.ExcusedBy, both.Truth, [opening.Judged.Why, holds.Why], [], [exception.Name], exception.Name, exception.If.Text);
            var next = opening with { Binding = binding, Judged = both.Because(why) };
            foreach (var result in EvaluateSentence(exception.Path, exception.Sentence, null, exception.Exceptions, next))
            {
                yield return result;
            }
        }
    }

    private Judged While(SentenceScope scope, Binding binding, InstantRange at) => scope.Under.Aggregate(
        scope.While is { } condition ? _evaluation.Evaluate(condition, binding, at) : Judged.True,
        (sum, u) => sum.And(Holds(u.Exception, binding, at, null))
            .And(_evaluation.Within(u.Timing.From, u.Timing.Until, at, binding))
            .And(u.Bearer is { } bearer ? IsBearer(u.Subject, bearer, Binding.Empty, at) : Judged.True));
}

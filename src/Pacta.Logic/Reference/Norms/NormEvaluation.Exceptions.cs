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

        if (scope.Exceptions.IsEmpty)
        {
            return result;
        }

        var holding = new List<string>();
        var told = new List<Judged> { result };
        foreach (var exception in scope.Exceptions)
        {
            var holds = Holds(exception, binding, at, notes);
            if (holds.Truth == Truth.True && exception.Sentence is not null)
            {
                holding.Add(exception.Name);
            }

            told.Add(holds);
            result = result.Or(holds);
        }

        if (holding.Count > 1)
        {
            notes?.Add(new FindingNote(NoteCode.ExceptionsConflict, [.. holding]));
        }

        // Where none applies, those are told that another sets aside; where one may, all that may.
        return result.Truth == Truth.True ? result
            : result.Because(Derivations.Strung(result.Truth, told.Where(t => t.Truth == Truth.Unknown || ReferenceEquals(t.Why, told[0].Why) || SetAsideBy(t).Any()).Select(t => t.Why)));
    }

    /// <summary>An exception applies if its condition does and no exception to it (without a sentence of its own) undoes it.</summary>
    private Judged Holds(ClauseException exception, Binding binding, InstantRange at, HashSet<FindingNote>? notes)
    {
        var own = Presume(
            _evaluation.Evaluate(exception.If, binding, at),
            new FindingNote(NoteCode.ExceptionNotReported, exception.Name, exception.If.Text),
            notes);
        var children = exception.Exceptions
            .Where(c => c.Sentence is null)
            .Select(c => (c.Name, Holds: Holds(c, binding, at, notes)))
            .ToList();
        var holds = children.Aggregate(own, (sum, c) => sum.And(c.Holds.Not()));

        // An exception to it that is itself set aside is a reason why it applies.
        var why = Derivations.Make(
            DerivationCode.ExcusedBy, own.Truth, [own.Why, .. children.SelectMany(c => SetAsideBy(c.Holds))], [], [exception.Name], exception.Name, exception.If.Text);
        var deciding = children.FindAll(c => c.Holds.Truth != Truth.False && c.Holds.Truth == holds.Truth.Not());
        return holds.Because(own.Truth == Truth.False || deciding.Count == 0 ? why : Derivations.Make(
            DerivationCode.SetAside, holds.Truth, [why, .. deciding.Select(c => c.Holds.Why)], [], [],
            exception.Name, exception.If.Text, string.Join(", ", deciding.Select(c => c.Name))));
    }

    /// <summary>The exceptions that do not apply because exceptions to them do.</summary>
    private static IEnumerable<Derivation> SetAsideBy(Judged excused)
    {
        return excused is { Truth: Truth.False, Why: { } why } ? In(why) : [];

        static IEnumerable<Derivation> In(Derivation step) => step.Code == DerivationCode.SetAside ? [step]
            : step is { Code: DerivationCode.All, Arguments: [""] } ? step.Because.SelectMany(In)
            : [];
    }

    /// <summary>That something is excused: by the exception that applies; where that is in doubt, if those do that may.</summary>
    private static Derivation ExcusedStep(Judged excused, Derivation? first)
    {
        var all = excused.Why is { Code: DerivationCode.All } strung ? strung.Because : excused.Why is { } one ? [one] : [];
        var steps = all.Where(s => s.Truth == excused.Truth && s.Code is DerivationCode.ExcusedBy or DerivationCode.SetAside)
            .Select(s => s.Code == DerivationCode.SetAside ? s.Because[0] : s)
            .ToList();
        return Derivations.Make(
            DerivationCode.ExcusedBy, Truth.True, [first, .. steps.SelectMany(s => s.Because)], [], steps.SelectMany(s => s.Mentions),
            string.Join(" or ", steps.Select(s => s.Arguments[0])), string.Join(" or ", steps.Select(s => s.Arguments[1])));
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
            var own = Holds(exception, binding, opening.At, null);
            var @while = While(scope, binding, opening.At);
            var holds = own.And(@while);
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

            var why = own.Why is { Code: DerivationCode.SetAside } open
                ? open with { Because = [.. new[] { opening.Judged.Why, @while.Why }.OfType<Derivation>(), .. open.Because] }
                : Derivations.Make(
                    DerivationCode.ExcusedBy, both.Truth, [opening.Judged.Why, @while.Why, own.Why], [], [exception.Name], exception.Name, exception.If.Text);
            var next = opening with { Binding = binding, Judged = both.Because(why) };
            foreach (var result in EvaluateSentence(exception.Path, exception.Sentence, null, exception.Exceptions, next))
            {
                yield return result;
            }
        }
    }

    private Judged While(SentenceScope scope, Binding binding, InstantRange at) => scope is { While: null, Under.IsEmpty: true } ? Judged.True : WhileAll(scope, binding, at);

    private Judged WhileAll(SentenceScope scope, Binding binding, InstantRange at) => scope.Under.Aggregate(
        scope.While is { } condition ? _evaluation.Evaluate(condition, binding, at) : Judged.True,
        (sum, u) => sum.And(Holds(u.Exception, binding, at, null))
            .And(_evaluation.Within(u.Timing.From, u.Timing.Until, at, binding))
            .And(u.Bearer is { } bearer ? IsBearer(u.Subject, bearer, Binding.Empty, at) : Judged.True));
}

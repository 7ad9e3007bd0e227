using NodaTime;
using Pacta.Model.Agreements;

namespace Pacta.Logic.Direct;

/// <summary>Somebody left, or suspended, by using a power.</summary>
/// <param name="Effect">The time from which a length is counted.</param>
internal sealed record Departure(string Who, Instant At, Stamp Effect, bool IsWithdrawal);

// What goes on after a party has left and after the agreement has expired (docs/semantics.md, 5).
internal sealed partial class Walk
{
    private Survival SurvivalOf(string? path) =>
        path is null ? Survival.None : _agreement.Clauses.First(c => c.Holds(path)).Survival;

    /// <summary>Is one who left still bound? Not if he was gone before the agreement was in force.</summary>
    private bool IsOutlived(Survival survival, Stamp left, Instant at) =>
        survival.Withdrawal is { } after && Beginning(left) > Bound && at <= EndOf(after, left, Beginning(left));

    /// <summary>After the agreement has expired, for what survives that.</summary>
    private bool IsAfterlife(Survival survival, Instant at)
    {
        if (survival.Expiry is not { } after || _agreement.Expiry is not { } expiry || IsNotYetInForce(at))
        {
            return false;
        }

        var last = StampOf(expiry, Bindings.Empty, Instant.MinValue);
        return at > Deadline(last) && at <= EndOf(after, last, Deadline(last));
    }

    private Instant EndOf(Outliving after, Stamp from, Instant instant) => after.Length switch
    {
        null => Instant.MaxValue,
        { IsElapsed: true } hours => _calendar.LastInstant(instant, hours, back: false),
        { } length => Deadline(Moved(from, length, before: false)),
    };

    private void NoteSurvivals()
    {
        foreach (var survival in _agreement.Clauses.Select(c => c.Survival))
        {
            foreach (var left in _agreement.Participations.Where(p => p.IsWithdrawn).Select(p => p.From).OfType<TimeExpression>())
            {
                NoteEnd(survival.Withdrawal, StampOf(left, Bindings.Empty, Instant.MinValue), FirstMoment(left));
            }

            if (_agreement.Expiry is { } expiry)
            {
                NoteEnd(survival.Expiry, StampOf(expiry, Bindings.Empty, Instant.MinValue), LastDay(expiry));
            }
        }
    }

    private void NoteEnd(Outliving? after, Stamp from, Instant instant)
    {
        if (after is not null)
        {
            NoteAfter(EndOf(after, from, instant));
        }
    }
}

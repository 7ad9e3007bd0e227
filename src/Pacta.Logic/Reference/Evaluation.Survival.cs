using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>What survives the withdrawal of a party and the expiry of the agreement (docs/semantics.md, 5).</summary>
internal sealed partial class Evaluation
{
    private List<Survival>? _survivals;

    /// <summary>What clauses survive, each only once.</summary>
    private List<Survival> Survivals => _survivals ??= [.. Agreement.Clauses.Select(c => c.Survival).Where(s => s != Survival.None).Distinct()];

    /// <summary>Why a clause binds at a moment although somebody has left or the agreement has expired; nothing where neither is so.</summary>
    public IEnumerable<Derivation> WhySurvives(IEnumerable<Entity> bearers, Entity? beneficiary, Survival survival, InstantRange at) =>
        survival is { Withdrawal: null, Expiry: null } ? [] : FindWhySurvives(bearers, beneficiary, survival, at);

    private IEnumerable<Derivation> FindWhySurvives(IEnumerable<Entity> bearers, Entity? beneficiary, Survival survival, InstantRange at)
    {
        if (survival.Withdrawal is { } afterWithdrawal)
        {
            foreach (var name in Names(bearers, beneficiary).Distinct(StringComparer.Ordinal).Where(n => Absent(n, Rest.Withdrawn, at).Truth == Truth.True))
            {
                if (Absent(name, Rest.Withdrawn, at, null, survival).Not().Truth is var binds and not Truth.False)
                {
                    yield return Derivations.Make(DerivationCode.SurvivesWithdrawal, binds, [], [], [Mention, name], afterWithdrawal.Text, name);
                }
            }
        }

        if (survival.Expiry is { } afterExpiry && IsAfterEnd(at) && NotExpired(at, survival).Truth is var lasts and not Truth.False)
        {
            yield return Derivations.Make(DerivationCode.SurvivesExpiry, lasts, [], [], [Mention], afterExpiry.Text);
        }
    }

    /// <summary>The word by which an expectation asks for such a step.</summary>
    private const string Mention = "survives";

    /// <summary>Does a clause survive that somebody has left? Who left before the agreement was in force was never bound by it.</summary>
    private Judged OutlivesLeaving(Absence absence, Outliving outlives, InstantRange at)
    {
        if (LeavingOf(absence) is not { } left)
        {
            return Judged.False;
        }

        var wasBound = Judged.True;
        if (FirstInForce is { } first)
        {
            wasBound = Judged.Of(left.AsBeginning(Calendar).NotAfter(first), left.Causes).Not();
        }

        return outlives.Length is { } length
            ? wasBound.And(Judged.Of(at.NotAfter(EndOf(length, left, left.AsBeginning(Calendar))), left.Causes))
            : wasBound;
    }

    private Judged OutlivesExpiry(Outliving outlives, InstantRange at)
    {
        if (outlives.Length is not { } length)
        {
            return Judged.True;
        }

        var expiry = Evaluate(Agreement.Expiry!, Binding.Empty);
        return Judged.Of(at.NotAfter(EndOf(length, expiry, expiry.AsDeadline(Calendar))), expiry.Causes);
    }

    /// <summary>The last instant of a length that is counted from a date, or in hours from an instant.</summary>
    private InstantRange EndOf(Lapse length, Point from, InstantRange instants) => length.IsElapsed && !from.IsUnknown && !from.IsOpenEnded
        ? new InstantRange(Calendar.LastInstant(instants.Earliest, length, false), Calendar.LastInstant(instants.Latest, length, false))
        : Offset(from, length, false).AsDeadline(Calendar);

    /// <summary>When somebody left; null where he never was bound.</summary>
    private Point? LeavingOf(Absence absence) => absence.FromPoint ?? (absence.From is { } from ? Evaluate(from, Binding.Empty) : null);

    /// <summary>When the agreement first was in force, provisional application included; null: always.</summary>
    private InstantRange? FirstInForce => new[] { Agreement.ProvisionalFrom, Agreement.EntryIntoForce }
        .OfType<TimeExpression>()
        .Select(t => (InstantRange?)Evaluate(t, Binding.Empty).AsBeginning(Calendar))
        .OrderBy(r => r!.Value.Earliest)
        .FirstOrDefault();

    /// <summary>The last instants at which clauses survive.</summary>
    private IEnumerable<InstantRange> EndsOfSurvival()
    {
        foreach (var length in Survivals.Select(s => s.Withdrawal?.Length).OfType<Lapse>().Distinct())
        {
            foreach (var left in Absences().Where(a => a.Kind == Rest.Withdrawn).Select(LeavingOf).OfType<Point>())
            {
                yield return EndOf(length, left, left.AsBeginning(Calendar));
            }
        }

        if (Agreement.Expiry is { } end)
        {
            var expiry = Evaluate(end, Binding.Empty);
            foreach (var length in Survivals.Select(s => s.Expiry?.Length).OfType<Lapse>().Distinct())
            {
                yield return EndOf(length, expiry, expiry.AsDeadline(Calendar));
            }
        }
    }
}

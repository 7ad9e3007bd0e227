using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Duties;

/// <summary>Something that somebody owes: the clause, who is bound, and to whom.</summary>
/// <param name="Bearer">An actor, a group, or the words of the text where they stand for whoever does something.</param>
/// <param name="Beneficiary">An actor or a group; null: towards all.</param>
/// <param name="IsPower">Nobody owes a power; it is what its holder may do.</param>
public sealed record Duty(Clause Clause, string Bearer, string? Beneficiary, bool IsPower);

/// <summary>Who owes what to whom, as the text says it; exceptions and what follows otherwise are not counted.</summary>
public sealed class DutyMatrix
{
    private readonly Agreement _agreement;

    private DutyMatrix(Agreement agreement, ImmutableArray<Duty> duties) => (_agreement, Duties) = (agreement, duties);

    public ImmutableArray<Duty> Duties { get; }

    public static DutyMatrix Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var names = new Names(agreement);
        return new DutyMatrix(
            agreement,
        [
            .. agreement.Clauses
                .SelectMany(c => c.Readings.Select(r => (Clause: c, r.Content.Sentence)))
                .Where(c => c.Sentence.Modality != Modality.May)
                .SelectMany(c => DutiesOf(c.Clause, c.Sentence, names))
                .DistinctBy(d => (d.Clause.Path, d.Bearer, d.Beneficiary))
                .OrderBy(d => d.Bearer, StringComparer.Ordinal)
                .ThenBy(d => d.Beneficiary, StringComparer.Ordinal)
                .ThenBy(d => d.Clause.Path, StringComparer.Ordinal),
        ]);
    }

    /// <summary>
    /// Is it owed both ways? What is owed to somebody, if he owes it back under the same clause; what is owed to all, if every party owes it.
    /// </summary>
    public bool IsMutual(Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return duty.Beneficiary is { } to
            ? Duties.Any(d => d.Clause == duty.Clause && d.Bearer == to && d.Beneficiary == duty.Bearer)
            : _agreement.Parties.Length > 1 && _agreement.Parties.All(p => Duties.Any(d => d.Clause == duty.Clause && d.Bearer == p));
    }

    private static IEnumerable<Duty> DutiesOf(Clause clause, Sentence sentence, Names names)
    {
        var isPower = sentence.Modality == Modality.Power;
        foreach (var bearer in names.Bearers(sentence.Subject, clause))
        {
            var beneficiaries = names.Beneficiaries(sentence.Act, bearer).ToList();
            foreach (var to in beneficiaries.Count == 0 ? [null] : beneficiaries)
            {
                yield return new Duty(clause, bearer, to, isPower);
            }
        }
    }
}

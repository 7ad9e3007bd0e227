using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Duties;

/// <summary>From which sentence of a clause something is owed.</summary>
public enum DutySource
{
    Sentence,

    /// <summary>What it asks where the sentence was not met.</summary>
    Otherwise,

    /// <summary>What an exception asks instead.</summary>
    Exception,
}

/// <summary>Something that somebody owes: the clause, who is bound, and to whom.</summary>
/// <param name="IsPower">Nobody owes a power; it is what its holder may do.</param>
/// <param name="IsJoint">Its bearers owe it together.</param>
/// <param name="Exception">The name of the exception; null where it is none.</param>
public sealed record Duty(Clause Clause, Somebody Bearer, Somebody Beneficiary, bool IsPower, bool IsJoint, DutySource Source, string? Exception);

/// <summary>Who owes what to whom, as the text says it, with what is asked otherwise and by exceptions.</summary>
public sealed class DutyMatrix
{
    private readonly ImmutableArray<Somebody> _parties;

    /// <summary>Who owes whom under each sentence: in a treaty of thirty parties there are tens of thousands of duties.</summary>
    private readonly Dictionary<(string Clause, DutySource Source, string? Exception), HashSet<(Somebody Bearer, Somebody Beneficiary)>> _owed;

    /// <summary>Nobody owes anything.</summary>
    private static readonly DutyMatrix None = new([], []);

    private DutyMatrix(ImmutableArray<Somebody> parties, ImmutableArray<Duty> duties)
    {
        (_parties, Duties) = (parties, duties);
        _owed = duties.GroupBy(Sentence).ToDictionary(g => g.Key, g => g.Select(d => (d.Bearer, d.Beneficiary)).ToHashSet());
    }

    /// <summary>The parties one by one.</summary>
    public ImmutableArray<Somebody> Parties => _parties;

    public ImmutableArray<Duty> Duties { get; }

    public static DutyMatrix Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var names = new Names(agreement);
        var order = agreement.Clauses.Select((c, i) => (c.Path, i)).ToDictionary(c => c.Path, c => c.i, StringComparer.Ordinal);
        return new DutyMatrix(
            [.. BoundActors.Parties(agreement).Select(Somebody.Actor)],
        [
            .. agreement.Clauses
                .SelectMany(Told)
                .Where(t => t.Sentence.Modality != Modality.May)
                .SelectMany(t => DutiesOf(t, names))
                .Distinct()
                .OrderBy(d => d.Bearer.Order, StringComparer.Ordinal)
                .ThenBy(d => d.Beneficiary.Order, StringComparer.Ordinal)
                .ThenBy(d => order[d.Clause.Path]),
        ]);
    }

    /// <summary>As a table for one text: those who owe the same to the same are told together.</summary>
    public ImmutableArray<OwedRow> Folded() => OwedRows.Of(this, None);

    /// <summary>
    /// Is it owed both ways? What is owed to somebody, if he owes it back under the same sentence; what is owed to all or to whoever asks, by a
    /// party, if every party owes it. A body that is no party owes nothing back.
    /// </summary>
    public bool IsMutual(Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        var alike = _owed[Sentence(duty)];
        return duty.Beneficiary.Form == SomebodyForm.Actor
            ? alike.Contains((duty.Beneficiary, duty.Bearer))
            : _parties.Length > 1 && _parties.Contains(duty.Bearer) && _parties.All(p => alike.Contains((p, duty.Beneficiary)));
    }

    private static (string Clause, DutySource Source, string? Exception) Sentence(Duty duty) => (duty.Clause.Path, duty.Source, duty.Exception);

    /// <summary>All sentences of a clause, in all readings, with where each comes from.</summary>
    internal static IEnumerable<(Clause Clause, Sentence Sentence, DutySource Source, string? Exception)> Told(Clause clause) =>
    [
        .. clause.Readings.SelectMany(r => Told(clause, r.Content.Sentence, DutySource.Sentence, null)),
        .. clause.Exceptions.SelectMany(e => Told(clause, e)),
    ];

    private static IEnumerable<(Clause Clause, Sentence Sentence, DutySource Source, string? Exception)> Told(Clause clause, ClauseException exception) =>
    [
        .. exception.Sentence is { } sentence ? Told(clause, sentence, DutySource.Exception, exception.Name) : [],
        .. exception.Exceptions.SelectMany(e => Told(clause, e)),
    ];

    private static IEnumerable<(Clause Clause, Sentence Sentence, DutySource Source, string? Exception)> Told(Clause clause, Sentence sentence, DutySource source, string? exception)
    {
        yield return (clause, sentence, source, exception);
        for (var otherwise = sentence.Otherwise; otherwise is not null; otherwise = otherwise.Otherwise)
        {
            yield return (clause, otherwise, DutySource.Otherwise, exception);
        }
    }

    private static IEnumerable<Duty> DutiesOf((Clause Clause, Sentence Sentence, DutySource Source, string? Exception) told, Names names) =>
        from bearer in names.Bearers(told.Sentence.Subject, told.Clause)
        from to in names.Beneficiaries(told.Sentence.Act, bearer, told.Clause)
        select new Duty(told.Clause, bearer, to, told.Sentence.Modality == Modality.Power, told.Sentence.Subject.Together, told.Source, told.Exception);
}

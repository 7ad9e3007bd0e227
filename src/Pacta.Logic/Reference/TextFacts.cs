using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>A moment that the text states, with what it means as a beginning and as a deadline.</summary>
internal sealed record StatedTime(Point Point, InstantRange Beginning, InstantRange Deadline);

/// <summary>What an agreement says by itself, the same in every world and whatever is reported: each duty asks for it again, so it is found once for all of them and all workers.</summary>
internal sealed class TextFacts(Agreement agreement)
{
    private static readonly ConditionalWeakTable<Agreement, TextFacts> Known = [];

    private readonly ConcurrentDictionary<FixedTime, StatedTime> _times = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, Clause?> _clauses = new(StringComparer.Ordinal);

    private Instant[]? _boundaries;

    public static TextFacts Of(Agreement agreement) => Known.GetValue(agreement, static a => new TextFacts(a));

    /// <summary>Do all times in the head state a moment?</summary>
    public bool IsHeadFixed { get; } = new[] { agreement.EntryIntoForce, agreement.ProvisionalFrom, agreement.Expiry, agreement.ProvisionalUntil }.All(t => t is null or FixedTime);

    public StatedTime Of(FixedTime time)
    {
        if (!_times.TryGetValue(time, out var stated))
        {
            var calendar = agreement.Calendar;
            var point = PointOf(time.Moment);
            stated = new StatedTime(point, point.AsBeginning(calendar), point.AsDeadline(calendar));
            _times.TryAdd(time, stated);
        }

        return stated;
    }

    public Point PointOf(Moment moment)
    {
        var range = moment.In(agreement.Calendar.Zone);
        return moment.Precision == Precision.Clock
            ? Point.AtInstant(range, [])
            : Point.OnDates(agreement.Calendar.DateOf(range.Earliest), agreement.Calendar.DateOf(range.Latest), []);
    }

    /// <summary>The instants at which any liveness may change, in order, where nobody is ever absent and <see cref="IsHeadFixed"/>.</summary>
    /// <param name="find">Finds them: whoever asks at the same time finds the same.</param>
    public Instant[] Boundaries(Func<IEnumerable<Instant>> find) => _boundaries ??= [.. find().Order()];

    /// <summary>The clause in which a sentence of a path stands, its exceptions and what follows its breach included.</summary>
    public Clause? ClauseOf(string path)
    {
        if (!_clauses.TryGetValue(path, out var clause))
        {
            clause = agreement.Clauses.FirstOrDefault(c => c.Holds(path));
            _clauses.TryAdd(path, clause);
        }

        return clause;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using NodaTime;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using Value = Pacta.Temporal.Formulas.Value;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Logs;

/// <summary>The kinds of events that a formula asks for, each with its rows: what the signature and the log are written from.</summary>
/// <param name="isFine">Time stamps are nanoseconds, since something lies between two seconds.</param>
internal sealed class LogBook(Instant through, Instant start, bool isFine)
{
    private static readonly Instant LongAgo = Instant.FromUtc(1800, 1, 1, 0, 0);

    private readonly SortedDictionary<string, LogRelation> _relations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Instant, ImmutableArray<Value>>> _everywhere = new(StringComparer.Ordinal);

    public IEnumerable<LogRelation> Relations => _relations.Values;

    /// <summary>From when seconds are counted: 1970, or 1800 where something lies before that, for time stamps are not negative.</summary>
    public Instant Epoch { get; } = start < NodaConstants.UnixEpoch ? LongAgo : NodaConstants.UnixEpoch;

    /// <summary>Adds a kind of event unless it is there already.</summary>
    public Atom Use(string name, RelationSource source, ImmutableArray<(string Name, ValueType Type)> arguments, Func<IEnumerable<LogRow>> rows, params Term[] terms)
    {
        if (!_relations.ContainsKey(name))
        {
            _relations.Add(name, new LogRelation(name, arguments, source, [.. rows()]));
        }

        return new Atom(name, [.. terms]);
    }

    /// <summary>A kind of event that the log has at each of its time points.</summary>
    public Atom UseEverywhere(string name, RelationSource source, ImmutableArray<(string Name, ValueType Type)> arguments, Func<Instant, ImmutableArray<Value>> at, params Term[] terms)
    {
        _everywhere[name] = at;
        return Use(name, source, arguments, () => [], terms);
    }

    public bool IsFine => isFine;

    /// <summary>How many units of the time stamps a second has.</summary>
    public long PerSecond => isFine ? 1_000_000_000 : 1;

    /// <summary>The time stamp of an instant.</summary>
    public long StampOf(Instant at) => Floor(at - Epoch);

    /// <summary>The first time stamp that is too late for what is in time through an instant.</summary>
    public long StampAfter(Instant last) => Floor(last - Epoch) + 1;

    /// <summary>When what lasts through an instant is over.</summary>
    public Instant After(Instant last) => last == Instant.MaxValue ? last
        : last + (isFine || Times.Dates.IsWhole(last + Model.Time.InstantRange.Tick) ? Model.Time.InstantRange.Tick : Duration.FromSeconds(1));

    public IntegerValue Stamp(long seconds) => new(new BigInteger(seconds));

    /// <summary>All time points; what is so from the beginning stands in the first.</summary>
    public ImmutableArray<Instant> TimePoints
    {
        get
        {
            var points = new SortedSet<Instant> { start, through };
            points.UnionWith(_relations.Values.SelectMany(r => r.Rows).Select(r => r.At).Where(at => at > Instant.MinValue));
            return [.. points];
        }
    }

    public string Signature()
    {
        var text = new StringBuilder();
        foreach (var relation in Relations)
        {
            text.Append(relation.Name).Append('(')
                .AppendJoin(", ", relation.Arguments.Select(a => $"{a.Name}:{TypeNames.Of(a.Type)}"))
                .Append(")\n");
        }

        return text.ToString();
    }

    public Signature Kinds => new([.. Relations.Select(r => new EventKind(r.Name, [.. r.Arguments.Select(a => a.Type)], [.. r.Arguments.Select(a => (string?)a.Name)]))]);

    public string Log()
    {
        var points = TimePoints;
        var at = points.ToDictionary(p => p, _ => new SortedSet<string>(StringComparer.Ordinal));
        foreach (var relation in Relations)
        {
            foreach (var row in _everywhere.TryGetValue(relation.Name, out var told) ? points.Select(p => new LogRow(p, told(p))) : relation.Rows)
            {
                at[row.At == Instant.MinValue ? start : row.At].Add($"{relation.Name}({string.Join(',', row.Arguments.Select(Word))})");
            }
        }

        var text = new StringBuilder();
        foreach (var point in points)
        {
            text.Append(CultureInfo.InvariantCulture, $"@{StampOf(point)}");
            foreach (var happening in at[point])
            {
                text.Append(' ').Append(happening);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Verdicts round numbers; a log must not.</summary>
    private static string Word(Value value) => value switch
    {
        TextValue text => $"\"{text.Text.Replace('"', '\'')}\"",
        FloatValue number => ((decimal)number.Number).ToString("0.0###########################", CultureInfo.InvariantCulture),
        _ => VerdictFormat.Of(value),
    };

    private long Floor(Duration duration)
    {
        var nanoseconds = duration.ToBigIntegerNanoseconds();
        if (isFine)
        {
            return (long)nanoseconds;
        }

        var seconds = BigInteger.DivRem(nanoseconds, 1_000_000_000, out var rest);
        return (long)(rest.Sign < 0 ? seconds - 1 : seconds);
    }
}

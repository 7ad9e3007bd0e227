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
internal sealed class LogBook(Instant through, Instant start)
{
    private static readonly Instant LongAgo = Instant.FromUtc(1800, 1, 1, 0, 0);

    private readonly SortedDictionary<string, LogRelation> _relations = new(StringComparer.Ordinal);
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

    public long Seconds(Instant at) => Floor(at - Epoch);

    /// <summary>The first whole second after an instant that is itself not included.</summary>
    public long SecondAfter(Instant last) => Floor(last - Epoch) + 1;

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
            foreach (var row in relation.Rows)
            {
                at[row.At == Instant.MinValue ? start : row.At].Add($"{relation.Name}({string.Join(',', row.Arguments.Select(Word))})");
            }
        }

        var text = new StringBuilder();
        foreach (var point in points)
        {
            text.Append(CultureInfo.InvariantCulture, $"@{Seconds(point)}");
            foreach (var happening in at[point])
            {
                text.Append(' ').Append(happening);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Word(Value value) => value is TextValue text ? $"\"{text.Text.Replace('"', '\'')}\"" : VerdictFormat.Of(value);

    private static long Floor(Duration duration)
    {
        var nanoseconds = duration.ToBigIntegerNanoseconds();
        var seconds = BigInteger.DivRem(nanoseconds, 1_000_000_000, out var rest);
        return (long)(rest.Sign < 0 ? seconds - 1 : seconds);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Values;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Domain;

/// <summary>
/// All facts that are worth trying beside those of a history: of every kind that the texts speak of, with every value, place, actor and time that they tell apart.
/// Finite, and in a fixed order. A candidate is one fact, or a row of like ones where a number of events is counted.
/// </summary>
internal sealed class Candidates
{
    /// <summary>Of one kind so many shapes are tried; where there are more, the search says so.</summary>
    private const int MostShapes = 1_500;

    /// <summary>Events of which more than that are allowed are not lined up.</summary>
    private const decimal LongestRow = 60;

    private static readonly ImmutableArray<int> One = [1];

    /// <summary>Units of what is measured, and not counted: there is always something between two values.</summary>
    private static readonly ImmutableHashSet<string> Measured = ["m", "km", "cm", "mm", "nmi", "mi", "ft", "kg", "g", "t", "kt", "mt", "l", "s", "min", "h", "kn", "ha", "W", "kW", "MW", "V", "Hz"];

    private readonly ImmutableArray<Agreement> _texts;
    private readonly Reach _reach;
    private readonly HashSet<(string Kind, string Field)> _summed;
    private readonly Cast _cast;
    private readonly string? _party;
    private readonly Func<string, bool> _isAnybodys;
    private readonly ImmutableArray<Location> _locations;
    private readonly Dictionary<string, ImmutableArray<Shape>> _shapes = new(StringComparer.Ordinal);

    /// <param name="summed">What is added up by the clause that is to be broken: only there it matters that several facts reach a number together.</param>
    /// <param name="party">Whose keeping alone is asked about; null: everybody's.</param>
    /// <param name="isAnybodys">Kinds that may be anybody's all the same; null: none.</param>
    public Candidates(
        ImmutableArray<Agreement> texts, Reach reach, HashSet<(string Kind, string Field)> summed, Cast cast, Clock clock, string? party, Func<string, bool>? isAnybodys = null)
    {
        (_texts, _reach, _summed, _cast, Clock, _party, _isAnybodys) = (texts, reach, summed, cast, clock, party, isAnybodys ?? (_ => false));
        _locations = Locations.Of(texts, reach, cast);
    }

    public Clock Clock { get; }

    public Cast Cast => _cast;

    /// <summary>Kinds of which not all shapes are tried.</summary>
    public SortedSet<string> Cut { get; } = new(StringComparer.Ordinal);

    /// <summary>What is done or sets a clause going comes before what is only asked for besides: of histories of one length those are found first that show more.</summary>
    public IEnumerable<string> Kinds =>
        _reach.Kinds.OrderBy(k => (k.Value & (Part.Trigger | Part.Act)) == Part.None).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Key);

    /// <summary>What can be added, of such kinds.</summary>
    /// <param name="rowsAgain">Rows of events also beside others of their kind.</param>
    /// <param name="open">What is not kept: within its window is a time as well.</param>
    public IEnumerable<ImmutableArray<InventedFact>> Beside(ImmutableArray<InventedFact> facts, Func<string, bool> isWanted, bool rowsAgain = false, Finding? open = null)
    {
        ImmutableArray<Instant> times = [.. Clock.Within(open), .. Clock.Times([.. facts.Select(f => f.At).Concat(facts.Select(f => f.End).OfType<Instant>()).Distinct()])];
        foreach (var kind in Kinds.Where(isWanted))
        {
            foreach (var shape in ShapesOf(kind))
            {
                foreach (var roles in Filled(shape, facts))
                {
                    foreach (var at in times)
                    {
                        foreach (var (end, row) in shape.Ends.SelectMany(e => (!rowsAgain && facts.Any(f => f.Kind == kind) ? One : shape.Rows).Select(r => (e, r))))
                        {
                            yield return Row(facts, shape, roles, at, end, row);
                        }
                    }
                }
            }

            // A thing that is there already: elsewhere, or otherwise, later on.
            foreach (var thing in facts.Where(f => f.Kind == kind && f.Form == FactForm.Thing).GroupBy(f => f.Id).Select(g => g.MaxBy(f => f.At)!))
            {
                foreach (var shape in ShapesOf(kind).Where(s => Differs(s, thing)))
                {
                    foreach (var at in times.Where(t => t > thing.At))
                    {
                        yield return [thing with { At = at, End = null, Roles = shape.Place is { } place ? Placed(thing.Roles, shape.Prepositions, place) : thing.Roles, Fields = shape.Fields }];
                    }
                }
            }
        }
    }

    /// <summary>The same facts however they were called and in whatever order they were added.</summary>
    public static string KeyOf(ImmutableArray<InventedFact> facts)
    {
        // Ids carry the kind and a number: told apart by what the facts are, not by which came first.
        var ids = facts.GroupBy(f => f.Id, StringComparer.Ordinal).OrderBy(g => string.Join('\n', g.Select(f => Words(f, _ => string.Empty)).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select((g, i) => (g.Key, Name: $"#{i}")).ToDictionary(p => p.Key, p => p.Name, StringComparer.Ordinal);
        return string.Join('\n', facts.Select(f => Words(f, id => ids.GetValueOrDefault(id, id))).Order(StringComparer.Ordinal));
    }

    private static string Words(InventedFact fact, Func<string, string> name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name(fact.Id)} {fact.Kind} {fact.At.ToUnixTimeTicks()} {fact.End?.ToUnixTimeTicks()} {string.Join(';', fact.Roles.Select(r => $"{r.Key} {string.Join('+', r.Value.Select(name))}"))} {string.Join(';', fact.Fields.Select(f => $"{f.Key} {f.Value}"))}");

    private static ImmutableArray<InventedFact> Row(ImmutableArray<InventedFact> facts, Shape shape, ImmutableSortedDictionary<string, ImmutableArray<string>> roles, Instant at, Duration? end, int row)
    {
        var first = facts.Count(f => f.Kind == shape.Kind);
        var made = ImmutableArray.CreateBuilder<InventedFact>(row);
        for (var i = 0; i < row; i++)
        {
            var start = at + (Duration.FromHours(2) * i);
            made.Add(new InventedFact(
                string.Create(CultureInfo.InvariantCulture, $"{shape.Kind}_{first + i + 1}"), shape.Kind, shape.Form, start, end is { } length ? start + length : null, roles, shape.Fields));
        }

        return made.MoveToImmutable();
    }

    /// <summary>Events that a role asks for are those of the history.</summary>
    private IEnumerable<ImmutableSortedDictionary<string, ImmutableArray<string>>> Filled(Shape shape, ImmutableArray<InventedFact> facts)
    {
        IEnumerable<ImmutableSortedDictionary<string, ImmutableArray<string>>> all = [shape.Roles];
        foreach (var (preposition, noun) in shape.Open)
        {
            // Where there is nothing of the kind, it is left open what the fact is about.
            var ids = facts.Where(f => IsOf(f.Kind, noun)).Select(f => f.Id).Distinct().ToList();
            all = ids.Count == 0 ? all : all.SelectMany(a => ids.Select(id => a.Add(preposition, [id])));
        }

        return all;
    }

    private bool IsOf(string kind, string noun) => _texts.Any(t => t.Vocabulary.Kinds.TryGetValue(kind, out var declared)
        && (noun is "activity" or "request" ? declared.Form == KindForm.Event : t.Vocabulary.IsA(kind, noun)));

    private static bool Differs(Shape shape, InventedFact thing) =>
        !shape.Fields.SequenceEqual(thing.Fields) || (shape.Place is { } place && !shape.Prepositions.All(p => thing.Role(p).SequenceEqual(place.In)));

    private ImmutableArray<Shape> ShapesOf(string kind)
    {
        if (_shapes.TryGetValue(kind, out var known))
        {
            return known;
        }

        var shapes = Shapes(kind).Take(MostShapes + 1).ToImmutableArray();
        if (shapes.Length > MostShapes)
        {
            Cut.Add(kind);
            shapes = shapes[..MostShapes];
        }

        return _shapes[kind] = shapes;
    }

    private IEnumerable<Shape> Shapes(string kind)
    {
        var declared = _texts.Select(t => t.Vocabulary.Kinds.GetValueOrDefault(kind)).OfType<Kind>().FirstOrDefault();
        if (declared is null || declared.Form == KindForm.State)
        {
            yield break;
        }

        var form = declared.Form == KindForm.Thing ? FactForm.Thing : FactForm.Event;
        var prepositions = Mentioned(_reach.Places, kind).SelectMany(p => p).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        ImmutableArray<string> placed = [.. prepositions.Where(p => !p.StartsWith("field ", StringComparison.Ordinal))];
        var roles = declared.Roles.Where(r => r.Noun != "place").ToList();
        if (form == FactForm.Thing && !roles.Exists(r => r.Preposition == "of"))
        {
            roles.Add(new Role("of", "actor"));
        }

        var open = roles.Where(r => !IsActor(r.Noun)).Select(r => (r.Preposition, r.Noun)).ToImmutableArray();
        var rows = form == FactForm.Event ? RowsOf(kind) : [1];
        var ends = form == FactForm.Event ? EndsOf(kind) : [null];
        foreach (var fields in FieldsOf(declared))
        {
            foreach (var place in placed.IsEmpty ? [null] : _locations.Cast<Location?>())
            {
                foreach (var actors in ActorsOf(kind, [.. roles.Where(r => IsActor(r.Noun)).Select(r => r.Preposition)]))
                {
                    var where = place is null ? actors : Placed(actors, placed, place);
                    yield return new Shape(kind, form, where, place is null ? fields : fields.SetItems(place.Fields), open, placed, place, ends, rows);
                }
            }
        }
    }

    private static bool IsActor(string noun) => noun is "actor" or "alliance" or "party";

    private IEnumerable<ImmutableSortedDictionary<string, ImmutableArray<string>>> ActorsOf(string kind, ImmutableArray<string> prepositions)
    {
        IEnumerable<ImmutableSortedDictionary<string, ImmutableArray<string>>> all = [ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal)];
        foreach (var preposition in prepositions)
        {
            ImmutableArray<string> actors = _party is { } party && IsOwn(kind, preposition)
                ? [party, .. _reach.Named.Where(n => n.Preposition == preposition && n.Actor != party && IsAbout(kind, n.Kind)).Select(n => n.Actor).Distinct().Order(StringComparer.Ordinal)]
                : _cast.Actors;
            all = all.SelectMany(a => actors.Where(c => a.Values.All(v => v[0] != c)).Select(c => a.Add(preposition, [c])));
        }

        return all;
    }

    /// <summary>Does it make no difference to the party what others do or have of it?</summary>
    private bool IsOwn(string kind, string preposition) =>
        !_isAnybodys(kind) && !_reach.OfAnybody.Any(o => o.Preposition == preposition && IsAbout(kind, o.Kind));

    private bool IsAbout(string kind, string mentioned) => mentioned is "activity" or "request" || IsSameLine(kind, mentioned);

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Placed(
        ImmutableSortedDictionary<string, ImmutableArray<string>> roles, ImmutableArray<string> prepositions, Location place)
    {
        foreach (var preposition in prepositions)
        {
            roles = place.In.IsEmpty ? roles.Remove(preposition) : roles.SetItem(preposition, place.In);
        }

        return place.Outside.IsEmpty ? roles.Remove("outside") : roles.SetItem("outside", place.Outside);
    }

    private IEnumerable<ImmutableSortedDictionary<string, Value>> FieldsOf(Kind kind)
    {
        IEnumerable<ImmutableSortedDictionary<string, Value>> all = [ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal)];
        foreach (var (field, values) in ValuesOf(kind))
        {
            all = field.EndsWith('*')
                ? all.SelectMany(a => FromEach(field[..^1], values).Select(a.AddRange))
                : all.SelectMany(a => values.Select(v => v is null ? a : a.Add(field, v)));
        }

        return all;
    }

    /// <summary>Distances from something of each actor: near one of them, or from all as far as any that is asked for.</summary>
    private IEnumerable<ImmutableSortedDictionary<string, Value>> FromEach(string field, List<Value?> values)
    {
        var far = _cast.Actors.ToImmutableSortedDictionary(a => field + a, _ => values[^1]!, StringComparer.Ordinal);
        return values.SkipLast(1).SelectMany(v => _cast.Parties.Select(p => far.SetItem(field + p, v!))).Append(far);
    }

    private SortedDictionary<string, List<Value?>> ValuesOf(Kind kind)
    {
        var values = new SortedDictionary<string, List<Value?>>(StringComparer.Ordinal);
        var pool = _reach.Related.SelectMany(key => _reach.Numbers.GetValueOrDefault(key) ?? []).ToHashSet();
        foreach (var group in _reach.Numbers.Where(n => IsSameLine(kind.Name, n.Key.Kind)).GroupBy(n => n.Key.Field))
        {
            var keys = group.Select(g => g.Key).ToList();
            var isCount = group.Key == "count";
            if (isCount && kind.Form == KindForm.Event)
            {
                continue;
            }

            var isRelated = keys.Exists(_reach.Related.Contains);
            var dimension = group.Key.StartsWith(ReachReader.Distance, StringComparison.Ordinal) ? "m" : kind.Fields.GetValueOrDefault(group.Key)?.Dimension ?? string.Empty;
            var isWhole = isCount || (!Measured.Contains(dimension) && _texts.All(t => t.Vocabulary.Units.Values.Count(u => u.Dimension == dimension) <= 1));
            var cells = Cells.Of(group.SelectMany(g => g.Value).Concat(isRelated ? pool : []), keys.Exists(_summed.Contains), isRelated, isWhole);
            List<Value?> numbers = [.. cells.Where(c => !isCount || (c >= 1 && c == decimal.Truncate(c))).Select(c => new NumberValue(NumberRange.Exactly(c), dimension))];
            values[group.Key] = isCount ? [null, .. numbers.Where(n => n is not NumberValue { Range.Low: 1 })] : numbers;
        }

        foreach (var (_, field) in _reach.Truths.Where(t => IsSameLine(kind.Name, t.Kind)))
        {
            values[field] = [new TruthValue(false), new TruthValue(true)];
        }

        foreach (var (key, texts) in _reach.Texts.Where(t => IsSameLine(kind.Name, t.Key.Kind)))
        {
            values[key.Field] = [.. texts.Select(t => new TextValue(t)), new TextValue("something else")];
        }

        return values;
    }

    private bool IsSameLine(string kind, string mentioned) => _texts.Any(t => t.Vocabulary.IsA(kind, mentioned) || t.Vocabulary.IsA(mentioned, kind));

    private IEnumerable<SortedSet<string>> Mentioned(Dictionary<string, SortedSet<string>> sets, string kind) => sets.Where(s => IsSameLine(kind, s.Key)).Select(s => s.Value);

    private ImmutableArray<Duration?> EndsOf(string kind)
    {
        var asked = _reach.Durations.Where(d => IsSameLine(kind, d.Key)).ToList();
        return asked.Count == 0 ? [null]
            : asked.TrueForAll(d => d.Value.Count == 0) ? [Duration.FromDays(1)]
            : [.. Cells.Of(asked.SelectMany(d => d.Value).DefaultIfEmpty(86_400m)).Where(s => s > 0).Select(s => (Duration?)Duration.FromSeconds((double)s))];
    }

    /// <summary>One event, and as many as are just allowed or one too many where events are counted.</summary>
    private ImmutableArray<int> RowsOf(string kind)
    {
        var counted = _summed.Where(s => s.Field == "count" && IsSameLine(kind, s.Kind)).SelectMany(s => _reach.Numbers.GetValueOrDefault(s) ?? []);
        return [.. counted.Where(n => n is > 0 and <= LongestRow).SelectMany(n => new[] { (int)n, (int)n + 1 }).Append(1).Distinct().Order()];
    }

    private sealed record Shape(
        string Kind,
        FactForm Form,
        ImmutableSortedDictionary<string, ImmutableArray<string>> Roles,
        ImmutableSortedDictionary<string, Value> Fields,
        ImmutableArray<(string Preposition, string Noun)> Open,
        ImmutableArray<string> Prepositions,
        Location? Place,
        ImmutableArray<Duration?> Ends,
        ImmutableArray<int> Rows);
}

using System.Globalization;
using NodaTime;
using Pacta.Geography.Zones;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;
using Pacta.Negotiation.Histories;

namespace Pacta.Presentation.Histories;

/// <summary>Invented facts as a scenario has them, so that what is read can be put into a file and run.</summary>
internal sealed class FactLines
{
    /// <summary>Of a longer row of like events the first is shown, and how many there are.</summary>
    private const int LongRow = 4;

    private const string Distance = "distance from ";
    private const string Territory = "territory of ";

    private readonly Agreement _agreement;
    private readonly StandIns _standIns;

    public FactLines(Agreement agreement, StandIns standIns) => (_agreement, _standIns) = (agreement, standIns);

    /// <summary>Every fact, as a scenario needs it.</summary>
    public IEnumerable<string> All(InventedHistory history)
    {
        var named = Named(history);
        return Judged(history).Concat(history.Facts.Select(f => Line(f, named.Contains(f.Id))));
    }

    /// <summary>For reading: a long row of like events is one line.</summary>
    /// <param name="more">Told how many are alike and when the last one is.</param>
    public IEnumerable<string> Folded(InventedHistory history, Func<int, string, string> more)
    {
        var named = Named(history);
        foreach (var line in Judged(history))
        {
            yield return line;
        }

        foreach (var row in history.Facts.GroupBy(f => f.Form == FactForm.Event && !named.Contains(f.Id) ? Words(f, string.Empty) : f.Id + f.At))
        {
            var facts = row.ToList();
            if (facts.Count < LongRow)
            {
                foreach (var fact in facts)
                {
                    yield return Line(fact, named.Contains(fact.Id));
                }
            }
            else
            {
                yield return $"{Line(facts[0], false)}  {more(facts.Count, Time(facts[^1].At, facts[^1].IsByDay))}";
            }
        }
    }

    /// <summary>One fact by itself.</summary>
    public string One(InventedFact fact) => Line(fact, isNamed: false);

    /// <summary>A value of a field, with its unit.</summary>
    public string Value(string field, Value value) => value switch
    {
        NumberValue number => Number(number),
        _ => Field(field, value)[(field.Length + 1)..],
    };

    public string Time(Instant at, bool byDay)
    {
        var local = at.InZone(_agreement.Calendar.Zone).LocalDateTime;
        return local.ToString(byDay ? "uuuu-MM-dd" : local.Second == 0 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private IEnumerable<string> Judged(InventedHistory history) =>
        history.Judgements.Select(j => $"{Time(j.At, byDay: true)}  judged \"{j.Matter}\" {(j.Holds ? "yes" : "no")}");

    /// <summary>What others refer to, and things that are seen more than once, have a name.</summary>
    private static HashSet<string> Named(InventedHistory history) =>
    [
        .. history.Facts.SelectMany(f => f.Roles.Values).SelectMany(n => n).Where(n => history.Facts.Any(f => f.Id == n)),
        .. history.Facts.GroupBy(f => f.Id).Where(g => g.Count() > 1).Select(g => g.Key),
    ];

    private string Line(InventedFact fact, bool isNamed) => $"{Time(fact.At, fact.IsByDay)}  {Words(fact, isNamed ? fact.Id : string.Empty)}";

    private string Words(InventedFact fact, string name)
    {
        var words = fact.Kind + (name.Length > 0 ? " " + name : string.Empty);
        foreach (var (preposition, names) in fact.Roles.OrderBy(r => Order(r.Key)))
        {
            words += string.Concat(names.Select(n => $" {preposition} {NameOf(n)}"));
        }

        if (fact.End is { } end)
        {
            words += $" until {Time(end, fact.IsByDay)}";
        }

        var fields = fact.Fields.Select(f => Field(f.Key, f.Value)).ToList();
        return fields.Count == 0 ? words : $"{words} with {string.Join(", ", fields)}";
    }

    /// <summary>"of" belongs to the noun before it, and who does it is told before where.</summary>
    private static int Order(string preposition) => preposition switch
    {
        "of" => 0,
        "by" => 1,
        "to" => 2,
        "against" => 3,
        "outside" => 5,
        _ => 4,
    };

    private string NameOf(string name) =>
        name.StartsWith(Territory, StringComparison.Ordinal) ? Territory + _standIns.NameOf(name[Territory.Length..])
        : _agreement.Vocabulary.Actors.ContainsKey(name) ? _standIns.NameOf(name)
        : name;

    private string Field(string field, Value value) => value switch
    {
        OneOfPositionsValue at => $"position \"{at.Place}\"",
        AreaValue { Shape.Polygons: [{ Holes.Length: 0 } only] } => $"area \"{string.Join(", ", only.Outer.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Longitude:0.####} {c.Latitude:0.####}")))}\"",
        PositionValue at => string.Create(CultureInfo.InvariantCulture, $"position \"{at.Latitude:0.####} {at.Longitude:0.####}\", accuracy {at.AccuracyMetres:0} m")
            + (at.HeightMetres is { } height ? string.Create(CultureInfo.InvariantCulture, $", height {height:0.#} m") : string.Empty)
            + at.HeightAbove switch { HeightDatum.Ground => ", above ground", HeightDatum.Sea => ", above sea", _ => string.Empty },
        NumberValue number when field.StartsWith(Distance, StringComparison.Ordinal) => $"distance {Number(number)} from {NameOf(field[Distance.Length..])}",
        NumberValue number => $"{field} {Number(number)}",
        TruthValue truth => $"{field} {(truth.IsTrue ? "yes" : "no")}",
        TextValue text => $"{field} \"{text.Text}\"",
        _ => $"{field} {value}",
    };

    /// <summary>In the largest unit in which no digit is lost.</summary>
    private string Number(NumberValue value)
    {
        var number = value.Range.Low ?? 0;
        if (value.Dimension.Length == 0)
        {
            return Digits(number);
        }

        var unit = _agreement.Vocabulary.Units.Values
            .Where(u => u.Dimension == value.Dimension && u.Factor > 0 && number != 0 && decimal.Remainder(number * 1_000, u.Factor * 1_000) == 0)
            .MaxBy(u => u.Factor);
        return unit is null ? $"{Digits(number)} {value.Dimension}" : $"{Digits(number / unit.Factor)} {unit.Name}";
    }

    private static string Digits(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture).Replace(',', '_');
}

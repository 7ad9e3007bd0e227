using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Model.Time;

namespace Pacta.Tests.Logic.Direct;

/// <summary>Invents agreements and exact histories, with times near the bounds that the clauses draw.</summary>
internal sealed class CaseMaker(Dice dice)
{
    private static readonly LocalDate Entry = new(2020, 1, 31);

    private readonly List<Instant> _anchors = [];
    private int _count;

    public static InventedCase Make(int seed) => new CaseMaker(new Dice(seed)).Make();

    private InventedCase Make()
    {
        var zone = dice.Of("UTC", "Europe/Kyiv", "America/New_York", "Asia/Tehran");
        var calendar = new AgreementCalendar(DateTimeZoneProviders.Tzdb[zone], []);
        var clauses = new ClauseMaker(dice);
        ImmutableArray<string> texts = [.. Enumerable.Range(0, dice.Number(1, 3)).Select(_ => clauses.Clause())];
        foreach (var date in new[] { Entry, new(2020, 2, 10), new(2020, 2, 15), new(2020, 2, 29), new(2020, 3, 1), new(2020, 3, 10), new(2020, 3, 29), new(2020, 12, 31) })
        {
            _anchors.Add(calendar.StartOf(date));
            _anchors.Add(calendar.EndOf(date));
        }

        List<ToldFact> facts = [];
        foreach (var _ in Enumerable.Range(0, dice.Number(1, 12)))
        {
            facts.AddRange(Facts(facts, calendar, string.Concat(texts)));
        }

        var last = facts.Max(f => f.At);
        var horizon = dice.Number(0, 4) switch
        {
            0 => calendar.EndOf(new LocalDate(2020, 12, 31)),
            1 => dice.Of([.. facts.Select(f => f.At)]),
            2 => Near(facts, calendar),
            _ => last + Duration.FromDays(dice.Number(0, 40)),
        };
        return new InventedCase(zone, Header(string.Concat(texts), clauses), [Tables, .. texts], [.. facts], horizon);
    }

    private const string Tables = """
          amount limit of actor P {
            4 if P is aland
            2 if P is pact
            1 if P is belligerent
          }

          amount reach of force f {
            20 km if f is gun and size of f at least 100
            12 km if f is rotating
            5 km otherwise
          }
        """;

    private ImmutableArray<string> Header(string clauses, ClauseMaker maker)
    {
        if (!clauses.Contains("entry_into_force", StringComparison.Ordinal) && dice.OneIn(8))
        {
            return ["status proposal", "parties aland, borland, cedria", .. dice.OneIn(3) ? new[] { "expires 2020-12-31" } : []];
        }

        List<string> lines =
        [
            dice.Of("parties aland, borland, cedria", "parties aland, borland, cedria", "parties pact, dorland", "parties aland, borland"),
            dice.Of("enters into force 2020-01-31", "enters into force 2020-01-31", "enters into force 2020-01-31 12:00", "enters into force 2018-06-30"),
        ];
        if (dice.OneIn(4))
        {
            lines.Add($"expires {dice.Of("2020-02-29", "2020-03-10", "2020-12-31", "2021-02-15")}");
        }

        if (dice.OneIn(5))
        {
            lines.Add($"{dice.Of("suspended", "withdrawn")} by {dice.Of("aland", "borland")} as from {dice.Of("2020-02-15", "2020-03-01 12:00", "2020-01-31", "2019-12-31")}{dice.Maybe(5, () => " until 2020-03-10")}");
        }
        else if (dice.OneIn(6))
        {
            lines.Add("suspended by aland as from 2020-02-15 until 2020-03-15");
        }

        if (dice.OneIn(8))
        {
            lines.AddRange(maker.Survives().Split('\n', StringSplitOptions.TrimEntries));
        }

        if (dice.OneIn(8))
        {
            lines.Add("provisional as from 2020-01-10 until 2020-01-30");
        }

        return [.. lines];
    }

    // ------------------------------------------------------------------------------------------------ times

    private static Lapse[] Lapses { get; } =
    [
        new(1, LapseUnit.Hour), new(24, LapseUnit.Hour), new(48, LapseUnit.Hour), new(72, LapseUnit.Hour), new(30, LapseUnit.Minute),
        new(1, LapseUnit.Day), new(2, LapseUnit.Day), new(3, LapseUnit.Day), new(10, LapseUnit.Day), new(30, LapseUnit.Day),
        new(1, LapseUnit.WorkingDay), new(2, LapseUnit.WorkingDay), new(1, LapseUnit.Week), new(2, LapseUnit.Week),
        new(1, LapseUnit.Month), new(2, LapseUnit.Month),
    ];

    /// <summary>Near the time of something told before, or near a turn of the calendar.</summary>
    private Instant Near(List<ToldFact> facts, AgreementCalendar calendar)
    {
        var before = facts.Count > 0 && !dice.OneIn(3) ? dice.Of([.. facts]) : null;
        var from = before is null ? dice.Of([.. _anchors]) : dice.OneIn(4) ? before.End ?? before.At : before.At;
        var lapse = dice.Of(Lapses);
        return dice.Number(0, 9) switch
        {
            0 or 1 => from + dice.Nudge(),
            2 or 3 => calendar.LastInstant(from, lapse, back: false) + dice.Nudge(),
            4 => calendar.FirstInstant(from, lapse, back: true) + dice.Nudge(),
            5 => calendar.LastInstant(from, lapse, back: true) + dice.Nudge(),
            6 => calendar.StartOf(calendar.DateOf(from)) + dice.Nudge(),
            7 => calendar.EndOf(calendar.DateOf(from)) + dice.Nudge(),
            8 => from + Duration.FromDays(dice.Number(-20, 20)) + Duration.FromMinutes(dice.Number(0, 2000)),
            _ => calendar.Zone.AtLeniently(new LocalDate(2020, dice.Number(1, 12), dice.Number(1, 28)) + new LocalTime(dice.Number(0, 23), 30)).ToInstant(),
        };
    }

    private Instant EndAfter(Instant start) => dice.Number(0, 3) switch
    {
        0 => start + Duration.FromHours(dice.Of(1, 24, 72)),
        1 => start + Duration.FromHours(dice.Of(1, 24, 72)) + dice.Of(Duration.FromNanoseconds(1), Duration.FromNanoseconds(-1), Duration.FromSeconds(1)),
        _ => start + Duration.FromMinutes(dice.Number(1, 10_000)),
    };

    // ------------------------------------------------------------------------------------------------ facts

    private string Id(string stem) => string.Create(CultureInfo.InvariantCulture, $"{stem}_{++_count}");

    private string Actor() => dice.Of("aland", "aland", "borland", "borland", "cedria", "dorland");

    private string Other(string actor) => dice.Of([.. new[] { "aland", "borland", "cedria" }.Where(a => a != actor)]);

    private ToldFact Placed(ToldFact fact) => dice.Number(0, 3) switch
    {
        0 or 1 => fact.With("in", "north").With("outside", "south"),
        2 => fact.With("in", "south").With("outside", "north"),
        _ => fact.With("outside", "north", "south"),
    };

    private IEnumerable<ToldFact> Facts(List<ToldFact> told, AgreementCalendar calendar, string clauses)
    {
        var at = Near(told, calendar);
        var end = EndAfter(at);
        bool Mentions(string word) => clauses.Contains(word, StringComparison.Ordinal);
        string[] kinds =
        [
            .. new[] { "exercise", "visit_request", "visit", "fire", "withdrawal", "consent", "withdrawal_notice", "suspension_notice" }.Where(Mentions),
            .. Mentions("belligerent") ? ["war", "peace"] : Array.Empty<string>(),
            .. Mentions(" report ") ? ["report"] : Array.Empty<string>(),
            .. Mentions("meeting") ? ["meeting"] : Array.Empty<string>(),
            .. Mentions("tank") || Mentions("gun") || Mentions("force") ? ["thing", "thing", "thing"] : Array.Empty<string>(),
            .. told.Any(f => f.Kind == "exercise") && Mentions("notification") ? ["notification", "notification"] : Array.Empty<string>(),
            .. told.Any(f => f.Kind == "visit_request") && Mentions("reply") ? ["reply", "reply"] : Array.Empty<string>(),
        ];
        var actor = Actor();
        var kind = kinds.Length == 0 ? "exercise" : dice.Of(kinds);
        ToldFact Event() => ToldFact.Event(Id(kind), kind, at, end).With("by", actor);
        return kind switch
        {
            "exercise" => [Placed(Event()).With("troops", dice.Of(4_000, 5_000, 9_000, 9_001, 13_000), "person").With("tanks", dice.Of(9, 10, 20), string.Empty).With("alert", dice.OneIn(3))],
            "notification" => [Notification(told, at, end)],
            "reply" => [Reply(told, at, end)],
            "visit_request" or "report" => [Event().With("to", Other(actor))],
            "visit" => [Placed(Event().With("to", Other(actor))).With("inspectors", dice.Number(1, 9), string.Empty)],
            "meeting" => [dice.OneIn(2) ? Event() : ToldFact.Event(Id(kind), kind, at, end).With("by", actor, Other(actor))],
            "fire" => [Placed(Event())],
            "thing" => Thing(told, at, calendar),
            _ => [Event()],
        };
    }

    private ToldFact Notification(List<ToldFact> told, Instant at, Instant end)
    {
        var of = dice.Of([.. told.Where(f => f.Kind == "exercise")]);
        var by = dice.OneIn(5) ? Actor() : of.Roles[0].Names[0];
        return ToldFact.Event(Id("notification"), "notification", at, end).With("by", by).With("of", of.Id).With("to", Other(by));
    }

    private ToldFact Reply(List<ToldFact> told, Instant at, Instant end)
    {
        var to = dice.Of([.. told.Where(f => f.Kind == "visit_request")]);
        var by = dice.OneIn(5) ? Actor() : to.Roles.First(r => r.Preposition == "to").Names[0];
        return ToldFact.Event(Id("reply"), "reply", at, end).With("by", by).With("to", to.Id);
    }

    private IEnumerable<ToldFact> Thing(List<ToldFact> told, Instant at, AgreementCalendar calendar)
    {
        var earlier = told.Where(f => f.Kind is "tank" or "gun").ToArray();
        if (earlier.Length > 0 && dice.OneIn(2))
        {
            var before = dice.Of(earlier);
            var isLast = told.Where(f => f.Id == before.Id).All(f => f.At < at && f.End is null);
            return isLast ? [Described(ToldFact.Thing(before.Id, before.Kind, at, dice.OneIn(3) ? EndAfter(at) : null), isFirst: false)] : [];
        }

        var kind = dice.Of("tank", "gun");
        return [Described(ToldFact.Thing(Id(kind), kind, at, dice.OneIn(5) ? EndAfter(at) : null).With("of", Actor()), isFirst: true)];
    }

    private ToldFact Described(ToldFact thing, bool isFirst)
    {
        thing = isFirst || dice.OneIn(2) ? Placed(thing) : thing;
        thing = isFirst || dice.OneIn(2) ? thing.With("size", dice.Of(50, 100, 101, 300), "person") : thing;
        thing = isFirst || dice.OneIn(2) ? thing.With("tonnage", dice.Of(10, 20, 40), "t") : thing;
        thing = isFirst || dice.OneIn(2) ? thing.With("rotating", dice.OneIn(3)) : thing;
        thing = isFirst || dice.OneIn(2) ? thing.With("distance from border", dice.Of(5_000, 9_999, 10_000, 12_000, 20_000), "m") : thing;
        return dice.OneIn(2) ? thing.With("count", dice.Number(1, 3), string.Empty) : thing;
    }
}

using System.Globalization;
using CsCheck;

namespace Pacta.Tests.Laws;

/// <summary>Generates report lines: sources that disagree, deny, are late, imprecise and take things back.</summary>
internal static class ReportLines
{
    private static readonly Gen<string> Party = Pick("aland", "borland", "cedria");

    private static readonly Gen<string> Source = Pick("alpha", "beta", "watch", "paper");

    private static readonly Gen<DateTime> Day = Gen.Int[0, 720].Select(n => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(n));

    private static readonly Gen<string> Time = Gen.Select(Day, Gen.Int[0, 1439], Gen.Int[0, 4]).Select((day, minute, form) => form switch
    {
        0 => $"\"{Stamp(day.AddMinutes(minute))}\"",
        1 => $"\"{day:yyyy-MM}\"",
        2 => $$"""{"from":"{{day:yyyy-MM-dd}}","to":"{{day.AddDays(minute % 9):yyyy-MM-dd}}"}""",
        _ => $"\"{day:yyyy-MM-dd}\"",
    });

    private static readonly Gen<string> Number = Gen.Select(Pick(40, 60, 100, 101, 8_999, 9_000, 9_001, 20_000), Gen.Int[0, 3]).Select((n, form) => form switch
    {
        0 => $$"""{"about":{{n}}}""",
        1 => $$"""{"low":{{n}},"high":{{n + 100}}}""",
        _ => n.ToString(CultureInfo.InvariantCulture),
    });

    private static readonly Gen<string> Event = Gen.Select(Gen.Int[0, 8], Party, Party, Time, Number, Gen.Int[0, 9]).Select((n, by, to, time, number, form) => form switch
    {
        0 or 1 => $$"""
            "event":"exercise_{{n}}","kind":"exercise","by":"{{by}}","time":{{time}},"fields":{"troops":{{number}} {{(n % 3 == 0 ? ",\"alert\":true" : string.Empty)}} }
            """,
        2 => $$"""
            "event":"notice_{{n}}","kind":"notification","by":"{{by}}","to":"{{to}}","of":"exercise_{{n}}","time":{{time}}
            """,
        3 => $$"""
            "event":"request_{{n}}","kind":"explanation_request","by":"{{by}}","to":"{{to}}","time":{{time}}
            """,
        4 => $$"""
            "event":"reply_{{n}}","kind":"reply","by":"{{by}}","to":"request_{{n}}","time":{{time}}
            """,
        5 => $$"""
            "event":"tank_{{n}}","kind":"tank","of":"{{by}}","{{(n % 2 == 0 ? "in" : "outside")}}":"strip","time":{{time}},"fields":{"count":{{number}}}
            """,
        6 => $$"""
            "event":"fire_{{n}}","kind":"fire",{{(n == 0 ? string.Empty : n == 1 ? "\"by\":{\"one_of\":[\"aland\",\"borland\"]}," : $"\"by\":\"{by}\",")}}"in":"strip","time":{{time}}
            """,
        7 => $$"""
            "event":"missile_{{n}}","kind":"missile","of":"{{by}}","time":{{time}},"distances":{"front":{"value":{{n * 10}},"unit":"km"} },"fields":{"range":{"value":{{n * 100}},"unit":"km"} }
            """,
        8 => $$"""
            "event":"consent_{{n}}","kind":"consent","by":"{{by}}","time":{{time}}
            """,
        _ => $$"""
            "event":"action_{{n}}","kind":"action","by":"{{by}}","time":{{time}}
            """,
    });

    private static readonly Gen<(string Body, string Source, string Recorded, bool Denies)> Line =
        Gen.Select(Event, Source, Day, Gen.Int[0, 7]).Select((body, source, recorded, denies) => (body, source, Stamp(recorded.AddDays(3)), denies == 0));

    /// <summary>Up to fourteen reports with unique ids; some deny what others assert.</summary>
    public static readonly Gen<string[]> Some = Line.Array[1, 14].Select(lines => lines.Select((l, i) => Render($"r{i:00}", l)).ToArray());

    public static string Render(string id, (string Body, string Source, string Recorded, bool Denies) line) =>
        $$"""{"id":"{{id}}","source":"{{line.Source}}","recorded":"{{line.Recorded}}",{{(line.Denies ? "\"polarity\":\"denies\"," : string.Empty)}}{{line.Body.Trim()}} }""";

    public static readonly Gen<(string Body, string Source, string Recorded, bool Denies)> One = Line;

    /// <summary>Reports, and perhaps records of the other types: counts, coverage, completeness, grades, judgements, determinations.</summary>
    public static Gen<string[]> Mixed => Gen.Select(Some, Gen.Select(Other, Day).Array[0, 4])
        .Select((lines, others) => lines.Concat(others.Select((o, i) => Render($"o{i:00}", o.Item1, Stamp(o.Item2.AddDays(30))))).ToArray());

    /// <summary>A record of each other type, without its id and without the time at which it was recorded.</summary>
    public static readonly Gen<string> Other = Gen.Select(Gen.Int[0, 5], Source, Gen.Int[0, 13], Party).Select((form, source, n, party) => form switch
    {
        0 => $$"""
            "type":"complete","source":"{{source}}","kinds":["fire"],"through":"2020-12-31"
            """,
        1 => $$"""
            "type":"judgement","source":"{{source}}","matter":"calm","holds":{{(n % 2 == 0 ? "true" : "false")}},"time":"2020-06-01"
            """,
        2 => $$"""
            "type":"coverage","source":"{{source}}","place":"strip","period":"2020-06","means":"patrols"
            """,
        3 => $$"""
            "type":"grade","assessor":"{{source}}","target":"r{{n:00}}","code":"B2","why":"seen twice"
            """,
        4 => $$"""
            "type":"count","source":"{{source}}","kind":"fire","number":{{n}}{{(n % 2 == 0 ? ",\"in\":\"strip\"" : string.Empty)}}{{(n % 3 == 0 ? $",\"by\":\"{party}\"" : string.Empty)}},"period":"2020-06"
            """,
        _ => $$"""
            "type":"determination","body":"{{source}}","date":"2020-12-01","text":"So decided.","clause":"7","by":"{{party}}"
            """,
    });

    public static string Render(string id, string other, string recorded) => $$"""{"id":"{{id}}","recorded":"{{recorded}}",{{other.Trim()}}}""";

    private static Gen<T> Pick<T>(params T[] options) => Gen.Int[0, options.Length - 1].Select(i => options[i]);

    private static string Stamp(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z";
}

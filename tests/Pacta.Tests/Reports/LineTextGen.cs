using CsCheck;

namespace Pacta.Tests.Reports;

/// <summary>Lines as people and programs write them: mostly right ones, in many ways, and some with something odd or wrong in them.</summary>
internal static class LineTextGen
{
    private static readonly string[] Odd =
    [
        "\"\"", "\" a\"", "\"a \"", "\"a\\u0041\"", "\"a\\\"b\"", "\"\\ud800\"", "\"a\tb\"", "\"a\u007fb\"", "\"\uffff\"", "null", "true", "tru", "12", "-0", "00", "1e3", "1E+2", ".5", "5.",
        "1.50", "-3", "-0.0", "1000000000000000", "1000000000000001", "999999999999999.9", "0.1000", "12345678901234567890", "[]", "[\"a\"]", "[\"a\",1]", "[\"a\",]", "{}", "{\"one_of\":[]}",
        "{\"one_of\":[\"a\"],\"x\":1}", "{\"low\":2,\"high\":1}", "{\"about\":1,\"low\":1}", "{\"unit\":\"km\"}", "{\"from\":\"2022\",\"to\":\"2021\"}", "{\"from\":\"2022\"}",
        "{\"a\":1,\"a\":2}", "{\"count\":1.5}", "{\"count\":\"3\"}", "{\"position\":1}", "{\"distance from x\":1}", "{\"lat\":91,\"lon\":0,\"accuracy_m\":1}", "{\"a\":{\"b\":1}}",
        "\"" + new string('x', 201) + "\"", "\"" + new string('é', 150) + "\"", "\"e@1\"", "\"2021-02-30\"", "\"2021-09-10T25:00\"", "\"0999\"", "\"2021-9-1\"", "\"denied\"",
    ];

    private static readonly Gen<string> Name =
        Gen.OneOf("\"aland\"", "\"borland\"", "\"north wind\"", "\"Донецьк\"", "\"it's 😀\"", "\"territory of aland\"", "\"e1\"", "\"" + new string('n', 200) + "\"", "\"a\"", "\"abcdefg\"", "\"abcdefgh\"");

    private static readonly Gen<string> Moment = Gen.OneOf(
        "\"2021\"", "\"2021-09\"", "\"2021-09-10\"", "\"2021-09-10T14:30\"", "\"2021-09-10 14:30\"", "\"2021-09-10T14:30:05\"", "\"2021-09-10T14:30:05.25\"", "\"2021-09-10T14:30Z\"",
        "\"2021-09-10T14:30:00Z\"", "\"2021-09-10T14:30:00.123456789Z\"", "\"2021-09-10T14:30+03:00\"", "\"2021-09-10T14:30:00-05:30\"", "\"2024-02-29\"", "\"2999-12-31\"", "\"1000\"");

    private static readonly Gen<string> When = Gen.OneOf(Moment, Moment, Gen.OneOf("{\"from\":\"2021-09-01\",\"to\":\"2021-09-20\"}", "{ \"to\" : \"2022\", \"from\" : \"2021\" }"));

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int[-2, 9].Select(i => $"{i}"), Gen.Int[0, 300_000].Select(i => $"{i}"), Gen.Long[0, 999_999_999_999_999].Select(i => $"{i}"),
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99]).Select((a, b) => $"{a}.{b:00}"),
        Gen.OneOf("{\"about\":9000}", "{\"low\":1,\"high\":2}", "{\"low\":5}", "{\"high\":5.5}", "{\"value\":12,\"unit\":\"km\"}", "{\"unit\":\"km\",\"about\":-1}"));

    private static readonly Gen<string> Names = Gen.Select(Name.Array[1, 3], Gen.Bool).Select((n, one) => one ? $"{{\"one_of\":[{string.Join(',', n)}]}}" : $"[{string.Join(", ", n)}]");

    private static readonly Gen<string> Fields = Gen.Select(
        Gen.OneOf("troops", "tanks", "count", "alert", "größe", "share of all"), Gen.Frequency((6, Number), (1, Gen.OneOf("true", "false")), (1, Name), (1, Names), (1, Gen.OneOf(Odd))))
        .Array[0, 4].Select(f => $"{{{string.Join(',', f.Select(p => $"\"{p.Item1}\":{p.Item2}"))}}}");

    private static readonly Gen<(string Name, Gen<string> Value)> Member = Gen.OneOf(
        Gen.OneOf("origin", "supersedes", "reference").Select(n => (n, Name)),
        Gen.OneOf("published", "recorded").Select(n => (n, Moment)),
        Gen.Const(("end", When)),
        Gen.OneOf("by", "to", "of", "in", "into", "from", "over", "through", "on", "against", "under", "outside").Select(n => (n, Gen.OneOf(Name, Names))),
        Gen.OneOf("by", "in", "of").Select(n => (n, Name)),
        Gen.OneOf("retracts", "derived_from").Select(n => (n, Name.Array[1, 2].Select(i => $"[{string.Join(',', i)}]"))),
        Gen.Const(("fields", Fields)),
        Gen.Const(("fields", Fields)),
        Gen.Const(("distances", Number.Select(n => $"{{\"contact_line\":{n}}}"))),
        Gen.Const(("position", Gen.Select(Gen.Int[-90, 90], Gen.Int[0, 99]).Select((a, b) => $"{{\"lat\":{a},\"lon\":{b}.{b:00},\"accuracy_m\":{b}}}"))),
        Gen.Const(("claim", Gen.OneOf("\"occurrence\"", "\"attribution\"", "\"field\""))),
        Gen.Const(("polarity", Gen.OneOf("\"asserts\"", "\"denies\""))),
        Gen.Const(("basis", Gen.OneOf("\"direct\"", "\"sensor\"", "\"hearsay\"", "\"admission\"", "\"inference\""))),
        Gen.Const(("type", Gen.OneOf("\"report\"", "\"complete\""))),
        Gen.OneOf("tanks", "Time", "").Select(n => (n, Number)),
        Gen.Const(("claims", Gen.Const("[{\"event\":\"e1\",\"kind\":\"exercise\",\"time\":\"2021\"},{\"event\":\"e2\",\"kind\":\"exercise\",\"time\":\"2022\"}]"))));

    private static readonly Gen<(string Name, string Value)> More = Member.SelectMany(m => Gen.Frequency((19, m.Value), (1, Gen.OneOf(Odd))).Select(v => (m.Name, v)));

    private static readonly Gen<(string Name, string Value)[]> First = Gen.Select(Gen.Int[0, 9], Name, Name, When, Gen.Int[0, 29])
        .Select((id, source, kind, time, without) => new[] { ("id", $"\"r{id}\""), ("source", source), ("event", $"\"e{id}\""), ("kind", kind), ("time", time) }.Where((_, i) => i != without).ToArray());

    /// <summary>One line, whatever is in it.</summary>
    public static readonly Gen<string> Line = Gen.Select(
        Gen.Select(First, More.Array[0, 4]).SelectMany((first, more) => Gen.Shuffle(first.Concat(more).ToArray())),
        Gen.Frequency((4, Gen.Const("")), (1, Gen.OneOf(" ", "\t", "  "))),
        Gen.Frequency((30, Gen.Const("")), (1, Gen.OneOf(",", "}", "x", "{}", "\0"))))
        .Select((members, blank, behind) => $"{blank}{{{blank}{string.Join($"{blank},{blank}", members.Select(m => $"\"{m.Name}\"{blank}:{blank}{m.Value}"))}{blank}}}{blank}{behind}");
}

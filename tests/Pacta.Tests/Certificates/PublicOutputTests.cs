using System.Globalization;
using System.Text.Json;
using CsCheck;
using Pacta.Tests.Cli;
using Pacta.Tests.Laws;

namespace Pacta.Tests.Certificates;

/// <summary>
/// Names of sources, ids of reports, references and what somebody wrote freely are marked, and the mark is in no public output, whatever its form, its
/// language, and whatever is found.
/// </summary>
public sealed class PublicOutputTests
{
    /// <summary>It is in no word of any language that Pacta speaks.</summary>
    private const string Mark = "zq";

    private static readonly string Agreement = Marked(SmallAgreement.Text)
        .Replace("or_more by somebody {", "or_more by zqalpha {", StringComparison.Ordinal)
        .Replace("source zqwatch is monitor", "source zqwatch is monitor \"The zqwatch of the strip\" // zq comment", StringComparison.Ordinal)
        .Replace("  clause notice at \"1\" {", "  clause notice at \"1\" {\n    text en \"As zqwatch and The zqwatch of the strip say.\"\n    unverified \"what zqpaper printed\"", StringComparison.Ordinal)
        .Replace("event open fire by actor against actor in place", "event open fire by actor against actor in place with remark text", StringComparison.Ordinal)
        + """

        standard two { needs 2 origins
          credibility 3 or better
          admission suffices
          denial counts by party }
        perspective strict { standard two }
        perspective watchers { accepts monitor
          takes or_more of large_exercise }
        scenario "zq title" of laws_agreement {
          2020-06-03  exercise x by aland with troops 6_200 reported 2020-06-04 by zqwatch
          expect met silence by aland on 2020-08-01
        }
        """;

    private static readonly Gen<string[]> Lines = Gen.Select(ReportLines.Some, ReportLines.Other.Array[0, 5], Gen.Int[0, 5], Gen.Int[0, 13]).Select((lines, others, more, n) => (string[])
    [
        .. lines.Select((l, i) => Marked(l)[..^1].TrimEnd() + Details(i) + "}"),
        .. others.Select((line, i) => Marked(ReportLines.Render($"e{i:00}", line, "2021-01-15"))
            .Replace("\"patrols\"", "\"zqpatrols\"", StringComparison.Ordinal)
            .Replace("\"seen twice\"", "\"zqseen\"", StringComparison.Ordinal)
            .Replace("\"body\":\"zq", "\"body\":\"", StringComparison.Ordinal)),
        .. more > 2 ? [$$"""{"id":"zqr90","source":"{{SourceIn(Marked(lines[n % lines.Length]))}}","recorded":"2023-01-01","retracts":["zqr{{n % lines.Length:00}}"]}"""] : Array.Empty<string>(),
        .. more > 3 ? ["""{"id":"zqr91","source":"zqstranger","origin":"zqministry","recorded":"2021-05-05","event":"zqr91","kind":"fire","time":"2021-05-04","by":"aland","in":"zqhamlet","fields":{"remark":"zqremark"}}"""] : Array.Empty<string>(),
        .. more > 3 ? ["""{"type":"case","id":"zqr93","case":"zqr91","by":"zqstranger","date":"2021-05-06","stage":"alleged","events":["zqr91"],"accused":["aland"],"text":"zqtext"}"""] : Array.Empty<string>(),
        .. more > 4 ? ["""{"id":"zqr92","source":"aland","recorded":"2021-05-05","event":"exercise_1","kind":"exercise","time":"2021-05-04","by":"zqnobody"}"""] : Array.Empty<string>(),
    ]);

    [Fact]
    public void No_mark_is_in_any_public_output() =>
        Lines.Sample(
            lines =>
            {
                using var command = new Command { Width = 100 };
                command.Write("laws.pacta", Agreement).Write("zqfile.jsonl", string.Join('\n', lines));
                string[] input = ["@laws.pacta", "--reports", "@zqfile.jsonl", "--keep-going", "--public"];
                foreach (var format in new[] { "table", "json", "csv", "html" })
                {
                    foreach (var language in new[] { "en", "fr" })
                    {
                        Public(command.Run(["check", .. input, "--all", "--format", format, "--language", language]));
                    }
                }

                Public(command.Run(["check", .. input, "--perspective", "strict"]));
                Public(command.Run(["check", "@laws.pacta", "--reports", "@zqfile.jsonl", "--public"]));
                foreach (var id in Ids(command.Run(["check", .. input, "--format", "json"]).Output))
                {
                    Public(command.Run(["explain", .. input, id, "--certificate", "@public.json", "--full", "@full.json"]), 0);
                    Public(command.Run(["explain", .. input, id, "--format", "json", "--language", "fr"]), 0);
                    Public(new Ran(0, command.Read("public.json"), string.Empty));
                    Public(command.Run("verify", "@public.json", "--full", "@full.json", "--agreement", "@laws.pacta"), 0);
                }
            },
            iter: 4,
            threads: 1);

    /// <summary>Otherwise the test above could not fail.</summary>
    [Fact]
    public void Without_the_option_the_marks_are_there()
    {
        using var command = new Command { Width = 100 };
        command.Write("laws.pacta", Agreement).Write("zqfile.jsonl", Marked("""{"id":"r00","source":"watch","recorded":"2020-06-03","event":"fire_4","kind":"fire","by":"aland","in":"strip","time":"2020-06-01"}"""));

        var table = command.Run("check", "@laws.pacta", "--reports", "@zqfile.jsonl");
        var json = command.Run("check", "@laws.pacta", "--reports", "@zqfile.jsonl", "--format", "json");

        Assert.Equal(1, table.ExitCode);
        Assert.Contains("zqr00", json.Output, StringComparison.Ordinal);
        Assert.Contains("zqfile", json.Output, StringComparison.Ordinal);
    }

    private static void Public(Ran ran, int most = 2)
    {
        Assert.True(ran.ExitCode <= most, ran.Output + ran.Errors);
        foreach (var line in (ran.Output + ran.Errors).Split('\n'))
        {
            Assert.DoesNotContain(Mark, line, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Of each clause one finding of each certainty.</summary>
    private static IEnumerable<string> Ids(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("agreements")[0].GetProperty("findings").EnumerateArray()
            .DistinctBy(f => (f.GetProperty("clause").GetProperty("path").GetString(), f.GetProperty("certainty").GetString()))
            .Take(5)
            .Select(f => f.GetProperty("id").GetString()!)];
    }

    private static string Details(int i) => (i % 4) switch
    {
        0 => ",\"reference\":\"https://zqref.example/7\"",
        1 => ",\"origin\":\"zqministry\",\"published\":\"2020-03-03\"",
        2 => ",\"basis\":\"hearsay\",\"derived_from\":[\"zqr00\"]",
        _ => string.Empty,
    };

    private static string SourceIn(string line) => line.Split("\"source\":\"")[1].Split('"')[0];

    private static string Marked(string text)
    {
        foreach (var name in new[] { "alpha", "beta", "watch", "paper" })
        {
            text = text.Replace($"source {name} ", $"source zq{name} ", StringComparison.Ordinal).Replace($"\"{name}\"", $"\"zq{name}\"", StringComparison.Ordinal);
        }

        for (var i = 0; i < 20; i++)
        {
            var id = i.ToString("00", CultureInfo.InvariantCulture);
            text = text.Replace($"\"r{id}\"", $"\"zqr{id}\"", StringComparison.Ordinal).Replace($"\"e{id}\"", $"\"zqe{id}\"", StringComparison.Ordinal);
        }

        return text;
    }
}

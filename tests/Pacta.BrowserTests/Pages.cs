using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pacta.BrowserTests;

/// <summary>Pages as the command line writes them, in a folder of their own.</summary>
public sealed class Pages : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pacta-").FullName;

    private readonly ConcurrentDictionary<string, Lazy<string>> _written = new(StringComparer.Ordinal);

    public Pages() => Run("demo", "--invented", "--write-to", _folder);

    /// <summary>A page that several tests look at is written once.</summary>
    public string Once(string name, Func<string, string> write) => _written.GetOrAdd(name, n => new Lazy<string>(() => write(n))).Value;

    /// <summary>The example of <c>pacta demo --invented</c>.</summary>
    public string Demo(params string[] options) => Write("check", "demo", "grey_line.pacta", "grey_line.jsonl", options);

    /// <summary>An agreement with readings, an imprecise time, a proposal, a disputed commitment and several languages.</summary>
    public string Rich(params string[] options)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "rich.pacta"), Path.Combine(_folder, "rich.pacta"), overwrite: true);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "rich.jsonl"), Path.Combine(_folder, "rich.jsonl"), overwrite: true);
        return Write("check", "rich", "rich.pacta", "rich.jsonl", options);
    }

    /// <summary>Two drafts side by side that differ in much, with what each would have said.</summary>
    public string Compared(params string[] options)
    {
        foreach (var file in new[] { "drafts.pacta", "rich.jsonl" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(_folder, file), overwrite: true);
        }

        return Write("compare", "drafts", "drafts.pacta", "rich.jsonl", options);
    }

    /// <summary>A draft whose clauses do not go together, its loopholes, and what is not reciprocal in it.</summary>
    public string OfDraft(string command)
    {
        File.WriteAllText(Path.Combine(_folder, "uneven.pacta"), """
            vocabulary words {
              unit person
              actor aland, borland
              event hold exercise (exercises) is activity by actor in place with troops person
              event send question (questions) by actor to actor
              event give answer by actor to request
            }
            agreement "Uneven draft (invented)" as uneven {
              status proposal
              time zone "UTC"
              parties aland, borland
              use words
              zone strip
              clause answers at "1" {
                when question r by A to B
                B must give answer to r within 48 hours after r
              }
              clause silence at "2" { aland must not give answer }
              clause small at "3" { each party must not hold exercise x in strip where troops of x at least 9_000 }
            }
            """);
        File.WriteAllText(Path.Combine(_folder, "interests.pacta"), """
            agreement "Interests of Borland (invented)" as interests_of_borland {
              status proposal
              time zone "UTC"
              parties aland, borland
              use words
              clause no_large_force { each party P must keep total troops of exercises by P in any 30 days at most 9_000 }
            }
            """);
        var page = Path.Combine(_folder, command + ".html");
        var interests = command == "loopholes" ? new[] { "--interests", Path.Combine(_folder, "interests.pacta") } : [];
        Run([command, Path.Combine(_folder, "uneven.pacta"), "--facts", "2", "--format", "html", "--output", page, .. interests]);
        return page;
    }

    /// <summary>The packages of a negotiation with something in every part.</summary>
    public string Packages(params string[] options)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "talks.pacta"), Path.Combine(_folder, "talks.pacta"), overwrite: true);
        return Write("packages", "packages", "talks.pacta", null, options);
    }

    /// <summary>Those two drafts and a third that is between them.</summary>
    public string Matrix(params string[] options)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "drafts.pacta"));
        var middle = text[text.IndexOf("agreement \"Draft of Borland", StringComparison.Ordinal)..]
            .Replace("Draft of Borland (invented)", "One text of the mediator, second version (invented)", StringComparison.Ordinal)
            .Replace("borland_draft", "middle", StringComparison.Ordinal)
            .Replace("10 days before", "21 days before", StringComparison.Ordinal)
            .Replace("borland must not open fire", "aland must not open fire", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "three.pacta"), text + "\n" + middle);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "rich.jsonl"), Path.Combine(_folder, "rich.jsonl"), overwrite: true);
        return Write("compare", "three", "three.pacta", "rich.jsonl", options);
    }

    /// <summary>A dispute with all that is told of one: coalitions, what is not known, what would have to be preferred.</summary>
    public string Stability(params string[] options)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "dispute.pacta"), Path.Combine(_folder, "dispute.pacta"), overwrite: true);
        var page = Path.Combine(_folder, string.Join('-', ["stability", .. options.Select(o => o.TrimStart('-'))]) + ".html");
        Run(["stability", Path.Combine(_folder, "dispute.pacta"), "--format", "html", "--output", page, .. options]);
        return page;
    }

    /// <summary>A day of the example, with something in every section.</summary>
    public string Report(params string[] options)
    {
        File.WriteAllText(
            Path.Combine(_folder, "day.jsonl"),
            File.ReadAllText(Path.Combine(_folder, "grey_line.jsonl")) + """
            {"id":"n-01","source":"mission","recorded":"2024-07-12T09:00:00+02:00","event":"shots_11","kind":"fire","time":"2024-07-11T22:00:00+02:00","by":"aland","in":"buffer_zone"}
            {"type":"coverage","id":"v1","source":"mission","place":"buffer_zone","period":{"from":"2024-07-12T06:00","to":"2024-07-12T20:00"},"means":"patrols by day","recorded":"2024-07-12"}
            {"type":"count","id":"c1","source":"mission","kind":"fire","number":{"about":40},"in":"buffer_zone","period":"2024-07-12","except":"single shots","recorded":"2024-07-12"}
            {"type":"determination","id":"t1","body":"joint_commission","date":"2024-07-12","text":"The notice came too late.","clause":"2","by":"borland","events":["iron_gate"],"decision":"not_consistent"}
            """ + "\n");
        return Write("report", "report", "grey_line.pacta", "day.jsonl", ["--from", "2024-07-12", .. options]);
    }

    /// <summary>Agreements read back: with readings, texts in several scripts, a proposal and a disputed commitment.</summary>
    public string Reading(params string[] options)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "rich.pacta"), Path.Combine(_folder, "rich.pacta"), overwrite: true);
        return Write("read", "read", "rich.pacta", null, options);
    }

    /// <summary>The agreement of the example with many shots, each a finding.</summary>
    public string Large(int count)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var time = new DateTime(2024, 4, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i * 20).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            lines.Append(CultureInfo.InvariantCulture, $$"""{"id":"r{{i}}","source":"mission","recorded":"{{time}}","event":"shots_{{i}}","kind":"fire","time":"{{time}}","by":"{{(i % 2 == 0 ? "aland" : "borland")}}","in":"buffer_zone"}""").Append('\n');
        }

        File.WriteAllText(Path.Combine(_folder, "large.jsonl"), lines.ToString());
        return Write("check", "large", "grey_line.pacta", "large.jsonl", []);
    }

    /// <summary>An agreement and reports with words of hundreds of letters wherever there can be words.</summary>
    public string Long()
    {
        var word = new string('w', 180);
        File.WriteAllText(
            Path.Combine(_folder, "long.pacta"),
            $$"""
            vocabulary words {
              actor aland, borland
              event open fire by actor with mark text
            }
            agreement "{{word}}" as long_words {
              status political
              enters into force 2024-01-01
              time zone "UTC"
              parties aland, borland
              use words
              clause quiet at "{{word}}{{word}}" {
                text en "{{word}}{{word}}"
                unverified "{{word}}{{word}}{{word}}"
                each party must not open fire f where mark of f is "{{word}}{{word}}"
              }
            }
            """);
        File.WriteAllText(
            Path.Combine(_folder, "long.jsonl"),
            $$"""
            {"id":"r1","source":"mission","recorded":"2024-02-01","event":"f{{word}}","kind":"fire","time":"2024-01-05","by":"aland","fields":{"mark":"{{word}}{{word}}"} }
            {"id":"r2","source":"mission","recorded":"2024-02-01","event":"{{word.ToUpperInvariant()}}","kind":"fire","time":"2024-01-06","by":"borland"}
            """);
        return Write("check", "long", "long.pacta", "long.jsonl", []);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The path of the page.</summary>
    private string Write(string command, string name, string agreement, string? reports, string[] options)
    {
        var page = Path.Combine(_folder, string.Join('-', [name, .. options.Select(o => o.TrimStart('-'))]) + ".html");
        Run([command, Path.Combine(_folder, agreement), .. reports is null ? Array.Empty<string>() : ["--reports", Path.Combine(_folder, reports)], "--format", "html", "--output", page, .. options]);
        return page;
    }

    private static void Run(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "pacta.dll"), .. words])
        {
            start.ArgumentList.Add(word);
        }

        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        Assert.True(program.ExitCode is 0 or 1, errors.GetAwaiter().GetResult());
    }
}

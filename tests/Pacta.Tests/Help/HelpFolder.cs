using System.Collections.Immutable;
using System.Text;
using Pacta.Checking.Live;
using Pacta.Tests.Cli;
using Pacta.Tests.Ledger;
using Pacta.Tests.Reports;

namespace Pacta.Tests.Help;

/// <summary>The files that the pages name: those of the demo, what was made of them, and what is wrong with some. Made once; each example gets a folder of its own with all of them.</summary>
internal static class HelpFolder
{
    public const string Mapping = """{"kind":"exercise","id":"t-{Date}","event":"{Place}","source":"mission","recorded":"2021-11-01","time":TIME,"reference":REFERENCE,"in":"Place"POINT}""";

    private const string Talks =
        """
        actor aland, borland, cedria
        negotiation "Talks on the bay" as bay_talks {
          parties aland, borland, cedria
          issue zone_width { option narrow, wide }
          issue notice { option days_21, days_42 }
          interests of aland {
            worth of notice is days_21 0, days_42 40
            worth of zone_width is narrow 0, wide 60
          }
          interests of borland {
            worth of notice is days_21 30, days_42 10
            worth of zone_width is narrow 50, wide 0
          }
        }

        """;

    private const string Lakeside =
        """
        dispute "Ground water of Lakeside" as lakeside {
          party ministry { option modify }
          party company { option delay, accept }
          impossible delay and accept
          state waiting is delay
          preferences of ministry by order { accept }
          preferences of company by order { delay }
        }

        """;

    private const string Bay =
        """
        actor aland, borland
        agreement "Memorandum on the Bay" as bay_memorandum {
          status political
          enters into force 2021-01-01
          time zone "UTC"
          parties aland, borland
          zone bay {
            reading map_of_aland by aland { polygon "10.0 55.0, 12.0 55.0, 12.0 57.0" }
            reading map_of_borland by borland { polygon "10.0 55.0, 11.0 55.0, 12.0 57.0" }
          }
        }

        """;

    private static readonly Lazy<ImmutableArray<(string Name, byte[] Content)>> Files = new(Make);

    /// <summary>A folder with all files.</summary>
    public static Command Open()
    {
        var command = new Command { Width = 160 };
        Directory.CreateDirectory(command.PathOf("agreements"));
        foreach (var (name, content) in Files.Value)
        {
            command.Write(name, content);
        }

        return command;
    }

    public static string Dispute(string line) => Lakeside
        .Replace("  impossible delay and accept\n", $"  {line}\n", StringComparison.Ordinal)
        .Replace("  state waiting is delay\n", string.Empty, StringComparison.Ordinal);

    public static string Negotiation(string worth) => Talks.Replace("worth of zone_width is narrow 0, wide 60", worth, StringComparison.Ordinal);

    public static string MappingWith(string time = """{"column":"Date","format":"yyyy-MM-dd"}""", string reference = "\"a list\"", string? point = null) => Mapping
        .Replace("TIME", time, StringComparison.Ordinal)
        .Replace("REFERENCE", reference, StringComparison.Ordinal)
        .Replace("POINT", point is null ? string.Empty : $",\"position\":{point}", StringComparison.Ordinal);

    private static ImmutableArray<(string Name, byte[] Content)> Make()
    {
        using var command = Command.WithDemo();
        var agreement = command.Read(Command.Agreement);
        var words = agreement[..agreement.IndexOf("source mission", StringComparison.Ordinal)];
        Directory.CreateDirectory(command.PathOf("agreements"));
        command
            .Write("agreements/grey_line.pacta", agreement)
            .Write("words.pacta", "vocabulary other_words {\n  unit t\n}\n")
            .Write("many_mistakes.pacta", "vocabulary other_words {\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"  unitt u{i}\n")) + "}\n")
            .Write("scan_of_the_treaty.txt", new string('x', 200_000))
            .Write("empty.jsonl", string.Empty)
            .Write("more.jsonl", """{"id":"n-01","source":"mission","recorded":"2024-08-01","event":"shots_13","kind":"fire","time":"2024-07-30","by":"borland","in":"buffer_zone"}""" + "\n")
            .Write("older.jsonl", """{"id":"n-02","source":"mission","recorded":"2024-04-01","event":"shots_1","kind":"fire","time":"2024-03-30","by":"borland","in":"buffer_zone"}""" + "\n")
            .Write("broken.jsonl", string.Concat(Enumerable.Repeat("{'id':'r1',}\n", 120)))
            .Write("answers.txt", "Memorandum\npolitical\nAland, Borland\n2024-03-01\n2024-03-10\nEurope/Vienna\nObserver Mission\nen\ndone\n")
            .Write("bay.pacta", Bay)
            .Write("view.pacta", "perspective neutral {\n  accepts monitor\n}\n");
        Tables(command);
        Drafts(command, words);
        Stores(command);
        States(command);
        Certificates(command);
        return [.. Directory.EnumerateFiles(command.PathOf(string.Empty), "*", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(command.PathOf(string.Empty), f), File.ReadAllBytes(f)))];
    }

    private static void Tables(Command command)
    {
        const string table = "Date,Place,Point\n2021-09-10,area,48.02 37.80 0 0\n";
        var actors = UcdpGedImporterTests.Row.Replace("Front of Borland", "Government of Aland", StringComparison.Ordinal);
        command
            .Write("empty.csv", string.Empty)
            .Write("table.csv", table)
            .Write("many_mistakes.csv", "Date,Place,Point\n" + string.Concat(Enumerable.Repeat("10.9.2021,area,\n", 300)))
            .Write("mapping.json", MappingWith())
            .Write("table.xlsx", Workbooks.OfTexts([["Date", "Place", "Point"], ["2021-09-10", "area", ""]]))
            .Write("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
            .Write("events.csv", UcdpGedImporterTests.Header + actors)
            .Write("contradicting.csv", UcdpGedImporterTests.Header + actors.Replace(",2,3,2\n", ",3,20,12\n", StringComparison.Ordinal))
            .Write("20210912.export.CSV", GdeltImporterTests.Event((0, "1002")))
            .Write("all.export.CSV", GdeltImporterTests.Event() + GdeltImporterTests.Event((0, "1002")))
            .Write("20210919.mentions.CSV", GdeltImporterTests.Mention())
            .Write("first.jsonl", """{"id":"a1","source":"desk","event":"e1","kind":"exercise","time":"2024-05-01","fields":{"troops":9000}}""" + "\n")
            .Write("second.jsonl", """{"id":"b1","source":"desk","event":"e1","kind":"exercise","time":"2024-05-01","fields":{"troops":9500}}""" + "\n")
            .Write("severity.csv", "unit,ann,bob\n1,low,medium\n2,high,high\n");
    }

    private static void Drafts(Command command, string words)
    {
        string Version(string name, int days) => words + $$"""
            agreement "Memorandum" as {{name}} {
              status proposal
              time zone "UTC"
              parties aland, borland
              use grey_line_words
              clause notice at "1" {
                when exercise x by A
                A must give notification of x to each other party no later than {{days}} days before start of x
              }
            }
            """;
        string Said(string of, int version) => $"criticisms of {of} {{\n  long_notice by borland at version {version} \"42 days is too long for us\"\n}}\n";
        command
            .Write("version_1.pacta", Version("memorandum", 42))
            .Write("version_2.pacta", Version("memorandum", 21))
            .Write("other_draft.pacta", Version("other_memorandum", 21)[words.Length..])
            .Write("said.pacta", Said("memorandum", 2))
            .Write("said_of_another.pacta", Said("other_memorandum", 1))
            .Write("bay_talks.pacta", Talks)
            .Write("lakeside.pacta", Lakeside)
            .Write("all_disputes.pacta", Lakeside + Lakeside.Replace("as lakeside", "as riverside", StringComparison.Ordinal));
    }

    private static void Stores(Command command)
    {
        Assert.Equal(0, command.Run("record", "@reports.db", "--reports", "@" + Command.Reports).ExitCode);
        var whole = File.ReadAllBytes(command.PathOf("reports.db"));
        foreach (var (name, sql) in new[]
        {
            ("written_by_a_later_version.db", "PRAGMA user_version = 9"),
            ("edited_by_hand.db", "DROP TRIGGER entry_is_final; UPDATE entry SET line = replace(line, 'mission', 'borland_mod') WHERE number = 4"),
            ("shortened.db", "DROP TRIGGER entry_stays; DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)"),
        })
        {
            command.Write(name, whole);
            LedgerFile.Run(command.PathOf(name), "PRAGMA foreign_keys = OFF; " + sql + "; PRAGMA wal_checkpoint(TRUNCATE)");
        }

        command.Write("half_a_copy.db", whole[..(whole.Length / 2)]);
    }

    private static void States(Command command)
    {
        Assert.Equal(1, command.Check("--save-state", "@grey_line.state").ExitCode);
        command.Write("half_a_copy.state", File.ReadAllBytes(command.PathOf("grey_line.state"))[..400]);
        StateFile.Write(command.PathOf("written_by_another_version.state"), "0.0.7", [], to => to.WriteByte(1));
    }

    private static void Certificates(Command command)
    {
        Assert.Equal(0, command.Run("explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, "1a4543", "--certificate", "@certificate.json").ExitCode);
        Assert.Equal(1, command.Check("--format", "json", "--output", "@findings.json").ExitCode);
        command.Write("written_by_another_version.json", Encoding.UTF8.GetBytes(command.Read("certificate.json").Replace(Pacta.Certificates.Certificate.Schema, "pacta-certificate-9", StringComparison.Ordinal)));
    }
}

using Pacta.Tests.Reports;

namespace Pacta.Tests.Cli;

/// <summary>Tables of others, imported and then checked as anybody would.</summary>
public sealed class ImportTests
{
    private const string Agreement =
        """
        actor aland, borland
        source acled is ngo
        source gdelt is media
        source team is monitor
        vocabulary words { event open fire by actor in place against actor with deaths count }
        agreement "Small accord (invented)" as small_accord {
          status political
          enters into force 2021-01-01
          time zone "UTC"
          parties aland, borland
          use words
          clause quiet { each party must not open fire }
        }
        """;

    private const string Acled =
        "event_id_cnty,event_date,time_precision,event_type,actor1,actor2,civilian_targeting,admin1,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n"
        + "ALA101,2021-09-10,1,Battles,Military Forces of Aland,,,North County,48.5,37.25,1,Northern Wire; Aland Today,Shells.,2,1631577600\n"
        + "ALA102,2021-09-11,9,Battles,Military Forces of Aland,,,North County,48.5,37.25,1,Northern Wire,Shells.,2,1631577600\n";

    [Fact]
    public void What_is_imported_from_acled_is_evidence_for_a_check()
    {
        using var command = new Command { Width = 120 }.Write("a.pacta", Agreement).Write("acled.csv", Acled);
        string[] import = ["import", "acled", "@acled.csv", "--actor", "Military Forces of Aland=aland", "--output", "@acled.jsonl"];
        var strict = command.Run(import);

        Assert.Equal(2, strict.ExitCode);
        Assert.Contains("is no precision of a time", strict.Errors, StringComparison.Ordinal);
        Assert.Contains("acled.csv:3:", strict.Errors, StringComparison.Ordinal);
        Assert.EndsWith("2 rows: 2 reports written, 1 rows left out because of errors, 0 by the mapping\n", strict.Errors, StringComparison.Ordinal);
        Assert.Equal(0, command.Run([.. import, "--keep-going"]).ExitCode);

        var check = command.Run("check", "@a.pacta", "--reports", "@acled.jsonl");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("acled-ALA101", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error", check.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_is_imported_and_another_file_is_refused()
    {
        using var command = new Command()
            .Write("book.xlsx", Workbooks.OfTexts([["Ref", "When"], ["r1", "2021-09-10"]])).Write("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1])
            .Write("map.json", """{"kind":"fire","id":"{Ref}","source":"team","time":"{When}"}""");

        var ran = command.Run("import", "xlsx", "@book.xlsx", "--mapping", "@map.json");
        Assert.Equal((0, """{"id":"r1","source":"team","event":"r1","kind":"fire","time":"2021-09-10"}""" + "\n"), (ran.ExitCode, ran.Output));
        var refused = command.Run("import", "xlsx", "@old.xls", "--mapping", "@map.json");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("error[PACTA0610]: This is no .xlsx workbook", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("PACTA0906", command.Run("import", "csv", "@book.xlsx", "--mapping", "@map.json").Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--event-codes", "fire")]
    [InlineData("--actor", "aland")]
    [InlineData("--target", "upon")]
    public void An_option_that_says_nothing_is_an_error(string option, string value)
    {
        using var command = new Command().Write("e.tsv", "x");
        string[] codes = option == "--event-codes" ? [] : ["--event-codes", "19=fire"];

        var ran = command.Run(["import", "gdelt", "@e.tsv", .. codes, option, value]);
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("PACTA0901", ran.Errors, StringComparison.Ordinal);
    }
}

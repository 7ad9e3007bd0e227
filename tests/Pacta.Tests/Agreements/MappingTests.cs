using System.Collections.Immutable;
using System.Text;
using Pacta.Cli;
using Pacta.Cli.Hosting;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Presentation.Text;
using Pacta.Reports.Import;
using Pacta.Tests.Cli;
using Sylvan.Data.Csv;

namespace Pacta.Tests.Agreements;

/// <summary>The tables of <c>agreements/vocabulary/mappings</c> fit the vocabularies, and the importers.</summary>
public sealed class MappingTests
{
    private static readonly string Folder = Path.Combine(Library.Folder, "vocabulary", "mappings");

    private static readonly HashSet<string> Kinds = [.. Declared().Kinds.Values.Where(k => k.Form != KindForm.State).Select(k => k.Name)];

    private static readonly string[] Events = ["cameo.csv", "plover.csv", "acled.csv", "ucdp.csv"];

    [Fact]
    public void Every_kind_of_a_vocabulary_has_a_code_or_is_listed_as_having_none()
    {
        var mapped = Events.SelectMany(Rows).Select(r => r["kind"]).Concat(Rows("pam-provisions.csv").SelectMany(r => Words(r["kinds"]))).ToHashSet(StringComparer.Ordinal);
        var none = Rows("none.csv").Select(r => r["kind"]).ToList();

        Assert.Equal([], mapped.Concat(none).Where(k => !Kinds.Contains(k)).Order(StringComparer.Ordinal));
        Assert.Equal([], Kinds.Except(mapped).Except(none).Order(StringComparer.Ordinal));
        Assert.Equal([], none.Where(mapped.Contains));
        Assert.Equal(none.Count, none.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Rows("none.csv"), r => Assert.NotEqual("", r["reason"]));
    }

    [Fact]
    public void Every_row_has_a_mark_and_a_source_and_what_is_only_near_is_unverified()
    {
        foreach (var row in Events.Append("pam-provisions.csv").Append("pam-scale.csv").SelectMany(Rows))
        {
            var told = string.Join(',', row.Values);
            Assert.True(row["mark"] is "confirmed" or "unverified", told);
            Assert.True(row["source"].Length > 0, told);
            if (row.TryGetValue("relation", out var relation))
            {
                Assert.True(relation is "same" or "wider" or "narrower" or "near", told);
                Assert.True(relation != "near" || row["mark"] == "unverified", told);
            }
        }
    }

    [Fact]
    public void The_matrix_has_51_provisions_and_four_levels()
    {
        Assert.Equal(51, Rows("pam-provisions.csv").Select(r => r["provision"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["0", "1", "2", "3"], Rows("pam-scale.csv").Select(r => r["level"]));
    }

    [Fact]
    public void One_code_is_imported_as_one_kind_and_the_option_files_say_the_same()
    {
        var (cameo, acled) = (Rows("cameo.csv").Where(r => r["import"] == "yes").ToList(), Rows("acled.csv").Where(r => r["import"] == "yes").ToList());

        Assert.Equal(cameo.Count, cameo.Select(r => r["code"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(acled.Count, acled.Select(TypeOf).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(cameo.Select(r => $"--event-codes {r["code"]}={r["kind"]}"), Options("gdelt.rsp"));
        Assert.Equal(acled.Select(r => $"--event-types \"{TypeOf(r)}={r["kind"]}\""), Options("acled.rsp"));
    }

    [Fact]
    public void The_importer_of_gdelt_takes_every_code()
    {
        var rows = Rows("cameo.csv");

        Assert.All(rows, r => Assert.Equal(r["kind"], GdeltCodes.Parse($"{r["code"]}={r["kind"]}")?.Kind));
        Assert.Equal([], rows.GroupBy(r => r["code"], StringComparer.Ordinal).Where(g => g.Select(r => r["label"]).Distinct(StringComparer.Ordinal).Count() > 1).Select(g => g.Key));
    }

    /// <summary>The types and sub-types of the code book's second table, as far as the mapping uses them: a misspelt one would leave rows out, and nobody would see it.</summary>
    [Theory]
    [InlineData("Battles", "Armed clash", "Government regains territory", "Non-state actor overtakes territory")]
    [InlineData("Explosions/Remote violence", "Air/drone strike", "Grenade", "Remote explosive/landmine/IED", "Shelling/artillery/missile attack", "Suicide bomb")]
    [InlineData("Violence against civilians", "Abduction/forced disappearance", "Attack")]
    [InlineData("Strategic developments", "Agreement", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other")]
    public void The_types_of_acled_are_spelt_as_its_code_book_has_them(string type, params string[] subTypes)
    {
        var used = Rows("acled.csv").Where(r => r["event_type"] == type && r["sub_event_type"].Length > 0).Select(r => r["sub_event_type"]);

        Assert.Equal(subTypes, used.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_other_types_of_acled_are_used() =>
        Assert.Equal(
            ["Battles", "Explosions/Remote violence", "Strategic developments", "Violence against civilians"],
            Rows("acled.csv").Select(r => r["event_type"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>An event of each type that is imported becomes a report of the kind that the table names.</summary>
    [Fact]
    public void The_importer_of_acled_takes_every_type()
    {
        var rows = Rows("acled.csv").Where(r => r["import"] == "yes").ToList();
        var table = new StringBuilder("event_id_cnty,event_date,event_type,sub_event_type,actor1,source\n");
        for (var i = 0; i < rows.Count; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"ALA{i},2021-09-10,{rows[i]["event_type"]},{rows[i]["sub_event_type"]},Forces of Aland,Northern Wire\n");
        }

        var options = AcledOptions.Default with { Kinds = rows.ToDictionary(TypeOf, r => r["kind"], StringComparer.Ordinal).ToImmutableDictionary() };
        var (diagnostics, output) = (new DiagnosticBag(), new StringWriter());
        AcledImporter.Import("acled.csv", new MemoryStream(Encoding.UTF8.GetBytes(table.ToString())), output, options, diagnostics);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Count, lines.Length);
        Assert.All(rows.Zip(lines), pair => Assert.Contains($"\"kind\":\"{pair.First["kind"]}\"", pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("acled", "acled.rsp", "event_id_cnty,event_date,event_type,sub_event_type,actor1,source\nALA1,2021-09-10,Explosions/Remote violence,Shelling/artillery/missile attack,Aland,Northern Wire\n", "artillery_fire")]
    [InlineData("gdelt", "gdelt.rsp", null, "small_arms_fire")]
    public void The_option_files_are_read_on_the_command_line(string dataSet, string file, string? table, string kind)
    {
        using var command = new Command().Write("table", table ?? GdeltRow("193"));
        using var output = new MemoryStream();
        using var errors = new StringWriter();

        var code = App.Run(["import", dataSet, command.PathOf("table"), "@" + Path.Combine(Folder, file)], new Host(Stream.Null, output, errors, Screen.Of(80, hasColour: false), null));

        Assert.True(code == 0, errors.ToString());
        Assert.Contains($"\"kind\":\"{kind}\"", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    /// <summary>An invented event: 61 columns, of which the importer needs few.</summary>
    private static string GdeltRow(string code)
    {
        var cells = new string[61];
        Array.Fill(cells, string.Empty);
        (cells[0], cells[1], cells[5], cells[26], cells[59], cells[60]) = ("1001", "20210910", "ALA", code, "20210911000000", "https://wire.example/1");
        return string.Join('\t', cells) + "\n";
    }

    private static string TypeOf(Dictionary<string, string> row) => row["sub_event_type"].Length > 0 ? row["sub_event_type"] : row["event_type"];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Options(string file) => File.ReadLines(Path.Combine(Folder, file)).Where(l => l[0] != '#');

    private static List<Dictionary<string, string>> Rows(string file)
    {
        using var reader = CsvDataReader.Create(Path.Combine(Folder, file));
        List<Dictionary<string, string>> rows = [];
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString, StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>All vocabularies of the library, as an agreement sees them that uses each.</summary>
    private static Vocabulary Declared()
    {
        const string Uses = """
            agreement "All words" as all_words {
              status political
              enters into force 2021-01-01
              time zone "UTC"
              parties aland, borland
              use military, security, ceasefires, naval, strategic_arms, observation
            }
            """;
        var files = Directory.EnumerateFiles(Path.Combine(Library.Folder, "vocabulary"), "*.pacta").Select(f => new SourceText(f, File.ReadAllText(f)));
        var result = Compiler.Compile([.. files, new SourceText("all.pacta", Uses)]);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Headline));
        return Assert.Single(result.Agreements).Vocabulary;
    }
}

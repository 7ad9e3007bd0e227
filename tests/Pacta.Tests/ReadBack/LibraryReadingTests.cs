using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Text;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Reading;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;
using Pacta.Tests.Agreements;
using Pacta.Tests.Cli;

namespace Pacta.Tests.ReadBack;

/// <summary>Every agreement of the library, and the page that has every form once, read back: nothing of any clause is lost, in any form of the document, and nothing is made up.</summary>
public sealed partial class LibraryReadingTests
{
    private static readonly Dictionary<string, Agreement> All = Library.Result.Agreements.Concat(EveryForm()).ToDictionary(a => a.Name, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<string>> Pages = new(StringComparer.Ordinal);

    public static TheoryData<string> Agreements => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Agreements))]
    public void Every_clause_is_there_with_every_number_and_with_no_other(string name)
    {
        var agreement = All[name];
        var read = AgreementReader.Read(agreement);
        var clauses = read.Chapters.SelectMany(c => c.Clauses).ToList();

        Assert.Equal(agreement.Clauses, clauses.Select(c => c.Clause));
        Assert.All(clauses, clause =>
        {
            var code = string.Join('\n', Readable.CodeOf(clause).SelectMany(c => c.Split('\n')).Where(l => !IsToldBeside(l)));
            var told = string.Join('\n', Readable.SaidOf(clause));

            // Of "2 .. 3 calendar years" the years before are told too, and numbers in names and texts stay; what is written must all be told.
            Assert.Empty(Readable.NumbersInCode(code).Distinct().Except(Readable.NumbersInWords(told)));
            Assert.Empty(Readable.NumbersInWords(told).Distinct().Except(NumbersAnywhere(code).Concat(agreement.Clauses.SelectMany(c => Readable.NumbersInWords(c.Reference ?? string.Empty)))));
        });
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void Every_number_of_every_word_that_clauses_use_is_told(string name)
    {
        var agreement = All[name];
        foreach (var term in AgreementReader.Read(agreement).Terms)
        {
            var code = agreement.Definitions.TryGetValue(term.Name, out var definition) ? string.Join('\n', definition.Readings.Select(r => r.Content.Text))
                : agreement.Tables.TryGetValue(term.Name, out var table) ? string.Join('\n', table.Readings.SelectMany(r => r.Content).Select(r => r.Text))
                : string.Empty;
            var told = string.Join('\n', term.Meanings.SelectMany(m => m.Lines));

            Assert.Empty(Readable.NumbersInCode(code).Distinct().Except(Readable.NumbersInWords(told)));
        }
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void No_part_of_the_library_is_left_without_a_sentence(string name)
    {
        foreach (var clause in AgreementReader.Read(All[name]).Chapters.SelectMany(c => c.Clauses))
        {
            // What has no sentence stands in quotation marks, with the words of the code: names have underscores only there.
            Assert.All(Readable.SaidOf(clause), s => Assert.DoesNotMatch(@"“[^”]*_[^”]*”", s));
            Assert.All(Readable.SaidOf(clause), s => Assert.DoesNotMatch(@" {2,}| ,|,,|\.\.$|\( |\(\)", s));
        }
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void Every_form_of_the_document_says_every_sentence(string name)
    {
        var read = AgreementReader.Read(All[name]);
        var sentences = read.Chapters.SelectMany(c => c.Clauses).SelectMany(c => c.Ways).SelectMany(w => w.Plain).SelectMany(s => s.Below.Prepend(s.Text)).Select(Spaced).ToList();

        foreach (var (form, text) in Forms(read))
        {
            Assert.All(sentences, s => Assert.True(text.Contains(s, StringComparison.Ordinal), $"{form} lacks: {s}"));
            Assert.All(read.Chapters.SelectMany(c => c.Clauses), c => Assert.Contains(Spaced(c.Clause.Name.Replace('_', ' ')).Split(' ')[0], text, StringComparison.Ordinal));
            Assert.All(read.Agreement.Clauses.SelectMany(c => c.Remarks.Texts), t => Assert.Contains(Spaced(t.Content), text, StringComparison.Ordinal));
            Assert.All(read.Agreement.Clauses.SelectMany(c => c.Remarks.Unverified), u => Assert.Contains(Spaced(u), text, StringComparison.Ordinal));
            Assert.All(read.Agreement.Clauses.Select(c => c.Survival.Withdrawal?.Length).Concat(read.Agreement.Clauses.Select(c => c.AdmitsWithin)).OfType<Pacta.Model.Time.Lapse>(), l => Assert.Contains($" {l} ", text, StringComparison.Ordinal));
            Assert.All(read.Agreement.Clauses.SelectMany(c => c.Claims), c => Assert.Contains(Spaced(c.Words ?? string.Empty), text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void The_document_for_word_processors_is_one_that_they_accept(string name)
    {
        using var file = new MemoryStream(Docx(AgreementReader.Read(All[name])));
        using var document = WordprocessingDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void A_page_is_well_formed_its_links_lead_somewhere_and_no_place_has_two_names(string name)
    {
        var page = XDocument.Parse(Html(AgreementReader.Read(All[name])).Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value.TrimStart('#'), ids));
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "img" or "link" or "iframe");
        Assert.DoesNotContain("breached", page.Descendants("main").Single().Value.Replace("“breached”", string.Empty, StringComparison.Ordinal).Split("As it is written")[0], StringComparison.Ordinal);
    }

    /// <summary>The agreement of the page that has every form of the language once.</summary>
    private static IEnumerable<Agreement> EveryForm()
    {
        var page = File.ReadAllText(Path.Combine(Golden.Root(), "docs", "cheat-sheet.md")).ReplaceLineEndings("\n");
        var from = page.IndexOf("```pacta\n", StringComparison.Ordinal) + "```pacta\n".Length;
        var result = Compiler.Compile([new SourceText("cheat-sheet.pacta", page[from..page.IndexOf("\n```", from, StringComparison.Ordinal)])]);
        return result.Agreements;
    }

    /// <summary>What it survives and which reports count is said of all readings and exceptions at once.</summary>
    private static bool IsToldBeside(string line) => line.TrimStart() is var start && (start.StartsWith("survives", StringComparison.Ordinal) || start.StartsWith("admits", StringComparison.Ordinal));

    /// <summary>Also those within names, and one less than the years of a stretch of calendar years.</summary>
    private static HashSet<string> NumbersAnywhere(string code)
    {
        var all = AnyNumber().Matches(code.Replace("_", string.Empty, StringComparison.Ordinal)).Concat(AnyNumber().Matches(code)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        foreach (Match years in CalendarYears().Matches(code))
        {
            all.Add($"{int.Parse(years.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 1}");
        }

        // "(1)", "(2)", ... before parts that stand in others, and "clause 1" before a name.
        all.UnionWith(Enumerable.Range(1, 9).Select(i => $"{i}"));
        return all;
    }

    private static IEnumerable<(string Form, string Text)> Forms(ReadAgreement read)
    {
        using var text = new StringWriter { NewLine = "\n" };
        AgreementPages.WriteText(text, [read], Speech.Default, Screen.Of(120, hasColour: false));
        yield return ("text", Spaced(text.ToString()));
        using var markdown = new StringWriter { NewLine = "\n" };
        AgreementPages.WriteMarkdown(markdown, [read], Speech.Default);
        yield return ("markdown", Spaced(Escaped().Replace(markdown.ToString(), "$1").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)));
        yield return ("html", Spaced(XDocument.Parse(Html(read).Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal)).Root!.Value));
        using var zip = new ZipArchive(new MemoryStream(Docx(read)));
        var body = XDocument.Load(zip.GetEntry("word/document.xml")!.Open());
        yield return ("docx", Spaced(string.Join(' ', body.Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value))));
    }

    /// <summary>With its pictures, which take longest: made once for all tests.</summary>
    private static string Html(ReadAgreement read) => Pages.GetOrAdd(read.Agreement.Name, _ => new Lazy<string>(() => Written(read))).Value;

    private static string Written(ReadAgreement read)
    {
        using var html = new StringWriter { NewLine = "\n" };
        AgreementPages.WriteHtml(html, [read], new MadeOf("0", "pacta read", []), Speech.Default);
        return html.ToString();
    }

    private static byte[] Docx(ReadAgreement read)
    {
        using var docx = new MemoryStream();
        AgreementPages.WriteDocx(docx, [read], Speech.Default);
        return docx.ToArray();
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("[0-9]+([.][0-9]+)?")]
    private static partial Regex AnyNumber();

    [GeneratedRegex("in any ([0-9]+) calendar")]
    private static partial Regex CalendarYears();

    [GeneratedRegex(@"\\([\\`*_\[\]|~$#+=.)-])")]
    private static partial Regex Escaped();
}

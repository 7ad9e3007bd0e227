using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Findings;
using Pacta.Presentation.Pictures;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Tables;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Html;

/// <summary>What every section about one agreement needs: the writer, the words, the findings that are told, and where each of them stands.</summary>
internal sealed class AgreementPart
{
    private readonly Dictionary<Finding, string> _anchors = new(ReferenceEqualityComparer.Instance);
    private readonly int _number;
    private readonly int _idLength;

    /// <param name="number">Of the agreement on the page, from 1.</param>
    public AgreementPart(HtmlWriter html, CheckReport report, AgreementFindings of, Speech speech, int number, int idLength)
    {
        speech = speech.In(of.Agreement.Calendar);
        (Html, Checked, Speech, _number, _idLength) = (html, of, speech, number, idLength);
        Times = new TimeWords(of.Agreement.Calendar, speech.Phrases);
        Measures = Measures.Of(of.Agreement);
        NamesInFull = new NamesInFull(of.Agreement.Vocabulary);
        Notes = new AgreementNotes(report, of, speech);
        Shown = Notes.Shown;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in Shown)
        {
            // The lines of one sentence may share an id; each still has a place of its own.
            var anchor = $"f-{finding.Id}";
            for (var i = 2; !taken.Add(anchor); i++)
            {
                anchor = string.Create(CultureInfo.InvariantCulture, $"f-{finding.Id}-{i}");
            }

            _anchors[finding] = anchor;
        }
    }

    public HtmlWriter Html { get; }

    public AgreementFindings Checked { get; }

    public Speech Speech { get; }

    public TimeWords Times { get; }

    /// <summary>The units of the numbers in derivations.</summary>
    public Measures Measures { get; }

    public NamesInFull NamesInFull { get; }

    public AgreementNotes Notes { get; }

    /// <summary>What a picture of its places shows.</summary>
    public PictureContent Picture => field ??= PictureContent.Of(Checked, PictureChoice.All);

    /// <summary>The findings that are told one by one.</summary>
    public ImmutableArray<Finding> Shown { get; }

    /// <summary>The anchor of the agreement, or of a section about it.</summary>
    public string Anchor(string section = "") => string.Create(CultureInfo.InvariantCulture, $"a{_number}{(section.Length > 0 ? "-" : string.Empty)}{section}");

    public string AnchorOf(Finding finding) => _anchors[finding];

    public string Say(string key, params ReadOnlySpan<string> arguments) => Speech.Phrases.Say(key, arguments);

    /// <summary>A heading of a section, by which links find it.</summary>
    public void Heading(string section, string text) => Html.Element("h3", text, ("id", Anchor(section)));

    /// <summary>The digits of a finding's id, leading to it.</summary>
    public void Link(Finding finding)
    {
        using (Html.In("a", ("href", "#" + AnchorOf(finding)), ("class", "id")))
        {
            Html.Text(FindingIds.Short(finding, _idLength));
        }
    }

    /// <summary>What a finding is about: what opened it, and the line of a sentence that has several.</summary>
    public string About(Finding finding)
    {
        var about = Speech.Triggers.Of(finding);
        return finding.Line is not { } line ? about : about.Length > 0 ? $"{about}: {line}" : line;
    }

    /// <summary>An unordered list; nothing where there is nothing in it.</summary>
    public void List(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        using (Html.In("ul"))
        {
            foreach (var line in all)
            {
                Html.Element("li", line, ("dir", "auto"));
            }
        }
    }

    /// <summary>What may be wider than the screen: it then scrolls by itself, with the keyboard as well.</summary>
    public HtmlWriter.OpenElement Wide(string label) => Html.Wide(label);

    /// <summary>
    /// A table, which on a narrow screen has its cells one after the other. The roles are said again, for browsers that forget that it is a table
    /// when it does not look like one.
    /// </summary>
    public HtmlWriter.OpenElement Table(string kind, string label) => Html.In("table", ("class", kind), ("role", "table"), ("aria-label", label));

    public void HeaderRow(params ReadOnlySpan<string> names)
    {
        using (Html.In("thead", ("role", "rowgroup")))
        using (Html.In("tr", ("role", "row")))
        {
            foreach (var name in names)
            {
                Html.Element("th", name, ("scope", "col"), ("role", "columnheader"));
            }
        }
    }

    public HtmlWriter.OpenElement Body() => Html.In("tbody", ("role", "rowgroup"));

    public HtmlWriter.OpenElement Row(string? kind = null) => Html.In("tr", ("class", kind), ("role", "row"));

    public HtmlWriter.OpenElement RowHeader() => Html.In("th", ("scope", "row"), ("role", "rowheader"));

    public HtmlWriter.OpenElement Cell() => Html.In("td", ("role", "cell"));

    public void Cell(string text)
    {
        using (Cell())
        {
            Html.Text(text);
        }
    }

    /// <summary>A row that is the heading of those below it, or a remark on the one above it.</summary>
    public void WholeRow(string kind, string text, int columns)
    {
        using (Row(kind))
        {
            var isHeading = kind == "group";
            Html.Element(
                isHeading ? "th" : "td",
                text,
                ("scope", isHeading ? "rowgroup" : null),
                ("role", isHeading ? "rowheader" : "cell"),
                ("colspan", columns.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Who is bound, and below it about what.</summary>
    public void WhoAndAbout(string who, string about)
    {
        Html.Text(who);
        if (about.Length > 0)
        {
            Html.Element("span", about, ("class", "about"));
        }
    }
}

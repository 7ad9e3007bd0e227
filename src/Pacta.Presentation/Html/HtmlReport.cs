using System.Collections.Immutable;
using System.Globalization;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Tables;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Html;

/// <summary>
/// A run as one page for people: to hand in, to print, and to check. The page needs nothing but itself: no script, no font, no picture from
/// elsewhere. The same input gives the same bytes; no clock and no folder is in it.
/// </summary>
public static class HtmlReport
{
    public static void Write(TextWriter output, CheckReport report, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(speech);
        var html = new HtmlWriter(output);
        var idLength = FindingIds.Length(report.Agreements.SelectMany(a => a.Findings));
        ImmutableArray<AgreementPart> parts = [.. report.Agreements.Select((a, i) => new AgreementPart(html, report, a, speech, i + 1, idLength))];
        var title = parts is [var only]
            ? speech.Phrases.Say("html.title", only.Checked.Agreement.Title)
            : speech.Phrases.Say("html.titles", parts.Length.ToString(CultureInfo.InvariantCulture));

        html.DocumentType();
        using (html.In("html", ("lang", speech.Phrases.Language)))
        {
            HtmlHead.Write(html, title);
            using (html.In("body"))
            {
                Signs.Define(html);
                WriteTop(html, title, parts, speech);
                using (html.In("main"))
                {
                    var first = parts.FirstOrDefault(MapSection.Has);
                    foreach (var part in parts)
                    {
                        WriteAgreement(part, first);
                    }

                    RunSection.Write(html, report, speech);
                }
            }
        }
    }

    private static void WriteTop(HtmlWriter html, string title, ImmutableArray<AgreementPart> parts, Speech speech)
    {
        using (html.In("header"))
        {
            html.Element("h1", title);
            using (html.In("dl", ("class", "facts")))
            {
                Fact("html.mandate", speech.Phrases.Say("html.mandate." + Names.Snake(speech.Mandate)));
                Fact("html.language", speech.Phrases.Say("html.language.name"));
            }
        }

        using (html.In("nav", ("aria-label", speech.Phrases.Say("html.contents"))))
        using (html.In("ul"))
        {
            foreach (var part in parts)
            {
                using (html.In("li"))
                {
                    html.Element("a", part.Checked.Agreement.Title, ("href", "#" + part.Anchor()));
                    using (html.In("ul"))
                    {
                        foreach (var (section, key) in Sections.Where(s => s.Section != MapSection.Name || MapSection.Has(part)))
                        {
                            Entry($"#{part.Anchor(section)}", key);
                        }
                    }
                }
            }

            Entry("#" + RunSection.Anchor, "html.run");
        }

        void Fact(string key, string value)
        {
            html.Element("dt", speech.Phrases.Say(key));
            html.Element("dd", value);
        }

        void Entry(string to, string key)
        {
            using (html.In("li"))
            {
                html.Element("a", speech.Phrases.Say(key), ("href", to));
            }
        }
    }

    /// <summary>The sections about an agreement, in the order of the page.</summary>
    private static readonly ImmutableArray<(string Section, string Key)> Sections =
    [
        (SummarySection.Name, "html.summary"),
        (NextSection.Name, "html.next"),
        (QuestionsSection.Name, "html.questions"),
        (TimelineSection.Name, "html.timeline"),
        (MapSection.Name, "map.section"),
        (FindingsSection.Name, "html.findings"),
        (NotesSection.Name, "page.assumed"),
    ];

    private static void WriteAgreement(AgreementPart part, AgreementPart? first)
    {
        using (part.Html.In("section", ("class", "agreement")))
        {
            WriteFacts(part);
            SummarySection.Write(part);
            NextSection.Write(part);
            QuestionsSection.Write(part);
            TimelineSection.Write(part);
            MapSection.Write(part, isFirst: part == first);
            FindingsSection.Write(part);
            NotesSection.Write(part);
        }
    }

    private static void WriteFacts(AgreementPart part)
    {
        var (html, agreement) = (part.Html, part.Checked.Agreement);
        html.Element("h2", agreement.Title, ("id", part.Anchor()));
        using (html.In("dl", ("class", "facts")))
        {
            Fact("html.standing", part.Speech.Clauses.Of(agreement.Status));
            Fact("html.parties", string.Join(", ", agreement.Parties.Select(p => NameOf(p, part))));
            foreach (var (name, value) in new HeadWords(agreement, part.Speech).CitationAndDates)
            {
                Named(name, value);
            }

            Fact("page.perspective", part.Notes.Perspective);
            Fact("page.complete", part.Notes.Horizon);
            if (part.Notes.Maps.Length > 0)
            {
                Fact("page.maps", part.Notes.Maps);
            }

        }

        void Fact(string key, string value) => Named(part.Say(key), value);

        void Named(string name, string value)
        {
            html.Element("dt", name);
            html.Element("dd", value, ("dir", "auto"));
        }
    }

    /// <summary>A party as the agreement calls it in full, where it does.</summary>
    private static string NameOf(string party, AgreementPart part) => part.NamesInFull.Of(party) is { } full ? part.Say("html.called", party, full) : party;
}

using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Periods;
using Pacta.Presentation.Pictures;
using Pacta.Presentation.Tables;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>The one place where a report about periods becomes words. Whatever form it then takes says the same.</summary>
internal static class PeriodPages
{
    public static PeriodDocument Of(PeriodRun run, Speech speech)
    {
        var idLength = FindingIds.Length(run.Agreements.SelectMany(a => a.Reports).SelectMany(r => r.Findings.Findings));
        var all = run.Agreements.SelectMany(a => a.Reports.Select(r => (a.Agreement, Report: r)));

        // Period by period, and in each the agreements in the order of their files.
        ImmutableArray<DocumentPart> parts =
        [
            .. all.OrderBy(p => p.Report.Period.First).Select((p, i) => Part(p.Agreement, new PeriodPart(p.Report, speech, idLength), i + 1)),
        ];
        var title = speech.Phrases.Say(
            $"period.title.{Names.Snake(run.Length)}", run.Agreements is [var only] ? only.Agreement.Title : speech.Phrases.Numbered("period.agreements", run.Agreements.Length));
        return new PeriodDocument(
            title,
            speech.Phrases.Language,
            [
                new(speech.Phrases.Say("html.mandate"), speech.Phrases.Say("html.mandate." + Names.Snake(speech.Mandate))),
                new(speech.Phrases.Say("html.language"), speech.Phrases.Say("html.language.name")),
            ],
            parts,
            RunPart.Of(run, speech));
    }

    private static DocumentPart Part(Agreement agreement, PeriodPart part, int number)
    {
        ImmutableArray<DocumentSection> sections =
        [
            ObservedSections.Observed(part),
            FindingSections.Assessed(part),
            FindingSections.Due(part),
            FindingSections.Next(part),
            FindingSections.Overdue(part),
            FindingSections.Revised(part),
            SourceSections.Late(part),
            SourceSections.Sources(part),
            SourceSections.Coverage(part),
            SourceSections.NotSeen(part),
            ObservedSections.Counts(part),
            SourceSections.Determinations(part),
            .. part.Report.Findings.Cases.IsEmpty ? ImmutableArray<DocumentSection>.Empty : [SourceSections.Cases(part)],
            ObservedSections.Figures(part),
            Notes(part),
        ];
        return new DocumentPart(
            string.Create(CultureInfo.InvariantCulture, $"p{number}"),
            part.Say("period.heading", part.PeriodInWords, agreement.Title),
            agreement.Name,
            part.Report.Period.First,
            part.Report.Period.Last,
            Facts(agreement, part),
            Lead(part),
            sections)
        {
            OnPaper = OnPaper(sections, part),
            Picture = Picture(part.Report),
        };
    }

    /// <summary>What was observed in the period, with the findings that concern it.</summary>
    private static PictureContent? Picture(PeriodReport report)
    {
        var observed = report.Findings with
        {
            Positioned = [.. report.Observed.Select(o => o.Fact).Where(f => f.Fields.ContainsKey("position"))],
            Findings = [.. report.Assessed.Select(a => a.Finding)],
        };
        return observed.Positioned.IsEmpty || PictureContent.Of(observed, new PictureChoice(report.Span.Latest, null, [])) is not { Places.Length: > 0, Positions.Length: > 0 } picture ? null : picture;
    }

    private static ImmutableArray<DocumentSection> OnPaper(ImmutableArray<DocumentSection> sections, PeriodPart part)
    {
        var told = sections.Where(s => !s.IsForSheets).ToList();
        var none = told.Where(s => s is { Rows.Length: 0, Remarks.Length: 0, Columns.Length: > 0 } && s.Name is not ("observed" or "coverage" or "not_seen")).ToList();
        return
        [
            .. told.Except(none).Where(s => s.Name != "notes"),
            .. none.Count > 0 ? [part.Section("nothing", [], [], [.. none.SelectMany(s => s.Lead)], [])] : ImmutableArray<DocumentSection>.Empty,
            .. told.Where(s => s.Name == "notes"),
        ];
    }

    private static ImmutableArray<DocumentFact> Facts(Agreement agreement, PeriodPart part) =>
    [
        new(part.Say("html.standing"), part.Speech.Clauses.Of(agreement.Status)),
        new(part.Say("period.span"), part.Say("period.span.of", part.Times.EndOf(part.Report.Span.Earliest), part.Times.EndOf(part.Report.Span.Latest), agreement.TimeZone)),
        new(part.Say("period.as_of"), part.Times.EndOf(part.Report.AsOf)),
        new(part.Say("page.perspective"), part.Report.Findings.Findings is [var first, ..] ? part.Speech.PerspectiveOf(first) : part.Say("table.every_source")),
    ];

    /// <summary>How much there is of what. Where nothing was reported, that comes first, and what it does not mean.</summary>
    private static ImmutableArray<string> Lead(PeriodPart part)
    {
        var report = part.Report;
        (string Key, int Count)[] numbers =
        [
            ("observed", report.Observed.Length),
            ("assessed", report.Assessed.Length),
            ("due", report.Due.Length),
            ("overdue", report.Overdue.Count(f => f.Certainty == Certainty.Certain)),
            ("overdue_possible", report.Overdue.Count(f => f.Certainty != Certainty.Certain)),
            ("revised", report.Revised.Length),
            ("late", report.Late.Length),
        ];
        var told = numbers.Where(n => n.Count > 0).Select(n => part.Speech.Phrases.Numbered("period.lead." + n.Key, n.Count)).ToList();
        return
        [
            .. report.Observed.Length == 0 ? ObservedSections.Nothing(part) : [],
            .. told.Count > 0 ? [part.Say("period.lead", string.Join(part.Say("who.claims_and"), told))] : ImmutableArray<string>.Empty,
        ];
    }

    private static DocumentSection Notes(PeriodPart part)
    {
        var (findings, speech) = (part.Report.Findings, part.Speech);
        var concerned = part.Report.Assessed.Select(a => a.Finding).ToList();
        return part.Section(
            "notes",
            [],
            [],
            [
                part.Say("period.complete", part.Times.EndOf(findings.Through), findings.Agreement.TimeZone),
                .. speech.Notes.Assumed([.. concerned]).Distinct(StringComparer.Ordinal).Select(a => part.Say("period.assumed", a)),
                .. speech.Notes.NotCounted([.. concerned]).Select(n => part.Say("period.not_counted", n)),
                .. speech.Notes.Denied([.. concerned]).Select(n => part.Say("period.denied", n)),
                .. speech.LeftOut.Of(findings.LeftOut, findings.Ungraded).Select(l => part.Say("period.left_out", l)),
            ],
            []);
    }
}

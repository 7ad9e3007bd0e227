using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Presentation.Words;

/// <summary>What came on record, in one sentence: who said what of which event, for which time, and what it takes back.</summary>
public sealed class RecordWords
{
    private readonly Speech _speech;

    internal RecordWords(Speech speech) => _speech = speech;

    /// <param name="times">Of the agreement in question: times are told by its clock.</param>
    public string Of(ReportRecord record, TimeWords times) => record switch
    {
        Report report => Of(report, times),
        CompletenessRecord complete => Say("record.complete", complete.Id, complete.Source, times.Of(complete.Through.In(times.Calendar.Zone))),
        JudgementRecord judgement => Say(judgement.Holds ? "record.judged.so" : "record.judged.not_so", judgement.Id, judgement.Source, judgement.Matter),
        DeterminationRecord determination => Say("record.determination", determination.Id, determination.Body, times.Of(determination.Date.In(times.Calendar.Zone))),
        CoverageRecord coverage => Say("record.coverage", coverage.Id, coverage.Source, coverage.Area, times.Of(coverage.Period.In(times.Calendar.Zone)), coverage.Means),
        CountRecord count => Say("record.count", count.Id, count.Source, NumberOf(count.Number), count.Kind, count.In ?? string.Empty, times.Of(count.Period.In(times.Calendar.Zone))),
        GradeRecord grade => Say("record.grade", grade.Id, grade.Assessor, grade.Target, $"{grade.Reliability}{grade.Credibility}"),
        CaseRecord step => Say("record.case", step.Id, step.By, step.Case),
        _ => Say("record.other", record.Id),
    };

    /// <summary>What was taken back, by which report and when.</summary>
    public string Of(TakenBack back, TimeWords times) =>
        Say(back.IsReplaced ? "record.replaced" : "record.taken_back", back.Id, back.Source, string.Join(", ", back.Events), back.By, times.Of(back.Recorded));

    private string NumberOf(ReportedNumber number) => _speech.Values.Of(number is { IsAbout: true, Low: { } about }
        ? Composed.Of("rough", $"{NumberRange.Exactly(about)}")
        : Composed.Of(new NumberRange(number.Low, number.High)));

    private string Of(Report report, TimeWords times) => Say(
        "record.report",
        report.Id,
        report.Source,
        report.Published is { } published ? times.Of(published.In(times.Calendar.Zone)) : string.Empty,
        report.Supersedes ?? string.Empty,
        string.Join(", ", report.Retracts),
        string.Join("; ", report.Claims.Select(c => Of(c, times))));

    private string Of(Claim claim, TimeWords times) => Say(
        claim.Polarity == Polarity.Denies ? "record.claim.denies." + Names.Snake(claim.Subject) : "record.claim.asserts",
        claim.Kind,
        claim.Event,
        claim.Time is { } time ? times.Of(time.In(times.Calendar.Zone)) : string.Empty);

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}

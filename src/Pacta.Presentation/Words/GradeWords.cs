using System.Collections.Immutable;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Words;

/// <summary>How what is cited was graded: the report by itself, else its source. Two judgements, side by side and never one number.</summary>
public sealed class GradeWords
{
    private readonly Speech _speech;

    internal GradeWords(Speech speech) => _speech = speech;

    /// <summary>Empty where nobody graded it.</summary>
    public string Of(ReportReference report, ImmutableArray<Graded> grades)
    {
        ArgumentNullException.ThrowIfNull(report);
        var own = grades.Where(g => g.Target == report.Id).Select(g => _speech.Phrases.Say("grade.report", $"{g.Reliability}{g.Credibility}", g.Assessor, g.Why)).ToList();
        var told = own.Count > 0 ? own : [.. grades.Where(g => g.Target == report.Source).Select(g => _speech.Phrases.Say("grade.source", $"{g.Reliability}", g.Assessor, g.Why))];
        return string.Join("; ", told);
    }
}

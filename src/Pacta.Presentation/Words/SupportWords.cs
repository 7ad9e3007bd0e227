using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Words;

/// <summary>The words for the reports that suffice for a certain finding.</summary>
public sealed class SupportWords
{
    /// <summary>Of more reports than this the others are counted.</summary>
    private const int MostReports = 20;

    private readonly Phrases.Phrasebook _phrases;

    internal SupportWords(Phrases.Phrasebook phrases) => _phrases = phrases;

    /// <summary>"rests on r1 (mission); without it the finding is another", "3 more say the same: r2 (courier), ..."</summary>
    public ImmutableArray<string> Of(Support support)
    {
        ArgumentNullException.ThrowIfNull(support);
        var rests = support.Reports.Length == 0 ? _phrases.Say("support.none")
            : support.IsMinimal ? _phrases.Numbered("support", support.Reports.Length, List(support.Reports))
            : _phrases.Say("support.some", List(support.Reports));
        return support.Others.Length == 0 ? [rests] : [rests, _phrases.Numbered("support.others", support.Others.Length, List(support.Others))];
    }

    private string List(ImmutableArray<ReportReference> reports)
    {
        var list = string.Join(", ", reports.Take(MostReports).Select(r => r.Id == r.Source ? r.Id : _phrases.Say("support.by", r.Id, r.Source)));
        return reports.Length > MostReports ? _phrases.Say("support.and_more", list, (reports.Length - MostReports).ToString("#,0", CultureInfo.InvariantCulture)) : list;
    }
}

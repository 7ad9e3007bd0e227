using Pacta.Model.Findings;
using Pacta.Negotiation;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>Two drafts side by side on a screen.</summary>
public static class ComparisonText
{
    /// <param name="first">What was found under each draft on the same reports; null where there are none.</param>
    public static void Write(TextWriter output, DraftComparison comparison, AgreementFindings? first, AgreementFindings? second, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        SectionsText.Write(output, ComparisonSections.Title(comparison, speech), ComparisonSections.Of(comparison, first, second, speech), screen);
    }
}

using Pacta.Negotiation.Reciprocity;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reciprocity;

/// <summary>What is reciprocal in a draft, on a screen and as a page.</summary>
public static class ReciprocityText
{
    public static void Write(TextWriter output, DraftReciprocity found, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        ComparisonText.Write(output, ReciprocitySections.Of(found, speech), screen);
    }

    public static void WriteHtml(TextWriter output, DraftReciprocity found, Manifest manifest, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(speech);
        ComparisonHtml.Write(output, ReciprocitySections.Of(found, speech), manifest, linesSkipped: 0, speech);
    }
}

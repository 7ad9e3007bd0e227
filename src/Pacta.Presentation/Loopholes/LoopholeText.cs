using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Loopholes;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Loopholes;

/// <summary>Loopholes on a screen and as a page.</summary>
public static class LoopholeText
{
    public static void Write(TextWriter output, Agreement draft, ImmutableArray<InterestLoopholes> found, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        ComparisonText.Write(output, LoopholeSections.Of(draft, found, speech), screen);
    }

    public static void WriteHtml(TextWriter output, Agreement draft, ImmutableArray<InterestLoopholes> found, Manifest manifest, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(speech);
        ComparisonHtml.Write(output, LoopholeSections.Of(draft, found, speech), manifest, linesSkipped: 0, speech);
    }
}

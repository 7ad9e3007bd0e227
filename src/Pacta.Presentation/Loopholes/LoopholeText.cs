using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Loopholes;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Loopholes;

/// <summary>Loopholes on a screen.</summary>
public static class LoopholeText
{
    public static void Write(TextWriter output, Agreement draft, ImmutableArray<InterestLoopholes> found, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        SectionsText.Write(output, LoopholeSections.Title(draft, speech), LoopholeSections.Of(draft, found, speech), screen);
    }
}

using Pacta.Negotiation.Reciprocity;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reciprocity;

/// <summary>What is reciprocal in a draft, on a screen.</summary>
public static class ReciprocityText
{
    public static void Write(TextWriter output, DraftReciprocity found, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(speech);
        ArgumentNullException.ThrowIfNull(screen);
        SectionsText.Write(output, ReciprocitySections.Title(found, speech), ReciprocitySections.Of(found, speech), screen);
    }
}

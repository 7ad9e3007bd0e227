using Pacta.Negotiation.Packages;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Packages;

/// <summary>The packages of a negotiation on a screen.</summary>
public static class PackagesText
{
    public static void Write(TextWriter output, PackageFindings found, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(found);
        ToldText.Write(output, PackageSections.Of(found, speech), screen);
    }
}

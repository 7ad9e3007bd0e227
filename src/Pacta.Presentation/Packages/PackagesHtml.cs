using Pacta.Negotiation.Packages;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Packages;

/// <summary>The packages of a negotiation as a page: an options matrix, and matrices of packages.</summary>
public static class PackagesHtml
{
    public static void Write(TextWriter output, PackageFindings found, MadeOf madeOf, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(found);
        ToldHtml.Write(output, PackageSections.Of(found, speech), madeOf, speech);
    }
}

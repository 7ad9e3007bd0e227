using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Formatting;

/// <summary>What can be wrong with a layout.</summary>
internal static class FormattingErrors
{
    public static Diagnostic WouldChange(SourceText source, TextSpan lost) => new(
        "PACTA0960", Severity.Error, "Laid out anew, the file would not say what it says", [new Label(source, lost, "what stands here would be lost or moved")],
        "Nothing was written. This is a fault of Pacta, and not of the file: please report it with the file.", null);
}

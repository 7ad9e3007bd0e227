using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Parsing;

/// <summary>Reads the text of a file into its syntax tree.</summary>
public static class Parser
{
    /// <summary>
    /// Never fails: what cannot be read is reported once and left out of the tree, and reading goes on with the next line.
    /// Diagnostics are added in the order of the file.
    /// </summary>
    public static FileSyntax Parse(SourceText source, DiagnosticBag diagnostics) => new FileParser(source, diagnostics).ParseFile();
}

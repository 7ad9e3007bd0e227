using System.Collections.Immutable;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Compilation;

/// <summary>A file that was read once, for as many compilations as its text stays what it is.</summary>
internal sealed record ParsedFile(SourceText Source, FileSyntax Syntax, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    public static ParsedFile Of(SourceText source)
    {
        var found = new DiagnosticBag();
        var syntax = Parser.Parse(source, found);
        return new ParsedFile(source, syntax, [.. found.Items]);
    }
}

using System.Collections.Immutable;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Reports.Import;

/// <summary>How the rows of a table become reports: a small JSON file, described in docs/reports.md.</summary>
public sealed record CsvMapping
{
    internal CsvMapping(SourceText file, TextSpec id, TextSpec happening, TextSpec kind, TextSpec source)
    {
        File = file;
        Id = id;
        Event = happening;
        Kind = kind;
        Source = source;
    }

    internal SourceText File { get; }

    internal char? Delimiter { get; init; }

    internal TextSpec Id { get; init; }

    internal TextSpec Event { get; init; }

    internal TextSpec Kind { get; }

    internal TextSpec Source { get; }

    internal TextSpec? Origin { get; init; }

    internal MomentSpec? Published { get; init; }

    internal MomentSpec? Recorded { get; init; }

    internal TextSpec? Reference { get; init; }

    internal TextSpec? Claim { get; init; }

    internal TextSpec? Polarity { get; init; }

    internal TextSpec? Basis { get; init; }

    internal WhenSpec? Time { get; init; }

    internal WhenSpec? End { get; init; }

    internal ImmutableArray<(string Preposition, NamesSpec Names)> Roles { get; init; } = [];

    /// <summary>With distances and the position, by the names that claims use.</summary>
    internal ImmutableArray<(string Name, FieldSpec Field)> Fields { get; init; } = [];

    internal ImmutableArray<string> SkipIfEmpty { get; init; } = [];

    internal ImmutableArray<(string Column, ImmutableArray<string> Values)> OnlyIf { get; init; } = [];

    /// <summary>Every column that the mapping names, with its place in the mapping file.</summary>
    internal ImmutableArray<(string Name, TextSpan Span)> Columns { get; init; } = [];

    /// <summary>Questions with several answers, each of which has a column whose name begins so, with their places.</summary>
    internal ImmutableArray<(string Name, TextSpan Span)> Questions { get; init; } = [];

    /// <summary>Reads a mapping; null, and errors with their places, if it is not right. No input makes it throw.</summary>
    public static CsvMapping? Read(SourceText file, DiagnosticBag diagnostics) => CsvMappingReader.Read(file, diagnostics, isForKobo: false);

    /// <summary>As <see cref="Read"/>, for an export of KoboToolbox: what such an export says by itself needs not be said.</summary>
    public static CsvMapping? ReadForKobo(SourceText file, DiagnosticBag diagnostics) => CsvMappingReader.Read(file, diagnostics, isForKobo: true);
}

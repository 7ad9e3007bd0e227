using System.Collections.Immutable;

namespace Pacta.Presentation.Disputes;

/// <summary>A part of what is told about a dispute, for a screen and for a page alike: remarks, a table, entries one below the other.</summary>
/// <param name="Name">By which links find it.</param>
/// <param name="Rows">The first row is of headings; empty: no table.</param>
internal sealed record StabilitySection(
    string Name, string Title, ImmutableArray<string> Remarks, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<StabilityEntry> Entries);

/// <param name="Parts">Of whom it speaks, and what it says of them.</param>
internal sealed record StabilityEntry(string Title, string Summary, ImmutableArray<(string Who, ImmutableArray<string> Lines)> Parts);

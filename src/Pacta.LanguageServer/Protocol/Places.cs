namespace Pacta.LanguageServer.Protocol;

// The parts of the Language Server Protocol 3.17 that are used here, by the names they have there.

/// <summary>Zero-based; <c>Character</c> counts UTF-16 units.</summary>
internal readonly record struct Position(int Line, int Character);

/// <summary>The end is excluded.</summary>
internal readonly record struct Range(Position Start, Position End);

internal sealed record Location(string Uri, Range Range);

internal sealed record TextEdit(Range Range, string NewText);

internal sealed record WorkspaceEdit(Dictionary<string, TextEdit[]> Changes);

internal sealed record TextDocumentIdentifier(string Uri);

internal sealed record VersionedTextDocumentIdentifier(string Uri, int Version);

internal sealed record TextDocumentItem(string Uri, int Version, string Text);

/// <summary><c>Range</c> is null where the whole text is new.</summary>
internal sealed record ContentChange(Range? Range, string Text);

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pacta.LanguageServer.Protocol;

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record ServerCapabilities(
    string PositionEncoding,
    SyncOptions TextDocumentSync,
    bool HoverProvider,
    CompletionOptions CompletionProvider,
    bool DefinitionProvider,
    bool ReferencesProvider,
    bool DocumentHighlightProvider,
    bool DocumentSymbolProvider,
    bool WorkspaceSymbolProvider,
    bool DocumentFormattingProvider,
    RenameOptions RenameProvider,
    bool FoldingRangeProvider,
    CodeActionOptions CodeActionProvider,
    SemanticTokensOptions SemanticTokensProvider,
    bool InlayHintProvider,
    CodeLensOptions CodeLensProvider,
    ExecuteCommandOptions ExecuteCommandProvider,
    WorkspaceCapabilities Workspace);

/// <param name="Change">2: changes come as they are made.</param>
internal sealed record SyncOptions(bool OpenClose, int Change, bool Save);

internal sealed record CompletionOptions(string[] TriggerCharacters);

internal sealed record RenameOptions(bool PrepareProvider);

internal sealed record CodeActionOptions(string[] CodeActionKinds);

internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Full);

internal sealed record SemanticTokensLegend(string[] TokenTypes, string[] TokenModifiers);

internal sealed record CodeLensOptions(bool ResolveProvider);

internal sealed record ExecuteCommandOptions(string[] Commands);

internal sealed record WorkspaceCapabilities(WorkspaceFoldersOptions WorkspaceFolders);

internal sealed record WorkspaceFoldersOptions(bool Supported, bool ChangeNotifications);

/// <summary>A message for a place of a document.</summary>
/// <param name="Severity">1 error, 2 warning, 3 information, 4 hint.</param>
internal sealed record DiagnosticItem(Range Range, int Severity, string Code, string Source, string Message, RelatedInformation[]? RelatedInformation);

internal sealed record RelatedInformation(Location Location, string Message);

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, DiagnosticItem[] Diagnostics);

internal sealed record Hover(MarkupContent Contents, Range Range);

internal sealed record MarkupContent(string Kind, string Value);

internal sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items);

/// <param name="InsertTextFormat">1 as it stands, 2 with places to fill in.</param>
internal sealed record CompletionItem(string Label, int Kind, string? Detail, string SortText, TextEdit TextEdit, int InsertTextFormat)
{
    public MarkupContent? Documentation { get; init; }
}

internal sealed record DocumentHighlight(Range Range, int Kind);

internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, Range Range, Range SelectionRange, DocumentSymbol[] Children);

internal sealed record WorkspaceSymbol(string Name, int Kind, Location Location, string? ContainerName);

internal sealed record PrepareRenameResult(Range Range, string Placeholder);

internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind);

internal sealed record CodeAction(string Title, string Kind, DiagnosticItem[] Diagnostics, bool IsPreferred, WorkspaceEdit Edit);

internal sealed record SemanticTokens(int[] Data);

/// <param name="Kind">1 type, 2 parameter.</param>
internal sealed record InlayHint(Position Position, string Label, int Kind, bool PaddingLeft, string? Tooltip);

internal sealed record CodeLens(Range Range, Command Command);

internal sealed record Command(string Title, [property: JsonPropertyName("command")] string Name, JsonElement[] Arguments);

/// <summary>How one scenario came out: what <c>pacta test</c> prints of it.</summary>
internal sealed record ScenarioResult(string Title, bool Passed, string Text, FailedExpectation[] Failures);

internal sealed record FailedExpectation(Location Location, string Expected, string Found);

internal sealed record LogMessageParams(int Type, string Message);

internal sealed record RegistrationParams(Registration[] Registrations);

internal sealed record Registration(string Id, string Method, WatchedFilesOptions RegisterOptions);

internal sealed record WatchedFilesOptions(FileWatcher[] Watchers);

internal sealed record FileWatcher(string GlobPattern);

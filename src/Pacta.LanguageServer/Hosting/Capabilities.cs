using Pacta.LanguageServer.Features;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Hosting;

/// <summary>What the server can do, told once.</summary>
internal static class Capabilities
{
    public static InitializeResult Of(string version) => new(
        new ServerCapabilities(
            PositionEncoding: "utf-16",
            TextDocumentSync: new SyncOptions(OpenClose: true, Change: 2, Save: true),
            HoverProvider: true,
            CompletionProvider: new CompletionOptions([" ", "\""]),
            DefinitionProvider: true,
            ReferencesProvider: true,
            DocumentHighlightProvider: true,
            DocumentSymbolProvider: true,
            WorkspaceSymbolProvider: true,
            DocumentFormattingProvider: true,
            RenameProvider: new RenameOptions(PrepareProvider: true),
            FoldingRangeProvider: true,
            CodeActionProvider: new CodeActionOptions([Mending.Kind]),
            SemanticTokensProvider: new SemanticTokensOptions(Colouring.Legend, Full: true),
            InlayHintProvider: true,
            CodeLensProvider: new CodeLensOptions(ResolveProvider: false),
            ExecuteCommandProvider: new ExecuteCommandOptions([Running.Run]),
            Workspace: new WorkspaceCapabilities(new WorkspaceFoldersOptions(Supported: true, ChangeNotifications: true))),
        new ServerInfo("Pacta", version));
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Features;
using Pacta.LanguageServer.Features.Completion;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Hosting;

/// <summary>Writes the result of a request; takes its time, and may be cancelled.</summary>
internal delegate Action<Utf8JsonWriter> Answer(CancellationToken cancellation);

/// <summary>Which feature answers which request. The texts are those of the moment at which the request came.</summary>
internal static class Answers
{
    /// <summary>Null where there is no such method.</summary>
    public static Answer? To(string method, JsonElement parameters, WorkspaceState state, Analyses analyses, Client client)
    {
        var json = ProtocolJson.Default;
        switch (method)
        {
            case "textDocument/hover":
                return At((a, offset, _) => Hovering.Of(a, offset, client.HasMarkdown), json.Hover);
            case "textDocument/completion":
                return At((a, offset, _) => Completing.Of(a, offset, client.HasSnippets), json.CompletionList);
            case "textDocument/definition":
                return At((a, offset, _) => Finding.Definition(a, offset), json.LocationArray);
            case "textDocument/documentHighlight":
                return At((a, offset, _) => Finding.Highlights(a, offset), json.DocumentHighlightArray);
            case "textDocument/references":
                var withDeclaration = Parameters.Of(parameters, json.ReferenceParams).Context is not { IncludeDeclaration: false };
                return At((a, offset, c) => Finding.References(a, offset, withDeclaration, analyses, c), json.LocationArray);
            case "textDocument/prepareRename":
                return At((a, offset, _) => Renaming.Prepare(a, offset), json.PrepareRenameResult);
            case "textDocument/rename":
                var newName = Parameters.Of(parameters, json.RenameParams).NewName;
                return At((a, offset, c) => Renaming.Rename(a, offset, newName ?? string.Empty, analyses, c), json.WorkspaceEdit);
            case "textDocument/documentSymbol":
                return Text(Outlining.Of, json.DocumentSymbolArray);
            case "textDocument/foldingRange":
                return Text(Folding.Of, json.FoldingRangeArray);
            case "textDocument/formatting":
                return Text(LayingOut.Of, json.TextEditArray);
            case "textDocument/codeLens":
                return Text(Running.LensesOf, json.CodeLensArray);
            case "textDocument/semanticTokens/full":
                return Whole(Colouring.Of, json.SemanticTokens);
            case "textDocument/inlayHint":
                var hinted = Parameters.Of(parameters, json.RangeParams).Range;
                return Whole(a => Hinting.Of(a, hinted), json.InlayHintArray);
            case "textDocument/codeAction":
                var mended = Parameters.Of(parameters, json.CodeActionParams).Range;
                return Whole(a => Mending.Of(a, mended), json.CodeActionArray);
            case "workspace/symbol":
                var query = Parameters.Of(parameters, json.WorkspaceSymbolParams).Query;
                return c => Written(Outlining.Search(state, query ?? string.Empty, c), json.WorkspaceSymbolArray);
            case "workspace/executeCommand":
                var command = Parameters.Of(parameters, json.ExecuteCommandParams);
                return c => Written(Execute(command, state, analyses, c), json.ScenarioResultArray);
            default:
                return null;
        }

        Document Named(string uri) => state.Find(FilePaths.PathOf(uri ?? string.Empty)) is { } document
            ? document
            : throw new ProtocolException(ProtocolException.InvalidParams, $"{uri} is not open");

        Answer At<T>(Func<Analysed, int, CancellationToken, T?> feature, JsonTypeInfo<T> type)
        {
            var asked = Parameters.Of(parameters, json.PositionParams);
            var document = Named(asked.TextDocument.Uri);
            return c => Written(feature(analyses.Of(document, state, c), document.Lines.OffsetOf(asked.Position), c), type);
        }

        Answer Whole<T>(Func<Analysed, T> feature, JsonTypeInfo<T> type)
        {
            var document = Named(Parameters.Of(parameters, json.DocumentParams).TextDocument.Uri);
            return c => Written(feature(analyses.Of(document, state, c)), type);
        }

        Answer Text<T>(Func<Document, T> feature, JsonTypeInfo<T> type)
        {
            var document = Named(Parameters.Of(parameters, json.DocumentParams).TextDocument.Uri);
            return _ => Written(feature(document), type);
        }
    }

    private static Action<Utf8JsonWriter> Written<T>(T? result, JsonTypeInfo<T> type) => json =>
    {
        if (result is null)
        {
            json.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(json, result, type);
        }
    };

    private static ScenarioResult[] Execute(ExecuteCommandParams command, WorkspaceState state, Analyses analyses, CancellationToken cancellation)
    {
        if (command.Command != Running.Run)
        {
            throw new ProtocolException(ProtocolException.InvalidParams, $"there is no command {command.Command}");
        }

        if (command.Arguments is not [{ ValueKind: JsonValueKind.String } uri, ..] || state.Find(FilePaths.PathOf(uri.GetString()!)) is not { } document)
        {
            throw new ProtocolException(ProtocolException.InvalidParams, $"{Running.Run} takes the URI of a file, and the title of a scenario in it");
        }

        var title = command.Arguments is [_, { ValueKind: JsonValueKind.String } named, ..] ? named.GetString() : null;
        return Running.Results(analyses.Of(document, state, cancellation), title);
    }
}

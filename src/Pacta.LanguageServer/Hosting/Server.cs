using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Hosting;

/// <summary>
/// The server of an editor: messages in, messages out, until it is told to exit. What changes texts is done in the order in which it comes; what asks about them is
/// answered beside, about the texts as they were when it came. A fault in one answer ends that answer and nothing else.
/// </summary>
public sealed class Server : IDisposable
{
    /// <summary>It was told to exit, after it was told to shut down.</summary>
    private const int Orderly = 0;

    private const int Disorderly = 1;

    private readonly MessageReader _reader;
    private readonly MessageWriter _writer;
    private readonly ServerOptions _options;
    private readonly Workspace _workspace = new();
    private readonly Analyses _analyses = new();
    private readonly Requests _requests;
    private readonly Publisher _publisher;
    private readonly Client _client = new();
    private Phase _phase = Phase.New;
    private int _refreshes;

    private Server(Stream input, Stream output, ServerOptions options)
    {
        _options = options;
        _reader = new MessageReader(input);
        _writer = new MessageWriter(output);
        _requests = new Requests(_writer);
        _publisher = new Publisher(_writer, _analyses, options);
    }

    private enum Phase
    {
        New,
        Running,
        ShutDown,
    }

    /// <summary>Serves one editor.</summary>
    /// <returns>0 if it ended as the protocol says, otherwise 1.</returns>
    public static int Run(Stream input, Stream output, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        using var server = new Server(input, output, options);
        return server.Serve();
    }

    public void Dispose()
    {
        _requests.CancelAll();
        _publisher.Dispose();
        _reader.Dispose();
    }

    private int Serve()
    {
        try
        {
            while (_reader.Read() is { } body)
            {
                if (Take(body) is { } end)
                {
                    return end;
                }
            }
        }
        catch (InvalidDataException e)
        {
            // Where the next message begins cannot be known any longer.
            _writer.Fail(null, ProtocolException.ParseError, e.Message);
        }
        catch (IOException)
        {
            // The editor is gone.
        }

        return _phase == Phase.ShutDown ? Orderly : Disorderly;
    }

    /// <returns>The exit code, where this was the last message.</returns>
    private int? Take(byte[] body)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            _writer.Fail(null, ProtocolException.ParseError, $"a message is no JSON: {e.Message}");
            return null;
        }

        using (json)
        {
            return Take(json.RootElement);
        }
    }

    private int? Take(JsonElement message)
    {
        JsonElement? id = message.ValueKind == JsonValueKind.Object && message.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.Number or JsonValueKind.String ? given.Clone() : null;
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("method", out var named) || named.ValueKind != JsonValueKind.String)
        {
            // An answer to what was asked of the editor has no method; nobody waits for it.
            if (message.ValueKind != JsonValueKind.Object || !(message.TryGetProperty("result", out _) || message.TryGetProperty("error", out _)))
            {
                _writer.Fail(id, ProtocolException.InvalidRequest, "a message is an object with a method");
            }

            return null;
        }

        var method = named.GetString()!;
        var parameters = message.TryGetProperty("params", out var p) ? p.Clone() : default;
        if (method == "exit")
        {
            return _phase == Phase.ShutDown ? Orderly : Disorderly;
        }

        try
        {
            if (id is { } request)
            {
                Ask(request, method, parameters);
            }
            else if (_phase == Phase.Running)
            {
                Tell(method, parameters);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed(id, method, e);
        }

        return null;
    }

    private void Ask(JsonElement id, string method, JsonElement parameters)
    {
        switch (_phase, method)
        {
            case (Phase.New, "initialize"):
                var result = Initialize(Parameters.Of(parameters, ProtocolJson.Default.InitializeParams));
                _writer.Answer(id, json => JsonSerializer.Serialize(json, result, ProtocolJson.Default.InitializeResult));
                break;
            case (Phase.New, _):
                _writer.Fail(id, ProtocolException.NotInitialized, $"{method} was asked before initialize");
                break;
            case (Phase.ShutDown, _):
                _writer.Fail(id, ProtocolException.InvalidRequest, $"{method} was asked after shutdown");
                break;
            case (_, "initialize"):
                _writer.Fail(id, ProtocolException.InvalidRequest, "initialize was asked before");
                break;
            case (_, "shutdown"):
                _phase = Phase.ShutDown;
                _requests.CancelAll();
                _writer.Answer(id, json => json.WriteNullValue());
                break;
            default:
                var answer = Answers.To(method, parameters, _workspace.State, _analyses, _client)
                    ?? throw new ProtocolException(ProtocolException.MethodNotFound, $"there is no method {method}");
                _requests.Start(id, method, answer);
                break;
        }
    }

    private InitializeResult Initialize(InitializeParams parameters)
    {
        _client.Learn(parameters.Capabilities);
        _workspace.OpenFolders(parameters.WorkspaceFolders?.Select(f => f.Uri) ?? (parameters.RootUri is { } root ? [root] : []));
        _workspace.Configure(Settings.Of(parameters.InitializationOptions));
        if (parameters.ProcessId is { } parent)
        {
            EndWith(parent);
        }

        _phase = Phase.Running;
        return Capabilities.Of(_options.Version);
    }

    private void Tell(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "initialized":
                if (_client.CanWatchFiles)
                {
                    var watching = new Registration("files", "workspace/didChangeWatchedFiles", new WatchedFilesOptions([new FileWatcher("**/*.pacta"), new FileWatcher("**/*.{geojson,json}")]));
                    _writer.Request("register-files", "client/registerCapability", new RegistrationParams([watching]), ProtocolJson.Default.RegistrationParams);
                }

                return;
            case "$/cancelRequest":
                _requests.Cancel(Parameters.Of(parameters, ProtocolJson.Default.CancelParams).Id);
                return;
            case "textDocument/didOpen":
                _workspace.Open(Parameters.Of(parameters, ProtocolJson.Default.DidOpenParams).TextDocument);
                break;
            case "textDocument/didChange":
                _workspace.Change(Parameters.Of(parameters, ProtocolJson.Default.DidChangeParams));
                break;
            case "textDocument/didClose":
                var closed = Parameters.Of(parameters, ProtocolJson.Default.DocumentParams).TextDocument.Uri;
                _workspace.Close(closed);
                _publisher.Forget(closed);
                break;
            case "textDocument/didSave":
                return;
            case "workspace/didChangeWatchedFiles":
                foreach (var change in Parameters.Of(parameters, ProtocolJson.Default.DidChangeWatchedFilesParams).Changes)
                {
                    _workspace.LookAgain(change.Uri);
                }

                _analyses.ForgetMaps();
                Refresh();
                break;
            case "workspace/didChangeConfiguration":
                _workspace.Configure(Settings.Of(Parameters.Of(parameters, ProtocolJson.Default.DidChangeConfigurationParams).Settings));
                Refresh();
                break;
            case "workspace/didChangeWorkspaceFolders":
                var folders = Parameters.Of(parameters, ProtocolJson.Default.DidChangeWorkspaceFoldersParams).Event;
                _workspace.CloseFolders(folders.Removed.Select(f => f.Uri));
                _workspace.OpenFolders(folders.Added.Select(f => f.Uri));
                Refresh();
                break;
            default:
                return;
        }

        _publisher.Changed(_workspace.State);
    }

    /// <summary>An editor asks for hints and colours when a text changes; when something else does, it is asked to.</summary>
    private void Refresh()
    {
        foreach (var method in _client.Refreshes)
        {
            _writer.Request(string.Create(CultureInfo.InvariantCulture, $"refresh-{++_refreshes}"), method);
        }
    }

    private void Failed(JsonElement? id, string method, Exception e)
    {
        var (code, message) = Requests.Told(method, e);
        if (id is { } request)
        {
            _writer.Fail(request, code, message);
        }
        else
        {
            _writer.Notify("window/logMessage", new LogMessageParams(1, message), ProtocolJson.Default.LogMessageParams);
        }
    }

    /// <summary>An editor that was killed tells nobody; where its process ends, this one does.</summary>
    private static void EndWith(int parent)
    {
        try
        {
            var editor = Process.GetProcessById(parent);
            editor.EnableRaisingEvents = true;
            editor.Exited += (_, _) => Environment.Exit(Disorderly);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            // Not to be seen from here, as in a container: the end of the input is the sign then.
        }
    }
}

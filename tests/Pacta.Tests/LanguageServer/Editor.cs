using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Pacta.Tests.Ledger;

namespace Pacta.Tests.LanguageServer;

/// <summary>An answer that is an error.</summary>
internal sealed class EditorError(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}

/// <summary>
/// An editor as the server sees one: it starts the command as a process of its own, speaks the protocol with it byte by byte, and waits for what it says. Anything on standard
/// output that is no message of the protocol is an error here.
/// </summary>
internal sealed class Editor : IAsyncDisposable
{
    private const char Mark = '‸';

    private readonly Process _process;
    private readonly Stream _input;
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> _asked = new(StringComparer.Ordinal);
    private readonly List<JsonNode> _told = [];
    private readonly List<(Func<JsonNode, bool> Fits, TaskCompletionSource<JsonNode> Found)> _waiting = [];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _versions = [];
    private int _ids;

    private Editor(Process process)
    {
        _process = process;
        _input = process.StandardInput.BaseStream;
        _errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        _reading = Task.Run(Read, TestContext.Current.CancellationToken);
    }

    /// <summary>Before it was told anything.</summary>
    public static Editor Started() => new(Killed.Start("language-server", "--stdio"));

    /// <summary>Ready to be asked.</summary>
    /// <param name="folder">What is open in it; null: nothing.</param>
    public static async Task<Editor> Open(string? folder = null, JsonObject? settings = null, bool isPlain = false)
    {
        var editor = Started();
        var capabilities = isPlain ? new JsonObject() : Json("""{"textDocument":{"hover":{"contentFormat":["markdown","plaintext"]},"completion":{"completionItem":{"snippetSupport":true}}}}""");
        await editor.Ask("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = folder is null ? null : new Uri(folder).AbsoluteUri,
            ["capabilities"] = capabilities,
            ["initializationOptions"] = settings,
        });
        editor.Tell("initialized", []);
        return editor;
    }

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    /// <summary>The result of a request.</summary>
    /// <exception cref="EditorError">The answer is an error.</exception>
    public async Task<JsonNode?> Ask(string method, JsonObject? parameters) => await Answer(Request(method, parameters));

    /// <summary>Sends a request; the answer may come later.</summary>
    public string Request(string method, JsonObject? parameters)
    {
        var id = $"r{Interlocked.Increment(ref _ids)}";
        _asked[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return id;
    }

    public async Task<JsonNode?> Answer(string id) => await _asked[id].Task.WaitAsync(TestContext.Current.CancellationToken);

    public void Tell(string method, JsonObject parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    public void Send(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        SendBytes([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")), .. body]);
    }

    public void SendBytes(byte[] bytes)
    {
        _input.Write(bytes);
        _input.Flush();
    }

    /// <summary>A message of the server that fits: one that has come, or the next one.</summary>
    public async Task<JsonNode> Message(Func<JsonNode, bool> fits)
    {
        TaskCompletionSource<JsonNode> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_told.Find(m => fits(m)) is { } told)
            {
                return told;
            }

            _waiting.Add((fits, found));
        }

        return await found.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    // ---- documents

    /// <summary>Opens a text and waits for what is wrong with it. A mark in it is left out.</summary>
    public async Task<Mistakes> OpenText(string uri, string text)
    {
        _versions[uri] = 1;
        Tell("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "pacta", ["version"] = 1, ["text"] = Unmarked(text) } });
        return await MistakesOf(uri, 1);
    }

    /// <summary>The whole text is another one.</summary>
    public async Task<Mistakes> ChangeText(string uri, string text) => await ChangeBy(uri, new JsonObject { ["text"] = Unmarked(text) });

    public async Task<Mistakes> ChangeBy(string uri, params JsonObject[] changes) => await MistakesOf(uri, Type(uri, changes));

    /// <summary>Changes a text without waiting for anything.</summary>
    /// <returns>Its version.</returns>
    public int Type(string uri, params JsonObject[] changes)
    {
        var version = ++_versions[uri];
        Tell("textDocument/didChange", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version }, ["contentChanges"] = new JsonArray([.. changes]) });
        return version;
    }

    public async Task<Mistakes> MistakesOf(string uri, int version)
    {
        var message = await Message(m => m["method"]?.GetValue<string>() == "textDocument/publishDiagnostics" && m["params"]!["uri"]!.GetValue<string>() == uri && m["params"]!["version"]?.GetValue<int>() == version);
        return new Mistakes(message["params"]!["diagnostics"]!.AsArray());
    }

    /// <summary>Forgets what was told so far.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _told.Clear();
        }
    }

    /// <summary>A request about the place of the mark in a text.</summary>
    public async Task<JsonNode?> At(string method, string uri, string marked, JsonObject? more = null)
    {
        var parameters = more ?? [];
        parameters["textDocument"] = new JsonObject { ["uri"] = uri };
        parameters["position"] = Position(marked);
        return await Ask($"textDocument/{method}", parameters);
    }

    public async Task<JsonNode?> About(string method, string uri, JsonObject? more = null)
    {
        var parameters = more ?? [];
        parameters["textDocument"] = new JsonObject { ["uri"] = uri };
        return await Ask($"textDocument/{method}", parameters);
    }

    public static string Unmarked(string text) => text.Replace(Mark.ToString(), string.Empty, StringComparison.Ordinal);

    /// <summary>Where the mark stands.</summary>
    public static JsonObject Position(string marked) => PositionAt(marked, marked.IndexOf(Mark, StringComparison.Ordinal));

    public static JsonObject PositionAt(string text, int offset)
    {
        var start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        return new JsonObject { ["line"] = text.AsSpan(0, offset).Count('\n'), ["character"] = offset - start };
    }

    public static JsonObject RangeOf(string text, string part)
    {
        var start = text.IndexOf(part, StringComparison.Ordinal);
        return new JsonObject { ["start"] = PositionAt(text, start), ["end"] = PositionAt(text, start + part.Length) };
    }

    /// <summary>A range as <c>12:4-12:9</c>, counted from 0 as the protocol does.</summary>
    public static string Shown(JsonNode range) =>
        string.Create(CultureInfo.InvariantCulture, $"{range["start"]!["line"]}:{range["start"]!["character"]}-{range["end"]!["line"]}:{range["end"]!["character"]}");

    /// <summary>A text after changes, which do not overlap.</summary>
    public static string Applied(string text, IEnumerable<JsonNode?> edits)
    {
        foreach (var edit in edits.OfType<JsonNode>().OrderByDescending(e => OffsetOf(text, e["range"]!["start"]!)))
        {
            text = text[..OffsetOf(text, edit["range"]!["start"]!)] + edit["newText"]!.GetValue<string>() + text[OffsetOf(text, edit["range"]!["end"]!)..];
        }

        return text;
    }

    public static int OffsetOf(string text, JsonNode position)
    {
        var at = 0;
        for (var line = position["line"]!.GetValue<int>(); line > 0; line--)
        {
            at = text.IndexOf('\n', at) + 1;
        }

        return at + position["character"]!.GetValue<int>();
    }

    // ---- the end

    /// <summary>Ends its input.</summary>
    public void HangUp() => _input.Close();

    public async Task<int> ExitCode()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _reading;
        Assert.Equal(string.Empty, await _errors);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(_reading);
        _process.Dispose();
    }

    private void Read()
    {
        var output = new BufferedStream(_process.StandardOutput.BaseStream);
        try
        {
            while (ReadMessage(output) is { } message)
            {
                Take(message);
            }
        }
        catch (Exception e)
        {
            EndAll(e);
            throw;
        }

        EndAll(new EndOfStreamException("the server has ended"));
    }

    private void EndAll(Exception reason)
    {
        foreach (var asked in _asked.Values)
        {
            asked.TrySetException(reason);
        }

        lock (_lock)
        {
            _waiting.ForEach(w => w.Found.TrySetException(reason));
        }
    }

    private void Take(JsonNode message)
    {
        if (message["method"] is null && message["id"] is { } id && _asked.TryGetValue(id.ToString(), out var asked))
        {
            if (message["error"] is { } error)
            {
                asked.TrySetException(new EditorError(error["code"]!.GetValue<int>(), error["message"]!.GetValue<string>()));
            }
            else
            {
                asked.TrySetResult(message["result"]);
            }

            return;
        }

        lock (_lock)
        {
            _told.Add(message);
            foreach (var waiting in _waiting.Where(w => w.Fits(message)).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Found.TrySetResult(message);
            }
        }
    }

    /// <summary>Exactly what the protocol has: one head line, an empty line, and a body that is JSON.</summary>
    private static JsonNode? ReadMessage(Stream output)
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var next = output.ReadByte();
            if (next < 0)
            {
                return head.Length == 0 ? null : throw new InvalidDataException($"the output ends in “{head}”");
            }

            head.Append((char)next);
        }

        const string length = "Content-Length: ";
        var line = head.ToString();
        if (!line.StartsWith(length, StringComparison.Ordinal) || !int.TryParse(line.AsSpan(length.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            throw new InvalidDataException($"no message of the protocol begins with “{line}”");
        }

        var body = new byte[count];
        output.ReadExactly(body);
        return JsonNode.Parse(body)!;
    }
}

/// <summary>What a server says is wrong with a text.</summary>
internal sealed record Mistakes(JsonArray Items)
{
    public IEnumerable<string> Codes => Items.Select(i => i!["code"]!.GetValue<string>());

    public string Message => Assert.Single(Items)!["message"]!.GetValue<string>();

    /// <summary>The characters of the only one, in the text.</summary>
    public string Underlined(string text)
    {
        var range = Assert.Single(Items)!["range"]!;
        return text[Editor.OffsetOf(text, range["start"]!)..Editor.OffsetOf(text, range["end"]!)];
    }
}

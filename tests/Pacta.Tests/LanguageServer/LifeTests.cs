using System.Text;
using System.Text.Json.Nodes;

namespace Pacta.Tests.LanguageServer;

/// <summary>From the first message to the last, with everything that can be wrong between.</summary>
public sealed class LifeTests
{
    // By the specifications of JSON-RPC and of the protocol.
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int MethodNotFound = -32601;
    private const int InvalidParams = -32602;
    private const int NotInitialized = -32002;
    private const int RequestCancelled = -32800;

    [Fact]
    public async Task It_says_what_it_can_do_and_ends_orderly()
    {
        await using var editor = Editor.Started();

        var result = await editor.Ask("initialize", Editor.Json("""{"processId":null,"rootUri":null,"capabilities":{}}"""));
        Assert.Null(await editor.Ask("shutdown", null));
        editor.Tell("exit", []);

        Assert.Equal("Pacta", result!["serverInfo"]!["name"]!.GetValue<string>());
        Assert.Equal("utf-16", result["capabilities"]!["positionEncoding"]!.GetValue<string>());
        Assert.Equal(2, result["capabilities"]!["textDocumentSync"]!["change"]!.GetValue<int>());
        Assert.Equal(0, await editor.ExitCode());
    }

    [Fact]
    public async Task An_editor_that_can_is_asked_to_show_hints_anew_when_a_setting_changes()
    {
        await using var able = Editor.Started();
        await able.Ask("initialize", Editor.Json("""{"processId":null,"rootUri":null,"capabilities":{"workspace":{"inlayHint":{"refreshSupport":true},"semanticTokens":{"refreshSupport":false}}}}"""));
        able.Tell("initialized", []);
        Change();
        var first = await able.Message(m => m["id"] is not null && m["method"]?.GetValue<string>() == "workspace/inlayHint/refresh");
        able.Forget();
        Change();
        var second = await able.Message(m => m["method"]?.GetValue<string>()?.StartsWith("workspace/", StringComparison.Ordinal) == true);

        Assert.Equal("workspace/inlayHint/refresh", second["method"]!.GetValue<string>());
        Assert.NotEqual(first["id"]!.GetValue<string>(), second["id"]!.GetValue<string>());

        void Change() => able.Tell("workspace/didChangeConfiguration", Editor.Json("""{"settings":{"pacta":{"inlayHints":{"dates":false}}}}"""));
    }

    [Fact]
    public async Task An_exit_without_a_shutdown_is_an_error()
    {
        await using var editor = await Editor.Open();

        editor.Tell("exit", []);

        Assert.Equal(1, await editor.ExitCode());
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task The_end_of_the_input_ends_it(bool isShutDown, int expected)
    {
        await using var editor = await Editor.Open();
        if (isShutDown)
        {
            await editor.Ask("shutdown", null);
        }

        editor.HangUp();

        Assert.Equal(expected, await editor.ExitCode());
    }

    [Fact]
    public async Task Nothing_is_answered_before_it_is_initialized_or_after_it_was_shut_down()
    {
        await using var editor = Editor.Started();

        var before = await Assert.ThrowsAsync<EditorError>(() => editor.Ask("workspace/symbol", Editor.Json("""{"query":""}""")));
        await editor.Ask("initialize", Editor.Json("""{"processId":null,"rootUri":null,"capabilities":{}}"""));
        var again = await Assert.ThrowsAsync<EditorError>(() => editor.Ask("initialize", Editor.Json("""{"processId":null,"rootUri":null,"capabilities":{}}""")));
        await editor.Ask("shutdown", null);
        var after = await Assert.ThrowsAsync<EditorError>(() => editor.Ask("workspace/symbol", Editor.Json("""{"query":""}""")));

        Assert.Equal(NotInitialized, before.Code);
        Assert.Equal(InvalidRequest, again.Code);
        Assert.Equal(InvalidRequest, after.Code);
    }

    [Fact]
    public async Task What_it_does_not_know_is_said_and_ends_nothing()
    {
        await using var editor = await Editor.Open();

        editor.Tell("$/setTrace", Editor.Json("""{"value":"off"}"""));
        editor.Tell("textDocument/unheardOf", []);
        var unknown = await Assert.ThrowsAsync<EditorError>(() => editor.Ask("textDocument/unheardOf", []));
        var missing = await Assert.ThrowsAsync<EditorError>(() => editor.Ask("textDocument/hover", null));
        var wrong = await Assert.ThrowsAsync<EditorError>(() => editor.Ask("textDocument/hover", Editor.Json("""{"textDocument":7,"position":"here"}""")));
        var closed = await Assert.ThrowsAsync<EditorError>(() => editor.Ask("textDocument/hover", Editor.Json("""{"textDocument":{"uri":"untitled:none"},"position":{"line":0,"character":0}}""")));

        Assert.Equal((MethodNotFound, "there is no method textDocument/unheardOf"), (unknown.Code, unknown.Message));
        Assert.Equal(InvalidParams, missing.Code);
        Assert.Equal(InvalidParams, wrong.Code);
        Assert.Equal((InvalidParams, "untitled:none is not open"), (closed.Code, closed.Message));
        Assert.Empty((await editor.OpenText("untitled:a", Samples.Whole)).Items);
    }

    [Theory]
    [InlineData("{\"jsonrpc\":\"2.0\",", ParseError)]
    [InlineData("7", InvalidRequest)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}]", InvalidRequest)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1}", InvalidRequest)]
    public async Task A_message_that_cannot_be_understood_is_answered_and_the_next_one_is_read(string body, int code)
    {
        await using var editor = await Editor.Open();

        editor.SendBytes(Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{body}"));

        var answer = await editor.Message(m => m["error"] is not null);
        Assert.Equal(code, answer["error"]!["code"]!.GetValue<int>());
        Assert.Empty((await editor.OpenText("untitled:a", Samples.Whole)).Items);
    }

    [Theory]
    [InlineData("Content-Type: text\r\n\r\n{}")]
    [InlineData("Content-Length: -5\r\n\r\n{}")]
    [InlineData("Content-Length: 99999999999\r\n\r\n{}")]
    public async Task Where_the_next_message_begins_cannot_be_known_without_a_length(string bytes)
    {
        await using var editor = await Editor.Open();

        editor.SendBytes(Encoding.UTF8.GetBytes(bytes));

        Assert.Equal(ParseError, (await editor.Message(m => m["error"] is not null))["error"]!["code"]!.GetValue<int>());
        Assert.Equal(1, await editor.ExitCode());
    }

    [Fact]
    public async Task A_request_that_is_cancelled_is_answered_either_way()
    {
        await using var editor = await Editor.Open(Path.Combine(Cli.Golden.Root(), "agreements"));

        var ids = Enumerable.Range(0, 20).Select(_ => editor.Request("workspace/symbol", Editor.Json("""{"query":"a"}"""))).ToList();
        ids.ForEach(id => editor.Tell("$/cancelRequest", new JsonObject { ["id"] = id }));
        editor.Tell("$/cancelRequest", new JsonObject { ["id"] = "never-asked" });

        foreach (var id in ids)
        {
            var error = await Record.ExceptionAsync(() => editor.Answer(id));
            Assert.True(error is null or EditorError { Code: RequestCancelled }, error?.Message);
        }
    }

    [Fact]
    public async Task A_change_of_a_text_that_is_not_open_is_told_and_ends_nothing()
    {
        await using var editor = await Editor.Open();

        editor.Tell("textDocument/didChange", Editor.Json("""{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[{"text":"x"}]}"""));

        var told = await editor.Message(m => m["method"]?.GetValue<string>() == "window/logMessage");
        Assert.Contains("untitled:a is changed, and was not opened", told["params"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await editor.OpenText("untitled:a", Samples.Whole)).Items);
    }
}

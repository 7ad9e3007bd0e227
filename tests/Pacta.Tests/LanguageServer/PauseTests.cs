using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Pacta.LanguageServer.Hosting;
using Pacta.Model.Diagnostics;

namespace Pacta.Tests.LanguageServer;

/// <summary>What takes long is asked for when nobody types: in the same process, with a stand-in for what is asked.</summary>
public sealed class PauseTests
{
    private const string Uri = "untitled:accord";

    [Fact]
    public async Task What_is_found_in_a_pause_is_told_behind_what_is_found_at_once()
    {
        var asked = new List<int>();
        var (input, output) = (new Pipe(), new Pipe());
        var options = new ServerOptions("0")
        {
            Pause = TimeSpan.FromMilliseconds(1),
            More = (result, files, _) =>
            {
                asked.Add(files.Count);
                var accord = result.Agreements[0];
                return [new Diagnostic("PACTA0700", Severity.Warning, "The notice is short.", [new Label(accord.Origin.File, accord.Clauses[0].Origin.Span, "short")])];
            },
        };
        var server = Task.Run(() => Server.Run(input.Reader.AsStream(), output.Writer.AsStream(), options), TestContext.Current.CancellationToken);

        await Send(input, "initialize", """{"processId":null,"rootUri":null,"capabilities":{}}""", id: 1);
        await Send(input, "textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri, ["languageId"] = "pacta", ["version"] = 1, ["text"] = Samples.Whole } }.ToJsonString());
        var reader = output.Reader.AsStream();
        var told = new List<string>();
        while (told.Count < 2)
        {
            var message = await Receive(reader);
            if (message["method"]?.GetValue<string>() == "textDocument/publishDiagnostics")
            {
                told.Add(string.Join(' ', message["params"]!["diagnostics"]!.AsArray().Select(d => d!["code"]!.GetValue<string>())));
            }
        }

        await Send(input, "shutdown", "{}", id: 2);
        await Send(input, "exit", "{}");
        Assert.Equal(0, await server);
        Assert.Equal([string.Empty, "PACTA0700"], told);
        Assert.Equal([1], asked);
    }

    [Fact]
    public async Task What_is_probably_not_meant_is_told_when_nobody_types()
    {
        await using var editor = await Editor.Open();

        Assert.Empty((await editor.OpenText(Uri, Samples.Whole)).Items);
        var told = await editor.Message(m => m["method"]?.GetValue<string>() == "textDocument/publishDiagnostics" && m["params"]!["diagnostics"]!.AsArray().Count > 0);

        var one = Assert.Single(told["params"]!["diagnostics"]!.AsArray())!;
        Assert.Equal("PACTA1008", one["code"]!.GetValue<string>());
        Assert.StartsWith("The clause armour does not say which text it encodes.", one["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(Editor.Shown(Editor.RangeOf(Samples.Whole, "clause armour")), Editor.Shown(one["range"]!));
    }

    private static async Task Send(Pipe pipe, string method, string parameters, int? id = null)
    {
        var body = $"{{\"jsonrpc\":\"2.0\",{(id is null ? string.Empty : $"\"id\":{id},")}\"method\":\"{method}\",\"params\":{parameters}}}";
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"), TestContext.Current.CancellationToken);
    }

    private static async Task<JsonNode> Receive(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, TestContext.Current.CancellationToken);
            head.Append((char)one[0]);
        }

        var body = new byte[int.Parse(head.ToString()["Content-Length: ".Length..].Trim(), System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, TestContext.Current.CancellationToken);
        return JsonNode.Parse(body)!;
    }
}

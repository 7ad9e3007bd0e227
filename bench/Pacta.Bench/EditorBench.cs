using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pacta.Language.Compilation;
using Pacta.Model.Text;

namespace Pacta.Bench;

/// <summary>
/// How long one waits between a key stroke and what is said about it: the language server as a process of its own, an agreement of some thousand lines open in it, letters put in and
/// taken away all over it. Beside it, a whole compilation in this process.
/// </summary>
internal static class EditorBench
{
    private const string Uri = "untitled:generated";
    private const int Warm = 20;

    /// <param name="pacta">A program, or pacta.dll.</param>
    public static void Run(string pacta, int lines, int strokes)
    {
        var text = Agreement(lines);
        Compile(text);
        using var server = new Server(pacta);
        server.Request("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = null, ["capabilities"] = new JsonObject() });
        var open = Stopwatch.StartNew();
        server.Tell("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri, ["languageId"] = "pacta", ["version"] = 0, ["text"] = text } });
        var mistakes = server.Diagnostics(0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"opened: {open.Elapsed.TotalMilliseconds:0} ms, {mistakes} mistakes"));

        var before = server.Processor;
        var random = new Random(1);
        var all = text.Split('\n');
        var times = new List<double>();
        var version = 0;
        for (var i = 0; i < strokes + Warm; i++)
        {
            var line = random.Next(all.Length);
            while (!all[line].Contains(" must ", StringComparison.Ordinal))
            {
                line = random.Next(all.Length);
            }

            // A letter more in a word, told as a mistake; then it is taken away.
            var at = all[line].IndexOf("notification", StringComparison.Ordinal) + 4;
            times.Add(server.Stroke(++version, line, at, at, "x"));
            times.Add(server.Stroke(++version, line, at, at + 1, string.Empty));
        }

        var processor = (server.Processor - before).TotalMilliseconds / times.Count;
        times.RemoveRange(0, 2 * Warm);
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{times.Count} key strokes: median {times[times.Count / 2]:0.0} ms, 95 of 100 within {times[times.Count * 95 / 100]:0.0} ms, 99 within {times[times.Count * 99 / 100]:0.0} ms, the longest {times[^1]:0.0} ms; {processor:0.0} ms of a processor each"));
        server.Request("shutdown", null);
        server.Tell("exit", []);
    }

    private static void Compile(string text)
    {
        var times = new List<double>();
        for (var i = 0; i < 15; i++)
        {
            var clock = Stopwatch.StartNew();
            var result = Compiler.Compile([new SourceText(Uri, text)]);
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (result.Diagnostics.Length > 0)
            {
                throw new InvalidOperationException(result.Diagnostics[0].Headline);
            }
        }

        var first = times[0];
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan().Count('\n'):#,0} lines, {text.Length / 1000.0:0} kB; compiled whole: first {first:0} ms, then {times[times.Count / 2]:0.0} ms"));
    }

    /// <summary>Chapters of clauses with their nouns, limits, exceptions and texts, as agreements have them, and a scenario for every tenth clause.</summary>
    private static string Agreement(int lines)
    {
        var text = new StringBuilder(
            """
            vocabulary words {
              unit person
              kind asset (assets) of actor in place
              kind tank (tanks) is asset
              event hold exercise (exercises) is activity by actor in place with troops person, tanks count, alert truth
              event give notification (notifications) by actor of activity to actor
              actor aland, borland, cedria
            }
            agreement "Generated (invented)" as generated {
              status political
              signed 2024-03-01
              enters into force 2024-03-10
              time zone "Europe/Vienna"
              parties aland, borland, cedria
              use words
              zone area

            """);
        var scenarios = new StringBuilder();
        for (var i = 1; text.ToString().AsSpan().Count('\n') + scenarios.ToString().AsSpan().Count('\n') < lines; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  part "{{i}}" "Chapter {{i}}" {
                    define large_{{i}} (larges_{{i}}) at "{{i}}.1" {
                      reading or_more by aland { means exercise x where any of {
                        troops of x at least {{1000 + i}}
                        tanks of x at least {{100 + i}}
                      } }
                      reading more_than by borland { means exercise x where troops of x more than {{1000 + i}} }
                    }
                    clause notice_{{i}} at "{{i}}.2" {
                      text en "at least {{i % 60 + 1}} days in advance"
                      unverified "the days"
                      when large_{{i}} x by A in area
                      A must give notification of x to each other party
                        no later than {{i % 60 + 1}} days before start of x
                      otherwise A must give notification of x to each other party within 48 hours after start of x
                    }
                    exception no_notice_{{i}} to notice_{{i}} at "{{i}}.3" {
                      if x is alert and duration of x at most 72 hours
                    }
                    clause limit_{{i}} at "{{i}}.4" {
                      each party P must keep number of tanks of P in area at most {{i + 20}} as from 30 days after entry_into_force
                    }
                  }

                """);
            if (i % 10 == 0)
            {
                scenarios.Append(CultureInfo.InvariantCulture, $$"""
                    scenario "late {{i}}" of generated {
                      2024-07-01 exercise wind_{{i}} by aland in area with troops 7_500
                      2024-07-02 notification of wind_{{i}} by aland to borland
                      expect breached notice_{{i}} of wind_{{i}} by aland to borland on 2024-08-01
                    }

                    """);
            }
        }

        return text.Append("}\n").Append(scenarios).ToString();
    }

    private sealed class Server : IDisposable
    {
        private readonly Process _process;
        private readonly Stream _output;
        private int _id;

        public Server(string pacta)
        {
            var isLibrary = pacta.EndsWith(".dll", StringComparison.Ordinal);
            var start = new ProcessStartInfo(isLibrary ? "dotnet" : pacta, isLibrary ? ["exec", pacta, "language-server"] : ["language-server"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            _process = Process.Start(start)!;
            _output = new BufferedStream(_process.StandardOutput.BaseStream);
        }

        /// <summary>What it has used of the processors so far, whatever else runs on them.</summary>
        public TimeSpan Processor
        {
            get
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }
        }

        public double Stroke(int version, int line, int from, int to, string text)
        {
            var range = new JsonObject { ["start"] = new JsonObject { ["line"] = line, ["character"] = from }, ["end"] = new JsonObject { ["line"] = line, ["character"] = to } };
            var clock = Stopwatch.StartNew();
            Tell("textDocument/didChange", new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = version },
                ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = range, ["text"] = text }),
            });
            var mistakes = Diagnostics(version);
            var time = clock.Elapsed.TotalMilliseconds;
            return mistakes == (text.Length > 0 ? 1 : 0) ? time : throw new InvalidOperationException($"{mistakes} mistakes after a key stroke");
        }

        public int Diagnostics(int version)
        {
            while (true)
            {
                var message = Read();
                if (message["method"]?.GetValue<string>() == "textDocument/publishDiagnostics" && message["params"]!["version"]?.GetValue<int>() == version)
                {
                    return message["params"]!["diagnostics"]!.AsArray().Count;
                }
            }
        }

        public void Request(string method, JsonObject? parameters)
        {
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = ++_id, ["method"] = method, ["params"] = parameters });
            while (Read()["id"]?.GetValue<int>() != _id)
            {
            }
        }

        public void Tell(string method, JsonObject parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

        public void Dispose()
        {
            _process.WaitForExit();
            _process.Dispose();
        }

        private void Send(JsonObject message)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(message);
            var input = _process.StandardInput.BaseStream;
            input.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
            input.Write(body);
            input.Flush();
        }

        private JsonNode Read()
        {
            var head = new StringBuilder();
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                head.Append((char)_output.ReadByte());
            }

            var body = new byte[int.Parse(head.ToString()["Content-Length: ".Length..].Trim(), CultureInfo.InvariantCulture)];
            _output.ReadExactly(body);
            return JsonNode.Parse(body)!;
        }
    }
}

using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Features;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Hosting;

/// <summary>
/// Tells what is wrong with the files that are open, after each change. Work on texts that have changed meanwhile is given up; the last texts are always told. What takes longer is
/// asked for in a pause.
/// </summary>
internal sealed class Publisher : IDisposable
{
    private readonly MessageWriter _writer;
    private readonly Analyses _analyses;
    private readonly ServerOptions _options;
    private readonly Thread _thread;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _signal = new(0);

    /// <summary>What was told last, by URI.</summary>
    private readonly Dictionary<string, (Document Document, DiagnosticItem[] Items)> _told = [];
    private readonly CancellationTokenSource _end = new();
    private WorkspaceState? _next;
    private CancellationTokenSource _work = new();

    public Publisher(MessageWriter writer, Analyses analyses, ServerOptions options)
    {
        (_writer, _analyses, _options) = (writer, analyses, options);
        _thread = new Thread(Run) { IsBackground = true, Name = "diagnostics" };
        _thread.Start();
    }

    public void Changed(WorkspaceState state)
    {
        lock (_lock)
        {
            _next = state;
            _work.Cancel();
        }

        _signal.Release();
    }

    /// <summary>A file that is closed has no messages any longer.</summary>
    public void Forget(string uri)
    {
        lock (_lock)
        {
            _work.Cancel();
            _told.Remove(uri);
            _writer.Notify("textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, null, []), ProtocolJson.Default.PublishDiagnosticsParams);
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        lock (_lock)
        {
            _work.Cancel();
        }

        _thread.Join();
        _work.Dispose();
        _end.Dispose();
        _signal.Dispose();
    }

    private void Run()
    {
        try
        {
            TellUntilTheEnd();
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    private void TellUntilTheEnd()
    {
        WorkspaceState? state = null;
        while (true)
        {
            var isPause = false;
            if (state is null)
            {
                _signal.Wait(_end.Token);
            }
            else
            {
                isPause = !_signal.Wait(_options.Pause, _end.Token);
            }

            CancellationToken cancellation;
            lock (_lock)
            {
                _end.Token.ThrowIfCancellationRequested();
                if (_work.IsCancellationRequested)
                {
                    _work.Dispose();
                    _work = new CancellationTokenSource();
                }

                cancellation = _work.Token;
                state = _next ?? state;
                _next = null;
            }

            if (state is not null && TellAll(state, isPause, cancellation) && (isPause || _options.More is null))
            {
                // All is told: what comes next comes with a change.
                state = null;
            }
        }
    }

    /// <returns>False if it was given up.</returns>
    private bool TellAll(WorkspaceState state, bool isPause, CancellationToken cancellation)
    {
        try
        {
            foreach (var document in ChangedFirst(state))
            {
                Tell(document, state, isPause, cancellation);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What has changed comes first: it is what somebody looks at.</summary>
    private List<Document> ChangedFirst(WorkspaceState state)
    {
        lock (_lock)
        {
            return [.. state.Open.OrderBy(d => _told.TryGetValue(d.Uri, out var told) && told.Document == d)];
        }
    }

    private void Tell(Document document, WorkspaceState state, bool isPause, CancellationToken cancellation)
    {
        try
        {
            var analysed = _analyses.Of(document, state, cancellation);
            var more = isPause && _options.More is { } find ? find(analysed.Analysis.Result, [.. analysed.Files.Select(f => f.Source)], cancellation).ToList() : [];
            Tell(document, Diagnosing.Of(analysed, more), cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            var (_, message) = Requests.Told($"diagnostics of {document.Uri}", e);
            _writer.Notify("window/logMessage", new LogMessageParams(1, message), ProtocolJson.Default.LogMessageParams);
        }
    }

    private void Tell(Document document, DiagnosticItem[] items, CancellationToken cancellation)
    {
        lock (_lock)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_told.TryGetValue(document.Uri, out var told) && told.Document == document && Same(told.Items, items))
            {
                return;
            }

            _told[document.Uri] = (document, items);
            _writer.Notify("textDocument/publishDiagnostics", new PublishDiagnosticsParams(document.Uri, document.Version, items), ProtocolJson.Default.PublishDiagnosticsParams);
        }
    }

    private static bool Same(DiagnosticItem[] a, DiagnosticItem[] b) => a.Length == b.Length
        && a.Zip(b).All(p => p.First with { RelatedInformation = null } == p.Second with { RelatedInformation = null } && (p.First.RelatedInformation ?? []).SequenceEqual(p.Second.RelatedInformation ?? []));
}

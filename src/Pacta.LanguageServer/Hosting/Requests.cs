using System.Text.Json;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Hosting;

/// <summary>The requests that are being answered: each on its own, with a way to give it up.</summary>
internal sealed class Requests(MessageWriter writer)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CancellationTokenSource> _running = [];

    public void Start(JsonElement id, string method, Answer answer)
    {
        var source = new CancellationTokenSource();
        lock (_lock)
        {
            _running[id.GetRawText()] = source;
        }

        _ = Task.Run(() => Run(id, method, answer, source), CancellationToken.None);
    }

    public void Cancel(JsonElement id)
    {
        lock (_lock)
        {
            if (_running.TryGetValue(id.GetRawText(), out var source))
            {
                source.Cancel();
            }
        }
    }

    public void CancelAll()
    {
        lock (_lock)
        {
            foreach (var source in _running.Values)
            {
                source.Cancel();
            }
        }
    }

    /// <summary>How a fault is told to the editor.</summary>
    public static (int Code, string Message) Told(string method, Exception fault) => fault switch
    {
        ProtocolException known => (known.Code, known.Message),
        OperationCanceledException => (ProtocolException.RequestCancelled, $"{method} was cancelled"),
        _ => (ProtocolException.InternalError, $"{method}: {fault.GetType().Name}: {fault.Message.Split('\n')[0]}. This is a fault of Pacta, not of your files."),
    };

    private void Run(JsonElement id, string method, Answer answer, CancellationTokenSource source)
    {
        try
        {
            var result = answer(source.Token);
            source.Token.ThrowIfCancellationRequested();
            writer.Answer(id, result);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var (code, message) = Told(method, e);
            writer.Fail(id, code, message);
        }
        finally
        {
            lock (_lock)
            {
                _running.Remove(id.GetRawText());
                source.Dispose();
            }
        }
    }
}

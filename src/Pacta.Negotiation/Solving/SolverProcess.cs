using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Pacta.Negotiation.Solving;

/// <summary>
/// Another program on a pipe, which is believed nothing: it may die, hang, or write without end. Every wait has an end, every line a longest length, and the
/// program is ended with whatever it started.
/// </summary>
internal sealed class SolverProcess : IDisposable
{
    private const int LongestLine = 1 << 20;
    private const int MostErrors = 200;

    private readonly string _name;
    private readonly Process _process;
    private readonly TimeSpan _patience;
    private readonly StringBuilder _errors = new();
    private readonly char[] _buffer = new char[4096];
    private int _at;
    private int _length;

    private SolverProcess(string name, Process process, TimeSpan patience)
    {
        (_name, _process, _patience) = (name, process, patience);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.Append(_errors.Length < MostErrors && !string.IsNullOrWhiteSpace(line.Data) ? line.Data.Trim() + " " : string.Empty);
            }
        };
        process.BeginErrorReadLine();
    }

    /// <param name="patience">How long an answer is waited for.</param>
    public static SolverProcess Start(string name, string file, IEnumerable<string> arguments, TimeSpan patience)
    {
        var encoding = new UTF8Encoding(false);
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = encoding,
            StandardOutputEncoding = encoding,
            StandardErrorEncoding = encoding,
        };
        try
        {
            return new SolverProcess(name, Process.Start(start) ?? throw new InvalidOperationException(), patience);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            throw new SolverFailure(new SolverTrouble(SolverTroubleKind.NotStarted, name, Cut(e.Message)));
        }
    }

    public void Write(string text)
    {
        try
        {
            var writing = Task.Run(async () =>
            {
                await _process.StandardInput.WriteAsync(text).ConfigureAwait(false);
                await _process.StandardInput.FlushAsync().ConfigureAwait(false);
            });
            if (!Finishes(writing))
            {
                throw Fail(SolverTroubleKind.Silent);
            }
        }
        catch (IOException)
        {
            throw Fail(SolverTroubleKind.Ended);
        }
    }

    /// <summary>The next line, without its end and without white space around it.</summary>
    public string Read()
    {
        var line = new StringBuilder();
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            if (_at == _length)
            {
                (_at, _length) = (0, Fill(deadline));
            }

            var next = _buffer[_at++];
            if (next == '\n')
            {
                return line.ToString().Trim();
            }

            if (line.Length == LongestLine)
            {
                throw Nonsense(line.ToString());
            }

            line.Append(next);
        }
    }

    /// <summary>To be thrown where what was said is no answer.</summary>
    public SolverFailure Nonsense(string said) => Fail(SolverTroubleKind.NoAnswer, said);

    public void Dispose()
    {
        End();
        _process.Dispose();
    }

    private int Fill(Stopwatch since)
    {
        try
        {
            var reading = _process.StandardOutput.ReadAsync(_buffer, 0, _buffer.Length);
            if (!reading.Wait(Left(since)))
            {
                throw Fail(SolverTroubleKind.Silent);
            }

            return reading.Result > 0 ? reading.Result : throw Fail(SolverTroubleKind.Ended);
        }
        catch (Exception e) when (e is IOException or AggregateException { InnerException: IOException })
        {
            throw Fail(SolverTroubleKind.Ended);
        }
    }

    private TimeSpan Left(Stopwatch since) => since.Elapsed < _patience ? _patience - since.Elapsed : TimeSpan.Zero;

    private bool Finishes(Task task)
    {
        try
        {
            return task.Wait(_patience);
        }
        catch (AggregateException e) when (e.InnerException is IOException or ObjectDisposedException)
        {
            throw new IOException(e.InnerException.Message, e.InnerException);
        }
    }

    private SolverFailure Fail(SolverTroubleKind kind, string said = "")
    {
        End();
        var detail = said;
        if (kind == SolverTroubleKind.Silent)
        {
            detail = _patience.TotalSeconds.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (said.Length == 0)
        {
            lock (_errors)
            {
                detail = _errors.ToString();
            }
        }

        return new SolverFailure(new SolverTrouble(kind, _name, Cut(detail)));
    }

    /// <summary>The beginning, in one line, without what could change a screen.</summary>
    private static string Cut(string text)
    {
        var plain = new string([.. text.Trim().Select(c => char.IsControl(c) ? ' ' : c)]);
        return plain.Length <= MostErrors ? plain : plain[..MostErrors] + " …";
    }

    private void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // It had ended by itself.
        }
    }
}

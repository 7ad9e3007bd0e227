using System.Text;
using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Input;

/// <summary>
/// Reads a log as a stream, <c>@time event(a,b)(c,d) other(e)</c>, and runs an engine over it. Events of kinds that no formula asks for are passed over.
/// What is usual is read many bytes at a time (<see cref="ShortTokens"/>), everything else byte by byte, and nothing is allocated for an event.
/// </summary>
internal sealed partial class LogScanner
{
    private readonly Engine _engine;
    private readonly IVerdictSink _sink;
    private readonly LogBuffer _buffer;
    private readonly KindTable _kinds;
    private readonly long[] _unused;
    private long _stamp = long.MinValue;
    private bool _isOpen;

    public LogScanner(Stream stream, Engine engine, IVerdictSink sink, Action beforeWaiting)
    {
        _engine = engine;
        _sink = sink;
        _buffer = new LogBuffer(stream, () =>
        {
            engine.Decide(sink);
            beforeWaiting();
        });
        _kinds = new KindTable(engine);
        _unused = new long[engine.Signature.Kinds.Concat(BuiltIns.Kinds).Max(kind => kind.Arguments.Length)];
    }

    /// <summary>How many events there were, also those that nobody asks for.</summary>
    public long Events { get; private set; }

    /// <exception cref="LogException">The log is wrong somewhere; all time points before that were run.</exception>
    public void Run()
    {
        try
        {
            ReadAll();
        }
        finally
        {
            _engine.Decide(_sink);
        }
    }

    private void ReadAll()
    {
        PassByteOrderMark();
        while (true)
        {
            switch (Next())
            {
                case 0 when _buffer.IsAtEnd && _buffer.Position >= _buffer.End:
                    EndTimePoint();
                    return;
                case (byte)'@':
                    EndTimePoint();
                    _buffer.Position++;
                    BeginTimePoint();
                    break;
                case (byte)';':
                    _buffer.Position++;
                    EndTimePoint();
                    break;
                case (byte)'>':
                    if (Command())
                    {
                        return;
                    }

                    break;
                default:
                    ReadEvents();
                    break;
            }
        }
    }

    private void PassByteOrderMark()
    {
        while (_buffer.End < 3 && _buffer.Fill(0))
        {
            // Enough of the beginning, to see whether it is one.
        }

        if (_buffer.Bytes.AsSpan(0, _buffer.End).StartsWith("\uFEFF"u8))
        {
            _buffer.Position = 3;
        }
    }

    private void EndTimePoint()
    {
        if (_isOpen)
        {
            _isOpen = false;
            _engine.EndTimePoint(_stamp, _sink);
        }
    }

    private void BeginTimePoint()
    {
        Next();
        var length = ShortInteger(_buffer.Bytes, _buffer.Position, (byte)' ', out var stamp);
        _buffer.Position += length;
        if (length == 0)
        {
            var token = Bare();
            if (!TryLong(token, out stamp))
            {
                throw Wrong($"`{Shown(token)}` is no time stamp.", "A time stamp is a whole number from 0 on, in seconds: `@1735689600 p(1)`.");
            }
        }

        if (stamp >= 1L << 62)
        {
            throw Wrong($"The time stamp {stamp} is too large.", "Time stamps are below 2^62.");
        }

        if (stamp < 0)
        {
            throw Wrong($"The time stamp {stamp} is below 0.", "Time stamps count from 0: add the same number to all of them.");
        }

        if (stamp < _stamp)
        {
            throw Wrong($"The time stamp {stamp} comes after {_stamp}, which is later.", "Time points must be in order of time; sort the log. Late events cannot be told any more once verdicts are out.");
        }

        _stamp = stamp;
        _isOpen = true;
    }

    private void ReadEvents()
    {
        var kind = ReadKind();

        if (!_isOpen)
        {
            throw Wrong($"The event `{kind.Name}` stands outside of a time point.", "Begin a time point with its time stamp: `@10 p(1)`.");
        }

        if (Next() != (byte)'(')
        {
            if (kind.Types.Length > 0)
            {
                throw Wrong($"The event `{kind.Name}` has no arguments.", $"They stand in parentheses: `{kind.Name}(…)`; it has {kind.Types.Length}, as the signature says.");
            }

            // Where there are no arguments, parentheses may be left out.
            Events++;
            if (kind.Store is { } bare)
            {
                _engine.Touch(bare);
                bare.Add(_engine.Current);
            }

            return;
        }

        while (Next() == (byte)'(')
        {
            _buffer.Position++;
            Events++;
            if (kind.Store is { } store)
            {
                _engine.Touch(store);
                var row = store.Add(_engine.Current);
                ReadArguments(kind, row, isKept: true);
                foreach (var soon in store.Prefetches)
                {
                    soon.Table.Prepare(row, soon.Columns);
                }
            }
            else
            {
                // Nobody asks for it, but what is wrong with it may hide what is asked for.
                ReadArguments(kind, _unused.AsSpan(0, kind.Types.Length), isKept: false);
            }
        }
    }

    private Kind ReadKind()
    {
        if (_kinds.FindShort(_buffer.Bytes, _buffer.Position) is { } known)
        {
            _buffer.Position += known.Utf8.Length;
            return known;
        }

        var name = Bare();
        if (name.IsEmpty)
        {
            throw Wrong($"`{(char)_buffer.Bytes[_buffer.Position]}` is not expected here.", "A log is made of time points: `@10 p(1,\"a\")(2,\"b\") q(3)`.");
        }

        return _kinds.Find(name)
            ?? throw Wrong($"No kind of event is named `{Shown(name)}`.", $"The signature declares {string.Join(", ", _engine.Signature.Kinds.Take(12).Select(known => known.Name))}.");
    }

    private void ReadArguments(Kind kind, Span<long> row, bool isKept)
    {
        var bytes = _buffer.Bytes;
        var at = _buffer.Position;
        for (var i = 0; i < row.Length; i++)
        {
            // Most arguments are read by one of these. The buffer ends with a byte that is part of no token, so what ends otherwise is there as a whole.
            var end = i + 1 < row.Length ? (byte)',' : (byte)')';
            var length = kind.Types[i] == ValueType.Integer ? ShortInteger(bytes, at, end, out row[i])
                : isKept && kind.Types[i] == ValueType.Text ? ShortText(bytes, at, end, out row[i])
                : 0;
            if (length > 0)
            {
                at += length + 1;
                continue;
            }

            _buffer.Position = at;
            ReadArgument(kind, row, i, isKept);
            (bytes, at) = (_buffer.Bytes, _buffer.Position);
        }

        _buffer.Position = at;
        if (row.IsEmpty)
        {
            if (Next() != (byte)')')
            {
                throw Wrong($"`{kind.Name}` has no arguments.", $"Write `{kind.Name}()`.");
            }

            _buffer.Position++;
        }
    }

    /// <summary>An argument that may be quoted, long or wrong, or have blanks around it, with what stands behind it.</summary>
    private void ReadArgument(Kind kind, Span<long> row, int argument, bool isKept)
    {
        if (Next() == (byte)')')
        {
            throw Wrong($"`{kind.Name}` has {argument} arguments here.", $"It has {row.Length}, as the signature says.");
        }

        row[argument] = Value(kind, argument, isKept);
        var after = Next();
        if (after != (argument + 1 < row.Length ? (byte)',' : (byte)')'))
        {
            throw Wrong(after == (byte)',' || after == (byte)')' ? $"`{kind.Name}` has {(after == (byte)',' ? "more" : "fewer")} than {row.Length} arguments here." : $"A comma or a parenthesis is missing after argument {argument + 1} of `{kind.Name}`.", $"The signature says that `{kind.Name}` has {row.Length}.");
        }

        _buffer.Position++;
    }

    /// <summary>A command such as <c>&gt; terminate &lt;</c>; true if it asks to stop.</summary>
    private bool Command()
    {
        EndTimePoint();
        _buffer.Position++;
        Next();
        var isTerminate = Bare().SequenceEqual("terminate"u8);
        while (Next() is var b and not ((byte)'<' or 0))
        {
            _ = b == (byte)'"' ? Quoted() : default;
            _buffer.Position += b == (byte)'"' ? 0 : 1;
        }

        if (_buffer.IsAtEnd && _buffer.Position >= _buffer.End)
        {
            throw Wrong("A command is not closed.", "A command stands between `>` and `<`: `> terminate <`.");
        }

        _buffer.Position++;
        return isTerminate;
    }

    private LogException Wrong(string message, string? help) => new(_buffer.Line, message, help);

    private static string Shown(ReadOnlySpan<byte> token) => Encoding.UTF8.GetString(token.Length > 60 ? token[..60] : token);

    private static string Article(ValueType type) => type switch
    {
        ValueType.Integer => "a whole number",
        ValueType.Float => "a number",
        ValueType.Boolean => "true or false",
        _ => "a text",
    };
}

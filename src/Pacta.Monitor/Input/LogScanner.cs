using System.Globalization;
using System.Numerics;
using System.Text;
using Pacta.Monitor.Running;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Input;

/// <summary>
/// Reads a log as a stream, <c>@time event(a,b)(c,d) other(e)</c>, and runs an engine over it. Events of kinds that no formula asks for are passed over.
/// Text within the log is only looked at once, byte by byte, and nothing is allocated for an event.
/// </summary>
internal sealed class LogScanner
{
    private readonly Engine _engine;
    private readonly IVerdictSink _sink;
    private readonly LogBuffer _buffer;
    private readonly KindTable _kinds;
    private readonly Action? _command;
    private long _stamp = long.MinValue;
    private bool _isOpen;

    /// <param name="onTerminate">Called when the log itself asks to stop.</param>
    public LogScanner(Stream stream, Engine engine, IVerdictSink sink, Action beforeWaiting, Action? onTerminate = null)
    {
        _engine = engine;
        _sink = sink;
        _buffer = new LogBuffer(stream, beforeWaiting);
        _kinds = new KindTable(engine);
        _command = onTerminate;
    }

    /// <summary>How many events there were, also those that nobody asks for.</summary>
    public long Events { get; private set; }

    /// <exception cref="LogException">The log is wrong somewhere; all time points before that were run.</exception>
    public void Run()
    {
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
        if (!ShortInteger(out var stamp))
        {
            var token = Bare();
            if (!TryLong(token, out stamp))
            {
                throw Wrong($"`{Shown(token)}` is no time stamp.", "A time stamp is a whole number from 0 on, in seconds: `@1735689600 p(1)`.");
            }
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
        var name = Bare();
        if (name.IsEmpty)
        {
            throw Wrong($"`{(char)_buffer.Bytes[_buffer.Position]}` is not expected here.", "A log is made of time points: `@10 p(1,\"a\")(2,\"b\") q(3)`.");
        }

        var kind = _kinds.Find(name);
        if (kind is null)
        {
            throw Wrong($"No kind of event is named `{Shown(name)}`.", $"The signature declares {string.Join(", ", _engine.Signature.Kinds.Take(12).Select(known => known.Name))}.");
        }

        if (!_isOpen)
        {
            throw Wrong($"The event `{kind.Name}` stands outside of a time point.", "Begin a time point with its time stamp: `@10 p(1)`.");
        }

        while (Next() == (byte)'(')
        {
            _buffer.Position++;
            Events++;
            if (kind.Store is { } store)
            {
                _engine.Touch(store);
                var row = store.Add(_engine.Current);
                ReadArguments(kind, row);
                foreach (var soon in store.Prefetches)
                {
                    soon.Table.Prepare(row, soon.Columns);
                }
            }
            else
            {
                PassOver();
            }
        }
    }

    private void ReadArguments(Kind kind, Span<long> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (_buffer.Bytes[_buffer.Position] <= (byte)' ')
            {
                Next();
            }

            // Most arguments are read by one of these.
            if (!(kind.Types[i] == ValueType.Integer ? ShortInteger(out row[i]) : kind.Types[i] == ValueType.Text && ShortText(out row[i])))
            {
                if (Next() == (byte)')')
                {
                    throw Wrong($"`{kind.Name}` has {i} arguments here.", $"It has {row.Length}, as the signature says.");
                }

                row[i] = Value(kind, i);
            }

            var after = _buffer.Bytes[_buffer.Position];
            if (after is not ((byte)',' or (byte)')'))
            {
                after = Next();
            }

            if (after != (i + 1 < row.Length ? (byte)',' : (byte)')'))
            {
                throw Wrong(after == (byte)',' || after == (byte)')' ? $"`{kind.Name}` has another number of arguments than {row.Length}." : $"A comma or a parenthesis is missing after argument {i + 1} of `{kind.Name}`.", $"The signature says that `{kind.Name}` has {row.Length}.");
            }

            _buffer.Position++;
        }

        if (row.IsEmpty)
        {
            if (Next() != (byte)')')
            {
                throw Wrong($"`{kind.Name}` has no arguments.", $"Write `{kind.Name}()`.");
            }

            _buffer.Position++;
        }
    }

    /// <summary>A text without quotes that stands wholly in the buffer.</summary>
    private bool ShortText(out long value)
    {
        var bytes = _buffer.Bytes;
        var start = _buffer.Position;
        var at = start;
        while (BareBytes[bytes[at]])
        {
            at++;
        }

        if (at == start || at >= _buffer.End)
        {
            value = 0;
            return false;
        }

        _buffer.Position = at;
        value = _engine.Values.OfText(bytes.AsSpan(start, at - start));
        return true;
    }

    /// <summary>A whole number of up to 18 digits that stands wholly in the buffer.</summary>
    private bool ShortInteger(out long value)
    {
        var bytes = _buffer.Bytes;
        var at = _buffer.Position;
        var isNegative = bytes[at] == (byte)'-';
        if (isNegative)
        {
            at++;
        }

        var start = at;
        var number = 0L;
        uint digit;
        while ((digit = (uint)(bytes[at] - '0')) <= 9)
        {
            number = (number * 10) + digit;
            at++;
        }

        value = isNegative ? -number : number;

        if (at == start || at - start > 18 || at >= _buffer.End || bytes[at] is not ((byte)',' or (byte)')' or (byte)' ' or (byte)'\n'))
        {
            return false;
        }

        _buffer.Position = at;
        return true;
    }

    private long Value(Kind kind, int argument)
    {
        var token = _buffer.Bytes[_buffer.Position] == (byte)'"' ? Quoted() : Bare();
        switch (kind.Types[argument])
        {
            case ValueType.Integer when TryInteger(token, out var slot):
                return slot;
            case ValueType.Float when double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return Values.ValueStore.OfFloat(number);
            case ValueType.Text or ValueType.Pattern:
                return _engine.Values.OfText(token);
            case ValueType.Boolean when token.SequenceEqual("true"u8) || token.SequenceEqual("false"u8):
                return token[0] == (byte)'t' ? 1 : 0;
            default:
                throw Wrong($"`{Shown(token)}` does not fit argument {argument + 1} of `{kind.Name}`.", $"The signature says that it is {Article(kind.Types[argument])}.");
        }
    }

    private bool TryInteger(ReadOnlySpan<byte> token, out long slot)
    {
        if (TryLong(token, out var number))
        {
            slot = _engine.Values.OfInteger(number);
            return true;
        }

        slot = 0;
        if (BigInteger.TryParse(Encoding.UTF8.GetString(token), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
        {
            slot = _engine.Values.OfInteger(large);
            return true;
        }

        return false;
    }

    private static bool TryLong(ReadOnlySpan<byte> token, out long number) => long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Goes to the end of the arguments without looking at them.</summary>
    private void PassOver()
    {
        while (true)
        {
            var bytes = _buffer.Bytes;
            var at = _buffer.Position;
            while (bytes[at] is not ((byte)')' or (byte)'"' or 0))
            {
                at++;
            }

            _buffer.Position = at;
            switch (bytes[at])
            {
                case (byte)')':
                    _buffer.Position++;
                    return;
                case (byte)'"':
                    Quoted();
                    break;
                default:
                    if (at < _buffer.End)
                    {
                        _buffer.Position++;
                    }
                    else if (!_buffer.Fill(at))
                    {
                        throw Wrong("The log ends within an event.", "The last line may be cut off.");
                    }

                    break;
            }
        }
    }

    /// <summary>The next byte that is neither blank nor within a comment; 0 at the end.</summary>
    private byte Next()
    {
        while (true)
        {
            var bytes = _buffer.Bytes;
            var at = _buffer.Position;
            while (bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                at++;
            }

            _buffer.Position = at;
            var found = bytes[at];
            if (found == (byte)'#')
            {
                PassLine();
            }
            else if (found != 0 || at < _buffer.End)
            {
                return found;
            }
            else if (!_buffer.Fill(at))
            {
                return 0;
            }
        }
    }

    private void PassLine()
    {
        while (true)
        {
            var end = _buffer.Bytes.AsSpan(_buffer.Position, _buffer.End - _buffer.Position).IndexOf((byte)'\n');
            if (end >= 0)
            {
                _buffer.Position += end;
                return;
            }

            _buffer.Position = _buffer.End;
            if (!_buffer.Fill(_buffer.End))
            {
                return;
            }
        }
    }

    /// <summary>A token without quotes; empty if there is none. Good until the buffer is filled again.</summary>
    private ReadOnlySpan<byte> Bare()
    {
        var start = _buffer.Position;
        while (true)
        {
            var bytes = _buffer.Bytes;
            var at = _buffer.Position;
            while (BareBytes[bytes[at]])
            {
                at++;
            }

            _buffer.Position = at;
            if (at < _buffer.End || _buffer.IsAtEnd)
            {
                return bytes.AsSpan(start, at - start);
            }

            _buffer.Fill(start);
            start = 0;
        }
    }

    private static readonly bool[] BareBytes = [.. Enumerable.Range(0, 256).Select(b => b >= 128 || char.IsAsciiLetterOrDigit((char)b) || "_[]/:-.!".Contains((char)b))];

    /// <summary>What stands in quotes; a backslash is kept as it stands.</summary>
    private ReadOnlySpan<byte> Quoted()
    {
        var start = ++_buffer.Position;
        while (true)
        {
            var found = _buffer.Bytes.AsSpan(_buffer.Position, _buffer.End - _buffer.Position).IndexOf((byte)'"');
            if (found >= 0)
            {
                _buffer.Position += found + 1;
                return _buffer.Bytes.AsSpan(start, _buffer.Position - 1 - start);
            }

            _buffer.Position = _buffer.End;
            if (!_buffer.Fill(start))
            {
                throw Wrong("A text is not closed.", "Close it with a quotation mark.");
            }

            start = 0;
        }
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

        _buffer.Position++;
        if (isTerminate)
        {
            _command?.Invoke();
        }

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

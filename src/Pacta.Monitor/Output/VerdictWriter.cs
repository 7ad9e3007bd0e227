using System.Buffers.Text;
using System.Text;
using Pacta.Monitor.Running;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Output;

/// <summary>Verdict lines as the monitors of this notation print them: <c>@20 (time point 1): (1,"a") (2,"b")</c>.</summary>
internal sealed class VerdictWriter(Stream output, Engine engine, bool isVerbose) : IVerdictSink
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _used;

    /// <summary>How many time points had assignments.</summary>
    public long TimePoints { get; private set; }

    /// <summary>How many assignments there were.</summary>
    public long Assignments { get; private set; }

    /// <summary>Time points from this one on are not printed.</summary>
    public int Limit { get; set; } = int.MaxValue;

    public void Verdict(FormulaPlan plan, int timePoint, long stamp, ReadOnlySpan<long> rows, int count)
    {
        if (timePoint >= Limit)
        {
            return;
        }

        TimePoints++;
        Assignments += count;
        Begin(timePoint, stamp);
        if (plan.Width == 0)
        {
            Write("true\n"u8);
            return;
        }

        if (isVerbose)
        {
            Write("("u8);
        }

        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                Write(isVerbose ? ","u8 : " "u8);
            }

            Write("("u8);
            for (var column = 0; column < plan.Width; column++)
            {
                if (column > 0)
                {
                    Write(","u8);
                }

                Write(rows[(i * plan.Width) + column], plan.Types[column]);
            }

            Write(")"u8);
        }

        Write(isVerbose ? ")\n"u8 : "\n"u8);
    }

    public void Decided(FormulaPlan plan, int timePoint, long stamp, int count)
    {
        if (isVerbose && count == 0 && timePoint < Limit)
        {
            Begin(timePoint, stamp);
            Write(plan.Width == 0 ? "false\n"u8 : "()\n"u8);
        }
    }

    public void Flush()
    {
        output.Write(_buffer, 0, _used);
        output.Flush();
        _used = 0;
    }

    public void WriteLine(string text) => Write(Encoding.UTF8.GetBytes(text + "\n"));

    private void Begin(int timePoint, long stamp)
    {
        Write("@"u8);
        Write(stamp);
        Write(" (time point "u8);
        Write(timePoint);
        Write("): "u8);
    }

    private void Write(long slot, ValueType type)
    {
        switch (type)
        {
            case ValueType.Integer when Values.ValueStore.IsSmall(slot):
                Write(slot);
                break;
            case ValueType.Integer:
                Write(Encoding.UTF8.GetBytes(engine.Values.ToInteger(slot).ToString(System.Globalization.CultureInfo.InvariantCulture)));
                break;
            case ValueType.Float:
                Write(Encoding.UTF8.GetBytes(FloatText.Of(Values.ValueStore.ToFloat(slot))));
                break;
            case ValueType.Boolean:
                Write(slot != 0 ? "true"u8 : "false"u8);
                break;
            default:
                Write(type == ValueType.Pattern ? "r"u8 : default);
                WriteQuoted(engine.Values.Texts.Bytes((int)slot));
                break;
        }
    }

    /// <summary>A text that has quotes around it already gets no second ones.</summary>
    private void WriteQuoted(ReadOnlySpan<byte> text)
    {
        var quote = text is [(byte)'"', .., (byte)'"'] ? default : "\""u8;
        Write(quote);
        Write(text);
        Write(quote);
    }

    private void Write(long number)
    {
        if (_buffer.Length - _used < 24)
        {
            Flush();
        }

        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var written);
        _used += written;
    }

    private void Write(ReadOnlySpan<byte> text)
    {
        while (text.Length > _buffer.Length - _used)
        {
            var part = _buffer.Length - _used;
            text[..part].CopyTo(_buffer.AsSpan(_used));
            text = text[part..];
            _used = _buffer.Length;
            Flush();
        }

        text.CopyTo(_buffer.AsSpan(_used));
        _used += text.Length;
    }
}

using System.Globalization;
using System.Text;
using Pacta.Temporal.Formulas;
using Pacta.Temporal.Notation;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Fuzz;

/// <summary>A formula and a history over which both evaluators are run.</summary>
internal sealed record Case(Signature Signature, Formula Formula, Trace Trace)
{
    public string SignatureText => string.Concat(Signature.Kinds.Select(kind => $"{kind.Name}({string.Join(", ", kind.Arguments.Select(NameOf))})\n"));

    public string LogText
    {
        get
        {
            var text = new StringBuilder();
            foreach (var point in Trace.Points)
            {
                text.Append(CultureInfo.InvariantCulture, $"@{point.Stamp}");
                foreach (var happened in point.Events)
                {
                    text.Append(CultureInfo.InvariantCulture, $" {happened.Name}({string.Join(",", happened.Arguments.Select(Shown))})");
                }

                text.Append('\n');
            }

            return text.ToString();
        }
    }

    public override string ToString() => $"{SignatureText}\n{FormulaPrinter.Print(Formula)}\n\n{LogText}";

    private static string NameOf(ValueType type) => type switch
    {
        ValueType.Integer => "int",
        ValueType.Float => "float",
        ValueType.Text => "string",
        ValueType.Pattern => "regexp",
        _ => "bool",
    };

    private static string Shown(Value value) => value switch
    {
        IntegerValue integer => integer.Number.ToString(CultureInfo.InvariantCulture),
        FloatValue number => number.Number.ToString("R", CultureInfo.InvariantCulture),
        TextValue text => $"\"{text.Text}\"",
        _ => throw new InvalidOperationException(value.ToString()),
    };
}

using System.Collections.Immutable;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Temporal.Notation;

/// <summary>Reads which kinds of events a log may have: <c>name(argument:type, ...)</c> or <c>name(type, ...)</c>, one after the other.</summary>
public static class SignatureReader
{
    private const string Example = "pays(id:string, amount:int)";

    /// <exception cref="NotationException">The text is no signature.</exception>
    public static Signature Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new LogWords(text, "-", isLog: false);
        var kinds = ImmutableArray.CreateBuilder<EventKind>();
        while (words.Current.Kind != LogWordKind.End)
        {
            var start = words.Current;
            var kind = Kind(words);
            if (kinds.Any(other => other.Name == kind.Name))
            {
                throw new NotationException(start.Line, start.Column, $"'{kind.Name}' is declared twice.", "Keep one of them, or give the other a name of its own.", Example);
            }

            kinds.Add(kind);
        }

        return new Signature(kinds.ToImmutable());
    }

    private static EventKind Kind(LogWords words)
    {
        var name = words.Name("the name of a kind of event", Example);
        words.Expect("(", $"behind '{name}'", Example);
        var types = ImmutableArray.CreateBuilder<ValueType>();
        var names = ImmutableArray.CreateBuilder<string?>();
        while (!words.Current.Is(")"))
        {
            if (types.Count > 0)
            {
                words.Expect(",", "between arguments", Example);
            }

            var first = words.Current;
            var word = words.Name("a type or the name of an argument", Example);
            if (words.Current.Is(":"))
            {
                words.Advance();
                names.Add(word);
                first = words.Current;
                word = words.Name("a type", Example);
            }
            else
            {
                names.Add(null);
            }

            types.Add(TypeOf(word) ?? throw new NotationException(
                first.Line, first.Column, $"'{word}' is no type.", "Types are int, float, string, regexp and bool.", Example));
        }

        words.Advance();
        return new EventKind(name, types.ToImmutable(), names.ToImmutable());
    }

    private static ValueType? TypeOf(string word) => word switch
    {
        "int" => ValueType.Integer,
        "float" => ValueType.Float,
        "string" => ValueType.Text,
        "regexp" => ValueType.Pattern,
        "bool" => ValueType.Boolean,
        _ => null,
    };
}

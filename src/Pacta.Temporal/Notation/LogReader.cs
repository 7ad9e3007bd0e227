using System.Collections.Immutable;
using System.Globalization;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Temporal.Notation;

/// <summary>
/// Reads a whole log: <c>@ts p(v,...)(v,...) q(v)</c>. A time point runs to the next <c>@</c>, to <c>;</c> or to the end. Commands between
/// <c>&gt;</c> and <c>&lt;</c> are passed over.
/// </summary>
public static class LogReader
{
    private const string Example = "@10 pays(\"aland\", 3)";

    /// <exception cref="NotationException">The text is no log of these kinds of events.</exception>
    public static Trace Read(string text, Signature signature)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signature);
        var words = new LogWords(text, string.Empty, isLog: true);
        var points = ImmutableArray.CreateBuilder<TimePoint>();
        while (words.Current.Kind != LogWordKind.End)
        {
            if (words.Current.Is(">"))
            {
                SkipCommand(words);
                continue;
            }

            words.Expect("@", "before a time stamp", Example);
            var place = words.Current;
            var stamp = Stamp(words);
            if (points.Count > 0 && stamp < points[^1].Stamp)
            {
                throw new NotationException(
                    place.Line, place.Column, $"The time stamp {stamp} is less than {points[^1].Stamp} before it.", "Put the time points in order of their time stamps.", Example);
            }

            points.Add(new TimePoint(stamp, Events(words, signature)));
        }

        return new Trace(points.ToImmutable());
    }

    private static void SkipCommand(LogWords words)
    {
        while (!words.Current.Is("<"))
        {
            if (words.Current.Kind == LogWordKind.End)
            {
                throw words.Unexpected("'<' at the end of the command", "Close the command.", "> save_state \"saved\" <");
            }

            words.Advance();
        }

        words.Advance();
    }

    private static long Stamp(LogWords words)
    {
        var place = words.Current;
        var word = words.Name("a time stamp", Example);
        return long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var stamp)
            ? stamp
            : throw new NotationException(place.Line, place.Column, $"'{word}' is no time stamp.", "A time stamp is a whole number, such as the seconds since 1970.", Example);
    }

    private static ImmutableArray<Event> Events(LogWords words, Signature signature)
    {
        var events = ImmutableArray.CreateBuilder<Event>();
        while (words.Current.Kind == LogWordKind.Word)
        {
            var place = words.Current;
            // What is known of each time point anyway is passed over.
            var declared = signature.Find(place.Text);
            var kind = declared ?? BuiltIns.Kinds.FirstOrDefault(known => known.Name == place.Text) ?? throw new NotationException(
                place.Line, place.Column, $"The signature has no kind of event named '{place.Text}'.", "Declare it in the signature, or mend the name.", $"{place.Text}(string, int)");
            words.Advance();
            if (!words.Current.Is("("))
            {
                events.Add(new Event(kind.Name, Arguments(kind, [], place)));
            }

            while (words.Current.Is("("))
            {
                var first = words.Current;
                words.Advance();
                var told = new Event(kind.Name, Arguments(kind, Values(words), first));
                if (declared is not null)
                {
                    events.Add(told);
                }
            }
        }

        if (words.Current.Is(";"))
        {
            words.Advance();
        }
        else if (words.Current.Kind == LogWordKind.Symbol && !words.Current.Is("@") && !words.Current.Is(">"))
        {
            throw words.Unexpected("an event, '@' or ';'", "A time point is a time stamp with events.", Example);
        }

        return events.ToImmutable();
    }

    private static List<LogWord> Values(LogWords words)
    {
        var values = new List<LogWord>();
        while (!words.Current.Is(")"))
        {
            if (values.Count > 0)
            {
                words.Expect(",", "between values", Example);
            }

            values.Add(words.Current);
            words.Name("a value", Example);
        }

        words.Advance();
        return values;
    }

    private static ImmutableArray<Value> Arguments(EventKind kind, List<LogWord> words, LogWord place)
    {
        if (words.Count != kind.Arguments.Length)
        {
            throw new NotationException(
                place.Line, place.Column, $"'{kind.Name}' has {kind.Arguments.Length} arguments, but there are {words.Count} values.", "Give as many values as the signature says.", Example);
        }

        return [.. words.Select((word, i) => ValueOf(kind.Arguments[i], word.Text) ?? throw new NotationException(
            word.Line, word.Column, $"'{word.Text}' is no value of the type {TypeNames.Of(kind.Arguments[i])}.", "Write a value of the type that the signature says.", Example))];
    }

    private static Value? ValueOf(ValueType type, string text) => type switch
    {
        ValueType.Integer => TermArithmetic.IntegerOf(text),
        ValueType.Float => TermArithmetic.FloatOf(text),
        ValueType.Text => new TextValue(text),
        ValueType.Pattern => TermArithmetic.Apply(UnaryOperator.TextToPattern, new TextValue(text)),
        _ => text switch
        {
            "true" => new BooleanValue(true),
            "false" => new BooleanValue(false),
            _ => null,
        },
    };
}

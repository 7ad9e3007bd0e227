using System.Text;

namespace Pacta.Model.Values;

/// <summary>
/// A value that is told with words of ours ("36 to 44", "belarus or russia", "not reported"), as a code with arguments inside a text, so that each
/// language has its own words for it (<c>value.*</c>) and nothing that a report says is taken for one of them. The marks around it are control
/// characters, which no name and no number has.
/// </summary>
public static class Composed
{
    private const char Open = '\u000e';
    private const char Close = '\u000f';
    private const char Next = '\u001f';

    public const string Unknown = "unknown";
    public const string NoLimit = "no_limit";
    public const string NotReported = "not_reported";

    /// <summary>A value or the other.</summary>
    public const string Either = "or";

    /// <summary>A value, and who says so.</summary>
    public const string Said = "said";

    public static string Of(string form, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder().Append(Open).Append(form);
        foreach (var part in parts)
        {
            text.Append(Next).Append(part);
        }

        return text.Append(Close).ToString();
    }

    public static string Of(NumberRange range) => range switch
    {
        { IsExact: true } => $"{range}",
        (null, null) => Of(Unknown),
        ({ } low, null) => Of("or_more", $"{NumberRange.Exactly(low)}"),
        (null, { } high) => Of("or_less", $"{NumberRange.Exactly(high)}"),
        ({ } low, { } high) => Of("range", $"{NumberRange.Exactly(low)}", $"{NumberRange.Exactly(high)}"),
    };

    public static string Of(Value value) => value switch
    {
        NumberValue number => Of(number, number.Dimension.Length == 0 ? string.Empty : " " + number.Dimension),
        TruthValue truth => Of(truth.IsTrue ? "yes" : "no"),
        OneOfValue one => Or(one.Names),
        AllOfValue all => all.Names is [var only] ? only : Of("and", all.Names.AsSpan()),
        _ => $"{value}",
    };

    /// <summary>The number of a value without its dimension, for those who tell it in a unit of their own.</summary>
    public static string NumberOf(Value value) => value is NumberValue number ? Of(number, string.Empty) : Of(value);

    /// <summary>One of several; a single one is itself.</summary>
    public static string Or(IEnumerable<string> values) => values.ToArray() is var all && all.Length == 1 ? all[0] : Of(Either, all);

    public static bool Is(string text, string form)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PartsOf(text, form) is not null;
    }

    /// <summary>The parts of a text that is nothing but such a form; null for any other.</summary>
    public static string[]? PartsOf(string text, string form)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] == Open && Read(text, 0, s => s) is var (found, parts, end) && end == text.Length && found == form ? parts : null;
    }

    /// <summary>The text with every form in it told in words.</summary>
    /// <param name="say">The form and its parts, in words already.</param>
    public static string In(string text, Func<string, string[], string> say)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(say);
        if (!text.Contains(Open, StringComparison.Ordinal))
        {
            return text;
        }

        var told = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == Open && Read(text, at, part => In(part, say)) is var (form, parts, end))
            {
                told.Append(say(form, parts));
                at = end;
            }
            else
            {
                told.Append(text[at++]);
            }
        }

        return told.ToString();
    }

    /// <summary>As machines get it: the same in every language.</summary>
    public static string Plain(string text) => In(text, (form, parts) => (form, parts) switch
    {
        (Either, _) => string.Join(" or ", parts),
        ("and", _) => string.Join(" and ", parts),
        ("range", [var low, var high]) => $"{low} to {high}",
        ("or_more", [var low]) => $"{low} or more",
        ("or_less", [var high]) => $"{high} or less",
        ("about", [var about, var range]) => $"about {about} ({range})",
        (Said, [var value, var by]) => $"{value} ({by})",
        ("hours", [var hours]) => $"{hours} hours",
        ("most_of", [var what]) => $"most: {what}",
        ("part", [var number, var what]) => $"{number}: {what}",
        ("more", [var names, var more]) => $"{names} and {more} more",
        _ => string.Join(' ', parts.Prepend(form.Replace('_', ' '))),
    });

    private static string Of(NumberValue number, string unit) =>
        number.About is { } about ? Of("about", $"{NumberRange.Exactly(about)}{unit}", Of(number.Range)) : Of(number.Range) + unit;

    /// <summary>The form that begins at a mark, and where it ends; null where nothing ends it.</summary>
    private static (string Form, string[] Parts, int End)? Read(string text, int at, Func<string, string> part)
    {
        var (depth, from, found) = (0, at + 1, new List<string>());
        for (var i = at; i < text.Length; i++)
        {
            depth += text[i] == Open ? 1 : text[i] == Close ? -1 : 0;
            if (depth == 0 || (depth == 1 && text[i] == Next))
            {
                found.Add(text[from..i]);
                from = i + 1;
            }

            if (depth == 0)
            {
                return (found[0], [.. found.Skip(1).Select(part)], i + 1);
            }
        }

        return null;
    }
}

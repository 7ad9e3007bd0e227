using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pacta.Presentation.Phrases;

/// <summary>
/// Every sentence that Pacta says about findings, in one language: a key and a template each, in one file a language (<c>en.txt</c>). A
/// template's <c>{0}</c> stands for an argument; <c>[1|, to {1}]</c> is said only if that argument is not empty.
/// </summary>
public sealed class Phrasebook
{
    private static readonly FrozenDictionary<string, Lazy<Phrasebook>> Books =
        new[] { "en", "fr" }.ToFrozenDictionary(l => l, l => new Lazy<Phrasebook>(() => Read(l)), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _templates;

    private Phrasebook(string language, FrozenDictionary<string, string> templates)
    {
        Language = language;
        _templates = templates;
    }

    public static Phrasebook English => Books["en"].Value;

    /// <summary>The languages there are, by their codes (ISO 639-1), in the order of the codes.</summary>
    public static ImmutableArray<string> Languages => [.. Books.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The code of its language (ISO 639-1).</summary>
    public string Language { get; }

    public IEnumerable<string> Keys => _templates.Keys.Order(StringComparer.Ordinal);

    /// <summary>The phrases of a language; null if there are none.</summary>
    public static Phrasebook? Of(string language) => Books.TryGetValue(language, out var book) ? book.Value : null;

    public bool Has(string key) => _templates.ContainsKey(key);

    /// <summary>The template of a key, as it is written.</summary>
    public string Template(string key) =>
        _templates.TryGetValue(key, out var template) ? template : throw new ArgumentException($"no phrase '{key}' in '{Language}'", nameof(key));

    /// <summary>The phrase of a key with its arguments in place.</summary>
    public string Say(string key, params ReadOnlySpan<string> arguments)
    {
        var template = Template(key);
        if (!template.AsSpan().ContainsAny('{', '['))
        {
            return template;
        }

        var text = new DefaultInterpolatedStringHandler(template.Length, arguments.Length, null, stackalloc char[256]);
        Fill(ref text, template, arguments);
        return text.ToStringAndClear();
    }

    /// <summary>A phrase about a number of things, which is its first argument; <c>.one</c> and <c>.many</c> have their own words.</summary>
    public string Numbered(string key, int count, string more = "") =>
        Say(key + (count == 1 ? ".one" : ".many"), count.ToString("#,0", CultureInfo.InvariantCulture), more);

    /// <summary>The phrase of the first of several keys that there is: from the most special to the most general.</summary>
    public string SayFirst(ReadOnlySpan<string> keys, params ReadOnlySpan<string> arguments) => Say(First(keys), arguments);

    /// <summary>The first of several keys that there is a phrase of.</summary>
    public string First(ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Has(key))
            {
                return key;
            }
        }

        throw new ArgumentException($"no phrase '{keys[^1]}' in '{Language}'", nameof(keys));
    }

    private static void Fill(ref DefaultInterpolatedStringHandler text, ReadOnlySpan<char> template, ReadOnlySpan<string> arguments)
    {
        while (!template.IsEmpty)
        {
            var at = template.IndexOfAny('{', '[');
            if (at < 0)
            {
                text.AppendFormatted(template);
                return;
            }

            text.AppendFormatted(template[..at]);
            var isOptional = template[at] == '[';
            var rest = template[(at + 1)..];
            var end = rest.IndexOf(isOptional ? ']' : '}');
            var inner = rest[..end];
            var argument = inner[0] - '0' < arguments.Length ? arguments[inner[0] - '0'] : string.Empty;
            if (!isOptional)
            {
                text.AppendLiteral(argument);
            }
            else if (argument.Length > 0)
            {
                Fill(ref text, inner[2..], arguments);
            }

            template = rest[(end + 1)..];
        }
    }

    private static Phrasebook Read(string language)
    {
        using var stream = typeof(Phrasebook).Assembly.GetManifestResourceStream($"phrases.{language}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var at = line.IndexOf(" = ", StringComparison.Ordinal);
            if (at > 0 && line[0] != '#')
            {
                templates.Add(line[..at].Trim(), line[(at + 3)..]);
            }
        }

        return new Phrasebook(language, templates.ToFrozenDictionary(StringComparer.Ordinal));
    }
}

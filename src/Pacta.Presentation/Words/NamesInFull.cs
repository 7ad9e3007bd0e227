using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;

namespace Pacta.Presentation.Words;

/// <summary>Actors and sources as an agreement's file calls them in full, where it does.</summary>
public sealed partial class NamesInFull(Vocabulary vocabulary)
{
    /// <summary>Of more names than this a legend would be longer than it is of use.</summary>
    private const int MostNames = 12;

    /// <summary>The names of which a legend would say more than they do.</summary>
    private readonly FrozenSet<string> _telling = vocabulary.Actors.Keys.Concat(vocabulary.Sources.Keys)
        .Where(n => Of(n, vocabulary) is { } full && !SaysTheSame(n, full))
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The full name; null where there is none, or none that says more than the name.</summary>
    public string? Of(string name) => Of(name, vocabulary);

    /// <inheritdoc cref="Of(string)"/>
    public static string? Of(string name, Vocabulary vocabulary) => vocabulary.Actors.TryGetValue(name, out var actor) && actor.FullName.Length > 0 && actor.FullName != name ? actor.FullName
        : vocabulary.Sources.TryGetValue(name, out var source) && source.FullName.Length > 0 && source.FullName != name ? source.FullName
        : null;

    /// <summary>Looks for names in a text that is printed.</summary>
    public void See(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_telling.Count == 0)
        {
            return;
        }

        var telling = _telling.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var match in Word().EnumerateMatches(text))
        {
            if (telling.TryGetValue(text.AsSpan(match.Index, match.Length), out var name))
            {
                _used.Add(name);
            }
        }
    }

    /// <summary>"names: aland: Republic of Aland; mission: Observer Mission" of the names that were seen; empty where there are none, or too many.</summary>
    public string Legend(Speech speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        ImmutableArray<(string Name, string Full)> all =
        [
            .. _used.Order(StringComparer.Ordinal).Select(n => (n, Of(n)!)),
        ];
        return all.Length is 0 or > MostNames
            ? string.Empty
            : speech.Phrases.Say("names.legend", string.Join("; ", all.Select(n => speech.Phrases.Say("names.entry", n.Name, n.Full))));
    }

    private static bool SaysTheSame(string name, string full) => string.Equals(name.Replace('_', ' '), full, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

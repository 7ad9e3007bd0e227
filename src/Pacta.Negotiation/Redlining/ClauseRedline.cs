using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;
using Pacta.Negotiation.Matching;

namespace Pacta.Negotiation.Redlining;

/// <summary>The text of an article in one language, word by word.</summary>
/// <param name="Language">Null: the agreement does not say.</param>
/// <param name="Exception">The exception whose text it is; null: that of the clause.</param>
/// <param name="HasFirst">The first draft has a text in that language; where only one has, there is nothing to compare.</param>
public sealed record TextRedline(string? Language, string? Exception, bool HasFirst, bool HasSecond, ImmutableArray<RedlineRun> Runs)
{
    public bool IsInBoth => HasFirst && HasSecond;

    public bool Differs => IsInBoth && Redline.Differ(Runs);
}

/// <summary>Two clauses that correspond, word by word: as they are encoded, and the texts of the article.</summary>
public sealed record ClauseRedline(ImmutableArray<RedlineRun> Code, ImmutableArray<TextRedline> Texts)
{
    public bool TextsDiffer => Texts.Any(t => t.Differs);

    /// <summary>Null for a clause that stands alone.</summary>
    public static ClauseRedline? Of(ClausePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair is { First: { } first, Second: { } second }
            ? new ClauseRedline(Redline.Between(string.Join('\n', Wording.Of(first)), string.Join('\n', Wording.Of(second))), [.. TextsOf(first, second)])
            : null;
    }

    private static IEnumerable<TextRedline> TextsOf(Clause first, Clause second)
    {
        var (left, right) = (All(first), All(second));
        foreach (var (key, text) in left)
        {
            var other = right.FirstOrDefault(t => t.Key == key).Text;
            yield return new TextRedline(key.Language, key.Exception, HasFirst: true, other is not null, other is null ? [] : Redline.Between(text, other));
        }

        foreach (var (key, _) in right.Where(t => left.All(l => l.Key != t.Key)))
        {
            yield return new TextRedline(key.Language, key.Exception, HasFirst: false, HasSecond: true, []);
        }
    }

    /// <summary>Several texts in one language are one text.</summary>
    private static List<((string? Language, string? Exception) Key, string Text)> All(Clause clause) =>
    [
        .. Of(clause.Remarks, null).Concat(clause.Exceptions.SelectMany(Of))
            .GroupBy(t => (t.Language, t.Exception))
            .Select(g => (g.Key, string.Join('\n', g.Select(t => PieceReader.Words(t.Text))))),
    ];

    private static IEnumerable<(string? Language, string? Exception, string Text)> Of(ClauseException exception) =>
        Of(exception.Remarks, exception.Name).Concat(exception.Exceptions.SelectMany(Of));

    private static IEnumerable<(string? Language, string? Exception, string Text)> Of(Remarks remarks, string? exception) =>
        remarks.Texts.Select(t => (t.Language, exception, t.Content));
}

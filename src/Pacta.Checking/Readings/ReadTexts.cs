using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Checking.Readings;

/// <summary>
/// What a clause uses that has several readings: itself, and whatever its words name, and what the words of that name. Names are looked up in
/// the words as they were written; a word that only looks like a name costs an evaluation and changes nothing.
/// </summary>
internal sealed partial class ReadTexts(Agreement agreement)
{
    private readonly Dictionary<string, Clause> _clauses = agreement.Clauses.ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _plurals = agreement.Definitions.Values
        .Where(d => d.Plural is not null)
        .DistinctBy(d => d.Plural)
        .ToDictionary(d => d.Plural!, d => d.Name, StringComparer.Ordinal);

    /// <summary>The readings of each text that a clause uses, if it has several; both in the order of the names.</summary>
    /// <param name="taken">Texts of which a perspective has taken a reading.</param>
    public ImmutableArray<ImmutableArray<ReadingTaken>> Of(Clause clause, IReadOnlyCollection<string> taken)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([clause.Name, .. HeaderTexts().SelectMany(Names)]);
        while (waiting.TryDequeue(out var name))
        {
            if (seen.Add(name))
            {
                foreach (var next in TextsOf(name).SelectMany(Names))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return [.. seen.Where(n => !taken.Contains(n)).Select(ReadingsOf).Where(r => r.Length > 1)];
    }

    private ImmutableArray<ReadingTaken> ReadingsOf(string name) =>
        agreement.Definitions.TryGetValue(name, out var definition) ? Sorted(name, definition.Readings)
        : agreement.Tables.TryGetValue(name, out var table) ? Sorted(name, table.Readings)
        : _clauses.TryGetValue(name, out var clause) ? Sorted(name, clause.Readings)
        : [];

    private static ImmutableArray<ReadingTaken> Sorted<T>(string of, ImmutableArray<Reading<T>> readings) =>
        [.. readings.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => new ReadingTaken(of, r.Name ?? string.Empty, r.HeldBy))];

    private IEnumerable<string?> HeaderTexts() =>
        [agreement.EntryIntoForce?.Text, agreement.Expiry?.Text, agreement.ProvisionalFrom?.Text, agreement.ProvisionalUntil?.Text];

    private IEnumerable<string?> TextsOf(string name)
    {
        if (agreement.Definitions.TryGetValue(name, out var definition))
        {
            return definition.Readings.SelectMany(r => TextsOf(r.Content));
        }

        if (agreement.Tables.TryGetValue(name, out var table))
        {
            return table.Readings.SelectMany(r => r.Content).SelectMany(TextsOf).Append(table.Parameter?.Text);
        }

        if (_clauses.TryGetValue(name, out var clause))
        {
            return [clause.When?.Text, clause.When?.Where?.Text, .. clause.Readings.SelectMany(r => TextsOf(r.Content)), .. clause.Exceptions.SelectMany(TextsOf)];
        }

        return agreement.Vocabulary.States.TryGetValue(name, out var state)
            ? [.. TextsOf(state.Begins), .. state.Ends is { } ends ? TextsOf(ends) : []]
            : [];
    }

    private static IEnumerable<string?> TextsOf(Pattern pattern) => [pattern.Text, pattern.Where?.Text];

    private static IEnumerable<string?> TextsOf(Row row) =>
        [row.Text, row.ButNot?.Text, row.If?.Text, row.From?.Text, row.Until?.Text, .. row.Values.Select(v => v.Text)];

    private static IEnumerable<string?> TextsOf(Rule rule) => TextsOf(rule.Sentence).Prepend(rule.While?.Text);

    private static IEnumerable<string?> TextsOf(Sentence sentence) =>
        [sentence.Text, sentence.Unless?.Text, .. sentence.Otherwise is { } otherwise ? TextsOf(otherwise) : []];

    private static IEnumerable<string?> TextsOf(ClauseException exception) =>
        [exception.If.Text, .. exception.Sentence is { } sentence ? TextsOf(sentence) : [], .. exception.Exceptions.SelectMany(TextsOf)];

    private IEnumerable<string> Names(string? text) => text is null
        ? []
        : Word().Matches(text).Select(m => m.Value).Select(w => _plurals.GetValueOrDefault(w, w));

    [GeneratedRegex(@"[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

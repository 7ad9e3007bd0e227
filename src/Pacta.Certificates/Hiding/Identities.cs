using System.Collections.Immutable;
using Pacta.Certificates.Replaying;
using Pacta.Language.Compilation;
using Pacta.Language.Printing;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;
using Pacta.Model.Text;

namespace Pacta.Certificates.Hiding;

/// <summary>
/// Agreements and records without the names of those who report. What is found from them is what is found with the names, told of pseudonyms: names
/// decide nothing.
/// </summary>
/// <param name="Texts">The texts of the agreements without the names of sources, in the order in which they were given.</param>
/// <param name="Records">In the order in which they were given.</param>
public sealed record Identities(
    ImmutableArray<SourceText> Texts, ImmutableSortedDictionary<string, string> Maps, ImmutableArray<Agreement> Agreements, ImmutableArray<ReportRecord> Records, ImmutableArray<Source> Sources)
{
    /// <summary>A text in which ids of events and names of places stand, as it reads now.</summary>
    public Func<string, string> Renamed { get; init; } = static text => text;

    /// <param name="texts">As the compiler reads them; all of them are right.</param>
    /// <param name="ordered">The records in the order in which they were recorded.</param>
    public static Identities Hide(
        ImmutableArray<SourceText> texts, IReadOnlyDictionary<string, string> maps, ImmutableArray<ReportRecord> records, ImmutableArray<ReportRecord> ordered)
    {
        var before = Compiler.Compile(texts, path => maps.GetValueOrDefault(path));
        var names = new Pseudonyms(
            before.Vocabulary, ordered, before.Agreements.SelectMany(a => a.Tables.Values).Where(t => t.Form != TableForm.Amount).Select(t => t.Name));
        var hidden = HiddenNames(before.Vocabulary);
        string Said(string text) => Redaction.Without(text, hidden);

        var redacted = Redaction.Of(texts).Select((t, i) => new SourceText(texts[i].Path, t)).ToImmutableArray();
        var ownMaps = maps.ToImmutableSortedDictionary(m => m.Key, m => Said(m.Value), StringComparer.Ordinal);
        var mask = new RecordMask(names, before.Vocabulary, text => texts.Any(t => t.Content.Contains($"\"{text}\"", StringComparison.Ordinal)), Said);
        var masked = records.Select(mask.Of).ToImmutableArray();
        return new Identities(
            redacted,
            ownMaps,
            [.. Compiler.Compile(redacted, path => ownMaps.GetValueOrDefault(path)).Agreements.Select(a => Verifier.WithSources(a, names.Declared))],
            masked,
            names.Declared)
        {
            Renamed = names.Renamed,
        };
    }

    /// <summary>Short names and full ones, the longest first.</summary>
    private static List<string> HiddenNames(Vocabulary vocabulary) =>
    [
        .. vocabulary.Sources.Values
            .SelectMany(s => new[] { s.Name, s.FullName })
            .Where(n => n.Length > 0)
            .Except(vocabulary.Actors.Values.SelectMany(a => new[] { a.Name, a.FullName }), StringComparer.Ordinal)
            .OrderByDescending(n => n.Length),
    ];
}

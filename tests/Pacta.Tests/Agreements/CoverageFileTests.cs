using System.Text.Json;
using Pacta.Model.Agreements;

namespace Pacta.Tests.Agreements;

/// <summary><c>agreements/coverage.tsv</c>: each fact is encoded where it says, or it says why not.</summary>
public sealed class CoverageFileTests
{
    private static readonly Fact[] Facts = Read();

    [Fact]
    public void Every_fact_is_listed_once_and_is_encoded_or_says_why_not()
    {
        Assert.NotEmpty(Facts);
        Assert.Empty(Facts.GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Facts.Where(f => f.Encoded.Length == 0 && f.Reason.Length == 0).Select(f => f.Name));
        Assert.Empty(Facts.Where(f => f.Agreement.Length == 0 || f.Says.Length == 0 || f.Mark is not ("confirmed" or "unverified" or "part")).Select(f => f.Name));
    }

    [Fact]
    public void What_a_fact_is_encoded_as_exists_in_that_file()
    {
        var there = Library.Result.Agreements.SelectMany(Named).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Facts.SelectMany(f => f.Encoded.Where(e => !there.Contains(e)).Select(e => $"{f.Name}: {e}")));
    }

    /// <summary>A fact is only found again if some line leads to it: no clause of the library is without one.</summary>
    [Fact]
    public void Every_clause_of_an_agreement_with_facts_belongs_to_a_fact()
    {
        var told = Facts.SelectMany(f => f.Encoded).ToHashSet(StringComparer.Ordinal);
        var files = told.Select(e => e[..e.LastIndexOf('/')]).ToHashSet(StringComparer.Ordinal);

        var without = Library.Result.Agreements
            .SelectMany(a => a.Clauses)
            .Select(c => $"{FileOf(c.Origin)}/{c.Name}")
            .Where(c => files.Contains(c[..c.LastIndexOf('/')]) && !told.Contains(c));

        Assert.Empty(without);
    }

    [Fact]
    public void Every_fact_that_was_collected_is_listed()
    {
        var collected = Collected();
        Assert.SkipWhen(collected is null, "domain/clauses.jsonl is not in a folder named shared above the tests");

        var names = Facts.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], collected.Where(c => !names.Contains(c)));
        Assert.Equal([], names.Where(n => n[0] != '+').Except(collected, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Named(Agreement agreement) =>
        agreement.Clauses.SelectMany(c => Below(c.Exceptions).Prepend((c.Name, c.Origin)))
            .Concat(agreement.Definitions.Values.Select(n => (n.Name, n.Origin)))
            .Concat(agreement.Tables.Values.Select(t => (t.Name, t.Origin)))
            .Select(n => $"{FileOf(n.Origin)}/{n.Name}");

    private static IEnumerable<(string Name, Origin Origin)> Below(IEnumerable<ClauseException> exceptions) =>
        exceptions.SelectMany(e => Below(e.Exceptions).Prepend((e.Name, e.Origin)));

    private static string FileOf(Origin origin) => Path.GetRelativePath(Library.Folder, origin.File.Path).Replace('\\', '/');

    private static Fact[] Read() =>
    [
        .. File.ReadLines(Path.Combine(Library.Folder, "coverage.tsv")).Skip(1).Select(l => l.Split('\t')).Select(c => new Fact(
            c[0], c[1], c[3], c[4], c[5].Split(' ', StringSplitOptions.RemoveEmptyEntries), c[6])),
    ];

    private static string[]? Collected()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "domain", "clauses.jsonl");
            if (File.Exists(file))
            {
                return [.. File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!)];
            }
        }

        return null;
    }

    private sealed record Fact(string Name, string Agreement, string Says, string Mark, string[] Encoded, string Reason);
}

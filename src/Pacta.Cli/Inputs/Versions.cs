using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Cli.Hosting;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>
/// Versions of one draft have the same name, which no two agreements of one reading may have: then each draft is read by itself, with the files of words, and
/// versions are told apart by their files.
/// </summary>
internal static partial class Versions
{
    /// <summary>Null where that is not what was named, or where one of them has an error: then all are read as usual, and errors told.</summary>
    public static LoadedAgreements? Of(IEnumerable<string> paths, Host host)
    {
        var files = paths.Distinct(StringComparer.Ordinal).ToList();
        var drafts = files.Where(f => File.Exists(f) && Header().IsMatch(File.ReadAllText(f))).ToList();
        if (drafts.Count < 2 || drafts.Select(d => Header().Match(File.ReadAllText(d)).Groups["name"].Value).Distinct(StringComparer.Ordinal).Count() == drafts.Count)
        {
            return null;
        }

        var words = files.Except(drafts).ToList();
        var read = drafts.Select(d => Loading.Agreements([d, .. words], host, new DiagnosticBag())).ToList();
        if (read.Exists(r => r is null || r.Compilation.Agreements.Length != 1))
        {
            return null;
        }

        var all = read.OfType<LoadedAgreements>().ToList();
        return all[0] with
        {
            Compilation = all[0].Compilation with { Agreements = [.. ToldApart(drafts, all.ConvertAll(r => r.Compilation.Agreements[0]))] },
            Files = [.. all.SelectMany(r => r.Files).Distinct()],
            Texts = [.. all.SelectMany(r => r.Texts).Distinct()],
            Maps = all.SelectMany(r => r.Maps).DistinctBy(m => m.Key).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<Agreement> ToldApart(List<string> files, List<Agreement> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var earlier = drafts.Take(i).Count(d => d.Name == draft.Name);
            var isTwin = drafts.Exists(d => d != draft && d.Title == draft.Title);
            yield return draft with
            {
                Name = earlier == 0 ? draft.Name : $"{draft.Name}_{earlier + 1}",
                Title = isTwin ? $"{draft.Title} ({InputFile.NameOf(files[i])})" : draft.Title,
            };
        }
    }

    [GeneratedRegex("""^\s*agreement\s+["“][^"”\n]*["”](\s+as\s+(?<name>\w+))?""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}

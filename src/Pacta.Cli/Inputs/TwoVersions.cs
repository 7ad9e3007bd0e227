using System.Text.RegularExpressions;
using Pacta.Cli.Hosting;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>
/// Two versions of one draft have the same name, which no two agreements of one reading may have: each is then read by itself, with the files of words, and
/// told apart by its file.
/// </summary>
internal static partial class TwoVersions
{
    /// <summary>Null where that is not what was named, or where one of them has an error: then both are read as usual, and errors told.</summary>
    public static LoadedAgreements? Of(IEnumerable<string> paths, Host host)
    {
        var files = paths.Distinct(StringComparer.Ordinal).ToList();
        var drafts = files.Where(File.Exists).Select(f => (File: f, Header: Header().Match(File.ReadAllText(f)))).Where(d => d.Header.Success).ToList();
        if (drafts is not [var (first, header), var (second, otherHeader)] || header.Groups["name"].Value != otherHeader.Groups["name"].Value)
        {
            return null;
        }

        var words = files.Except([first, second]).ToList();
        var (one, other) = (Read(first), Read(second));
        if (one is null || other is null || Only(one) is not { } a || Only(other) is not { } b || a.Name != b.Name)
        {
            return null;
        }

        var isAlike = a.Title == b.Title;
        return new LoadedAgreements(
            one.Compilation with { Agreements = [Told(a, first, isAlike), Told(b, second, isAlike) with { Name = b.Name + "_2" }] },
            [.. one.Files, .. other.Files.Where(f => !one.Files.Contains(f))]);

        LoadedAgreements? Read(string draft) => Loading.Agreements([draft, .. words], host, new DiagnosticBag());
    }

    private static Agreement? Only(LoadedAgreements loaded) => loaded.Compilation.Agreements is [var only] ? only : null;

    private static Agreement Told(Agreement draft, string file, bool isAlike) => isAlike ? draft with { Title = $"{draft.Title} ({InputFile.NameOf(file)})" } : draft;

    [GeneratedRegex("""^\s*agreement\s+["“][^"”\n]*["”](\s+as\s+(?<name>\w+))?""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}

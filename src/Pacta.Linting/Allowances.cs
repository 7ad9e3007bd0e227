using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Linting;

/// <summary>
/// What a drafter has seen and wants to leave: <c>// lint: allow PACTA1007 because the armistice was dictated</c>, in the line of the place or in those before the item.
/// </summary>
internal sealed partial class Allowances
{
    public const string Code = "PACTA1000";

    private const string Example = "// lint: allow PACTA1007 because only one side asked for anything";

    private readonly ImmutableArray<Allowance> _all;

    private Allowances(ImmutableArray<Allowance> all) => _all = all;

    private sealed record Allowance(SourceText File, TextSpan Span, ImmutableArray<string> Codes, bool HasReason, int Line);

    public static Allowances In(IReadOnlyList<SourceText> files) => new([.. files.SelectMany(In)]);

    /// <summary>What is not allowed, and allowances that allow nothing.</summary>
    /// <param name="isLookedFor">Whether a rule was asked at all.</param>
    public IEnumerable<Diagnostic> Without(IEnumerable<Diagnostic> found, Func<string, bool> isLookedFor)
    {
        var used = new HashSet<(Allowance, string)>();
        foreach (var diagnostic in found)
        {
            var place = diagnostic.Labels[0];
            var line = place.File.PositionOf(place.Span.Start).Line;
            var allowing = _all.Where(a => a.File == place.File && a.Line == line && a.HasReason && a.Codes.Contains(diagnostic.Code)).ToList();
            allowing.ForEach(a => used.Add((a, diagnostic.Code)));
            if (allowing.Count == 0)
            {
                yield return diagnostic;
            }
        }

        foreach (var allowance in _all)
        {
            if (Wrong(allowance, used, isLookedFor) is { } headline)
            {
                yield return new Diagnostic(Code, Severity.Warning, headline, [new Label(allowance.File, allowance.Span, "nothing is allowed by this")], "Name the codes and say why, in the line before the one that the message points at; take it away when it is no longer needed.", Example);
            }
        }
    }

    private static string? Wrong(Allowance allowance, HashSet<(Allowance, string)> used, Func<string, bool> isLookedFor) =>
        allowance.Codes.IsEmpty ? "This allowance names no message."
        : allowance.Codes.FirstOrDefault(c => !Linter.Codes.Contains(c)) is { } unknown ? $"No rule has the code {unknown}."
        : !allowance.HasReason ? "This allowance gives no reason."
        : allowance.Codes.FirstOrDefault(c => isLookedFor(c) && !used.Contains((allowance, c))) is { } spare ? $"There is no message {spare} here to be allowed."
        : null;

    private static IEnumerable<Allowance> In(SourceText file)
    {
        foreach (var words in Comment().Matches(file.Content).Cast<Match>())
        {
            var line = file.PositionOf(words.Index).Line;
            var isAlone = file.LineAt(line).TrimStart().StartsWith("//", StringComparison.Ordinal);
            ImmutableArray<string> codes = [.. SingleCode().Matches(words.Groups["codes"].Value).Select(m => m.Value)];
            yield return new Allowance(file, new TextSpan(words.Index, words.Length), codes, words.Groups["reason"].Value.Trim().Length > 0, isAlone ? NextItem(file, line) : line);
        }
    }

    /// <summary>The first line after it that holds more than a comment.</summary>
    private static int NextItem(SourceText file, int line)
    {
        do
        {
            line++;
        }
        while (file.HasLine(line) && file.LineAt(line).Trim() is var text && (text.Length == 0 || text.StartsWith("//", StringComparison.Ordinal)));
        return line;
    }

    [GeneratedRegex(@"//[ \t]*lint:[ \t]*allow\b(?<codes>(?:[ \t,]*PACTA[0-9]{4})*)(?:[ \t]+because\b(?<reason>[^\r\n]*))?")]
    private static partial Regex Comment();

    [GeneratedRegex("PACTA[0-9]{4}")]
    private static partial Regex SingleCode();
}

using System.Collections.Immutable;
using Pacta.Language.Compilation;
using Pacta.Linting.Rules;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Linting;

/// <summary>What agreements say that their drafters probably do not mean.</summary>
public static class Linter
{
    private static readonly ImmutableArray<LintRule> Rules =
    [
        new DutyThatNeverFallsDue(), new DeadlineNobodyCanMeet(), new NothingApplies(), new ExceptionOfNothing(), new RowsThatDoNotMeet(), new UnusedName(),
        new PartyWithoutRight(), new TextWithoutClause(), new NumberWithoutArticle(), new AmbiguousBound(), new UndefinedTerm(),
        new ReversedLeadTime(), new FirstPeriodCutShort(),
    ];

    /// <summary>The codes of all rules, in their order.</summary>
    public static ImmutableArray<string> Codes { get; } = [Allowances.Code, .. Rules.Select(r => r.Code)];

    /// <summary>The rule that needs to see every file that might use a name.</summary>
    public static string UnusedName { get; } = Rules.First(r => r is UnusedName).Code;

    /// <summary>Looks at agreements that were compiled without an error.</summary>
    /// <param name="files">All files of the compilation.</param>
    /// <param name="codes">The rules that count; empty: all.</param>
    /// <returns>Warnings and notes in the order of the files and of their texts. None of them changes a finding.</returns>
    public static ImmutableArray<Diagnostic> Lint(CompilationResult compilation, IReadOnlyList<SourceText> files, IReadOnlySet<string>? codes = null)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(files);
        var isWanted = codes is { Count: > 0 } ? (Func<string, bool>)codes.Contains : static _ => true;
        var context = new LintContext(compilation, files);
        var allowances = Allowances.In(files);
        var order = files.Select((file, index) => (file, index)).ToDictionary(f => f.file, f => f.index);
        return
        [
            .. allowances.Without(Rules.Where(r => isWanted(r.Code)).SelectMany(r => r.Find(context)), isWanted)
                .Where(d => isWanted(d.Code))
                .OrderBy(d => order[d.Labels[0].File])
                .ThenBy(d => d.Labels[0].Span.Start)
                .ThenBy(d => d.Code, StringComparer.Ordinal),
        ];
    }
}

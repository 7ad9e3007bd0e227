using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pacta.Monitor;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;
using Pacta.Translation;

namespace Pacta.Cli.Commands;

/// <summary>A clause with the name of its files, and what Pacta's own monitor makes of these.</summary>
/// <param name="Name">Without an ending.</param>
/// <param name="IsAsExpected">Whether the monitor comes to what was found; of a clause that is left out, true.</param>
internal sealed record ExportedFile(string Name, ExportedClause Clause, bool IsAsExpected);

/// <summary>The files of an export: numbered in the order of the text.</summary>
internal static class ExportedFiles
{
    public static ImmutableArray<ExportedFile> Of(ImmutableArray<ExportedClause> clauses)
    {
        var width = Math.Max(2, clauses.Length.ToString(CultureInfo.InvariantCulture).Length);
        return [.. clauses.Select((c, i) => new ExportedFile(NameOf(c, (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0')), c, c.Translated is not { } files || Run(files) == files.Expected))];
    }

    private static string NameOf(ExportedClause clause, string number) =>
        number + "-" + string.Concat(clause.Name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '-'));

    /// <summary>The files as a stranger would read them: nothing but their text goes in.</summary>
    private static string Run(Translated files)
    {
        var signature = SignatureReader.Read(files.Signature);
        var formula = FormulaChecker.Check(FormulaParser.Parse(files.Formula), signature);
        using var log = new MemoryStream(Encoding.UTF8.GetBytes(files.Log));
        using var verdicts = new MemoryStream();
        FormulaMonitor.Create(formula, signature, new MonitorSettings()).Run(log, verdicts);
        return Encoding.UTF8.GetString(verdicts.ToArray());
    }
}

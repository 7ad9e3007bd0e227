using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;
using Pacta.Translation.Formulas;
using Pacta.Translation.Histories;
using Pacta.Translation.Norms;
using Pacta.Translation.Verdicts;

namespace Pacta.Translation;

/// <summary>
/// Clauses as formulas of metric first-order temporal logic, what was reported as logs, and what was found as the verdicts that a monitor of that logic must
/// come to: for whoever does not trust Pacta.
/// </summary>
public static class MfotlExport
{
    /// <param name="perspective">That of the findings, if any: whose readings are taken.</param>
    /// <param name="findings">All findings about the agreement over this history.</param>
    public static ImmutableArray<ExportedClause> Of(Agreement agreement, History history, Perspective? perspective, ImmutableArray<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(history);
        var told = new ToldHistory(agreement, history);
        return [.. NormFinder.In(agreement, perspective).Select(u => Of(u, told, perspective, [.. findings.Where(f => f.ClausePath == u.Path && (u.Line is null || f.Line == u.Line))]))];
    }

    private static ExportedClause Of(Norm norm, ToldHistory told, Perspective? perspective, ImmutableArray<Finding> findings)
    {
        var empty = new ExportedClause(norm.Path, norm.Name, norm.Reference, norm.Line, norm.Sentence.Text, null, null);
        try
        {
            var (formula, columns, book) = Translator.Translate(norm, told, perspective);
            if (book.IsFine && book.Epoch != NodaConstants.UnixEpoch)
            {
                throw new ObstacleException(Obstacle.BetweenSeconds, norm.Name);
            }

            ExpectedVerdicts.RequireCertain(norm, findings);
            var signature = book.Kinds;
            var known = FormulaChecker.Check(formula, signature);
            return empty with
            {
                Translated = new Translated(
                    book.Signature(),
                    FormulaPrinter.Print(formula) + "\n",
                    book.Log(),
                    ExpectedVerdicts.Of(norm, findings, known.Columns, book),
                    known.Columns,
                    [.. book.Relations.Select(r => (r.Name, r.Source))],
                    book.Epoch.InUtc().Year,
                    book.IsFine),
            };
        }
        catch (ObstacleException e)
        {
            return empty with { NotTranslated = new NotTranslated(e.Obstacle, e.Detail) };
        }
    }
}

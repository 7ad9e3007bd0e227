using System.Collections.Immutable;
using System.Text;
using Pacta.Evidence;
using Pacta.Logic.Monitoring;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Monitor;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;
using Pacta.Tests.Agreements;
using Pacta.Translation;

namespace Pacta.Tests.Translation;

/// <summary>A clause as it is exported with the facts of a scenario, as of the last of its dates.</summary>
internal sealed record ExportedScenario(string Scenario, string On, ExportedClause Clause);

/// <summary>The scenarios of an agreement, which exercise each of its clauses, exported: those clauses that <see cref="LibraryScenarios"/> tells.</summary>
internal static class ExportedScenarios
{
    public static ImmutableArray<ExportedScenario> Of(Agreement agreement) =>
    [
        .. from scenario in Library.Result.Scenarios
           where scenario.Agreement == agreement.Name
           let date = scenario.Expectations.Select(e => e.On).MaxBy(d => d.In(agreement.Calendar.Zone).Latest)
           from clause in Export(agreement, scenario, date)
           select new ExportedScenario(scenario.Title, date.ToString(), clause),
    ];

    private static ImmutableArray<ExportedClause> Export(Agreement agreement, Scenario scenario, Model.Time.Moment on)
    {
        var perspective = scenario.Perspective is { } name ? agreement.Vocabulary.Perspectives.GetValueOrDefault(name) : null;
        var at = on.In(agreement.Calendar.Zone).Latest;
        var history = HistoryBuilder.Build(scenario.Reports, agreement.Vocabulary, agreement.Calendar.Zone, at, at, new DiagnosticBag(), perspective: perspective);
        var clauses = LibraryScenarios.ClausesOf(scenario);
        var findings = new NormMonitor(agreement, history, perspective, clauses).Findings;
        var tried = agreement.Clauses.Where(c => clauses is null || ReferenceEvaluator.IsNamed(c, clauses)).Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
        return [.. MfotlExport.Of(agreement, history, perspective, findings).Where(c => tried.Contains(c.Path))];
    }

    /// <summary>The verdicts of Pacta's monitor over the texts of the files.</summary>
    public static string Run(Translated files)
    {
        var signature = SignatureReader.Read(files.Signature);
        var formula = FormulaChecker.Check(FormulaParser.Parse(files.Formula), signature);
        using var log = new MemoryStream(Encoding.UTF8.GetBytes(files.Log));
        using var verdicts = new MemoryStream();
        FormulaMonitor.Create(formula, signature, new MonitorSettings()).Run(log, verdicts);
        return Encoding.UTF8.GetString(verdicts.ToArray());
    }
}

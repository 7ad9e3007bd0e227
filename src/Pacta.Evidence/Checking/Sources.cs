using System.Collections.Immutable;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Checking;

/// <summary>A misspelt source would be one more voice: it is warned of, once for each name.</summary>
internal static class Sources
{
    /// <summary>The source of facts that a scenario tells without saying who reported them.</summary>
    public const string Scenario = "scenario";

    public static void Check(ImmutableArray<Dated> records, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        if (vocabulary.Sources.Count == 0)
        {
            return;
        }

        var warned = new HashSet<string>(StringComparer.Ordinal);
        // Who grades, and who decides, reports nothing: neither needs to be a source.
        foreach (var dated in records.Where(r => r.Record is not (GradeRecord or DeterminationRecord or CaseRecord)))
        {
            if (dated.Record.Speaker is { } source and not Scenario && !vocabulary.Sources.ContainsKey(source) && !vocabulary.Actors.ContainsKey(source) && warned.Add(source))
            {
                diagnostics.UndeclaredSource(dated.Record.Place, source, vocabulary);
            }
        }
    }
}

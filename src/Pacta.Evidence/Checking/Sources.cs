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

    /// <param name="records">At least the first of each who reports something, in their order.</param>
    public static void Check(ImmutableArray<Dated> records, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        if (vocabulary.Sources.Count == 0)
        {
            return;
        }

        foreach (var dated in FirstOfEach(records))
        {
            var source = dated.Record.Speaker!;
            if (source != Scenario && !vocabulary.Sources.ContainsKey(source) && !vocabulary.Actors.ContainsKey(source))
            {
                diagnostics.UndeclaredSource(dated.Record.Place, source, vocabulary);
            }
        }
    }

    /// <summary>The first record of each who reports something.</summary>
    public static ImmutableArray<Dated> FirstOfEach(ImmutableArray<Dated> records)
    {
        var first = ImmutableArray.CreateBuilder<Dated>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        string? last = null;
        foreach (var dated in records)
        {
            // Who grades, and who decides, reports nothing: neither needs to be a source.
            if (dated.Record is GradeRecord or DeterminationRecord or CaseRecord || dated.Record.Speaker is not { } source || ReferenceEquals(source, last))
            {
                continue;
            }

            last = source;
            if (met.Add(source))
            {
                first.Add(dated);
            }
        }

        return first.ToImmutable();
    }
}

using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Pacta.Tests.LongestFirst))]

namespace Pacta.Tests;

/// <summary>The classes that take longest begin: one that began last would keep one core busy and leave the others idle. The rest is run in the order of names.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        nameof(ReadBack.LibraryReadingTests),
        nameof(Logic.Monitoring.NormMonitorTests),
        nameof(Agreements.LibraryTests),
        nameof(Translation.MfotlExportTests),
        nameof(Exploration.ConflictTests),
        nameof(Logic.Monitoring.PlainFindingsTests),
        nameof(Exploration.ExhaustiveConflictTests),
        nameof(Checking.Live.LiveCheckTests),
        nameof(Ledger.KillTests),
        nameof(Cli.DispatchTests),
        nameof(Certificates.PublicOutputTests),
        nameof(Cli.ComparisonSchemaTests),
        nameof(Monitor.FuzzTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Rank(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Rank(string name) => Array.FindIndex(Long, l => name.Contains("." + l, StringComparison.Ordinal)) is >= 0 and var rank ? rank : Long.Length;
}

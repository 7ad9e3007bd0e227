using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>The reports that something cites, each once, in the order in which they were met.</summary>
internal sealed class CitedReports
{
    /// <summary>So many steps are gone through without asking whether they were met before.</summary>
    private const int Few = 16;

    private readonly FewDistinct<ReportReference> _reports = new();

    /// <summary>The steps that were met, once they are many: a step may stand in several places.</summary>
    private readonly HashSet<Derivation> _steps = new(ReferenceEqualityComparer.Instance);

    private int _met;

    public ReadOnlySpan<ReportReference> Reports => _reports.Span;

    public void Clear()
    {
        _reports.Clear();
        _steps.Clear();
        _met = 0;
    }

    public void Add(ImmutableArray<ReportReference> some)
    {
        foreach (var report in some)
        {
            _reports.Add(report);
        }
    }

    /// <summary>What a step and all below it cite.</summary>
    public void Add(Derivation step)
    {
        _met++;
        if (_met > Few && !_steps.Add(step))
        {
            return;
        }

        Add(step.Reports);
        foreach (var because in step.Because)
        {
            Add(because);
        }
    }
}

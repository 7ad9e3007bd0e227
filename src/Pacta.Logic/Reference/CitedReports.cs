using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>The reports that something cites, each once, in the order in which they were met. Mostly a handful: they are only hashed where they are many.</summary>
internal sealed class CitedReports
{
    /// <summary>So many reports are compared one by one, and so many steps are gone through without asking whether they were met before.</summary>
    private const int Few = 16;

    private readonly List<ReportReference> _reports = [];

    private HashSet<ReportReference>? _many;

    /// <summary>The steps that were met, once they are many: a step may stand in several places.</summary>
    private HashSet<Derivation>? _steps;

    private int _met;

    public IReadOnlyCollection<ReportReference> Reports => _reports;

    public void Clear()
    {
        _reports.Clear();
        (_many, _steps, _met) = (null, null, 0);
    }

    public void Add(ImmutableArray<ReportReference> some)
    {
        foreach (var report in some)
        {
            if (_many is null ? !_reports.Contains(report) : _many.Add(report))
            {
                _reports.Add(report);
                _many = _many is null && _reports.Count > Few ? [.. _reports] : _many;
            }
        }
    }

    /// <summary>What a step and all below it cite.</summary>
    public void Add(Derivation step)
    {
        _met++;
        if (_met > Few && !(_steps ??= new(ReferenceEqualityComparer.Instance)).Add(step))
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

using Pacta.Model.Findings;

namespace Pacta.Presentation.Explaining;

/// <summary>The names of the events, things and states that a finding is about or rests on, under any reading.</summary>
internal sealed class RestsOn
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<Derivation> _seen = new(ReferenceEqualityComparer.Instance);

    public RestsOn(Finding finding) => Add(finding);

    /// <summary>An observation of a thing is named with its time, behind an at sign.</summary>
    public bool Has(string id) => _names.Contains(id) || _names.Any(n => n.Length > id.Length && n[id.Length] == '@' && n.StartsWith(id, StringComparison.Ordinal));

    private void Add(Finding finding)
    {
        _names.UnionWith(finding.Trigger);
        _names.UnionWith(finding.Causes.Select(c => c.Key));
        foreach (var step in finding.Changes.Select(c => c.Derivation).Prepend(finding.Derivation))
        {
            Add(step);
        }

        foreach (var other in finding.ByReading.Select(r => r.Finding).OfType<Finding>())
        {
            Add(other);
        }
    }

    private void Add(Derivation step)
    {
        if (!_seen.Add(step))
        {
            return;
        }

        // A step names what it is about where it cites who reported it.
        if (step.Reports.Length > 0)
        {
            _names.UnionWith(step.Mentions);
        }

        foreach (var because in step.Because)
        {
            Add(because);
        }
    }
}

using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Readings;

/// <summary>What there is to tell where readings decide, or only some of them have an instance.</summary>
internal static class OnlyReading
{
    /// <summary>Where only one reading of a text has the instance, every outcome rests on that reading.</summary>
    public static ImmutableArray<Outcome> With(
        List<Variable> readings, List<(ImmutableArray<int> Sides, InstanceResult Result)> found, ImmutableArray<Outcome> outcomes)
    {
        if (found[0].Result.Key.Trigger.Length > 0)
        {
            return outcomes;
        }

        for (var i = 0; i < readings.Count; i++)
        {
            var variable = readings[i];
            if (found.Select(f => f.Sides[i]).Distinct().ToList() is [var only]
                && !outcomes.Any(o => o.If.Any(c => c.Kind == CauseKind.Reading && c.Subject == variable.Subject)))
            {
                var choice = new Choice(CauseKind.Reading, variable.Key, variable.Attribute, variable.Subject, variable.Sides[only].Value, []);
                outcomes = [.. outcomes.Select(o => o with { If = o.If.Insert(0, choice) })];
            }
        }

        return outcomes;
    }

    /// <summary>Names the readings of the clause under which there is such an instance, where others have none.</summary>
    public static ImmutableArray<FindingNote> NotesOf(List<Variable> readings, Ways? ways, List<(ImmutableArray<int> Sides, InstanceResult Result)> found) => readings.Count == 0 || ways?.Count == found.Count ? [] :
    [
        .. readings.Select((r, i) => (Reading: r, Sides: found.Select(f => f.Sides[i]).Distinct().ToList()))
            .Where(r => r.Sides.Count < r.Reading.Sides.Length)
            .Select(r => new FindingNote(NoteCode.OnlyUnderReading, r.Reading.Key, string.Join(", ", r.Sides.Select(s => r.Reading.Sides[s].Value).Order(StringComparer.Ordinal)))),
    ];

    public static IEnumerable<Cause> CausesOf(List<Variable> readings, ImmutableArray<Outcome> decisive) =>
        decisive
            .SelectMany(o => o.If)
            .Where(c => c.Kind == CauseKind.Reading)
            .Select(c => c.Subject)
            .Distinct(StringComparer.Ordinal)
            .Select(s => readings.Find(v => v.Subject == s)!)
            .Select(v => Causes.Readings(v.Key, v.Sides));
}

using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Scenarios;

namespace Pacta.Checking.Scenarios;

/// <summary>Finds the bounds of an agreement, in the order in which they are written.</summary>
internal sealed class Bounds
{
    private readonly List<Bound> _found = [];
    private (string Name, string? Reference, Origin Origin) _owner;

    public static ImmutableArray<Bound> Of(Agreement agreement)
    {
        var bounds = new Bounds();
        foreach (var definition in agreement.Definitions.Values.Where(d => d.Origin.File == agreement.Origin.File))
        {
            bounds._owner = (definition.Name, definition.Reference, definition.Origin);
            foreach (var reading in definition.Readings)
            {
                bounds.Add(reading.Content);
            }
        }

        foreach (var table in agreement.Tables.Values.Where(t => t.Origin.File == agreement.Origin.File))
        {
            bounds._owner = (table.Name, table.Reference, table.Origin);
            foreach (var row in table.Readings.SelectMany(r => r.Content))
            {
                bounds.Add(row.If);
            }
        }

        foreach (var clause in agreement.Clauses)
        {
            bounds._owner = (clause.Name, clause.Reference, clause.Origin);
            bounds.Add(clause.When);
            foreach (var reading in clause.Readings)
            {
                bounds.Add(reading.Content.While);
                bounds.Add(reading.Content.Sentence);
            }

            bounds.Add(clause.Exceptions);
        }

        return [.. bounds._found.DistinctBy(b => (b.Text, b.Owner)).OrderBy(b => b.Origin.File.Path, StringComparer.Ordinal).ThenBy(b => b.Origin.Span.Start)];
    }

    private void Add(ImmutableArray<ClauseException> exceptions)
    {
        foreach (var exception in exceptions)
        {
            _owner = (exception.Name, exception.Reference, exception.Origin);
            Add(exception.If);
            Add(exception.Sentence);
            Add(exception.Exceptions);
        }
    }

    private void Add(Sentence? sentence)
    {
        if (sentence is null)
        {
            return;
        }

        Add(sentence.Subject.Each);
        switch (sentence.Act)
        {
            case KeepAct keep:
                keep.Lines.ToList().ForEach(Add);
                break;
            case HaveAct have:
                Add(have.Pattern);
                break;
            case DoAct act:
                Add(act.Pattern);
                break;
        }

        Add(sentence.Unless);
        Add(sentence.Otherwise);
    }

    private void Add(Pattern? pattern)
    {
        if (pattern is null)
        {
            return;
        }

        foreach (var role in pattern.Roles)
        {
            Add(role.Argument switch { PatternArgument of => of.Pattern, EachArgument each => each.Pattern, _ => null });
        }

        Add(pattern.Where);
    }

    private void Add(Condition? condition)
    {
        switch (condition)
        {
            case AllCondition all:
                all.Operands.ToList().ForEach(Add);
                break;
            case AnyCondition any:
                any.Operands.ToList().ForEach(Add);
                break;
            case NotCondition not:
                Add(not.Operand);
                break;
            case CompareCondition or RangeCondition or AwayCondition:
                _found.Add(new Bound(condition.Text, _owner.Name, _owner.Reference, _owner.Origin));
                break;
            case ThereCondition there:
                Add(there.Pattern);
                break;
        }
    }
}

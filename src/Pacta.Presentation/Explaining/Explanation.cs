using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>One finding with all that is needed to tell why it is what it is.</summary>
public sealed record Explanation(AgreementFindings Checked, Finding Finding)
{
    /// <summary>The reports that suffice for it; null where that was not looked for, or where it is not certain.</summary>
    public Support? Support { get; init; }

    public Clause? Clause { get; } = ClauseLookup.ClauseOf(Checked.Agreement, Finding);

    public ClauseException? Exception => Clause is { } clause ? ClauseLookup.ExceptionOf(clause, Finding) : null;

    /// <summary>The texts of the article: those of the exception, if the finding is about one that has its own.</summary>
    public ImmutableArray<ClauseText> Texts =>
        Exception is { Remarks.Texts: { Length: > 0 } own } ? own : Clause?.Remarks.Texts ?? [];

    /// <summary>The sentence as the agreement's file has it, one line for each part; with each reading where there are several, in the order of their names.</summary>
    public ImmutableArray<string> Encoded => [.. EncodedLines()];

    /// <summary>What its author took back of what the finding is about or rests on: it is no part of the finding, and is told beside it.</summary>
    public ImmutableArray<TakenBack> TakenBack
    {
        get
        {
            if (Checked.TakenBack.IsEmpty)
            {
                return [];
            }

            var about = new RestsOn(Finding);
            return [.. Checked.TakenBack.Where(t => t.Events.Any(about.Has))];
        }
    }

    private IEnumerable<string> EncodedLines()
    {
        if (Clause is not { } clause)
        {
            yield break;
        }

        if (clause.When is { } when)
        {
            yield return $"when {when.Text}";
        }

        foreach (var reading in clause.Readings.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            if (reading.Name is { } name)
            {
                yield return reading.HeldBy.Length > 0 ? $"reading {name}, held by {string.Join(", ", reading.HeldBy)}:" : $"reading {name}:";
            }

            if (reading.Content.While is { } condition)
            {
                yield return $"while {condition.Text}";
            }

            yield return reading.Content.Sentence.Text;
        }

        foreach (var line in clause.Exceptions.SelectMany(e => Lines(e, clause.Name)))
        {
            yield return line;
        }
    }

    /// <summary>An exception and those that are made to it, each with what it is an exception to.</summary>
    private static IEnumerable<string> Lines(ClauseException exception, string to)
    {
        yield return $"exception {exception.Name} to {to}: if {exception.If.Text}";
        if (exception.Sentence is { } instead)
        {
            yield return $"  {instead.Text}";
        }

        foreach (var line in exception.Exceptions.SelectMany(e => Lines(e, exception.Name)))
        {
            yield return $"  {line}";
        }
    }
}

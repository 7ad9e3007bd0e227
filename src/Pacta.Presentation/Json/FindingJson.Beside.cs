using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Json;

/// <summary>What stands beside findings and is no part of them.</summary>
internal sealed partial class FindingJson
{
    /// <summary>The words of bodies, under every mandate: they are data, and named as whose they are.</summary>
    public void Determinations(string name, ImmutableArray<Determination> determinations)
    {
        json.WriteStartArray(name);
        foreach (var determination in determinations)
        {
            json.WriteStartObject();
            json.WriteString("id", determination.Id);
            json.WriteString("body", determination.Body);
            json.WriteString("date", MomentText.Format(determination.Date));
            json.WriteString("text", determination.Text);
            Text("dissents", determination.Dissents);
            Text("decision", determination.Decision is { } decision ? Names.Of(decision) : null);
            Text("clause", determination.About?.Clause);
            Text("reference", determination.Reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What was reported and stands in no finding; null where only some clauses were asked for.</summary>
    public void NotUsed(string name, UnusedFacts? facts)
    {
        if (facts is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var fact in known.All)
        {
            json.WriteStartObject();
            json.WriteString("id", fact.Id);
            json.WriteString("kind", fact.Kind);
            Texts("time", [.. fact.Times.Select(MomentText.Format)]);
            Text("reason", fact.Why is { } why ? Name(why) : null);
            Texts("arguments", fact.Arguments);
            Reports("reports", fact.Reports);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What authors took back.</summary>
    public void TakenBack(string name, ImmutableArray<TakenBack> taken)
    {
        json.WriteStartArray(name);
        foreach (var back in taken)
        {
            json.WriteStartObject();
            json.WriteString("id", back.Id);
            json.WriteString("source", back.Source);
            Texts("events", back.Events);
            json.WriteString("by", back.By);
            json.WriteBoolean("replaced", back.IsReplaced);
            Range("recorded", back.Recorded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The last grade of each assessor.</summary>
    public void Grades(ImmutableArray<Graded> grades)
    {
        json.WriteStartArray("grades");
        foreach (var grade in grades)
        {
            json.WriteStartObject();
            json.WriteString("target", grade.Target);
            json.WriteString("reliability", $"{grade.Reliability}");
            json.WriteString("credibility", $"{grade.Credibility}");
            json.WriteString("assessor", grade.Assessor);
            json.WriteString("why", grade.Why);
            json.WriteString("record", grade.RecordId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What is on record about incidents.</summary>
    public void Cases(ImmutableArray<Case> cases)
    {
        json.WriteStartArray("cases");
        foreach (var incident in cases)
        {
            json.WriteStartObject();
            json.WriteString("id", incident.Id);
            Text("stage", incident.Stage is { } stage ? Names.Snake(stage) : null);
            Texts("events", incident.Events);
            json.WriteStartArray("steps");
            foreach (var step in incident.Steps)
            {
                json.WriteStartObject();
                json.WriteString("stage", Names.Snake(step.Stage));
                json.WriteString("date", MomentText.Format(step.Date));
                json.WriteString("by", step.By);
                Text("text", step.Text);
                json.WriteString("record", step.RecordId);
                Text("reference", step.Reference);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("replies");
            foreach (var reply in incident.Replies)
            {
                json.WriteStartObject();
                json.WriteString("accused", reply.Accused);
                json.WriteStartArray("said");
                foreach (var answer in reply.Said)
                {
                    json.WriteStartObject();
                    json.WriteString("date", MomentText.Format(answer.Date));
                    json.WriteString("text", answer.Text);
                    json.WriteString("record", answer.RecordId);
                    Text("reference", answer.Reference);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Each declared source, with when it was last heard of and through when it is complete.</summary>
    public void Sources(ImmutableArray<SourceStanding> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("source", source.Source);
            Range("last_on_record", source.LastHeard is { } last ? InstantRange.At(last) : null);
            json.WriteStartArray("complete");
            foreach (var complete in source.Complete)
            {
                json.WriteStartObject();
                json.WriteString("through", MomentText.Format(complete.Through));
                Texts("kinds", complete.Kinds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>How many events there were, as sources counted them; each with the interval that is left.</summary>
    public void Counts(ImmutableArray<Fact> counts)
    {
        json.WriteStartArray("counts");
        foreach (var count in counts)
        {
            json.WriteStartObject();
            json.WriteString("id", count.Id);
            json.WriteString("kind", count.Kind);
            json.WriteString("period", MomentText.Format(count.Time.Alternatives[0].Value));
            json.WriteStartArray("said");
            foreach (var said in count.Counted)
            {
                json.WriteStartObject();
                json.WriteString("report", said.By.Id);
                json.WriteString("source", said.By.Source);
                json.WriteString("number", Composed.Plain(Composed.Of(said.Stated)));
                Number("at_least", said.Remaining.Low);
                Number("at_most", said.Remaining.High);
                Texts("except", [.. said.Except.Select(e => e.What)]);
                Texts("includes", said.Includes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Number(string name, decimal? number)
        {
            if (number is { } known)
            {
                json.WriteNumber(name, known);
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }

    /// <summary>What sources were able to see.</summary>
    public void Coverage(ImmutableArray<Coverage> coverages)
    {
        json.WriteStartArray("coverage");
        foreach (var coverage in coverages)
        {
            json.WriteStartObject();
            json.WriteString("report", coverage.By.Id);
            json.WriteString("source", coverage.By.Source);
            json.WriteString("place", coverage.Area);
            json.WriteString("period", MomentText.Format(coverage.Stated));
            json.WriteString("means", coverage.Means);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

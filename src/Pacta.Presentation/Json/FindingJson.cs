using System.Collections.Immutable;
using System.Text.Json;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Json;

/// <summary>One finding as JSON (schema/pacta-findings-1.schema.json), members always in the same order.</summary>
/// <param name="measures">The units for sentences; the arguments beside them are numbers of root units.</param>
internal sealed partial class FindingJson(Utf8JsonWriter json, TimeWords times, Speech speech, Measures measures, bool withSentences)
{
    private StepWords _words = new(speech, times);

    public void Write(Finding finding)
    {
        _words = StepWords.For(finding, times, speech, measures);
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        WriteSubject(finding);
        WriteParts(finding);
        WriteTimes(finding);
        Range("doubtful_from", finding.DoubtfulFrom is { } doubtful ? InstantRange.At(doubtful) : null);
        WriteReasons(finding);
        WriteReadings(finding);
        WriteLate(finding.WithLate);
        Texts("assumptions", finding.ByReading.Length > 0 ? speech.Notes.Assumed(finding) : [.. speech.Notes.Assumed(finding).Concat(speech.Notes.OnlyUnder(finding)).Order(StringComparer.Ordinal)]);
        Texts("not_counted", speech.Notes.NotCounted([finding]));
        Texts("denials_of_what_nobody_says", speech.Notes.Denied([finding]));
        Texts("unverified", finding.Unverified);
        Reports("reports", finding.Reports);
        Determinations("determinations", finding.Determinations);
        json.WritePropertyName("derivation");
        Step(finding.Derivation);
        json.WriteEndObject();
    }

    /// <summary>A finding by its id, and how it stands.</summary>
    public void WriteStanding(Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        Text("line", finding.Line);
        Text("state", finding.State is { } state ? Names.Of(state) : null);
        States("states", finding.States);
        Text("certainty", finding.IsClaim ? null : Name(finding.Certainty));
        json.WriteBoolean("settled", finding.IsSettled);
        json.WriteEndObject();
    }

    public void LeftOut(string name, ImmutableArray<LeftOut> leftOut)
    {
        json.WriteStartArray(name);
        foreach (var part in leftOut)
        {
            json.WriteStartObject();
            json.WriteString("about", part.About);
            json.WriteString("why", Names.Snake(part.Code));
            json.WriteString("words", speech.LeftOut.Why(part));
            Reports("reports", part.Reports);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void References(string name, ImmutableArray<ReportReference> reports) => Reports(name, reports);

    private void WriteSubject(Finding finding)
    {
        json.WriteString("agreement", finding.Agreement);
        json.WritePropertyName("clause");
        Clause(finding.ClauseName, finding.ClausePath, finding.Reference);
        Status("status", finding.Status);
        Texts("bearers", finding.Bearers);
        json.WriteBoolean("joint", finding.IsJoint);
        json.WriteBoolean("unattributed", finding.IsUnattributed);
        json.WriteBoolean("authors_named", finding.AreAuthorsNamed);
        Text("beneficiary", finding.Beneficiary);
        Texts("trigger", [.. TriggerWords.ForMachines(finding)]);
        Text("line", finding.Line);
    }

    private void WriteParts(Finding finding)
    {
        Text("state", finding.State is { } state ? Names.Of(state) : null);
        States("states", finding.States);
        Text("certainty", finding.IsClaim ? null : Name(finding.Certainty));
        json.WriteBoolean("settled", finding.IsSettled);
        json.WriteString("perspective", finding.Perspective);
        json.WriteBoolean("certainly_not_consistent", finding.IsCertainBreach);
        json.WriteString("words", speech.States.WithClause(finding, speech.Clauses.Short(finding)));
    }

    private void WriteTimes(Finding finding)
    {
        Range("opened", finding.Opened);
        Range("due", finding.Due);
        Changes(finding.Changes);
    }

    private void Changes(ImmutableArray<StateChange> changes)
    {
        json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("state", Names.Of(change.State));
            Range("at", change.At);
            json.WritePropertyName("derivation");
            Step(change.Derivation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What is found where late reports count too; null where they change nothing.</summary>
    private void WriteLate(FindingWithLate? late)
    {
        if (late is null)
        {
            json.WriteNull("with_late_reports");
            return;
        }

        json.WriteStartObject("with_late_reports");
        json.WriteString("admitted_within", $"{late.Within}");
        Reports("late", late.Late);
        States("states", late.Finding?.States ?? []);
        Text("certainty", late.Finding is { } found ? Name(found.Certainty) : null);
        json.WritePropertyName("derivation");
        if (late.Finding is { } with)
        {
            Step(with.Derivation);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private void WriteReadings(Finding finding)
    {
        json.WriteStartArray("by_reading");
        foreach (var (readings, found, isNotInPlay) in finding.ByReading)
        {
            json.WriteStartObject();
            json.WriteStartArray("readings");
            foreach (var reading in readings)
            {
                json.WriteStartObject();
                json.WriteString("of", reading.Of);
                json.WriteString("name", reading.Name);
                Texts("held_by", reading.HeldBy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            States("states", found?.States ?? (isNotInPlay ? [ClauseState.Dormant] : []));
            WriteOwn(found, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What a reading leads to where that is not what the finding itself has: mostly little of it, and nine tenths of all that is written if told each time.</summary>
    private void WriteOwn(Finding? under, Finding finding)
    {
        if (under?.Opened != finding.Opened)
        {
            Range("opened", under?.Opened);
        }

        if (under?.Due != finding.Due)
        {
            Range("due", under?.Due);
        }

        ImmutableArray<StateChange> changes = under?.Changes ?? [];
        if (!StateChange.AreSame(changes, finding.Changes))
        {
            Changes(changes);
        }

        if (under is null)
        {
            json.WriteNull("derivation");
        }
        else if (!under.Derivation.IsSameAs(finding.Derivation))
        {
            json.WritePropertyName("derivation");
            Step(under.Derivation);
        }
    }

    private void WriteReasons(Finding finding)
    {
        json.WriteStartArray("outcomes");
        foreach (var outcome in finding.Outcomes)
        {
            json.WriteStartObject();
            json.WriteStartArray("if");
            foreach (var choice in outcome.If)
            {
                json.WriteStartObject();
                json.WriteString("kind", Name(choice.Kind));
                json.WriteString("subject", TriggerWords.ForMachines(choice.Subject));
                json.WriteString("value", Composed.Plain(choice.Value));
                Reports("reports", choice.Sources);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            States("states", outcome.States);
            json.WriteBoolean("smallest", outcome.IsSmallest);
            if (outcome.OthersAsSmall is { } others)
            {
                json.WriteNumber("others_as_small", others);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteResolution(finding);
        json.WriteStartArray("causes");
        foreach (var cause in finding.Causes)
        {
            json.WriteStartObject();
            json.WriteString("kind", Name(cause.Kind));
            json.WriteString("key", Names.ForMachines(cause.Key));
            json.WriteString("attribute", cause.Attribute);
            json.WriteString("description", speech.Causes.Of(cause));
            Reports("reports", cause.Reports);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteResolution(Finding finding)
    {
        var resolution = finding.Resolution;
        json.WriteStartObject("resolution");
        json.WriteString("method", resolution.IsExact ? "exact" : "bound");
        json.WriteNumber("disputes", resolution.Disputes);
        json.WriteNumber("readings", resolution.Readings);
        if (resolution is { IsExact: true, Ways: { } ways })
        {
            json.WriteNumber("ways", ways);
        }
        else
        {
            json.WriteNull("ways");
        }

        json.WriteString("words", speech.Reasons.Resolution(finding));
        json.WriteEndObject();
    }

    /// <summary>The reports that suffice; null where that was not looked for, or where the finding is not certain.</summary>
    public void Support(string name, Support? support)
    {
        if (support is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Reports("reports", support.Reports);
        Reports("others", support.Others);
        json.WriteBoolean("minimal", support.IsMinimal);
        json.WriteEndObject();
    }

    public void Status(string name, Status status)
    {
        json.WriteStartObject(name);
        json.WriteString("standing", Name(status.Standing));
        json.WriteBoolean("disputed", status.Disputed);
        json.WriteEndObject();
    }

    /// <summary>Which clause it is.</summary>
    public void Clause(string name, string path, string? reference)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("path", path);
        Text("reference", reference);
        json.WriteEndObject();
    }

    public void Texts(string name, ImmutableArray<string> texts) => Texts(name, texts, static text => text);

    public void Text(string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private void States(string name, ImmutableArray<ClauseState> states) => Texts(name, states, Names.Of);

    private void Texts<T>(string name, ImmutableArray<T> items, Func<T, string> text)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(text(item));
        }

        json.WriteEndArray();
    }

    private void Reports(string name, ImmutableArray<ReportReference> reports)
    {
        json.WriteStartArray(name);
        foreach (var report in reports)
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id);
            json.WriteString("source", report.Source);
            json.WriteString("origin", report.Origin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Range(string name, InstantRange? range)
    {
        if (range is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Instant("earliest", known.Earliest);
        Instant("latest", known.Latest);
        json.WriteEndObject();
    }

    /// <summary>The instant, and beside it its date in the agreement's time zone; both null where it is not known.</summary>
    private void Instant(string name, NodaTime.Instant instant)
    {
        var isKnown = times.IsKnown(instant);
        Text(name, isKnown ? $"{Moment.At(instant)}" : null);
        Text(name + "_local_date", isKnown ? times.LocalDate(instant) : null);
    }

    private void Step(Derivation step)
    {
        json.WriteStartObject();
        json.WriteString("step", Names.Of(step.Code));
        Text("truth", step.Code == DerivationCode.Claims ? null : Name(step.Truth));
        Texts("arguments", step.Arguments, step.Code == DerivationCode.Undecided ? Names.OfStates : Names.ForMachines);
        if (withSentences)
        {
            json.WriteString("sentence", _words.Of(step));
        }

        Texts("mentions", step.Mentions, Names.ForMachines);
        Texts("reports", step.Reports, static r => r.Id);
        json.WriteStartArray("because");
        foreach (var below in step.Because)
        {
            Step(below);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => Names.Snake(value);
}

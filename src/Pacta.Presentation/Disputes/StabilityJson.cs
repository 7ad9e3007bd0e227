using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Negotiation.Stability;
using Pacta.Presentation.Json;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Disputes;

/// <summary>The stability of the outcomes of a dispute, for machines (schema/pacta-stability-1.schema.json), members always in the same order. States are numbered from 1.</summary>
public static class StabilityJson
{
    /// <summary>More states than this have no reasons unless they are asked for; verdicts are there for all.</summary>
    private const int MostReasons = 200;

    private const string Schema = "pacta-stability-1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, StabilityQuestion question, StabilityRun run)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(run);
        var (analysis, model) = (question.Analysis, question.Analysis.Model);
        var words = new DisputeWords(model, Speech.Default);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartObject("manifest");
        json.WriteString("pacta", run.Version);
        json.WriteString("command", run.Command);
        json.WriteFiles("files", run.Files);
        json.WriteEndObject();
        json.WriteString("dispute", model.Dispute.Name);
        json.WriteString("title", model.Dispute.Title);
        json.WriteTexts("cites", model.Dispute.Cites);
        json.WriteTexts("parties", model.Dispute.Parties.Select(p => p.Name));
        json.WriteStartArray("options");
        foreach (var option in model.Dispute.Options)
        {
            json.WriteStartObject();
            json.WriteString("name", option.Name);
            json.WriteString("party", words.Party(option.Party));
            json.WriteString("words", option.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteBounds(json, analysis);
        json.WriteStartArray("states");
        for (var state = 0; state < model.States.Length; state++)
        {
            WriteState(json, question, words, state);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBounds(Utf8JsonWriter json, StabilityAnalysis analysis)
    {
        json.WriteStartObject("bounds");
        json.WriteNumber("states", analysis.Model.States.Length);
        json.WriteNumber("most_states", GraphModel.MostStates);
        json.WriteNumber("most_states_with_reasons", MostReasons);
        json.WriteBoolean("coalitions_judged", analysis.JudgesCoalitions);
        json.WriteNumber("most_states_for_coalitions", StabilityAnalysis.MostStatesForCoalitions);
        json.WriteNumber("most_parties_for_coalitions", StabilityAnalysis.MostPartiesForCoalitions);
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, StabilityQuestion question, DisputeWords words, int state)
    {
        var (analysis, model) = (question.Analysis, question.Analysis.Model);
        var isAsked = question.Outcomes.Contains(state);
        var hasReasons = isAsked || (question.Outcomes.IsEmpty && model.States.Length <= MostReasons);
        json.WriteStartObject();
        json.WriteNumber("number", state + 1);
        json.WriteString("name", words.NameOf(state));
        json.WriteString("words", words.MeaningOf(state));
        json.WriteStartArray("combinations");
        foreach (var combination in model.States[state])
        {
            json.WriteStartArray();
            foreach (var option in Enumerable.Range(0, model.Dispute.Options.Length).Where(o => (combination >> o & 1) == 1))
            {
                json.WriteStringValue(words.OptionName(option));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteVerdicts(json, "all_parties", c => analysis.OfState(state, c));
        if (analysis.JudgesCoalitions)
        {
            WriteVerdicts(json, "all_coalitions", c => analysis.OfCoalitions(state, c));
        }
        else
        {
            json.WriteNull("all_coalitions");
        }

        json.WriteStartArray("judged");
        for (var party = 0; party < model.Parties; party++)
        {
            var who = party;
            WriteJudged(json, words, [party], model.Moves[party][state], c => analysis.OfParty(who, state, c), hasReasons ? c => analysis.ReasonOfParty(who, state, c) : null);
        }

        foreach (var coalition in hasReasons ? analysis.Coalitions : [])
        {
            WriteJudged(json, words, StabilityAnalysis.Members(coalition), null, c => analysis.OfCoalition(coalition, state, c), c => analysis.ReasonOfCoalition(coalition, state, c));
        }

        json.WriteEndArray();
        if (question.HasInverse && hasReasons)
        {
            WriteInverse(json, model, words, state);
        }
        else
        {
            json.WriteNull("inverse");
        }

        json.WriteEndObject();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, string name, Func<Concept, Verdict> verdictOf)
    {
        json.WriteStartObject(name);
        foreach (var concept in Enum.GetValues<Concept>())
        {
            json.WriteString(Names.Snake(concept), Names.Snake(verdictOf(concept)));
        }

        json.WriteEndObject();
    }

    private static void WriteJudged(
        Utf8JsonWriter json, DisputeWords words, ImmutableArray<int> who, int[]? moves, Func<Concept, Verdict> verdictOf, Func<Concept, Reason>? reasonOf)
    {
        json.WriteStartObject();
        json.WriteTexts("parties", who.Select(words.Party));
        WriteNumbers(json, "moves", moves);
        WriteVerdicts(json, "verdicts", verdictOf);
        if (reasonOf is null)
        {
            json.WriteNull("reasons");
        }
        else
        {
            json.WriteStartObject("reasons");
            foreach (var concept in Enum.GetValues<Concept>())
            {
                json.WriteStartArray(Names.Snake(concept));
                foreach (var move in reasonOf(concept).Moves)
                {
                    WriteMove(json, words, move);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMove(Utf8JsonWriter json, DisputeWords words, MoveReason move)
    {
        json.WriteStartObject();
        json.WriteNumber("to", move.To + 1);
        if (move.Answer is null)
        {
            json.WriteNull("answer");
        }
        else
        {
            json.WriteStartArray("answer");
            foreach (var step in move.Answer.Steps)
            {
                json.WriteStartObject();
                json.WriteTexts("movers", step.Movers.Select(words.Party));
                json.WriteNumber("to", step.To + 1);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("not_known");
        foreach (var doubt in move.Doubts)
        {
            json.WriteStartObject();
            json.WriteString("party", words.Party(doubt.Party));
            json.WriteNumber("prefers", doubt.First + 1);
            json.WriteNumber("to", doubt.Second + 1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInverse(Utf8JsonWriter json, GraphModel model, DisputeWords words, int state)
    {
        json.WriteStartArray("inverse");
        for (var party = 0; party < model.Parties; party++)
        {
            foreach (var concept in Enum.GetValues<Concept>())
            {
                var condition = Inverse.Of(model, party, state, concept);
                json.WriteStartObject();
                json.WriteString("party", words.Party(party));
                json.WriteString("concept", Names.Snake(concept));
                json.WriteBoolean("exact", condition.IsExact);
                json.WriteNumber("moves", condition.Moves);
                json.WriteNumber("answers", condition.Answers);
                WriteRequirements(json, "needed", condition.Needed);
                WriteRequirements(json, "enough", condition.Enough);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteRequirements(Utf8JsonWriter json, string name, ImmutableArray<Requirement> requirements)
    {
        json.WriteStartArray(name);
        foreach (var requirement in requirements)
        {
            json.WriteStartObject();
            json.WriteNumber("because_of_move_to", requirement.Move + 1);
            json.WriteStartArray("liked_no_better_any_of");
            foreach (var alternative in requirement.Alternatives)
            {
                json.WriteStartArray();
                foreach (var other in alternative)
                {
                    json.WriteNumberValue(other + 1);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, int[]? states)
    {
        if (states is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var state in states)
        {
            json.WriteNumberValue(state + 1);
        }

        json.WriteEndArray();
    }
}

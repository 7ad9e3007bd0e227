using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Presentation.Reading.Plain;

/// <summary>A sentence in plain words: a beginning, and the lines below it where it asks for several things.</summary>
/// <param name="Below">Empty: the sentence is whole without them.</param>
internal sealed record PlainSentence(string Text, ImmutableArray<string> Below);

internal sealed partial class PlainWords
{
    /// <summary>What sets a clause going: "Whenever a party (A) holds an exercise (x) in bay,"; empty where nothing does.</summary>
    public string Trigger(Clause clause)
    {
        if (clause.When is not { } when)
        {
            return string.Empty;
        }

        // Whom only the trigger names is bound if it is a party; where every reading binds it, it can be told at once.
        foreach (var variable in Bearers(clause.Readings[0]).Where(v => clause.Readings.All(r => Bearers(r).Contains(v)) && IsOnlyNamed(v, when)))
        {
            _parties.Add(variable);
        }

        return $"Whenever {Happening(when)},";

        static IEnumerable<string> Bearers(Reading<Rule> reading) => reading.Content.Sentence.Subject.Names.OfType<VariableArgument>().Select(v => v.Variable);
    }

    /// <summary>Is a variable in a role of the trigger by itself, and not the name of a noun?</summary>
    private static bool IsOnlyNamed(string variable, Pattern trigger) => trigger.Variable != variable && !trigger.Roles.Any(r => r.Argument is PatternArgument of && of.Pattern.Variable == variable);

    private string Happening(Pattern when)
    {
        if (when.Noun is BreachNoun breach)
        {
            var by = when.Roles.FirstOrDefault(r => r.Preposition == "by") is { } whose ? $" by {Argument(whose.Argument, Quantity.One, "actor")}" : string.Empty;
            var where = when.Where is { } condition ? $", where {Condition(condition)}" : string.Empty;
            return $"clause {ClauseName(breach.Clause)} is not kept{by}{Introduced(when.Variable)}{Roles(when, Quantity.One, "by")}{where}";
        }

        return _names.Verb(when.Noun) is { } verb && when.Roles.Where(r => r.Preposition == "by").ToList() is [var author]
            ? $"{Argument(author.Argument, Quantity.One, "actor")} {PlainNames.ThirdPerson(verb)} {Pattern(when, Quantity.One, without: "by")}"
            : $"there is {Pattern(when, Quantity.One)}";
    }

    public string While(Condition condition) => $"as long as {Condition(condition)},";

    /// <summary>The sentence of a clause or of an exception, without its <c>otherwise</c>.</summary>
    /// <param name="of">Whose standing tells how it binds.</param>
    /// <param name="trigger">What a time counts from that names nothing.</param>
    public PlainSentence Sentence(Sentence sentence, Status of, string trigger = "that")
    {
        var subject = Subject(sentence.Subject, out var isPlural);
        var modality = Modal(sentence.Modality, of, isPlural);
        switch (sentence.Act)
        {
            case KeepAct { Lines: [AwayCondition { Thing: EachArgument } away] }:
                return new PlainSentence(
                    Whole($"{subject} {modality} keep {Argument(away.Thing, Quantity.One)} {Than(away.Relation)} {Term(away.Distance)} away from {Place(away.From)} at every moment", sentence, trigger), []);
            case KeepAct { Lines: [var line] }:
                return new PlainSentence(Whole($"{subject} {modality} see to it that{(CountsPerPeriod(line) ? string.Empty : " at every moment")} {Kept(line)}", sentence, trigger), []);
            case KeepAct keep:
                var below = keep.Lines.Select(Kept).ToImmutableArray();
                return new PlainSentence(Whole($"{subject} {modality} see to it that{(keep.Lines.Any(CountsPerPeriod) ? string.Empty : " at every moment")} each of the following holds", sentence, trigger), below);
            case HaveAct have:
                var (many, moment) = sentence.Modality == Modality.MustNot ? (Quantity.Any, "at any moment") : (Quantity.One, "at every moment");
                return new PlainSentence(Whole($"{subject} {modality} have, {moment}, {Pattern(have.Pattern, many)}", sentence, trigger), []);
            case DoAct act:
                return new PlainSentence(
                    Whole($"{subject} {modality} {act.Verb} {Pattern(act.Pattern, sentence.Modality == Modality.MustNot ? Quantity.Any : Quantity.One)}", sentence, trigger), []);
            default:
                return new PlainSentence(Quoted(sentence.Text), []);
        }
    }

    /// <summary>What follows where a sentence is not kept.</summary>
    public PlainSentence Otherwise(Sentence sentence, Status of) => Sentence(sentence, of) is var told ? told with { Text = $"Failing that, {told.Text}" } : told;

    private string Whole(string begun, Sentence sentence, string trigger) =>
        begun + Timing(sentence.Timing, trigger) + (sentence.Unless is { } condition ? $", unless {Condition(condition)}" : string.Empty);

    private string Kept(Condition line)
    {
        _isOfEachPeriod = true;
        var told = Condition(line);
        _isOfEachPeriod = false;
        return told;
    }

    private string Subject(Subject subject, out bool isPlural)
    {
        isPlural = subject.Together || subject.Names.Length > 1;
        if (subject.Each is { } each)
        {
            return subject.Together ? $"the {_names.Plural(each.Noun)} together" : Each(each, isOther: false);
        }

        var names = Joined(subject.Names.Select(Bearer), "and");
        return subject.Together ? $"{names} together" : subject.Names.Length > 1 ? $"{names}, each for itself," : names;
    }

    private string Bearer(Argument name) => name switch
    {
        ActorArgument { IsGroup: true } group => _names.Group(group.Name),
        VariableArgument { Variable: var variable } when _anybody.Contains(variable) => $"{variable} (if it is a party)",
        _ => Argument(name, Quantity.One, "actor"),
    };

    /// <summary>
    /// How it binds. A proposal binds nobody and is told in the conditional; of a commitment that is denied it is told that it is said.
    /// </summary>
    private static string Modal(Modality modality, Status of, bool isPlural) => of switch
    {
        { Disputed: true } => (isPlural ? "are" : "is") + modality switch
        {
            Modality.Must => " said to be bound to",
            Modality.MustNot => " said to be bound not to",
            Modality.May => " said to be allowed to",
            _ => " said to have the power to",
        },
        { Standing: Standing.Proposal } => modality switch
        {
            Modality.Must => "would have to",
            Modality.MustNot => "would be bound not to",
            Modality.May => "would be allowed to",
            _ => "would have the power to",
        },
        _ => modality switch
        {
            Modality.Must => "must",
            Modality.MustNot => "must not",
            Modality.May => "may",
            _ => isPlural ? "have the power to" : "has the power to",
        },
    };
}

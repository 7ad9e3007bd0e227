using System.Text.RegularExpressions;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Matching;

/// <summary>What of a clause is compared: how it binds, what it is about, and its words.</summary>
internal sealed partial record ClauseFeatures(Modality Modality, string Act, HashSet<string> Words, string Encoded)
{
    /// <summary>Words that every clause has say nothing about what it asks.</summary>
    private static readonly HashSet<string> Empty =
        ["must", "not", "each", "party", "parties", "other", "of", "to", "by", "in", "at", "the", "a", "is", "than", "as", "from", "all", "any", "and", "or", "where", "keep", "have", "has", "power"];

    public static ClauseFeatures Of(Clause clause)
    {
        var rules = clause.Readings.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => r.Content).ToList();
        var encoded = string.Join(
            '\n',
            rules.Select(r => $"{clause.When?.Text}|{clause.When?.Where?.Text}|{r.While?.Text}|{r.Sentence.Text}|{r.Sentence.Unless?.Text}"));
        var sentence = rules[0].Sentence;
        return new ClauseFeatures(
            sentence.Modality,
            NounOf(sentence.Act),
            [.. Word().Matches(encoded).Select(m => m.Value).Where(w => w.Length > 1 && !Empty.Contains(w))],
            Space().Replace(encoded, " "));
    }

    /// <summary>From 0, nothing in common, to 1: half of it is what is asked, half the words.</summary>
    public double LikenessTo(ClauseFeatures other)
    {
        var all = Words.Union(other.Words).Count();
        var words = all == 0 ? 0 : (double)Words.Intersect(other.Words).Count() / all;
        var kind = (Modality == other.Modality ? 0.2 : 0) + (Act.Length > 0 && Act == other.Act ? 0.3 : 0);
        return kind + (0.5 * words);
    }

    private static string NounOf(Act act) => act switch
    {
        DoAct toDo => toDo.Pattern.Noun.Name,
        HaveAct have => have.Pattern.Noun.Name,
        KeepAct { Lines: [CompareCondition { Left: AggregateTerm counted }, ..] } => counted.Pattern.Noun.Name,
        KeepAct { Lines: [AwayCondition { Thing: EachArgument each }, ..] } => each.Pattern.Noun.Name,
        _ => string.Empty,
    };

    [GeneratedRegex(@"[\p{L}\p{N}_.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}

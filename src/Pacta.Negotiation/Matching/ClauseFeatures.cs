using System.Text.RegularExpressions;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Matching;

/// <summary>By what clauses of the same topic are found: how they bind, what they are about, and their words. It finds pairs; whether two say the same is another question.</summary>
/// <param name="Trigger">What sets the clause going; empty where nothing does.</param>
/// <param name="Texts">The words of the article, two by two, in each language.</param>
internal sealed partial record ClauseFeatures(Modality Modality, string Act, string Trigger, HashSet<string> Words, Dictionary<string, HashSet<string>> Texts)
{
    /// <summary>From here on two texts are versions of one article, whatever was encoded.</summary>
    private const double SameText = 0.5;

    /// <summary>Fewer words of an article, two by two, are no ground to take it for a version of another.</summary>
    private const int ShortText = 5;

    /// <summary>Words that every clause can have say nothing about what it asks.</summary>
    private static readonly HashSet<string> Empty =
    [
        "must", "not", "each", "party", "parties", "other", "of", "to", "by", "in", "at", "the", "a", "is", "than", "as", "from", "all", "any", "and", "or",
        "where", "keep", "have", "has", "power", "number", "total", "most", "least", "more", "less", "no", "later", "earlier", "within", "before", "after",
        "start", "end", "when", "if", "on", "every", "per", "calendar", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
        "may", "together", "only", "during", "there", "was", "until", "effective", "away", "outside", "territory",
    ];

    public static ClauseFeatures Of(Clause clause, Agreement agreement)
    {
        var rules = clause.Readings.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => r.Content).ToList();
        var encoded = string.Join('\n', rules.Select(r => $"{clause.When?.Text} {r.While?.Text} {r.Sentence.Text}"));
        var sentence = rules[0].Sentence;
        return new ClauseFeatures(
            sentence.Modality,
            NounOf(sentence.Act, agreement),
            clause.When is { } trigger ? NounOf(trigger.Noun, agreement) : string.Empty,
            [.. WordsOf(encoded).SelectMany(w => Meant(w, agreement)).Where(w => w.Length > 1 && !char.IsDigit(w[0]) && !Empty.Contains(w))],
            clause.Remarks.Texts
                .GroupBy(t => t.Language ?? string.Empty, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => TwoByTwo(string.Join(' ', g.Select(t => t.Content))), StringComparer.Ordinal));
    }

    /// <summary>How alike what is encoded is, from 0, nothing in common, to 1. A permission and a prohibition of the same are of one topic; the same act after another trigger is of another.</summary>
    public double LikenessTo(ClauseFeatures other)
    {
        var all = Words.Union(other.Words).Count();
        var words = all == 0 ? 0 : (double)Words.Intersect(other.Words).Count() / all;
        var isAboutSame = Act.Length > 0 && Act == other.Act;
        var trigger = Trigger == other.Trigger ? 0.1 : Trigger.Length > 0 && other.Trigger.Length > 0 ? -0.3 : 0;
        return Math.Max(0, (Modality == other.Modality ? 0.1 : 0) + (isAboutSame ? 0.35 : 0) + trigger + (0.45 * words));
    }

    /// <summary>How alike the texts of the articles are, in the language in which they are most alike; 0 where they are no versions of one text.</summary>
    public double TextLikenessTo(ClauseFeatures other)
    {
        var likeness = Texts
            .Where(t => other.Texts.TryGetValue(t.Key, out var text) && Math.Min(t.Value.Count, text.Count) >= ShortText)
            .Select(t => 2.0 * t.Value.Intersect(other.Texts[t.Key]).Count() / (t.Value.Count + other.Texts[t.Key].Count))
            .DefaultIfEmpty(0)
            .Max();
        return likeness >= SameText ? likeness : 0;
    }

    private static HashSet<string> TwoByTwo(string text)
    {
        var words = WordsOf(text).Select(w => w.ToUpperInvariant()).ToList();
        return [.. words.Zip(words.Skip(1), (a, b) => $"{a} {b}")];
    }

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(m => m.Value);

    /// <summary>A define is the words it is made from, so that calling it otherwise makes no clause another one.</summary>
    private static IEnumerable<string> Meant(string word, Agreement agreement)
    {
        var (words, seen) = (new Queue<string>([word]), new HashSet<string>(StringComparer.Ordinal));
        while (words.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if ((agreement.Definitions.GetValueOrDefault(next) ?? agreement.Definitions.Values.FirstOrDefault(d => d.Plural == next)) is not { } definition)
            {
                yield return next;
                continue;
            }

            foreach (var part in definition.Readings.SelectMany(r => WordsOf(r.Content.Text)))
            {
                words.Enqueue(part);
            }
        }
    }

    private static string NounOf(Act act, Agreement agreement) => act switch
    {
        DoAct toDo => NounOf(toDo.Pattern.Noun, agreement),
        HaveAct have => NounOf(have.Pattern.Noun, agreement),
        KeepAct { Lines: [CompareCondition { Left: AggregateTerm counted }, ..] } => NounOf(counted.Pattern.Noun, agreement),
        KeepAct { Lines: [AwayCondition { Thing: EachArgument each }, ..] } => NounOf(each.Pattern.Noun, agreement),
        _ => string.Empty,
    };

    /// <summary>A define is what it is made from: drafts may call the same thing by other words.</summary>
    private static string NounOf(Noun noun, Agreement agreement)
    {
        for (var seen = new HashSet<string>(StringComparer.Ordinal); noun is DefinedNoun && seen.Add(noun.Name) && agreement.Definitions.TryGetValue(noun.Name, out var definition);)
        {
            noun = definition.Readings[0].Content.Noun;
        }

        return noun.Name;
    }

    [GeneratedRegex(@"[\p{L}\p{N}_.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

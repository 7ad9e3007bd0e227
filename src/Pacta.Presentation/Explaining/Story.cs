using Pacta.Model.Findings;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>
/// Derivations told in sentences, each as deep as it lies in its derivation. What one story has told before is not told again: a later
/// derivation that rests on the same steps only names them.
/// </summary>
internal sealed class Story(StepWords words)
{
    /// <summary>Steps side by side beyond this are counted, not told.</summary>
    public const int Most = 12;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public IEnumerable<(int Depth, string Sentence)> Of(Derivation derivation) => Tell(derivation, 0, string.Empty);

    private IEnumerable<(int Depth, string Sentence)> Tell(Derivation step, int depth, string before)
    {
        // A conjunction without words of its own only strings its lines together.
        var isPlain = step is { Code: DerivationCode.All, Arguments: [""] };
        var isNew = _told.Add(Whole(step));
        if (!isPlain)
        {
            var sentence = words.Of(step);
            yield return (depth, before + (isNew || step.Because.Length == 0 ? sentence : Again(step)));
        }

        if (!isNew)
        {
            yield break;
        }

        var inner = isPlain ? depth : depth + 1;
        var because = StepWords.NegatedOf(step)?.Because ?? step.Because;
        for (var i = 0; i < Math.Min(because.Length, Most); i++)
        {
            foreach (var line in Tell(because[i], inner, Branch(step, i)))
            {
                yield return line;
            }
        }

        if (because.Length > Most)
        {
            yield return (inner, words.Phrases.Say("story.more", $"{because.Length - Most}"));
        }
    }

    /// <summary>The sentence of a step that was told before; nothing follows it.</summary>
    private string Again(Derivation step) => step.Code == DerivationCode.Undecided
        ? words.Of(step, isToldAbove: true)
        : words.Phrases.Say("story.again", words.Of(step).TrimEnd('.'));

    /// <summary>Something undecided has three parts: what is not known, what follows if it is so, and what if it is not.</summary>
    private string Branch(Derivation step, int index) => step is { Code: DerivationCode.Undecided, Because.Length: 3 }
        ? index switch
        {
            1 => words.Phrases.Say("story.if_so"),
            2 => words.Phrases.Say("story.if_not"),
            _ => string.Empty,
        }
        : string.Empty;

    /// <summary>A step with all below it, as a text that is equal for equal ones.</summary>
    private string Whole(Derivation step) => words.Of(step) + "(" + string.Concat(step.Because.Select(Whole)) + ")";
}

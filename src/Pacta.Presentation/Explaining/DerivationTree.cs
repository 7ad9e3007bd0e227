using System.Globalization;
using System.Text;
using Pacta.Model.Findings;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>A derivation drawn as a tree: the truth of each step, its kind, what it names, and the reports it cites.</summary>
internal sealed class DerivationTree(StepWords words)
{
    public IEnumerable<string> Lines(Derivation derivation, int width) =>
        Draw(derivation, string.Empty, string.Empty, width, new HashSet<string>(StringComparer.Ordinal));

    private IEnumerable<string> Draw(Derivation step, string first, string rest, int width, HashSet<string> drawn)
    {
        var isNew = step.Because.Length == 0 || drawn.Add(Whole(step));
        var hanging = rest + (step.Because.Length > 0 && isNew ? "│   " : "    ");
        foreach (var line in Wrapping.Hanging(Label(step) + (isNew ? string.Empty : words.Phrases.Say("tree.as_above")), first, hanging, Math.Max(width, hanging.Length + 20)))
        {
            yield return line;
        }

        if (!isNew)
        {
            yield break;
        }

        var shown = Math.Min(step.Because.Length, Story.Most);
        for (var i = 0; i < shown; i++)
        {
            var isLast = i == step.Because.Length - 1;
            foreach (var line in Draw(step.Because[i], rest + (isLast ? "└ " : "├ "), rest + (isLast ? "  " : "│ "), width, drawn))
            {
                yield return line;
            }
        }

        if (step.Because.Length > shown)
        {
            yield return $"{rest}└ {words.Phrases.Say("tree.more", $"{step.Because.Length - shown}")}";
        }
    }

    private string Whole(Derivation step) => Label(step) + "(" + string.Concat(step.Because.Select(Whole)) + ")";

    private string Label(Derivation step)
    {
        var text = new StringBuilder();
        text.Append(StepWords.Mark(step.Truth)).Append(' ').Append(words.NameOf(step.Code));
        var named = words.ArgumentsOf(step);
        if (named.Length > 0)
        {
            text.Append(": ").Append(named);
        }

        if (step.Reports.Length > 0)
        {
            text.Append(" [").Append(string.Join(", ", step.Reports.Take(Story.Most).Select(r => r.Id)));
            text.Append(step.Reports.Length > Story.Most ? string.Create(CultureInfo.InvariantCulture, $" and {step.Reports.Length - Story.Most} more]") : "]");
        }

        return text.ToString();
    }
}

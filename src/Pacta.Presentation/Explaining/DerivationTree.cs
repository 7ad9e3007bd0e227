using System.Collections.Immutable;
using System.Text;
using Pacta.Model.Findings;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Explaining;

/// <summary>A step of a derivation in its tree.</summary>
/// <param name="More">How many alike steps below are counted instead of shown.</param>
internal sealed record TreeNode(string Label, ImmutableArray<TreeNode> Below, int More);

/// <summary>
/// A derivation drawn as a tree: the truth of each step, its kind, what it names, and the reports it cites. What was drawn before is named, not
/// drawn again.
/// </summary>
internal sealed class DerivationTree(StepWords words)
{
    public IEnumerable<string> Lines(Derivation derivation, int width) => Draw(Of(derivation), string.Empty, string.Empty, width);

    public TreeNode Of(Derivation derivation) => Node(derivation, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>What is counted instead of shown, in words.</summary>
    public string MoreOf(TreeNode node) => words.Phrases.Say("tree.more", $"{node.More}");

    private TreeNode Node(Derivation step, HashSet<string> drawn) =>
        step.Because.Length > 0 && !drawn.Add(Whole(step))
            ? new TreeNode(Label(step) + words.Phrases.Say("tree.as_above"), [], 0)
            : new TreeNode(Label(step), [.. step.Because.Take(Story.Most).Select(s => Node(s, drawn))], Math.Max(0, step.Because.Length - Story.Most));

    private IEnumerable<string> Draw(TreeNode node, string first, string rest, int width)
    {
        var hanging = rest + (node.Below.Length > 0 ? "│   " : "    ");
        foreach (var line in Wrapping.Hanging(node.Label, first, hanging, Math.Max(width, hanging.Length + 20)))
        {
            yield return line;
        }

        for (var i = 0; i < node.Below.Length; i++)
        {
            var isLast = i == node.Below.Length - 1 && node.More == 0;
            foreach (var line in Draw(node.Below[i], rest + (isLast ? "└ " : "├ "), rest + (isLast ? "  " : "│ "), width))
            {
                yield return line;
            }
        }

        if (node.More > 0)
        {
            yield return $"{rest}└ {MoreOf(node)}";
        }
    }

    private string Whole(Derivation step) => Label(step) + "(" + string.Concat(step.Because.Select(Whole)) + ")";

    private string Label(Derivation step)
    {
        var text = new StringBuilder();
        var (name, named) = (words.NameOf(step.Code), words.ArgumentsOf(step));
        text.Append(words.Mark(step.Truth)).Append(named.Length > 0 ? words.Phrases.Say("tree.named", name, named) : name);

        if (step.Reports.Length > 0)
        {
            var ids = string.Join(", ", step.Reports.Take(Story.Most).Select(r => r.Id));
            text.Append(" [").Append(step.Reports.Length > Story.Most ? words.Phrases.Say("tree.more_reports", ids, $"{step.Reports.Length - Story.Most}") : ids).Append(']');
        }

        return text.ToString();
    }
}

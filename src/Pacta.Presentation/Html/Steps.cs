using Pacta.Model.Findings;
using Pacta.Presentation.Explaining;

namespace Pacta.Presentation.Html;

/// <summary>Derivations as nested lists: as sentences, and as a tree.</summary>
internal static class Steps
{
    /// <summary>Sentences, each in a list as deep as it lies in its derivation.</summary>
    public static void Write(HtmlWriter html, IEnumerable<(int Depth, string Sentence)> story)
    {
        var open = new Stack<HtmlWriter.OpenElement>();
        var depth = -1;
        foreach (var (at, sentence) in story)
        {
            // A list for each level deeper and an item for the sentence; closed again on the way back.
            var level = Math.Min(at, depth + 1);
            while (depth >= level + 1)
            {
                open.Pop().Dispose();
                open.Pop().Dispose();
                depth--;
            }

            if (depth == level)
            {
                open.Pop().Dispose();
            }
            else
            {
                open.Push(html.In("ul", ("class", "steps")));
                depth = level;
            }

            open.Push(html.In("li", ("dir", "auto")));
            html.Text(sentence);
        }

        while (open.TryPop(out var element))
        {
            element.Dispose();
        }
    }

    public static void WriteTree(HtmlWriter html, DerivationTree tree, Derivation derivation)
    {
        using (html.In("ul", ("class", "tree")))
        {
            WriteNode(html, tree, tree.Of(derivation));
        }
    }

    private static void WriteNode(HtmlWriter html, DerivationTree tree, TreeNode node)
    {
        using (html.In("li", ("dir", "auto")))
        {
            html.Text(node.Label);
            if (node.Below.Length == 0 && node.More == 0)
            {
                return;
            }

            using (html.In("ul"))
            {
                foreach (var below in node.Below)
                {
                    WriteNode(html, tree, below);
                }

                if (node.More > 0)
                {
                    html.Element("li", tree.MoreOf(node));
                }
            }
        }
    }
}

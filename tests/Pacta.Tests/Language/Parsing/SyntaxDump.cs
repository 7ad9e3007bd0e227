using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Pacta.Language.Syntax;

namespace Pacta.Tests.Language.Parsing;

/// <summary>A tree as text, with everything but the spans: two trees are the same if their texts are.</summary>
internal static class SyntaxDump
{
    public static string Of(SyntaxNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("nothing\n");
                break;
            case Identifier name:
                text.Append(name.Text).Append('\n');
                break;
            case StringLiteral literal:
                text.Append('"').Append(literal.Value).Append("\"\n");
                break;
            case SyntaxNode node:
                WriteNode(text, node, depth);
                break;
            case IEnumerable items when value is not string:
                text.Append('\n');
                foreach (var item in items)
                {
                    text.Append(' ', depth + 2).Append("- ");
                    Write(text, item, depth + 2);
                }

                break;
            default:
                text.Append(FormattableString.Invariant($"{value}\n"));
                break;
        }
    }

    private static void WriteNode(StringBuilder text, SyntaxNode node, int depth)
    {
        text.Append(node.GetType().Name).Append('\n');
        foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // What a node is made of are the parameters of its record; the rest is computed from them.
            if (property.Name != nameof(SyntaxNode.Span) && property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true)
            {
                text.Append(' ', depth + 2).Append(property.Name).Append(": ");
                Write(text, property.GetValue(node), depth + 2);
            }
        }
    }
}

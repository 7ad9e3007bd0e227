using System.Collections.Immutable;
using System.Globalization;
using Pacta.Language.Syntax;
using Pacta.Model.Text;

namespace Pacta.Language.Printing;

/// <summary>Writes nodes of the tree. This part: items, blocks, comments, names and literals.</summary>
internal sealed partial class SyntaxWriter(Layout layout, CommentFeed comments)
{
    public override string ToString() => layout.ToString();

    public void File(FileSyntax file)
    {
        DeclarationSyntax? previous = null;
        foreach (var item in file.Items)
        {
            if (!comments.HasSource && previous is not null && (item is not SourceSyntax || previous is not SourceSyntax))
            {
                layout.BlankLine();
            }

            Item(item, () => Declaration(item));
            previous = item;
        }

        CommentsBefore(int.MaxValue);
    }

    /// <summary>An item on lines of its own, after the comments before it and with the one behind it.</summary>
    private void Item(SyntaxNode node, Action write)
    {
        CommentsBefore(node.Span.Start);
        if (comments.HasBlankLineBefore(node.Span.Start))
        {
            layout.BlankLine();
        }

        write();
        CommentBehind(node.Span.End);
        layout.EndLine();
    }

    private void CommentBehind(int end)
    {
        if (comments.TakeBehind(end) is { } comment)
        {
            layout.Remark(comments.TextOf(comment));
        }
    }

    private void CommentsBefore(int offset)
    {
        while (comments.TakeBefore(offset) is { } comment)
        {
            if (comments.HasBlankLineBefore(comment.Start))
            {
                layout.BlankLine();
            }

            layout.RemarkLine(comments.TextOf(comment));
        }
    }

    /// <summary>Braces with lines between them. The line with the opening brace has been begun.</summary>
    private void Block(TextSpan span, Action lines)
    {
        layout.Write(" {");
        layout.EndLine();
        layout.Deeper();
        lines();
        CommentsBefore(span.End);
        layout.Shallower();
        layout.Write('}');
    }

    /// <summary>
    /// Braces with one short item between them stay on one line. <paramref name="head"/> has been written; what it holds counts for the
    /// length of the line.
    /// </summary>
    private bool OnOneLine(TextSpan span, string head, Action<SyntaxWriter> item)
    {
        if (comments.HasCommentIn(span))
        {
            return false;
        }

        var text = Flat(item);
        if (text.Contains('\n', StringComparison.Ordinal) || layout.Indent + head.Length + text.Length + 5 > Layout.Width)
        {
            return false;
        }

        Write($"{head} {{ {text} }}");
        return true;
    }

    /// <summary>What <paramref name="write"/> writes, with no line broken because it is long and without the last line end.</summary>
    private static string Flat(Action<SyntaxWriter> write)
    {
        var writer = new SyntaxWriter(new Layout(int.MaxValue), new CommentFeed(null));
        write(writer);
        return writer.ToString().TrimEnd('\n');
    }

    private void Write(string text) => layout.Write(text);

    private void List<T>(ImmutableArray<T> items, Action<T> write)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                Write(", ");
            }

            write(items[i]);
        }
    }

    private void Names(ImmutableArray<Identifier> names) => List(names, n => Write(n.Text));

    /// <summary>A name after a blank, if there is one.</summary>
    private void Optional(string before, Identifier? name)
    {
        if (name is not null)
        {
            Write(before);
            Write(name.Text);
        }
    }

    private void Optional(StringLiteral? text)
    {
        if (text is not null)
        {
            Write(' ' + Quoted(text));
        }
    }

    private static string Quoted(StringLiteral text) => $"\"{text.Value}\"";

    /// <summary>Underscores part the thousands.</summary>
    private static string Number(NumberLiteral number)
    {
        var text = number.Value.ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text.Length : point;
        for (var at = whole - 3; at > 0; at -= 3)
        {
            text = text.Insert(at, "_");
        }

        return text;
    }

    private static string Moment(MomentLiteral moment)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{moment.Year:0000}-{moment.Month:00}");
        if (moment.Day is { } day)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"-{day:00}");
        }

        return moment is { Hour: { } hour, Minute: { } minute } ? text + string.Create(CultureInfo.InvariantCulture, $" {hour:00}:{minute:00}") : text;
    }
}

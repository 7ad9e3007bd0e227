using Pacta.Language.Syntax;
using Pacta.Model.Text;

namespace Pacta.Language.Printing;

/// <summary>Writes a syntax tree as text: the one canonical form, two blanks a level, one item a line.</summary>
public static class Printer
{
    /// <summary>
    /// The text of <paramref name="file"/>; reading it again gives the same tree but for the spans. Printing what was printed changes
    /// nothing. With <paramref name="source"/>, the text from which the tree was read, its comments are kept, and so is a blank line
    /// wherever it has one or more between two items; without it there are no comments.
    /// </summary>
    /// <remarks>
    /// A comment stays before or behind its item. One inside a sentence that spans lines moves behind the sentence.
    /// </remarks>
    public static string Print(FileSyntax file, SourceText? source = null)
    {
        var writer = new SyntaxWriter(new Layout(), new CommentFeed(source));
        writer.File(file);
        return writer.ToString();
    }
}

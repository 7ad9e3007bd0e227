using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Reading.Document;

/// <summary>A document to read as Markdown, in what all dialects of it share and with tables in pipes. Whatever an agreement says stays text.</summary>
internal static partial class ReadMarkdown
{
    public static void Write(TextWriter output, ReadDocument document)
    {
        output.Write($"# {Text(document.Title)}\n");
        Write(output, document.Blocks);
    }

    private static void Write(TextWriter output, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            output.Write("\n");
            switch (block)
            {
                case HeadingBlock heading:
                    output.Write($"{new string('#', Math.Min(heading.Level, 6))} {Text(heading.Text)}\n");
                    break;
                case TextBlock text:
                    output.Write(text.Form switch
                    {
                        TextForm.Quotation => $"> {Text(text.Text)}\n",
                        TextForm.Sentence => $"{Text(text.Text)}\n",
                        TextForm.Label => $"**{Text(text.Text)}**\n",
                        TextForm.Mark => $"**{Text(text.Text)}**\n",
                        TextForm.Remark => $"*{Text(text.Text)}*\n",
                        _ => $"{Text(text.Text)}\n",
                    });
                    break;
                case FactsBlock facts:
                    foreach (var (name, value) in facts.Facts)
                    {
                        output.Write($"- {Text(name)}: {Text(value)}\n");
                    }

                    break;
                case ListBlock list:
                    Items(output, list.Items, string.Empty);
                    break;
                case CodeBlock code:
                    Code(output, code.Text);
                    break;
                case TableBlock { Rows.Length: > 1 } table:
                    Table(output, table);
                    break;
                case ColumnsBlock columns:
                    for (var i = 0; i < columns.Columns.Length; i++)
                    {
                        output.Write($"{(i > 0 ? "\n" : string.Empty)}**{Text(columns.Columns[i].Title)}**\n");
                        Write(output, columns.Columns[i].Blocks);
                    }

                    break;
            }
        }
    }

    private static void Items(TextWriter output, ImmutableArray<ListItem> items, string margin)
    {
        foreach (var item in items)
        {
            output.Write($"{margin}- {Text(item.Text)}\n");
            Items(output, item.Below, margin + "  ");
        }
    }

    /// <summary>Within a fence that is longer than any in the code.</summary>
    private static void Code(TextWriter output, string code)
    {
        var longest = Ticks().Matches(code).Select(m => m.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        output.Write($"{fence}text\n{Characters.Fit(code)}\n{fence}\n");
    }

    private static void Table(TextWriter output, TableBlock table)
    {
        for (var i = 0; i < table.Rows.Length; i++)
        {
            output.Write($"| {string.Join(" | ", table.Rows[i].Select(c => string.Join("<br>", c.Split('\n').Select(Text))))} |\n");
            if (i == 0)
            {
                output.Write($"|{string.Concat(table.Rows[0].Select(_ => " --- |"))}\n");
            }
        }
    }

    /// <summary>One line of text, in which signs that mean something in Markdown or HTML are escaped.</summary>
    private static string Text(string text)
    {
        var line = string.Join(' ', Characters.Fit(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var escaped = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '\\' or '`' or '*' or '[' or ']' or '|' or '~' or '$':
                    escaped.Append('\\').Append(line[i]);
                    break;
                case '_' when i == 0 || i == line.Length - 1 || !char.IsLetterOrDigit(line[i - 1]) || !char.IsLetterOrDigit(line[i + 1]):
                    escaped.Append("\\_");
                    break;
                case '#' or '+' or '-' or '=' when i == 0:
                    escaped.Append('\\').Append(line[i]);
                    break;
                case '.' or ')' when i > 0 && line[..i].All(char.IsAsciiDigit):
                    escaped.Append('\\').Append(line[i]);
                    break;
                default:
                    escaped.Append(line[i]);
                    break;
            }
        }

        return escaped.ToString();
    }

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Ticks();
}

using System.Collections.Immutable;
using System.Globalization;
using Pacta.Presentation.Office;

namespace Pacta.Presentation.Reading.Document;

/// <summary>A document to read for a word processor (.docx): headings to jump to, tables whose first row is marked, text and clause side by side in a table.</summary>
internal static class ReadDocx
{
    /// <summary>Deeper headings than a word processor's outline is asked for here.</summary>
    private const int MostLevels = 4;

    public static void Write(Stream output, ReadDocument document) =>
        WordDocument.Write(output, document.Title, document.Language, word =>
        {
            word.Paragraph(document.Title, "Title");
            Write(word, document.Blocks, depth: 0);
        });

    private static void Write(WordWriter word, ImmutableArray<Block> blocks, int depth)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    word.Paragraph(heading.Text, "Heading" + Math.Min(heading.Level - 1, MostLevels).ToString(CultureInfo.InvariantCulture));
                    break;
                case TextBlock text:
                    word.Paragraph(Told(text), text.Form switch { TextForm.Quotation => "Quote", TextForm.Label => "Label", TextForm.Remark => "Remark", _ => "Normal" });
                    break;
                case FactsBlock facts:
                    foreach (var (name, value) in facts.Facts)
                    {
                        word.Paragraph($"{name}: {value}", "Normal");
                    }

                    break;
                case ListBlock list:
                    Items(word, list.Items, depth);
                    break;
                case CodeBlock code:
                    word.Paragraph(code.Text, "Code");
                    break;
                case TableBlock { Rows.Length: > 1 } table:
                    word.Table(table.Caption, table.Rows[0], [.. table.Rows.Skip(1).Select(r => (r, ImmutableArray<string>.Empty))]);
                    break;
                case ColumnsBlock columns:
                    word.Table(
                        columns.Caption,
                        [.. columns.Columns.Select(c => c.Title)],
                        [([.. columns.Columns.Select(c => string.Join('\n', c.Blocks.SelectMany(Lines)))], ImmutableArray<string>.Empty)]);
                    break;
            }
        }
    }

    private static string Told(TextBlock text) => text.Form == TextForm.Quotation ? $"“{text.Text}”" : text.Text;

    /// <summary>Items below others are set in by their dashes: so they stay readable wherever they are copied to.</summary>
    private static void Items(WordWriter word, ImmutableArray<ListItem> items, int depth)
    {
        foreach (var item in items)
        {
            word.Paragraph($"{new string('\u2003', depth)}– {item.Text}", "Normal");
            Items(word, item.Below, depth + 1);
        }
    }

    /// <summary>What a cell holds, line by line.</summary>
    private static IEnumerable<string> Lines(Block block) => block switch
    {
        TextBlock text => [Told(text)],
        ListBlock list => list.Items.SelectMany(i => Lines(i, 0)),
        CodeBlock code => code.Text.Split('\n'),
        FactsBlock facts => facts.Facts.Select(f => $"{f.Name}: {f.Value}"),
        _ => [],
    };

    private static IEnumerable<string> Lines(ListItem item, int depth) => item.Below.SelectMany(b => Lines(b, depth + 1)).Prepend($"{new string('\u2003', depth)}– {item.Text}");
}

using System.Collections.Immutable;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Reading.Document;

/// <summary>A document to read on a screen: what stands side by side on paper stands one below the other.</summary>
internal static class ReadText
{
    public static void Write(TextWriter output, ReadDocument document, Screen screen)
    {
        var page = new Page(output, screen);
        page.Title(document.Title);
        Write(page, screen, document.Blocks, "  ");
    }

    private static void Write(Page page, Screen screen, ImmutableArray<Block> blocks, string margin)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    page.Line();
                    page.Line(screen.Strong($"{new string('#', heading.Level - 1)} {Characters.Fit(heading.Text)}"));
                    break;
                case TextBlock text:
                    page.Paragraph(text.Form switch
                    {
                        TextForm.Quotation => $"“{text.Text}”",
                        TextForm.Label => $"{text.Text}:",
                        TextForm.Mark => $"! {text.Text}",
                        _ => text.Text,
                    }, margin);
                    break;
                case FactsBlock facts:
                    foreach (var (name, value) in facts.Facts)
                    {
                        page.Paragraph($"{name}: {value}", margin);
                    }

                    break;
                case ListBlock list:
                    Items(page, list.Items, margin + "  ");
                    break;
                case CodeBlock code:
                    foreach (var line in Characters.Fit(code.Text).Split('\n'))
                    {
                        page.Line($"{margin}    {line}".TrimEnd());
                    }

                    break;
                case TableBlock { Rows.Length: > 1 } table:
                    Table(page, table);
                    break;
                case ColumnsBlock columns:
                    foreach (var column in columns.Columns)
                    {
                        page.Paragraph($"{column.Title}:", margin);
                        Write(page, screen, column.Blocks, margin + "  ");
                    }

                    break;
            }
        }
    }

    private static void Items(Page page, ImmutableArray<ListItem> items, string margin)
    {
        foreach (var item in items)
        {
            page.Paragraph(item.Text, margin + "- ");
            Items(page, item.Below, margin + "  ");
        }
    }

    private static void Table(Page page, TableBlock table)
    {
        ImmutableArray<IReadOnlyList<string>> all = [.. table.Rows];
        var widths = Columns.Widths(all, page.Width - 2);
        foreach (var line in all.SelectMany(r => Columns.Lines(r, widths)))
        {
            page.Line("  " + line);
        }
    }
}

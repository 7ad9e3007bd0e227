using System.Collections.Immutable;
using Pacta.Presentation.Pictures;

namespace Pacta.Presentation.Reading.Document;

/// <summary>A document to read, as parts that every form of it lays out in its own way.</summary>
/// <param name="Language">Of the titles and labels (ISO 639-1).</param>
internal sealed record ReadDocument(string Title, string Language, ImmutableArray<Block> Blocks);

internal abstract record Block;

/// <param name="Level">From 2; the title of the document is 1.</param>
/// <param name="Anchor">By which links find it; empty: none lead there.</param>
internal sealed record HeadingBlock(int Level, string Text, string Anchor) : Block;

internal enum TextForm
{
    Plain,

    /// <summary>Words of the agreement itself.</summary>
    Quotation,

    /// <summary>A clause in plain words.</summary>
    Sentence,

    /// <summary>What is in between: "As written", "In plain words".</summary>
    Label,
    Remark,

    /// <summary>What nobody has confirmed.</summary>
    Mark,
}

/// <param name="Language">Where it is another than that of the document; null: the same.</param>
internal sealed record TextBlock(string Text, TextForm Form, string? Language = null) : Block;

/// <summary>Facts beside their names.</summary>
internal sealed record FactsBlock(ImmutableArray<(string Name, string Value)> Facts) : Block;

/// <summary>A list, and lists in it.</summary>
/// <param name="Language">As for text.</param>
internal sealed record ListBlock(ImmutableArray<ListItem> Items, string? Language = null) : Block;

internal sealed record ListItem(string Text, ImmutableArray<ListItem> Below)
{
    public ListItem(string text)
        : this(text, [])
    {
    }
}

/// <param name="Rows">The first row is of headings. A line end in a cell is one on the page.</param>
/// <param name="HasRowHeaders">The first cell of a row says what it is about.</param>
internal sealed record TableBlock(string Caption, ImmutableArray<ImmutableArray<string>> Rows, bool HasRowHeaders) : Block;

/// <summary>A picture of what an agreement draws; only pages have it.</summary>
/// <param name="Name">Of the picture: no other of the document has it.</param>
internal sealed record PictureBlock(PictureContent Content, string Name) : Block;

/// <summary>Code of the agreement language.</summary>
internal sealed record CodeBlock(string Text) : Block;

/// <summary>Columns side by side, where there is room: the text beside the clause, rival readings beside each other.</summary>
/// <param name="Caption">What the columns are of, for those who hear the page.</param>
internal sealed record ColumnsBlock(string Caption, ImmutableArray<Column> Columns) : Block;

internal sealed record Column(string Title, ImmutableArray<Block> Blocks);

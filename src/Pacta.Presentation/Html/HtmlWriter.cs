using System.Collections.Frozen;

namespace Pacta.Presentation.Html;

/// <summary>
/// Writes HTML that is well-formed XML as well, element by element. Elements close themselves at the end of a <c>using</c>; all text and all
/// attributes are encoded. There is no way to write markup that is not made here, but for the style sheet.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>No line end after these: it would be a blank in a sentence.</summary>
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(StringComparer.Ordinal, "a", "b", "code", "del", "ins", "q", "small", "span", "strong", "title");

    private readonly Stack<string> _open = new();

    /// <summary>What may be wider than the screen: it then scrolls by itself, with the keyboard as well.</summary>
    public OpenElement Wide(string label) => In("div", ("class", "wide"), ("role", "group"), ("tabindex", "0"), ("aria-label", label));

    /// <summary>Opens an element that ends with the <c>using</c>. An attribute without a value is left out.</summary>
    public OpenElement In(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        output.Write('>');
        _open.Push(name);
        return new OpenElement(this);
    }

    /// <summary>An element with nothing but text in it.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (In(name, attributes))
        {
            Text(text);
        }
    }

    /// <summary>An element without content: <c>meta</c>, and the shapes of a drawing.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        output.Write("/>\n");
    }

    public void Text(string text) => output.Write(HtmlText.Encode(text));

    public void DocumentType() => output.Write("<!DOCTYPE html>\n");

    /// <summary>A style sheet of our own, as it is.</summary>
    public void Style(string sheet) => output.Write($"<style>\n{sheet}</style>\n");

    private void Tag(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                output.Write($" {attribute}=\"{HtmlText.Encode(value)}\"");
            }
        }
    }

    private void Close()
    {
        var name = _open.Pop();
        output.Write($"</{name}>");
        if (!Inline.Contains(name))
        {
            output.Write('\n');
        }
    }

    /// <summary>An element that waits for its end.</summary>
    public readonly struct OpenElement(HtmlWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}

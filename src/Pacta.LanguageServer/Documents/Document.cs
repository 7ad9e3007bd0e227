using Pacta.Language.Compilation;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Text;
using Range = Pacta.LanguageServer.Protocol.Range;

namespace Pacta.LanguageServer.Documents;

/// <summary>
/// One text as it is at one moment: of a file on disk, or as it stands in an editor, saved or not. It never changes; the next key stroke makes another one. What it
/// takes to read it is done when somebody asks, and once.
/// </summary>
internal sealed class Document
{
    private readonly Lazy<LineMap> _lines;
    private readonly Lazy<ParsedFile> _parsed;
    private readonly Lazy<FileNames> _names;

    /// <param name="version">As the editor counts them; null for a file that is not open.</param>
    public Document(string path, string uri, string text, int? version)
    {
        Path = path;
        Uri = uri;
        Version = version;
        Source = new SourceText(path, text);
        _lines = new Lazy<LineMap>(() => new LineMap(text));
        _parsed = new Lazy<ParsedFile>(() => ParsedFile.Of(Source));
        _names = new Lazy<FileNames>(() => FileNames.Of(Parsed));
    }

    public string Path { get; }

    public string Uri { get; }

    public int? Version { get; }

    public bool IsOpen => Version is not null;

    public SourceText Source { get; }

    public string Text => Source.Content;

    public LineMap Lines => _lines.Value;

    public ParsedFile Parsed => _parsed.Value;

    /// <summary>What it declares for others and what it speaks of.</summary>
    public FileNames Names => _names.Value;

    public Range RangeOf(TextSpan span) => Lines.RangeOf(span);

    public Location LocationOf(TextSpan span) => new(Uri, RangeOf(span));

    /// <summary>The text after changes, each of which counts on those before it.</summary>
    public Document With(IEnumerable<ContentChange> changes, int version)
    {
        var text = Text;
        var lines = Lines;
        foreach (var change in changes)
        {
            if (change.Range is { } range)
            {
                var span = lines.SpanOf(range);
                text = string.Concat(text.AsSpan(0, span.Start), change.Text, text.AsSpan(span.End));
            }
            else
            {
                text = change.Text;
            }

            lines = new LineMap(text);
        }

        return new Document(Path, Uri, text, version);
    }
}

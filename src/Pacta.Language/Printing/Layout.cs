using System.Text;
using Pacta.Language.Lexing;

namespace Pacta.Language.Printing;

/// <summary>
/// Lines and their indentation. A line that grows too long is broken before a joining word or behind a comma, where reading goes on. Lines that follow one another
/// and have columns stand with their columns under each other.
/// </summary>
internal sealed class Layout(int width = Layout.Width)
{
    /// <summary>Between two columns: one blank at least, as behind a keyword.</summary>
    public const char Column = '\u0001';

    /// <summary>Two blanks at least, as in a table.</summary>
    public const char WideColumn = '\u0002';

    /// <summary>How many columns a line may have before it is broken.</summary>
    public const int Width = 120;

    private const int Step = 2;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private readonly List<ColumnLine> _columns = [];
    private string? _remark;

    public int Indent { get; private set; }

    /// <summary>Nothing has been written in the block so far; a blank line would be odd here.</summary>
    public bool IsAtStartOfBlock { get; private set; } = true;

    public void Deeper() => Indent += Step;

    public void Shallower() => Indent -= Step;

    public void Write(string text) => _line.Append(text);

    public void Write(char c) => _line.Append(c);

    /// <summary>Puts a comment behind the line.</summary>
    public void Remark(string comment) => _remark = comment;

    /// <summary>Writes the comment on a line of its own.</summary>
    public void RemarkLine(string comment)
    {
        EndLine();
        EndColumns();
        Append(Indent, comment);
        IsAtStartOfBlock = false;
    }

    public void BlankLine()
    {
        EndColumns();
        if (!IsAtStartOfBlock)
        {
            _text.Append('\n');
        }
    }

    /// <summary>Ends the line, if there is one.</summary>
    public void EndLine()
    {
        if (_line.Length == 0)
        {
            return;
        }

        var line = _line.ToString();
        _line.Clear();
        IsAtStartOfBlock = line[^1] == '{' && _remark is null;
        var remark = _remark;
        _remark = null;
        if (line.AsSpan().IndexOfAny(Column, WideColumn) is var at and >= 0)
        {
            if (_columns is [var first, ..] && first.Indent != Indent)
            {
                EndColumns();
            }

            _columns.Add(new ColumnLine(Indent, line[..at], line[(at + 1)..], line[at] == Column ? 1 : 2, remark));
            return;
        }

        EndColumns();
        Fill(Indent, line, remark);
    }

    public override string ToString()
    {
        EndLine();
        EndColumns();
        return _text.ToString();
    }

    /// <summary>Writes the lines with columns that were held back.</summary>
    private void EndColumns()
    {
        var isFlat = width == int.MaxValue;
        var column = isFlat || _columns.Count == 0 ? 0 : _columns.Max(c => c.First.Length + c.Gap);
        foreach (var line in _columns)
        {
            // A line that is only too long because of its column has none.
            var own = line.First.Length + (isFlat ? 1 : line.Gap);
            var isTooLong = line.Gap > 1 && line.Indent + column + line.Rest.Length > width && line.Indent + own + line.Rest.Length <= width;
            Fill(line.Indent, line.First.PadRight(isTooLong ? own : Math.Max(column, own)) + line.Rest, line.Remark);
        }

        _columns.Clear();
    }

    private void Fill(int indent, string line, string? remark)
    {
        var deeper = indent + Step;
        var rest = line;
        while (indent + rest.Length > width && BreakIn(rest, width - indent) is var at and > 0)
        {
            Append(indent, rest[..at]);
            rest = rest[(at + 1)..];
            indent = deeper;
        }

        Append(indent, remark is null ? rest : $"{rest}  {remark}");
    }

    private void Append(int indent, string line) => _text.Append(' ', indent).Append(line).Append('\n');

    /// <summary>The last blank at which the line may be broken within the room there is, or the first behind it; -1 if there is none.</summary>
    private static int BreakIn(string line, int room)
    {
        var best = -1;
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }

            if (i == 0 || isQuoted || line[i] != ' ' || !MayBreakAt(line, i))
            {
                continue;
            }

            if (i > room)
            {
                return best > 0 ? best : i;
            }

            best = i;
        }

        return best;
    }

    private static bool MayBreakAt(string line, int blank)
    {
        if (line[blank - 1] == ',')
        {
            return true;
        }

        if (line.AsSpan(0, blank).EndsWith(" reported") || line.AsSpan(0, blank).EndsWith(" denied"))
        {
            return false;
        }

        var word = line.AsSpan(blank + 1);
        if (word.StartsWith("as ") && !word.StartsWith("as from "))
        {
            return false;
        }

        var end = word.IndexOfAny(' ', ',');
        return Words.Find(end < 0 ? word : word[..end]) is
            Word.By or Word.In or Word.Into or Word.Over or Word.Through or Word.Against or Word.Outside or Word.And or Word.Or or Word.At
            or Word.More or Word.Less or Word.No or Word.Within or Word.Until or Word.As or Word.Per or Word.Every or Word.Where
            or Word.Unless or Word.Otherwise or Word.With or Word.Effective or Word.Because or Word.But or Word.During;
    }

    /// <summary>A line with a column, held back until it is known how wide that is.</summary>
    private sealed record ColumnLine(int Indent, string First, string Rest, int Gap, string? Remark);
}

using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Model.Time;

namespace Pacta.Reports.Import;

/// <summary>A table, row by row, that can point to each of its cells.</summary>
internal abstract class Table(string path, DiagnosticBag diagnostics) : IDisposable
{
    /// <summary>So many errors and warnings are told one by one; the others are only counted.</summary>
    private const int MostTold = 100;

    private int _told;

    public string Path { get; } = path;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    public IReadOnlyList<string> Columns { get; protected set; } = [];

    /// <summary>The 1-based line or row on which the present row begins.</summary>
    public int Line { get; protected set; }

    /// <summary>What <see cref="Line"/> counts: lines of a file, or rows of a sheet.</summary>
    public virtual string LineWord => "line";

    public bool RowHasErrors { get; protected set; }

    /// <summary>Goes to the next row that is not blank; rows that are no rows of the table are errors, counted in <paramref name="skipped"/>.</summary>
    public bool Read(ref int rows, ref int skipped)
    {
        while (ReadRow())
        {
            rows++;
            RowHasErrors = false;
            CheckRow();
            if (!RowHasErrors)
            {
                return true;
            }

            skipped++;
        }

        if (_told > MostTold)
        {
            Diagnostics.Warn(
                "PACTA0607", new SourceText(Path, string.Empty), new TextSpan(0, 0), $"{_told - MostTold} more errors and warnings are not listed", null,
                "Mend those above first.");
        }

        return false;
    }

    public int? Find(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The cell without blanks at its ends.</summary>
    public abstract string Cell(int column);

    /// <summary>The moment that the cell holds as a date of its own; null where it holds text, of which somebody must say how it writes dates.</summary>
    public virtual Moment? MomentOf(int column) => null;

    /// <summary>The number that the cell holds as a number; null where it holds text.</summary>
    public virtual decimal? NumberOf(int column) => null;

    public void Error(string code, int column, string headline, string label, string help, string? example)
    {
        RowHasErrors = true;
        Tell(Severity.Error, code, column, headline, label, help, example);
    }

    public void Warn(string code, int column, string headline, string label, string help) =>
        Tell(Severity.Warning, code, column, headline, label, help, null);

    public abstract void Dispose();

    /// <summary>The next row that is not blank.</summary>
    protected abstract bool ReadRow();

    /// <summary>Is it a row of this table at all?</summary>
    protected abstract void CheckRow();

    /// <summary>The present row as text, and where a cell stands in it; all of it for a column that it does not have.</summary>
    protected abstract (SourceText File, TextSpan Span, string Prefix) Place(int column);

    private void Tell(Severity severity, string code, int column, string headline, string label, string help, string? example)
    {
        if (++_told > MostTold)
        {
            return;
        }

        var (file, span, prefix) = Place(column);
        Diagnostics.Add(new Diagnostic(code, severity, headline, [new Label(file, span, prefix + label)], help, example));
    }
}

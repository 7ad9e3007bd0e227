using NodaTime;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Model.Reports;

/// <summary>
/// A report as nearly all are: it has one claim, which asserts that something happened, when by the clock of UTC or on which day, with names in the roles and whole numbers or yes and
/// no in the fields; and there is nothing else in its line but who says so, and since when that is on record. Names are numbers in a <see cref="NumberedNames"/>.
/// </summary>
/// <param name="TimeSeconds">Where only the day is told, those of its midnight in UTC.</param>
/// <param name="RolesFrom">Where its roles begin among all of <see cref="ReportRows"/>.</param>
/// <param name="FieldsFrom">Where its fields begin.</param>
public readonly record struct ReportRow(
    int Id, int Source, int Event, int Kind, long RecordedSeconds, long TimeSeconds, int RolesFrom, int FieldsFrom, byte Roles, byte Fields, bool IsDay)
{
    /// <summary>The prepositions of roles, in ordinal order: a <see cref="RoleName"/> has the place in this list.</summary>
    public static readonly string[] Prepositions = ["against", "by", "from", "in", "into", "of", "on", "outside", "over", "through", "to", "under"];

    /// <summary>When it was put on record.</summary>
    public Instant Recorded => Instant.FromUnixTimeSeconds(RecordedSeconds);

    /// <summary>When it happened, where that is told by the clock.</summary>
    public Instant Time => Instant.FromUnixTimeSeconds(TimeSeconds);

    /// <summary>The day on which it happened, where no more is told.</summary>
    public LocalDate Day => DayOf(TimeSeconds);

    /// <summary>When it happened, as it is told.</summary>
    public Moment Told => IsDay ? Moment.OnDay(Day) : Moment.At(Time);

    /// <param name="midnight">In UTC, in seconds since the beginning of 1970.</param>
    public static LocalDate DayOf(long midnight) => Instant.FromUnixTimeSeconds(midnight).InUtc().Date;
}

/// <summary>Who or what fills a role.</summary>
/// <param name="Preposition">By its place among <see cref="ReportRow.Prepositions"/>.</param>
public readonly record struct RoleName(byte Preposition, int Name);

/// <summary>What a field holds.</summary>
/// <param name="Number">A whole number; of a truth 1 or 0.</param>
public readonly record struct FieldNumber(int Field, long Number, bool IsTruth);

/// <summary>
/// The plain reports of a file in rows, instead of a dozen objects for each: the objects are made of the lines again where somebody asks for more than stands here.
/// </summary>
/// <param name="names">The names that rows have numbers of. Files of one input share them.</param>
/// <param name="whole">Reads a row's line again: everything that its report says.</param>
public sealed class ReportRows(NumberedNames names, Func<int, Report> whole)
{
    private ReportRow[] _rows = [];
    private RoleName[] _roles = [];
    private FieldNumber[] _fields = [];
    private int _roleCount;
    private int _fieldCount;

    public NumberedNames Names { get; } = names;

    public int Count { get; private set; }

    public ref readonly ReportRow this[int row] => ref _rows[row];

    /// <summary>In the order of their prepositions.</summary>
    public ReadOnlySpan<RoleName> RolesOf(int row) => _roles.AsSpan(_rows[row].RolesFrom, _rows[row].Roles);

    /// <summary>In no order.</summary>
    public ReadOnlySpan<FieldNumber> FieldsOf(int row) => _fields.AsSpan(_rows[row].FieldsFrom, _rows[row].Fields);

    /// <summary>The report, with all that its line says.</summary>
    public Report WholeOf(int row) => whole(row);

    /// <param name="row">Where its roles and fields begin is set here.</param>
    /// <param name="roles">In the order of their prepositions.</param>
    /// <returns>The number of the row.</returns>
    public int Add(in ReportRow row, ReadOnlySpan<RoleName> roles, ReadOnlySpan<FieldNumber> fields)
    {
        Append(ref _roles, _roleCount, roles);
        Append(ref _fields, _fieldCount, fields);
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(64, 2 * Count));
        }

        _rows[Count] = row with { RolesFrom = _roleCount, FieldsFrom = _fieldCount, Roles = (byte)roles.Length, Fields = (byte)fields.Length };
        _roleCount += roles.Length;
        _fieldCount += fields.Length;
        return Count++;
    }

    /// <summary>Makes room for so many rows at once.</summary>
    public void EnsureCapacity(int rows)
    {
        if (rows > _rows.Length)
        {
            Array.Resize(ref _rows, rows);
            Array.Resize(ref _roles, 3 * rows);
        }
    }

    private static void Append<T>(ref T[] all, int count, ReadOnlySpan<T> more)
    {
        if (count + more.Length > all.Length)
        {
            Array.Resize(ref all, Math.Max(64, 2 * all.Length));
        }

        more.CopyTo(all.AsSpan(count));
    }
}

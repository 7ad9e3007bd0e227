using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>A name: its number among the names of the input, or its characters. Most are never asked for their characters.</summary>
internal readonly struct Name
{
    private readonly NumberedNames? _names;
    private readonly int _number;
    private readonly string? _text;

    public Name(NumberedNames names, int number) => (_names, _number) = (names, number);

    public Name(string text) => _text = text;

    public string Text => _text ?? _names![_number];

    public static Name Of(Fact fact) => fact.IsRow(out var rows, out var row) ? new Name(rows.Names, rows.Rows[row].Event) : new Name(fact.Id);

    /// <summary>Has it a number among these names?</summary>
    public bool IsIn(NumberedNames? names, out int number)
    {
        number = _number;
        return names is not null && ReferenceEquals(_names, names);
    }

    public bool Is(in Name other) => _names is not null && ReferenceEquals(_names, other._names) ? _number == other._number : Text == other.Text;

    public bool Is(string other) => Text == other;
}

/// <summary>A role by its preposition, which is looked up once.</summary>
internal readonly struct RoleKey(string preposition)
{
    private readonly int _place = Array.IndexOf(ReportRow.Prepositions, preposition);

    public string Preposition => preposition;

    /// <summary>The name in the role of an event of which there is a row.</summary>
    /// <returns>False: nobody says who or what fills it.</returns>
    public bool TryIn(FactRows rows, int row, out Name name)
    {
        foreach (var role in rows.Rows.RolesOf(row))
        {
            if (role.Preposition == _place)
            {
                name = new Name(rows.Names, role.Name);
                return true;
            }
        }

        name = default;
        return false;
    }
}

/// <summary>A field by its name, which is looked up once for each input.</summary>
internal sealed class FieldKey(string name)
{
    private (NumberedNames? Names, int Number) _last;

    public string Name => name;

    /// <summary>What the field of an event holds of which there is a row.</summary>
    /// <returns>False: nobody says.</returns>
    public bool TryIn(FactRows rows, int row, out FieldNumber held)
    {
        if (!ReferenceEquals(_last.Names, rows.Names))
        {
            _last = (rows.Names, rows.Names.Find(name));
        }

        foreach (var one in rows.Rows.FieldsOf(row))
        {
            if (one.Field == _last.Number)
            {
                held = one;
                return true;
            }
        }

        held = default;
        return false;
    }
}

using NodaTime;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>
/// Tells of the rows of plain reports whether <see cref="ClaimChecker"/> would understand what they say, and as the names and numbers that stand there. Whatever it may have to tell
/// of, it leaves to that. What it finds of a name or a kind it keeps by number.
/// </summary>
/// <param name="zone">Of the agreement: a day that it skips never was.</param>
/// <param name="named">Takes down what is named.</param>
internal sealed class RowChecker(Vocabulary vocabulary, IReadOnlySet<string>? places, DateTimeZone zone, NumberedNames names, NamesMet named)
{
    private readonly Dictionary<long, bool> _days = [];
    private readonly Dictionary<int, RowKind?> _kinds = [];
    private readonly Dictionary<string, bool> _hasOneUnit = new(StringComparer.Ordinal);
    private Known[] _actors = [];
    private Known[] _places = [];
    private (int Name, RowKind? Kind) _last = (-1, null);

    private enum Known : byte
    {
        NotYet,
        Yes,
        No,

        /// <summary>A place that the agreement does not know, and that may be one nevertheless.</summary>
        Unheard,
    }

    /// <summary>What a role takes.</summary>
    private enum Takes : byte
    {
        /// <summary>The kind has no such role, or it takes more than a name to tell.</summary>
        Unsure,
        Actor,
        Place,
        Event,
        Anything,
    }

    public bool IsUnderstood(ReportRows rows, int row)
    {
        if (KindOf(rows[row].Kind) is not { } kind || (rows[row].IsDay && !IsDay(rows[row].TimeSeconds)))
        {
            return false;
        }

        foreach (var field in rows.FieldsOf(row))
        {
            if (!IsField(kind, field))
            {
                return false;
            }
        }

        var roles = rows.RolesOf(row);
        foreach (var role in roles)
        {
            if (!IsRole(kind.Roles[role.Preposition], role.Name))
            {
                return false;
            }
        }

        foreach (var role in roles)
        {
            var takes = kind.Roles[role.Preposition];
            if (takes == Takes.Event)
            {
                named.AddEvent(role.Name);
            }
            else if (takes == Takes.Place && PlaceOf(role.Name) == Known.Unheard)
            {
                named.AddPlace(role.Name);
            }
        }

        return true;
    }

    /// <summary>Would each row of a kind be understood?</summary>
    /// <returns>The records that are to be looked at nevertheless, since they are the first to name what may be unknown; null: all of them are.</returns>
    public List<int>? FirstToName(KindOfRows rows)
    {
        if (KindOf(rows.Name) is not { } kind || !rows.Days.All(IsDay) || !rows.Fields.All(f => IsField(kind, new FieldNumber(f.Field, 0, f.IsTruth))))
        {
            return null;
        }

        var first = new List<int>();
        foreach (var (preposition, filling) in rows.Roles)
        {
            var takes = kind.Roles[preposition];
            switch (takes)
            {
                case Takes.Anything:
                    break;
                case Takes.Event when filling.NoEvents is { } unknown:
                    first.AddRange(unknown.Values);
                    break;
                case Takes.Actor when filling.All is { } all && all.Keys.All(n => IsRole(takes, n)):
                    break;
                case Takes.Place when filling.All is { } all && all.Keys.All(n => IsRole(takes, n)):
                    first.AddRange(all.Where(n => PlaceOf(n.Key) == Known.Unheard).Select(n => n.Value));
                    break;
                default:
                    return null;
            }
        }

        return first;
    }

    /// <param name="midnight">Of the day in UTC, in seconds since the beginning of 1970.</param>
    private bool IsDay(long midnight)
    {
        if (!_days.TryGetValue(midnight, out var isDay))
        {
            isDay = Moment.OnDay(ReportRow.DayOf(midnight)).ExistsIn(zone);
            _days.Add(midnight, isDay);
        }

        return isDay;
    }

    private bool IsRole(Takes takes, int name) => takes switch
    {
        Takes.Actor => Of(ref _actors, name) is var known && (known == Known.NotYet ? Keep(_actors, name, vocabulary.Actors.ContainsKey(names[name]) || vocabulary.Groups.ContainsKey(names[name])) : known == Known.Yes),
        Takes.Place => PlaceOf(name) != Known.No,
        Takes.Event or Takes.Anything => true,
        _ => false,
    };

    /// <summary>Is it the name of a place? A territory is more than a name.</summary>
    private Known PlaceOf(int name)
    {
        if (Of(ref _places, name) is var known && known == Known.NotYet)
        {
            var text = names[name];
            known = text.StartsWith(NamedThings.TerritoryPrefix, StringComparison.Ordinal) ? Known.No : NamedThings.IsPlace(text, places) ? Known.Yes : Known.Unheard;
            _places[name] = known;
        }

        return known;
    }

    private bool IsField(RowKind kind, in FieldNumber field)
    {
        if (!kind.Fields.TryGetValue(field.Field, out var type))
        {
            type = TypeOf(kind.Forms.Field(names[field.Field]));
            kind.Fields.Add(field.Field, type);
        }

        return type == (field.IsTruth ? FieldType.Truth : FieldType.Count);
    }

    /// <summary>A number without a unit is a count, or it has the only unit of its dimension.</summary>
    private FieldType? TypeOf(Field? field) => field switch
    {
        { Type: FieldType.Count or FieldType.Truth } => field.Type,
        { Type: FieldType.Quantity } when HasOneUnit(field.Dimension) => FieldType.Count,
        _ => null,
    };

    private bool HasOneUnit(string dimension)
    {
        if (!_hasOneUnit.TryGetValue(dimension, out var hasOne))
        {
            hasOne = vocabulary.Units.Values.Count(u => u.Dimension == dimension) == 1;
            _hasOneUnit.Add(dimension, hasOne);
        }

        return hasOne;
    }

    private RowKind? KindOf(int name)
    {
        if (_last.Name == name)
        {
            return _last.Kind;
        }

        if (!_kinds.TryGetValue(name, out var kind))
        {
            kind = vocabulary.Kinds.GetValueOrDefault(names[name]) is { Form: KindForm.Event } declared ? new RowKind(new KindForms(declared)) : null;
            _kinds.Add(name, kind);
        }

        _last = (name, kind);
        return kind;
    }

    private Known Of(ref Known[] known, int name)
    {
        if (name >= known.Length)
        {
            Array.Resize(ref known, Math.Max(names.Count, name + 1));
        }

        return known[name];
    }

    private static bool Keep(Known[] known, int name, bool isSo)
    {
        known[name] = isSo ? Known.Yes : Known.No;
        return isSo;
    }

    private sealed class RowKind(KindForms forms)
    {
        public KindForms Forms => forms;

        /// <summary>By the places of the prepositions.</summary>
        public Takes[] Roles { get; } = [.. ReportRow.Prepositions.Select(p => TakesOf(forms.Role(p)))];

        /// <summary>By the numbers of their names.</summary>
        public Dictionary<int, FieldType?> Fields { get; } = [];

        private static Takes TakesOf(RoleForm form) =>
            form.Nouns.IsEmpty && !form.IsPlace ? Takes.Unsure
            : form.IsPlace ? Takes.Place
            : form.MustBeActor ? Takes.Actor
            : form.MayBePlace ? Takes.Unsure
            : form.IsOfEvent ? Takes.Event
            : Takes.Anything;
    }
}

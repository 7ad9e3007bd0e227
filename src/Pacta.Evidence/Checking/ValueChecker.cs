using System.Collections.Immutable;
using Pacta.Evidence.Recording;
using Pacta.Maps.Gazetteers;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Places;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>What a role or a field of a kind holds, from what a report states. Null, and an error, if that does not fit.</summary>
/// <param name="records">How many records there are.</param>
internal sealed class ValueChecker(Vocabulary vocabulary, DiagnosticBag diagnostics, int records)
{
    /// <summary>More names of places than that do not recur.</summary>
    private const int MostNames = 4096;

    /// <summary>Anything may be observed at a place, and events and things may stand for several.</summary>
    private static readonly Field Count = new("count", FieldType.Count, string.Empty);

    /// <summary>Actors, and places, that were named: they recur, and are looked up and made once.</summary>
    private readonly Dictionary<string, NameValue> _actors = new(StringComparer.Ordinal);

    private readonly Dictionary<string, NameValue> _places = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Field> _distances = new(StringComparer.Ordinal);

    /// <summary>The units of dimensions, where no unit is stated.</summary>
    private readonly Dictionary<string, ImmutableArray<string>> _units = new(StringComparer.Ordinal);

    private readonly RecentlyMet<ReportedNumber, (Field Field, NumberValue Value)> _numbers = new(records);

    public Value? Role(RecordPlace place, KindForms forms, string preposition, ReportedValue filler)
    {
        var kind = forms.Kind;
        var form = forms.Role(preposition);
        var isPlace = form.IsPlace;
        if (form.Nouns.IsEmpty && !isPlace)
        {
            diagnostics.UnknownRole(place, kind, preposition);
            return null;
        }

        var met = isPlace ? _places : form.MustBeActor ? _actors : null;
        if (met is not null && filler is ReportedText { Text: var single } && met.TryGetValue(single, out var known))
        {
            return known;
        }

        if (met is null && filler is ReportedText { Text: var other })
        {
            return new NameValue(other);
        }

        if (NamesOf(filler) is not { Length: > 0 } names)
        {
            diagnostics.NotNames(place, kind, preposition);
            return null;
        }

        foreach (var name in names)
        {
            var actor = form.MustBeActor ? name : isPlace && name.StartsWith(NamedThings.TerritoryPrefix, StringComparison.Ordinal)
                // A territory may be named as one reading draws it.
                ? DrawnNames.Plain(name)[NamedThings.TerritoryPrefix.Length..] : null;
            if (actor is not null && !IsActor(actor))
            {
                diagnostics.UnknownActor(place, actor, preposition, vocabulary);
                return null;
            }
        }

        var value = Together(names, filler is ReportedNames { IsOneOf: true });
        if (value is NameValue only && met?.Count < MostNames)
        {
            met.TryAdd(only.Name, only);
        }

        return value;
    }

    public Value? Field(RecordPlace place, KindForms forms, string name, ReportedValue stated)
    {
        var kind = forms.Kind;
        if (name == "position" && stated is ReportedPosition at)
        {
            return new PositionValue(at.Latitude, at.Longitude, at.AccuracyMetres) { HeightMetres = at.HeightMetres, HeightAbove = at.HeightAbove, HeightAccuracyMetres = at.HeightAccuracyMetres };
        }

        if (name == "position" && stated is ReportedArea area)
        {
            return area.Area;
        }

        if (name == "position" && stated is ReportedPlace named)
        {
            return Place(place, named.Name);
        }

        var field = name.StartsWith(NamedThings.DistancePrefix, StringComparison.Ordinal)
            ? Distance(name)
            : forms.Field(name) ?? (name == Count.Name && kind.Form != KindForm.State ? Count : null);
        if (field is null)
        {
            diagnostics.UnknownField(place, kind, name);
            return null;
        }

        switch (field.Type, stated)
        {
            case (_, ReportedNumber { IsWholeCount: false }) when name == Count.Name:
                diagnostics.NotACount(place, name);
                return null;
            case (FieldType.Count or FieldType.Quantity, ReportedNumber number):
                return Number(place, field, number);
            case (FieldType.Truth, ReportedTruth truth):
                return new TruthValue(truth.IsTrue);
            case (FieldType.Text, ReportedText text):
                return new TextValue(text.Text);
            case (FieldType.Place or FieldType.Actor, _) when NamesOf(stated) is { Length: > 0 } names:
                if (field.Type == FieldType.Actor && names.FirstOrDefault(n => !IsActor(n)) is { } unknown)
                {
                    diagnostics.UnknownActor(place, unknown, name, vocabulary);
                    return null;
                }

                return Together(names, stated is ReportedNames { IsOneOf: true });
            default:
                diagnostics.WrongType(place, kind, field, stated, vocabulary);
                return null;
        }
    }

    /// <summary>Where a place is; of several with that name, that it is one of them.</summary>
    private Value? Place(RecordPlace place, string name)
    {
        var (one, candidates, suggestions) = Gazetteer.Load().Find(name);
        if (one is not null)
        {
            return At(one);
        }

        diagnostics.PlaceName(place, name, candidates, suggestions);
        // Where nobody knows the place it may be anywhere: without a position the claim would be left out, and where a thing was before would still hold.
        return candidates.IsEmpty ? new PositionValue(0, 0, PositionValue.Anywhere) : new OneOfPositionsValue(name, [.. candidates.Select(At)]);

        static PositionValue At(NamedPlace at) => new(at.Position.Latitude, at.Position.Longitude, Math.Ceiling(at.AccuracyMetres));
    }

    private Field Distance(string name)
    {
        if (!_distances.TryGetValue(name, out var field))
        {
            field = new Field(name, FieldType.Quantity, Length);
            _distances.Add(name, field);
        }

        return field;
    }

    /// <summary>The dimension of lengths: that of metres or kilometres, whichever the vocabulary declares.</summary>
    private string Length => (vocabulary.Units.GetValueOrDefault("m") ?? vocabulary.Units.GetValueOrDefault("km"))?.Dimension ?? "m";

    private NumberValue? Number(RecordPlace place, Field field, ReportedNumber number)
    {
        if (_numbers.TryGet(number, out var met) && ReferenceEquals(met.Field, field))
        {
            return met.Value;
        }

        var value = NewNumber(place, field, number);
        if (value is not null)
        {
            _numbers.Keep(number, (field, value));
        }

        return value;
    }

    private NumberValue? NewNumber(RecordPlace place, Field field, ReportedNumber number)
    {
        if (FactorOf(place, field, number.Unit) is not { } factor)
        {
            return null;
        }

        try
        {
            var (low, high) = (number.Low * factor, number.High * factor);
            if (!number.IsAbout)
            {
                return new NumberValue(new NumberRange(low, high), field.Dimension);
            }

            var slack = vocabulary.Tolerance;
            var (least, most) = (low - (Math.Abs(low ?? 0) * slack), high + (Math.Abs(high ?? 0) * slack));

            // How many there are is a whole number: about 1 is 1, and not 0.9 to 1.1.
            var range = field.Name == Count.Name && least is { } from && most is { } to
                ? new NumberRange(decimal.Ceiling(from), decimal.Floor(to))
                : new NumberRange(least, most);
            return new NumberValue(range, field.Dimension, low ?? high);
        }
        catch (OverflowException)
        {
            diagnostics.TooLarge(place, field);
            return null;
        }
    }

    private decimal? FactorOf(RecordPlace place, Field field, string? unit)
    {
        if (field.Type == FieldType.Count)
        {
            if (unit is null)
            {
                return 1;
            }

            diagnostics.UnitOfACount(place, field, unit);
            return null;
        }

        if (unit is null)
        {
            if (!_units.TryGetValue(field.Dimension, out var units))
            {
                units = [.. vocabulary.Units.Values.Where(u => u.Dimension == field.Dimension).Select(u => u.Name)];
                _units.Add(field.Dimension, units);
            }

            if (units.Length == 1)
            {
                return 1;
            }

            diagnostics.UnitMissing(place, field, [.. units]);
            return null;
        }

        if (vocabulary.Units.TryGetValue(unit, out var found) && found.Dimension == field.Dimension)
        {
            return found.Factor;
        }

        diagnostics.WrongUnit(place, field, unit, vocabulary);
        return null;
    }

    private bool IsActor(string name) => vocabulary.Actors.ContainsKey(name) || vocabulary.Groups.ContainsKey(name);

    private static ImmutableArray<string>? NamesOf(ReportedValue value) => value switch
    {
        ReportedText text => [text.Text],
        ReportedNames names => names.Names,
        _ => null,
    };

    /// <summary>Names in one order, each once: who said them in which order does not matter.</summary>
    private static Value Together(ImmutableArray<string>? names, bool isOneOf)
    {
        ImmutableArray<string> sorted = [.. (names ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return sorted.Length == 1 ? new NameValue(sorted[0]) : isOneOf ? new OneOfValue(sorted) : new AllOfValue(sorted);
    }
}

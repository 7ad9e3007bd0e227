using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>What a role or a field of a kind holds, from what a report states. Null, and an error, if that does not fit.</summary>
internal sealed class ValueChecker(Vocabulary vocabulary, DiagnosticBag diagnostics)
{
    private const string DistancePrefix = "distance from ";
    private const string TerritoryPrefix = "territory of ";

    /// <summary>Anything may be observed at a place, and events and things may stand for several.</summary>
    private static readonly Field Count = new("count", FieldType.Count, string.Empty);

    public Value? Role(RecordPlace place, Kind kind, string preposition, ReportedValue filler)
    {
        var nouns = kind.Roles.Where(r => r.Preposition == preposition).Select(r => r.Noun).ToList();
        var isPlace = nouns.Contains("place") || (nouns.Count == 0 && preposition is "in" or "outside" && kind.Form != KindForm.State);
        if (nouns.Count == 0 && !isPlace)
        {
            diagnostics.UnknownRole(place, kind, preposition);
            return null;
        }

        if (NamesOf(filler) is not { Length: > 0 } names)
        {
            diagnostics.NotNames(place, kind, preposition);
            return null;
        }

        var mustBeActor = !isPlace && nouns.TrueForAll(n => n is "actor" or "alliance");
        foreach (var name in names)
        {
            var actor = mustBeActor ? name : isPlace && name.StartsWith(TerritoryPrefix, StringComparison.Ordinal) ? name[TerritoryPrefix.Length..] : null;
            if (actor is not null && !IsActor(actor))
            {
                diagnostics.UnknownActor(place, actor, preposition, vocabulary);
                return null;
            }
        }

        return Together(names, filler is ReportedNames { IsOneOf: true });
    }

    public Value? Field(RecordPlace place, Kind kind, string name, ReportedValue stated)
    {
        if (name == "position" && stated is ReportedPosition at)
        {
            return new PositionValue(at.Latitude, at.Longitude, at.AccuracyMetres);
        }

        var field = name.StartsWith(DistancePrefix, StringComparison.Ordinal)
            ? new Field(name, FieldType.Quantity, Length)
            : kind.Fields.GetValueOrDefault(name) ?? (name == Count.Name && kind.Form != KindForm.State ? Count : null);
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

    /// <summary>The dimension of lengths: that of metres or kilometres, whichever the vocabulary declares.</summary>
    private string Length => (vocabulary.Units.GetValueOrDefault("m") ?? vocabulary.Units.GetValueOrDefault("km"))?.Dimension ?? "m";

    private NumberValue? Number(RecordPlace place, Field field, ReportedNumber number)
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
            var units = vocabulary.Units.Values.Where(u => u.Dimension == field.Dimension).Select(u => u.Name).ToList();
            if (units.Count == 1)
            {
                return 1;
            }

            diagnostics.UnitMissing(place, field, units);
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

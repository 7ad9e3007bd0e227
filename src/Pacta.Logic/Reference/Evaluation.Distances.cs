using System.Collections.Immutable;
using Pacta.Geography.Shapes;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Places;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>A line or place under the name by which distances from it are reported.</summary>
/// <param name="Accuracy">Metres by which what is measured from it is less exact than what is drawn.</param>
internal readonly record struct NamedPlace(string Name, Place Place, Binding Binding, double Accuracy = 0);

/// <summary>
/// How far something is from a place: what was reported under the name of the place; otherwise what the map says, for the position that was reported. 0 within an area
/// (docs/semantics.md, 4, "Place").
/// </summary>
internal sealed partial class Evaluation
{
    private const string DistancePrefix = "distance from ";

    /// <summary>A line that a table chooses goes by the name of the line chosen, a border or a coast by that of the table; an uncertain choice means each of them.</summary>
    private IEnumerable<NamedPlace> LinesOf(Place place, Binding binding, InstantRange at)
    {
        var whole = new NamedPlace(NameOf(place, binding), place, binding);
        if (place is TablePlace table)
        {
            var rows = RowsOf(table.Table, table.Parameter, binding, at).Rows;
            if (rows.Any(r => r.Row.Values is [PlaceRow]))
            {
                // What has several parts is measured from the nearest, under its own name.
                return [.. rows.SelectMany(r => r.Row.Values is [PlaceRow chosen] ? Chosen(chosen.Place, r) : [whole]).Distinct()];
            }
        }

        return [whole];

        IEnumerable<NamedPlace> Chosen(Place line, ApplicableRow row) =>
            (line is BorderPlace or CoastPlace ? [whole with { Place = line, Binding = row.Binding }] : LinesOf(line, row.Binding, at))
                .Select(l => l with { Accuracy = l.Accuracy + (double)row.Row.AccuracyMetres });
    }

    /// <param name="accuracy">Metres by which a distance on the map is less exact than place and position are; one that is reported is as exact as it says.</param>
    /// <returns>What was measured, too, where it was, and the position is known.</returns>
    private (Held Distance, Derivation? Why, Metres? Measured) DistanceFrom(Entity thing, NamedPlace place, InstantRange at, double accuracy = 0)
    {
        var reported = FieldOf(thing, DistancePrefix + place.Name, at);
        if (!reported.IsMissing || reported.Denied is not null)
        {
            return (reported, null, null);
        }

        if (place.Place is TablePlace table && ReadingNameOf(table.Table) is { } reading)
        {
            var underReading = FieldOf(thing, DistancePrefix + DrawnNames.Of(place.Name, reading), at);
            if (!underReading.IsMissing)
            {
                return (underReading, null, null);
            }
        }

        var position = FieldOf(thing, "position", at);
        if (position.IsMissing)
        {
            return (reported, null, null);
        }

        var options = ImmutableArray.CreateBuilder<Value>(position.Options.Length);
        var (why, measured) = ((Derivation?)null, (Metres?)null);
        foreach (var option in position.Options)
        {
            if (((option as AreaValue)?.Circle ?? option) is not PositionValue point || Measure(place.Place, new GeoPoint(point.Latitude, point.Longitude), place.Binding, at) is not { } drawn)
            {
                return (reported, null, null);
            }

            measured = drawn.Within(point.AccuracyMetres + place.Accuracy + accuracy);
            var range = measured.Value.Range;
            options.Add(new NumberValue(range, "m"));
            why ??= Step(DerivationCode.Measured, Truth.True, [], position.Reports, NameOf(thing), Composed.Of(point), Composed.Of(range), place.Name);
        }

        return (position with { Options = options.MoveToImmutable() }, why, position.Options.Length == 1 ? measured : null);
    }

    private Judged WithinBand(BandRow band, string zone, Whereabouts where, Binding binding, InstantRange at, double accuracy)
    {
        // Where it is not certain which line a table chooses, it has to be near each of them, or near none.
        var (all, any) = (Judged.True, Judged.False);
        foreach (var line in LinesOf(band.From, binding, at))
        {
            var (distance, why, measured) = DistanceFrom(where.Owner, line, at, accuracy);
            var near = distance.Test(v => v is NumberValue n
                ? NearBoundary(Judged.Of(Numbers.Compare(n.Range, Relation.AtMost, NumberRange.Exactly(band.Metres)), distance.Causes), measured, band, zone, where)
                : Judged.Of(Truth.Unknown, distance.Causes)).Because(why);
            if (band.Side != BandSide.Both && near.Truth != Truth.False)
            {
                near = near.And(OnSide(band.Side, line, zone, where, at, accuracy)).Because(why);
            }

            (all, any) = (all.And(near), any.Or(near));
        }

        return all.Truth == any.Truth ? all : Judged.Of(Truth.Unknown, all.Causes.Union(any.Causes).Union(band.From is TablePlace table ? RowsOf(table.Table, table.Parameter, binding, at).Causes : []));
    }

    /// <summary>By how much it is too near to the boundary of a band to tell, where that was measured on the map.</summary>
    private static Judged NearBoundary(Judged near, Metres? measured, BandRow band, string zone, Whereabouts where)
    {
        if (near.Truth != Truth.Unknown || measured is not { } distance || double.IsPositiveInfinity(distance.AtMost)
            || where.Position.Options is not [PositionValue { IsAnywhere: false } position])
        {
            return near;
        }

        var (metres, doubt) = (Math.Abs(((distance.AtLeast + distance.AtMost) / 2) - (double)band.Metres), (distance.AtMost - distance.AtLeast) / 2);
        return near.At([Causes.NearBoundary(Composed.Of(position), zone, metres, doubt)]);
    }

    /// <summary>Left or right of a line, as seen along it.</summary>
    private Judged OnSide(BandSide side, NamedPlace line, string zone, Whereabouts where, InstantRange at, double accuracy)
    {
        if (where.Position.IsMissing || LineDrawn(line.Place, line.Binding, at) is not { } drawing)
        {
            return Judged.Unknown(Causes.Place(Reported(where), zone));
        }

        return where.Position.Test(v =>
        {
            if (((v as AreaValue)?.Circle ?? v) is not PositionValue position)
            {
                return Judged.Of(Truth.Unknown, where.Position.Causes);
            }

            var found = drawing.From(new GeoPoint(position.Latitude, position.Longitude));
            var doubt = position.AccuracyMetres + drawing.AccuracyMetres + accuracy;
            return Doubtful(found.Across <= doubt ? Truth.Unknown : Kleene.Of(found.IsLeft == (side == BandSide.Left)), position, zone, found.Across, doubt);
        });
    }

    private TermValue EvaluateDistance(DistanceTerm term, Binding binding, InstantRange at)
    {
        if (EntityOf(term.From, binding) is not { } thing)
        {
            return TermValue.Of(NumberRange.Anything, [Causes.NotIdentified(term.From.Text)]);
        }

        NumberRange? all = null;
        var causes = ImmutableHashSet<Cause>.Empty;
        Derivation? told = null;
        foreach (var line in LinesOf(term.To, binding, at))
        {
            var (distance, why, _) = DistanceFrom(thing, line, at);
            var range = distance.IsMissing || distance.MayDiffer ? NumberRange.Anything : distance.Options.Select(RangeOf).Aggregate((a, b) => a.Cover(b));
            all = all is { } before ? before.Cover(range) : range;
            causes = causes.Union(distance.Causes);
            told ??= why ?? (distance.IsMissing
                ? Step(DerivationCode.FieldMissing, Truth.Unknown, [], [], DistancePrefix + line.Name, NameOf(thing))
                : Step(DerivationCode.FieldValue, Truth.True, [], distance.Reports, DistancePrefix + line.Name, NameOf(thing), Composed.Or(distance.Options.Select(Composed.Of))));
        }

        return TermValue.Of(all ?? NumberRange.Anything, causes, told);
    }
}

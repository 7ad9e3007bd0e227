using System.Collections.Immutable;
using Pacta.Geography.Shapes;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Metres from a place, at least and at most; what is drawn inaccurately is a range, which may begin below nothing: what is told of it does not.</summary>
internal readonly record struct Metres(double AtLeast, double AtMost)
{
    public static readonly Metres Any = new(0, double.PositiveInfinity);

    /// <summary>In tenths of a millimetre, which is more than any position has.</summary>
    public NumberRange Range => new(
        (decimal)Math.Round(Math.Max(0, AtLeast), 4),
        double.IsPositiveInfinity(AtMost) ? null : (decimal)Math.Round(AtMost, 4));

    /// <summary>The nearer of two places.</summary>
    public Metres Or(Metres other) => new(Math.Min(AtLeast, other.AtLeast), Math.Min(AtMost, other.AtMost));

    /// <summary>One of two places, unknown which.</summary>
    public Metres Cover(Metres other) => new(Math.Min(AtLeast, other.AtLeast), Math.Max(AtMost, other.AtMost));

    /// <summary>With that much more inaccuracy.</summary>
    public Metres Within(double metres) => new(AtLeast - metres, AtMost + metres);

    /// <summary>From a band of that width on both sides.</summary>
    public Metres Less(double width) => new(Math.Max(0, AtLeast - width), Math.Max(0, AtMost - width));
}

/// <summary>How far a point is from a place, by what is drawn; null where some of it is not drawn.</summary>
internal sealed partial class Evaluation
{
    private Metres? Measure(Place place, GeoPoint point, Binding binding, InstantRange at) => place switch
    {
        TablePlace table => Measure(RowsOf(table.Table, table.Parameter, binding, at), point, at),
        VariablePlace variable when binding[variable.Variable]?.Name is { } name && Agreement.Tables.TryGetValue(name, out var known) && known.Parameter is null =>
            Measure(RowsOf(name, null, at), point, at),
        TerritoryPlace territory when Agreement.Tables.ContainsKey(TerritoryTable) => Least(
            ActorsMeant(EntityOf(territory.Of, binding), at), actor => Measure(RowsOf(TerritoryTable, new ActorEntity(actor), at), point, at)),
        BorderPlace border => Measure(Borders.Of(HoldingOf(border.Of, binding, at), border.With is null ? null : HoldingOf(border.With, binding, at)), point),
        CoastPlace coast => Measure(Borders.OfCoast(HoldingOf(coast.Of, binding, at)), point),
        _ => null,
    };

    /// <summary>A border that is one in the eyes of some only is no more than possible.</summary>
    private static Metres? Measure(BorderLines? border, GeoPoint point)
    {
        if (border is null)
        {
            return null;
        }

        var certain = border.Undisputed is null ? new Metres(double.PositiveInfinity, double.PositiveInfinity) : Measure(border.Undisputed, point);
        return border.Disputed is null ? certain : new Metres(Math.Min(certain.AtLeast, Measure(border.Disputed, point).AtLeast), certain.AtMost);
    }

    private Metres? Measure(ApplicableRows rows, GeoPoint point, InstantRange at)
    {
        Metres? all = rows.MayHaveNone && rows.Rows.Length > 0 ? Metres.Any : null;
        foreach (var row in rows.Rows)
        {
            if (Measure(row, point, at) is not { } metres)
            {
                return null;
            }

            all = all is { } before ? before.Cover(metres) : metres;
        }

        return all;
    }

    private Metres? Measure(ApplicableRow row, GeoPoint point, InstantRange at)
    {
        var all = Least(row.Row.Values, value => value switch
        {
            PlaceRow place => Measure(place.Place, point, row.Binding, at),
            DrawnRow { Drawing: { } drawing } => Measure(drawing, point),
            BandRow { Side: BandSide.Both } band => Measure(band.From, point, row.Binding, at)?.Less((double)band.Metres),
            BandRow band => Measure(band.From, point, row.Binding, at) is { } from ? from.Less((double)band.Metres) with { AtMost = double.PositiveInfinity } : null,
            BetweenRow between when BetweenDrawn(between, row.Binding, at) is { } drawing => Measure(drawing, point),
            _ => null,
        });

        // Of what is cut away the nearest part may be all there was near: the distance is no smaller. It is the same where what is taken away is farther off than that.
        var isCut = row.Row.Within is not null || row.Row.Height is not null
            || (row.Row.ButNot is { } away && all is { } uncut && !(Measure(away, point, row.Binding, at)?.AtLeast > uncut.AtMost));
        return (isCut && all is { } whole ? whole with { AtMost = double.PositiveInfinity } : all)?.Within((double)row.Row.AccuracyMetres);
    }

    private static Metres Measure(Drawing drawing, GeoPoint point)
    {
        var found = drawing.From(point);
        return new Metres(found.Metres, found.Metres).Within(drawing.AccuracyMetres);
    }

    private static Metres? Least<T>(IEnumerable<T> parts, Func<T, Metres?> measure)
    {
        Metres? least = null;
        foreach (var part in parts)
        {
            if (measure(part) is not { } metres)
            {
                return null;
            }

            least = least?.Or(metres) ?? metres;
        }

        return least;
    }

    private Drawing? BetweenDrawn(BetweenRow between, Binding binding, InstantRange at) =>
        LineDrawn(between.First, binding, at) is { } first && LineDrawn(between.Second, binding, at) is { } second ? first.Between(second) : null;

    /// <summary>The line that a place is, where exactly one is drawn for certain.</summary>
    private Drawing? LineDrawn(Place place, Binding binding, InstantRange at)
    {
        switch (place)
        {
            case TablePlace table when RowsOf(table.Table, table.Parameter, binding, at) is { MayHaveNone: false, Rows: [var row] }:
                return row.Row.Values switch
                {
                    [DrawnRow { Drawing: { IsLine: true } drawing }] => drawing.With((double)row.Row.AccuracyMetres),
                    [PlaceRow { Place: var inner }] => LineDrawn(inner, row.Binding, at)?.With((double)row.Row.AccuracyMetres),
                    _ => null,
                };
            case BorderPlace border:
                return Borders.Of(HoldingOf(border.Of, binding, at), border.With is null ? null : HoldingOf(border.With, binding, at)) is { Disputed: null } line ? line.Undisputed : null;
            case CoastPlace coast:
                return Borders.OfCoast(HoldingOf(coast.Of, binding, at)) is { Disputed: null } shore ? shore.Undisputed : null;
            default:
                return null;
        }
    }

    /// <summary>The countries and disputed areas of the map of the world that make the territory of an actor; null where it is drawn in another way, or is not certain.</summary>
    private Holding? HoldingOf(Argument owner, Binding binding, InstantRange at)
    {
        if (!Agreement.Tables.ContainsKey(TerritoryTable))
        {
            return null;
        }

        var (countries, areas) = (ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal), ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal));
        foreach (var actor in ActorsMeant(EntityOf(owner, binding), at))
        {
            if (RowsOf(TerritoryTable, new ActorEntity(actor), at) is not { MayHaveNone: false, Rows: [{ Row: { Within: null, ButNot: null, Values: var values } }] }
                || !values.All(v => v is DrawnRow { From: DrawnFrom.Country or DrawnFrom.Disputed, Drawing: not null }))
            {
                return null;
            }

            foreach (var drawn in values.Cast<DrawnRow>())
            {
                (drawn.From == DrawnFrom.Country ? countries : areas).Add(drawn.Content);
            }
        }

        return countries.Count == 0 ? null : new Holding(countries.ToImmutable(), areas.ToImmutable());
    }

    /// <summary>The actors that an argument stands for; of a group, all that may be members.</summary>
    private IEnumerable<string> ActorsMeant(Entity? owner, InstantRange at) => owner switch
    {
        GroupEntity group => ActorsOf(group.Name).Where(a => IsMember(a, group.Name, at).Truth != Truth.False),
        null => [],
        _ => [owner.Name],
    };
}

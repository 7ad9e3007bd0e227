using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pacta.Geography.Shapes;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Values;
using ZoneSide = Pacta.Geography.Zones.Side;

namespace Pacta.Logic.Reference;

/// <summary>
/// Positions and what is drawn (docs/semantics.md, 4, "Place"). A position is a circle, and a boundary is as wide as it is inaccurate: what is nearer to the boundary
/// than both together is unknown, and it is said by how much.
/// </summary>
internal sealed partial class Evaluation
{
    /// <summary>What rows draw, as one area each: asked again and again, it is the same one.</summary>
    private static readonly ConditionalWeakTable<Row, AreaValue?> AreasOfRows = [];

    private Judged InDrawing(Drawing drawing, double accuracy, string zone, Whereabouts where)
    {
        if (where.Position.IsMissing)
        {
            return Judged.Unknown(Causes.Place(Reported(where), Composed.Of("mapped_area")));
        }

        if (!drawing.IsArea)
        {
            // Nothing is in a line.
            return Judged.Unknown(Causes.Place(Reported(where), zone));
        }

        Derivation? why = null;
        var judged = where.Position.Test(v =>
        {
            if (v is AreaValue area)
            {
                var judgedArea = InArea(drawing, accuracy, zone, area);
                why = Step(DerivationCode.Located, judgedArea.Judged.Truth, [], where.Position.Reports, NameOf(where.Owner), Composed.Of(area), Lengths.Of(Math.Abs(judgedArea.Metres)), zone, Lengths.Of(judgedArea.Doubt));
                return judgedArea.Judged;
            }

            if (v is not PositionValue position)
            {
                return Judged.Of(Truth.Unknown, where.Position.Causes);
            }

            var point = new GeoPoint(position.Latitude, position.Longitude);
            var at = drawing.Locate(point);
            var doubt = position.AccuracyMetres + drawing.AccuracyMetres + accuracy;
            var truth = at.Metres <= doubt + Computed ? Truth.Unknown : Kleene.Of(at.IsInside);
            if (truth != Truth.True && !drawing.Claimed.IsEmpty)
            {
                var areas = drawing.Claimed
                    .Where(c => c.Drawing.From(point).Metres <= position.AccuracyMetres + c.Drawing.AccuracyMetres + accuracy)
                    .Select(c => c.Name).ToList();
                if (areas.Count > 0)
                {
                    return Judged.Unknown(Causes.Disputed(Composed.Of(position), zone, areas));
                }
            }

            why = Step(DerivationCode.Located, truth, [], where.Position.Reports, NameOf(where.Owner), Composed.Of(position), Lengths.Of(at.Metres), zone, Lengths.Of(doubt));
            return Doubtful(truth, position, zone, at.Metres, doubt);
        });
        return judged.Because(why);
    }

    /// <summary>Somewhere in an area: inside if all of it is, outside if nothing of it is.</summary>
    private static (Judged Judged, double Metres, double Doubt) InArea(Drawing drawing, double accuracy, string zone, AreaValue area)
    {
        var doubt = area.AccuracyMetres + drawing.AccuracyMetres + accuracy;
        var answer = drawing.At(area.Shape, doubt);
        var disputed = answer.Side == ZoneSide.Inside ? []
            : drawing.Claimed.Where(c => c.Drawing.At(area.Shape, area.AccuracyMetres + c.Drawing.AccuracyMetres + accuracy).Side != ZoneSide.Outside).Select(c => c.Name).ToList();
        var judged = disputed.Count > 0 ? Judged.Unknown(Causes.Disputed(Composed.Of(area), zone, disputed))
            : answer.Side == ZoneSide.Unknown ? Judged.Unknown(Causes.Place(Composed.Of(area), zone))
            : Judged.Of(Kleene.Of(answer.Side == ZoneSide.Inside), []);
        return (judged, answer.Distance, doubt);
    }

    /// <summary>
    /// Where only the name of a place is reported, and that place is drawn, it is somewhere in what is drawn. What is drawn in several parts of different make, or hangs on
    /// more than the time, says nothing.
    /// </summary>
    private Whereabouts Located(Whereabouts where, Model.Time.InstantRange at)
    {
        if (!where.Position.IsMissing || where.In.IsMissing || where.In.MayDiffer)
        {
            return where;
        }

        var areas = ImmutableArray.CreateBuilder<Value>(where.In.Options.Length);
        foreach (var option in where.In.Options)
        {
            if (option is not NameValue { Name: var name } || AreaNamed(name, at) is not { } area)
            {
                return where;
            }

            areas.Add(area);
        }

        return where with { Position = where.In with { Options = areas.MoveToImmutable() } };
    }

    private AreaValue? AreaNamed(string name, Model.Time.InstantRange at)
    {
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        var (table, owner) = of > 0 && !Agreement.Tables.ContainsKey(name) ? (name[..of], new ActorEntity(name[(of + 4)..])) : (name, null);
        if (!Agreement.Tables.TryGetValue(table, out var known) || known.Form is TableForm.Line or TableForm.Amount || (known.Parameter is null) != (owner is null))
        {
            return null;
        }

        return RowsOf(table, owner, at) is { MayHaveNone: false, Rows: [{ Row: { Within: null, ButNot: null } row }] } ? AreasOfRows.GetValue(row, AreaOf) : null;
    }

    private static AreaValue? AreaOf(Row row)
    {
        var drawings = row.Values.Select(v => (v as DrawnRow)?.Drawing).ToList();
        return drawings.Exists(d => d is not { Area: not null, Claimed.IsEmpty: true }) || drawings.DistinctBy(d => d!.Area!.Edges).Count() != 1 ? null
            : new AreaValue(
                drawings is [var only] ? only!.Area! : new MultiPolygon([.. drawings.SelectMany(d => d!.Area!.Polygons)], drawings[0]!.Area!.Edges),
                drawings.Max(d => d!.AccuracyMetres) + (double)row.AccuracyMetres);
    }

    /// <summary>Between two lines: in the ring that they make together.</summary>
    private Judged Between(BetweenRow between, Binding binding, string zone, Whereabouts where, Model.Time.InstantRange at, double accuracy) =>
        BetweenDrawn(between, binding, at) is { } drawing ? InDrawing(drawing, accuracy, zone, where) : Judged.Unknown(Causes.Place(Reported(where), between.Text));

    private Judged AtHeight(HeightRange height, string zone, Whereabouts where) => where.Position.IsMissing
        ? Judged.Unknown(Causes.NoHeight(Reported(where), zone))
        : where.Position.Test(v =>
        {
            if (v is not PositionValue { HeightMetres: { } metres } position)
            {
                return Judged.Unknown(Causes.NoHeight(Reported(where), zone));
            }

            // One is not turned into the other: that would take a model of the ground.
            if (height.Above is { } above && position.HeightAbove != above)
            {
                return Judged.Unknown(Causes.HeightAbove(Reported(where), zone, above));
            }

            var (low, high) = (metres - position.HeightAccuracyMetres, metres + position.HeightAccuracyMetres);
            var (floor, ceiling) = ((double?)height.Low ?? double.NegativeInfinity, (double?)height.High ?? double.PositiveInfinity);
            var truth = low >= floor && high <= ceiling ? Truth.True : high < floor || low > ceiling ? Truth.False : Truth.Unknown;
            return Doubtful(truth, position, zone, Math.Min(Math.Abs(metres - floor), Math.Abs(ceiling - metres)), position.HeightAccuracyMetres);
        });

    /// <summary>Metres to which distances are right as they are computed: what is nearer to a boundary is on it (docs/geography.md).</summary>
    private const double Computed = 0.001;

    private static Judged Doubtful(Truth truth, PositionValue position, string zone, double metres, double doubt) =>
        truth != Truth.Unknown ? Judged.Of(truth, [])
        : position.IsAnywhere ? Judged.Unknown(Causes.Place(Composed.Of(position), zone))
        : Judged.Unknown(Causes.NearBoundary(Composed.Of(position), zone, metres, doubt));
}

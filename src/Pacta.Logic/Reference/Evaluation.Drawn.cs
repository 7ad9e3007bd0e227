using Pacta.Geography.Shapes;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// Positions and what is drawn (docs/semantics.md, 4, "Place"). A position is a circle, and a boundary is as wide as it is inaccurate: what is nearer to the boundary
/// than both together is unknown, and it is said by how much.
/// </summary>
internal sealed partial class Evaluation
{
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
            if (v is not PositionValue position)
            {
                return Judged.Of(Truth.Unknown, where.Position.Causes);
            }

            var point = new GeoPoint(position.Latitude, position.Longitude);
            var at = drawing.Locate(point);
            var doubt = position.AccuracyMetres + drawing.AccuracyMetres + accuracy;
            var truth = at.Metres <= doubt ? Truth.Unknown : Kleene.Of(at.IsInside);
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

    /// <summary>Between two lines: in the ring that they make together.</summary>
    private Judged Between(BetweenRow between, ApplicableRow row, string zone, Whereabouts where, Model.Time.InstantRange at)
    {
        return BetweenDrawn(between, row.Binding, at) is { } drawing
            ? InDrawing(drawing, (double)row.Row.AccuracyMetres, zone, where)
            : Judged.Unknown(Causes.Place(Reported(where), row.Row.Text));
    }

    private Judged AtHeight(HeightRange height, string zone, Whereabouts where) => where.Position.IsMissing
        ? Judged.Unknown(Causes.NoHeight(Reported(where), zone))
        : where.Position.Test(v =>
        {
            if (v is not PositionValue { HeightMetres: { } metres } position)
            {
                return Judged.Unknown(Causes.NoHeight(Reported(where), zone));
            }

            var (low, high) = (metres - position.HeightAccuracyMetres, metres + position.HeightAccuracyMetres);
            var (floor, ceiling) = ((double?)height.Low ?? double.NegativeInfinity, (double?)height.High ?? double.PositiveInfinity);
            var truth = low >= floor && high <= ceiling ? Truth.True : high < floor || low > ceiling ? Truth.False : Truth.Unknown;
            return Doubtful(truth, position, zone, Math.Min(Math.Abs(metres - floor), Math.Abs(ceiling - metres)), position.HeightAccuracyMetres);
        });

    private static Judged Doubtful(Truth truth, PositionValue position, string zone, double metres, double doubt) =>
        truth == Truth.Unknown ? Judged.Unknown(Causes.NearBoundary(Composed.Of(position), zone, metres, doubt)) : Judged.Of(truth, []);
}

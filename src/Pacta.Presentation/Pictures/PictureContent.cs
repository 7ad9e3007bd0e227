using System.Collections.Immutable;
using NodaTime;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Places;
using Pacta.Model.Values;

namespace Pacta.Presentation.Pictures;

/// <summary>What is to be drawn of what there is.</summary>
/// <param name="At">Places and positions as they were at this instant; null: at all times.</param>
/// <param name="Reading">Of places with rival readings, only as this one draws them; null: as each does.</param>
/// <param name="Only">Only places of these names; empty: all.</param>
public sealed record PictureChoice(Instant? At, string? Reading, ImmutableArray<string> Only)
{
    public static readonly PictureChoice All = new(null, null, []);

    /// <summary>Is a place called so, whole or without whom it is for?</summary>
    public static bool IsCalled(DrawnPlace place, string name) => place.Name == name || TableOf(place) == name;

    /// <summary>The name of its declaration: <c>first_band</c> of <c>first_band of aland</c>.</summary>
    public static string TableOf(DrawnPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Name.Split(" of ")[0];
    }

    internal bool Has(DrawnPlace place, Agreement agreement) =>
        (Reading is null || place.Reading is null || place.Reading == Reading)
        && (Only.IsEmpty || Only.Any(o => IsCalled(place, o)))
        && (At is not { } at
            || ((place.From is not { } from || from.In(agreement.Calendar.Zone).Earliest <= at) && (place.Until is not { } until || until.In(agreement.Calendar.Zone).Latest >= at)));
}

/// <summary>A reported position of something.</summary>
/// <param name="Of">What it is a position of.</param>
/// <param name="Rivals">How many positions reports give for it.</param>
public sealed record PlacedPosition(Fact Of, GeoPoint At, double AccuracyMetres, double? HeightMetres, HeightDatum? HeightAbove, int Rivals);

/// <summary>What a picture of the places of one agreement shows.</summary>
/// <param name="Places">In the order of their names.</param>
/// <param name="NotDrawn">Places of the agreement that are known by name only, or whose drawing hangs on more than is known.</param>
/// <param name="Positions">In the order of keys.</param>
/// <param name="Findings">What is found about what has a position, by its id.</param>
public sealed record PictureContent(
    Agreement Agreement,
    ImmutableArray<DrawnPlace> Places,
    ImmutableArray<string> NotDrawn,
    ImmutableArray<PlacedPosition> Positions,
    ImmutableSortedDictionary<string, ImmutableArray<Finding>> Findings)
{
    /// <summary>With more places than this, names would lie upon each other: the picture has numbers, and the legend says whose they are.</summary>
    private const int MostNamed = 12;

    /// <summary>Whether places have numbers in the picture instead of names.</summary>
    internal bool IsNumbered => Places.Length > MostNamed;

    /// <summary>The places alone.</summary>
    public static PictureContent Of(Agreement agreement, PictureChoice choice)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(choice);
        var places = DrawnPlaces.Of(agreement);
        var drawn = places.Select(PictureChoice.TableOf).ToHashSet(StringComparer.Ordinal);
        return new PictureContent(
            agreement,
            // No reading comes first because of where it was written.
            [.. (choice.Reading is null ? UnderAll(places, agreement) : places).Where(p => choice.Has(p, agreement)).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Reading, StringComparer.Ordinal)],
            choice.Only.IsEmpty ? [.. agreement.Tables.Values.Where(t => t.Form != TableForm.Amount && !drawn.Contains(t.Name)).Select(t => t.Name)] : [],
            [],
            ImmutableSortedDictionary.Create<string, ImmutableArray<Finding>>(StringComparer.Ordinal));
    }

    /// <summary>What every reading draws in the same way is drawn once, and is of no reading.</summary>
    private static IEnumerable<DrawnPlace> UnderAll(ImmutableArray<DrawnPlace> places, Agreement agreement)
    {
        foreach (var named in places.GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            var left = named.ToList();
            while (left.Count > 0)
            {
                var alike = left.Where(p => IsAlike(p, left[0])).ToList();
                left.RemoveAll(alike.Contains);
                var isUnderAll = alike.Count > 1 && alike.Count == agreement.Tables[PictureChoice.TableOf(alike[0])].Readings.Length && alike.DistinctBy(p => p.Reading).Count() == alike.Count;
                foreach (var place in isUnderAll ? [alike[0] with { Reading = null, HeldBy = [] }] : alike)
                {
                    yield return place;
                }
            }
        }
    }

    private static bool IsAlike(DrawnPlace a, DrawnPlace b) =>
        a.If == b.If && a.From == b.From && a.Until == b.Until && a.AccuracyMetres == b.AccuracyMetres
        && a.Row.Values.Select(Written).SequenceEqual(b.Row.Values.Select(Written)) && a.Row.Within == b.Row.Within && a.Row.ButNot == b.Row.ButNot && a.Row.Height == b.Row.Height;

    /// <summary>Each row has a drawing of its own; those of one text are the same.</summary>
    private static RowValue Written(RowValue value) => value is DrawnRow drawn ? drawn with { Drawing = null } : value;

    /// <summary>With what was reported and found.</summary>
    public static PictureContent Of(AgreementFindings found, PictureChoice choice)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(choice);
        var at = choice.At;
        ImmutableArray<PlacedPosition> positions =
        [
            .. found.Positioned
                .Where(f => at is null || f.Time.Alternatives.Any(t => t.Value.In(found.Agreement.Calendar.Zone).Earliest <= at))
                .SelectMany(PositionsOf),
        ];
        var placed = positions.Select(p => p.Of.Id).ToHashSet(StringComparer.Ordinal);
        return Of(found.Agreement, choice) with
        {
            Positions = positions,
            Findings = found.Findings
                .SelectMany(f => AboutOf(f).Where(placed.Contains).Distinct(StringComparer.Ordinal).Select(id => (Id: id, Finding: f)))
                .GroupBy(f => f.Id, f => f.Finding, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal),
        };
    }

    /// <summary>The ids of what a finding is about: what opened it, and what it measured on the map.</summary>
    public static IEnumerable<string> AboutOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Trigger.Concat(Located(finding.Derivation)).Concat(finding.Causes.Select(c => c.Key));
    }

    private static IEnumerable<string> Located(Derivation step)
    {
        var own = step.Code is DerivationCode.Located or DerivationCode.Measured && step.Arguments.Length > 0 ? [step.Arguments[0]] : Array.Empty<string>();
        return own.Concat(step.Because.SelectMany(Located));
    }

    /// <summary>What may be anywhere, as after the end of a track, is not at the point from which that is counted.</summary>
    private static IEnumerable<PlacedPosition> PositionsOf(Fact fact)
    {
        List<PositionValue> positions = [.. fact.Fields["position"].Alternatives.Select(a => a.Value).OfType<PositionValue>().Where(p => !p.IsAnywhere)];
        return positions.Select(p => new PlacedPosition(fact, new GeoPoint(p.Latitude, p.Longitude), p.AccuracyMetres, p.HeightMetres, p.HeightAbove, positions.Count));
    }
}

using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// What sources could see (docs/semantics.md, 12, "Coverage"). Where nobody says what he could see, silence is taken as it is; as soon as somebody
/// does, silence about a place at a time that no source covers is unknown.
/// </summary>
internal sealed partial class Evaluation
{
    /// <summary>The places in which a pattern says that something is or happens: by name, with what stands for it.</summary>
    public IEnumerable<Place> PlacesIn(Pattern pattern)
    {
        foreach (var role in pattern.Roles.Where(r => r.Preposition != "outside"))
        {
            if (role.Argument is PlaceArgument { Place: not VariablePlace and var place })
            {
                yield return place;
            }
        }

        var inside = pattern.Where is { } where ? PlacesIn(where) : [];
        Consulted?.All();
        var meant = pattern.Noun is DefinedNoun defined ? PlacesIn(MeaningOf(defined.Name)) : [];
        foreach (var place in inside.Concat(meant))
        {
            yield return place;
        }
    }

    private static IEnumerable<Place> PlacesIn(Condition condition) => condition switch
    {
        AllCondition all => all.Operands.SelectMany(PlacesIn),
        InPlaceCondition { Outside: false, Place: not VariablePlace and var place } => [place],
        _ => [],
    };

    /// <summary>The stretches of a time in which no source covers a place, in order; and who covers the rest.</summary>
    public (ImmutableArray<InstantRange> Gaps, ImmutableArray<ReportReference> By) GapsIn(Place place, Binding binding, InstantRange span)
    {
        var (covered, by) = CoverageOf(place, binding, span, depth: 0);
        var gaps = ImmutableArray.CreateBuilder<InstantRange>();
        var from = span.Earliest;
        foreach (var stretch in covered)
        {
            if (stretch.Earliest > from)
            {
                gaps.Add(new InstantRange(from, stretch.Earliest - InstantRange.Tick));
            }

            from = Instant.Max(from, stretch.Latest == Instant.MaxValue ? stretch.Latest : stretch.Latest + InstantRange.Tick);
        }

        if (from <= span.Latest)
        {
            gaps.Add(new InstantRange(from, span.Latest));
        }

        return (gaps.ToImmutable(), [.. by.Distinct().Order()]);
    }

    /// <summary>The first instant of which any source says that it could see.</summary>
    public Instant? CoverageBegins => Index.History.CoverageFrom;

    /// <summary>The stretches in which a place is covered as a whole, in order and apart from each other.</summary>
    private (ImmutableArray<InstantRange> Stretches, IEnumerable<ReportReference> By) CoverageOf(Place place, Binding binding, InstantRange span, int depth)
    {
        const int Deepest = 8;
        var by = Index.History.Coverages
            .Where(c => c.Period.Latest >= span.Earliest && c.Period.Earliest <= span.Latest)
            .GroupBy(c => c.Area, StringComparer.Ordinal)
            .Where(g => Holds(g.Key, place, binding, span))
            .SelectMany(g => g)
            .ToList();
        var whole = InstantRanges.Merged(by.Select(c => c.Period));
        if (depth >= Deepest || place is not TablePlace table || PartsOf(table, binding, span) is not { Count: > 0 } parts)
        {
            return (whole, by.Select(c => c.By));
        }

        var each = parts.ConvertAll(p => CoverageOf(p, binding, span, depth + 1));
        var all = each.Select(e => e.Stretches).Aggregate(InstantRanges.Common);
        return (InstantRanges.Merged(whole.Concat(all)), by.Select(c => c.By).Concat(all.IsEmpty ? [] : each.SelectMany(e => e.By)));
    }

    /// <summary>Is the place certainly within an area of that name?</summary>
    private bool Holds(string area, Place place, Binding binding, InstantRange at)
    {
        var name = NameOf(place, binding);
        if (area == name)
        {
            return true;
        }

        var where = new Whereabouts(
            new Held([new NameValue(name)], false, [], []), MissingAttribute(name, "outside"), MissingAttribute(name, "position"), new PlaceEntity(name));
        return Agreement.Tables.TryGetValue(area, out var zone) && zone is { Parameter: null, Form: TableForm.Zone }
            && InPlace(new TablePlace(area, area, null), where, Binding.Empty, at).Truth == Truth.True;
    }

    /// <summary>The places of which a zone is made up, where it is made up of named places alone and of all of them at once.</summary>
    private List<Place>? PartsOf(TablePlace zone, Binding binding, InstantRange at)
    {
        var rows = RowsOf(zone.Table, zone.Parameter, binding, at);
        return rows.MayHaveNone || rows.Rows is not [{ Row: { ButNot: null } row }] || !row.Values.All(v => v is PlaceRow)
            ? null
            : [.. row.Values.OfType<PlaceRow>().Select(v => v.Place)];
    }
}

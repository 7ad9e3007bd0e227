using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>What is reported about where something is: names it is in, names it is outside of, a position.</summary>
internal readonly record struct Whereabouts(Held In, Held Outside, Held Position, Entity Owner);

/// <summary>Places (docs/semantics.md, 4, "Place"). Names answer for names, positions for polygons; nothing else is guessed.</summary>
internal sealed partial class Evaluation
{
    private const string TerritoryPrefix = "territory of ";

    private static readonly string[] PlaceRoles = ["in", "into", "on", "over", "through", "from"];

    public Whereabouts PlacesOf(Entity entity, string preposition, InstantRange at)
    {
        var held = RoleOf(entity, preposition, at);
        if (held.IsMissing && preposition == "in")
        {
            held = PlaceRoles.Select(p => RoleOf(entity, p, at)).FirstOrDefault(h => !h.IsMissing || h.Denied is not null, held);
        }

        return new Whereabouts(held, RoleOf(entity, "outside", at), FieldOf(entity, "position", at), entity);
    }

    /// <summary>The canonical name of a place: of a zone with a parameter <c>zone of X</c>.</summary>
    public string NameOf(Place place, Binding binding) => place switch
    {
        TablePlace { Parameter: { } parameter } p when EntityOf(parameter, binding) is { } entity => $"{p.Table} of {NameOf(entity)}",
        TablePlace p => p.Table,
        TerritoryPlace p => TerritoryPrefix + (EntityOf(p.Of, binding)?.Name ?? p.Of.Text),
        VariablePlace p => binding[p.Variable]?.Name ?? p.Variable,
        _ => place.Text,
    };

    public Judged InPlace(Place place, Whereabouts where, Binding binding, InstantRange at)
    {
        var judged = place switch
        {
            TablePlace table => InZone(table, where, binding, at),
            TerritoryPlace territory => InTerritory(territory, where, binding, at),
            _ => ByName(NameOf(place, binding), where),
        };
        var why = Step(DerivationCode.InPlace, judged.Truth, [judged.Why], where.In.Reports, NameOf(where.Owner), NameOf(place, binding));
        return judged.Because(why is null || place is not TablePlace zone ? why : why with { Mentions = [zone.Table] });
    }

    private Judged InZone(TablePlace table, Whereabouts where, Binding binding, InstantRange at)
    {
        var name = NameOf(table, binding);
        var byName = ByName(name, where);
        if (byName.Truth != Truth.Unknown || Agreement.Tables[table.Table].Form == TableForm.Line)
        {
            return byName;
        }

        if (ReadingOf(table.Table, Agreement.Tables[table.Table].Readings).Content.IsEmpty)
        {
            return byName;
        }

        var rows = RowsOf(table.Table, table.Parameter, binding, at);
        var any = Judged.False;
        var all = rows.MayHaveNone ? Judged.False : Judged.True;
        foreach (var row in rows.Rows)
        {
            var inRow = InRow(row, where, at);
            any = any.Or(inRow);
            all = all.And(inRow);
        }

        if (rows.Rows.Length == 1 && !rows.MayHaveNone)
        {
            return any.Truth == Truth.Unknown ? Judged.Of(Truth.Unknown, any.Causes.Union(byName.Causes)) : any;
        }

        return any.Truth == all.Truth && any.Truth != Truth.Unknown
            ? any
            : Judged.Of(Truth.Unknown, rows.Causes.Union(any.Causes).Union(all.Causes).Union(byName.Causes));
    }

    private Judged InRow(ApplicableRow row, Whereabouts where, InstantRange at)
    {
        var result = Judged.False;
        foreach (var value in row.Row.Values)
        {
            result = result.Or(value switch
            {
                PlaceRow place => InPlace(place.Place, where, row.Binding, at),
                MapRow { Rings: { } rings } => InRings(rings, where),
                PolygonRow polygon => InRings([polygon.Corners], where),
                BandRow band => WithinBand(band, where, row.Binding, at),
                _ => Judged.Unknown(Causes.Place(Reported(where), row.Row.Text)),
            });
        }

        return row.Row.ButNot is { } butNot ? result.And(InPlace(butNot, where, row.Binding, at).Not()) : result;
    }

    private Judged WithinBand(BandRow band, Whereabouts where, Binding binding, InstantRange at)
    {
        // Where it is not certain which line a table chooses, it has to be near each of them, or near none.
        var (all, any) = (Judged.True, Judged.False);
        foreach (var line in LinesOf(band.From, binding, at))
        {
            var distance = FieldOf(where.Owner, "distance from " + line, at);
            var near = distance.Test(v => v is NumberValue n
                ? Judged.Of(Numbers.Compare(n.Range, Relation.AtMost, NumberRange.Exactly(band.Metres)), distance.Causes)
                : Judged.Of(Truth.Unknown, distance.Causes));
            (all, any) = (all.And(near), any.Or(near));
        }

        return all.Truth == any.Truth ? all : Judged.Of(Truth.Unknown, all.Causes.Union(any.Causes).Union(band.From is TablePlace table ? RowsOf(table.Table, table.Parameter, binding, at).Causes : []));
    }

    private Judged InTerritory(TerritoryPlace territory, Whereabouts where, Binding binding, InstantRange at)
    {
        var owner = EntityOf(territory.Of, binding);
        var names = owner is GroupEntity group
            ? ActorsOf(group.Name).Where(a => IsMember(a, group.Name, at).Truth != Truth.False).ToList()
            : [owner?.Name ?? territory.Of.Text];
        var byName = names.Aggregate(Judged.False, (sum, n) => sum.Or(ByName(TerritoryPrefix + n, where)));
        if (byName.Truth != Truth.Unknown)
        {
            return byName;
        }

        // Whoever reports "in the territory of A" says that it is not the territory of B.
        return where.In.IsMissing
            ? byName
            : where.In.Test(v => FactStore.NamesOf(v).All(n => n.StartsWith(TerritoryPrefix, StringComparison.Ordinal)
                && !names.Contains(n[TerritoryPrefix.Length..])) ? Judged.False : byName);
    }

    /// <summary>By name alone: T if it is reported there, F if reported outside, otherwise U.</summary>
    private static Judged ByName(string name, Whereabouts where)
    {
        if (!where.Outside.IsMissing)
        {
            var outside = where.Outside.Test(v => Judgements.Same(v, name));
            if (outside.Truth != Truth.False)
            {
                return outside.Not();
            }
        }

        if (where.In is { IsMissing: true, Denied: NameValue denied } && denied.Name == name)
        {
            return Judged.False;
        }

        if (where.In.IsMissing)
        {
            return where.Position.IsMissing
                ? Judged.Of(Truth.Unknown, where.In.Causes)
                : Judged.Unknown(Causes.Place(Reported(where), name));
        }

        return where.In.Test(v => Judgements.Same(v, name) is { Truth: not Truth.False } same
            ? same
            : Judged.Unknown(Causes.Place(v.ToString()!, name)));
    }

    private static Judged InRings(ImmutableArray<ImmutableArray<GeoPoint>> rings, Whereabouts where) =>
        where.Position.IsMissing
            ? Judged.Unknown(Causes.Place(Reported(where), Composed.Of("mapped_area")))
            : where.Position.Test(v => v is PositionValue p
                ? Judged.Of(Polygons.Contains(rings, p), where.Position.Causes)
                : Judged.Of(Truth.Unknown, where.Position.Causes));

    private static string Reported(Whereabouts where) =>
        !where.In.IsMissing ? Composed.Or(where.In.Options.Select(Composed.Of))
        : !where.Position.IsMissing ? Composed.Or(where.Position.Options.Select(Composed.Of))
        : NameOf(where.Owner);
}

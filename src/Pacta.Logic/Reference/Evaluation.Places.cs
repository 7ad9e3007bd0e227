using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Places;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>What is reported about where something is: names it is in, names it is outside of, a position.</summary>
internal readonly record struct Whereabouts(Held In, Held Outside, Held Position, Entity Owner);

/// <summary>Places (docs/semantics.md, 4, "Place"). Names answer for names, positions for what is drawn; nothing else is guessed.</summary>
internal sealed partial class Evaluation
{
    private const string TerritoryPrefix = "territory of ";

    /// <summary>The zone, with a parameter, in which an agreement says where it takes territories to be.</summary>
    internal const string TerritoryTable = "territory";

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

    /// <param name="accuracy">Metres by which the boundary is less well known than the place has it.</param>
    public Judged InPlace(Place place, Whereabouts where, Binding binding, InstantRange at, double accuracy = 0)
    {
        var judged = place switch
        {
            TablePlace table => InZone(table, where, binding, at, accuracy),
            TerritoryPlace territory => InTerritory(territory, where, binding, at, accuracy),
            _ => ByName(NameOf(place, binding), where),
        };
        var why = Step(DerivationCode.InPlace, judged.Truth, [judged.Why], where.In.Reports, NameOf(where.Owner), NameOf(place, binding));
        return judged.Because(why is null || place is not TablePlace zone ? why : why with { Mentions = [zone.Table] });
    }

    private Judged InZone(TablePlace table, Whereabouts where, Binding binding, InstantRange at, double accuracy)
    {
        var name = NameOf(table, binding);
        var byName = ByName(name, where, ReadingNameOf(table.Table));
        if (byName.Truth != Truth.Unknown || Agreement.Tables[table.Table].Form == TableForm.Line)
        {
            return byName;
        }

        if (ReadingOf(table.Table, Agreement.Tables[table.Table].Readings).Content.IsEmpty)
        {
            return byName;
        }

        return InRows(name, RowsOf(table.Table, table.Parameter, binding, at), byName, Located(where, at), at, accuracy);
    }

    private Judged InRows(string name, ApplicableRows rows, Judged byName, Whereabouts where, InstantRange at, double accuracy)
    {
        var any = Judged.False;
        var all = rows.MayHaveNone ? Judged.False : Judged.True;
        foreach (var row in rows.Rows)
        {
            var inRow = InRow(row, name, where, at, accuracy);
            any = any.Or(inRow);
            all = all.And(inRow);
        }

        if (any.Truth == all.Truth && any.Truth != Truth.Unknown)
        {
            return any;
        }

        // Where a map and a position have been compared, it is not for want of a map that nothing is known.
        var causes = any.Causes.Union(all.Causes);
        var unnamed = causes.Any(c => c.Code == CauseCode.NearBoundary) ? byName.Causes.Except(byName.Causes.Where(c => c.Code == CauseCode.NoMap)) : byName.Causes;
        return Judged.Of(Truth.Unknown, (rows.Rows.Length == 1 && !rows.MayHaveNone ? any.Causes : rows.Causes.Union(causes)).Union(unnamed));
    }

    private Judged InRow(ApplicableRow row, string zone, Whereabouts where, InstantRange at, double accuracy)
    {
        accuracy += (double)row.Row.AccuracyMetres;
        var result = Judged.False;
        foreach (var value in row.Row.Values)
        {
            result = result.Or(value switch
            {
                PlaceRow place => InPlace(place.Place, where, row.Binding, at, accuracy),
                DrawnRow { Drawing: { } drawing } => InDrawing(drawing, accuracy, zone, where),
                BandRow band => WithinBand(band, zone, where, row.Binding, at, accuracy),
                BetweenRow between => Between(between, row.Binding, zone, where, at, accuracy),
                _ => Judged.Unknown(Causes.Place(Reported(where), row.Row.Text)),
            });
        }

        if (row.Row.Within is { } within)
        {
            result = result.And(InPlace(within, where, row.Binding, at, accuracy));
        }

        if (row.Row.ButNot is { } butNot)
        {
            result = result.And(InPlace(butNot, where, row.Binding, at, accuracy).Not());
        }

        return row.Row.Height is { } height ? result.And(AtHeight(height, zone, where)) : result;
    }

    private Judged InTerritory(TerritoryPlace territory, Whereabouts where, Binding binding, InstantRange at, double accuracy = 0)
    {
        var owner = EntityOf(territory.Of, binding);
        var names = owner is null ? [territory.Of.Text] : ActorsMeant(owner, at).ToList();
        var byName = names.Aggregate(Judged.False, (sum, n) => sum.Or(ByName(TerritoryPrefix + n, where, ReadingNameOf(TerritoryTable))));
        if (byName.Truth != Truth.Unknown)
        {
            return byName;
        }

        if (Agreement.Tables.ContainsKey(TerritoryTable) && (where.In.IsMissing || !where.Position.IsMissing ? where : Located(where, at)) is { Position.IsMissing: false } drawn
            && (!where.Position.IsMissing || !IsOfTerritory(where)))
        {
            return names.Aggregate(Judged.False, (sum, n) => sum.Or(InRows(TerritoryPrefix + n, RowsOf(TerritoryTable, new ActorEntity(n), at), byName, drawn, at, accuracy)));
        }

        // Whoever reports "in the territory of A" says that it is not the territory of B.
        return where.In.IsMissing
            ? byName
            : where.In.Test(v => FactStore.NamesOf(v).All(n => n.StartsWith(TerritoryPrefix, StringComparison.Ordinal)
                && !names.Contains(DrawnNames.Plain(n)[TerritoryPrefix.Length..])) ? Judged.False : byName);
    }

    /// <summary>Is it reported to be in somebody's territory?</summary>
    private static bool IsOfTerritory(Whereabouts where) =>
        where.In.Options.SelectMany(v => FactStore.NamesOf(v)).Any(n => n.StartsWith(TerritoryPrefix, StringComparison.Ordinal));

    /// <summary>The reading by which a table is read here; null where it has only one, or there is no such table.</summary>
    private string? ReadingNameOf(string name) =>
        Agreement.Tables.TryGetValue(name, out var table) && table.Readings.Length > 1 ? ReadingOf(name, table.Readings).Name : null;

    /// <summary>By name alone: T if it is reported there, F if reported outside, otherwise U.</summary>
    /// <param name="reading">The reading that is taken of the place: it may be reported as that one draws it.</param>
    private static Judged ByName(string name, Whereabouts where, string? reading = null)
    {
        var drawn = reading is null ? null : DrawnNames.Of(name, reading);
        if (!where.Outside.IsMissing)
        {
            var outside = where.Outside.Test(v => IsNamed(v, name, drawn));
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

        return where.In.Test(v => IsNamed(v, name, drawn) is { Truth: not Truth.False } same
            ? same
            : where.Owner is EventEntity && FactStore.NamesOf(v).All(n => DrawnNames.IsUnderReading(n, name))
            // Whoever crossed a boundary as another reading draws it crossed none of this one there.
            ? Judged.False
            : Judged.Unknown(Causes.Place(v.ToString()!, name)));
    }

    private static Judged IsNamed(Value value, string name, string? drawn) =>
        drawn is null ? Judgements.Same(value, name) : Judgements.Same(value, name).Or(Judgements.Same(value, drawn));

    private static string Reported(Whereabouts where) =>
        !where.In.IsMissing ? Composed.Or(where.In.Options.Select(Composed.Of))
        : !where.Position.IsMissing ? Composed.Or(where.Position.Options.Select(Composed.Of))
        : NameOf(where.Owner);
}

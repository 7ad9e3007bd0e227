using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Logs;
using Pacta.Translation.Norms;
using F = Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Distances, and tables of which the first row that applies counts (docs/semantics.md, 4).
internal sealed partial class Translator
{
    /// <summary>Reads the distance that was reported, under the name of the line or place.</summary>
    private void AddAway(AwayCondition away, Place from, Referent subject, Conjunction into, Scope scope)
    {
        // Where nobody reports a distance, it is measured from the position.
        Require(_history.HasPositions, Obstacle.Position, away.Text);
        switch (from)
        {
            case TablePlace { Parameter: { } parameter, Table: var name }:
                var table = _agreement.Tables[name];
                var within = Within(table, parameter, scope);
                AddFirstRow(
                    table, within,
                    (row, sub) => AddAway(away, row.Values is [PlaceRow { Place: TablePlace { Parameter: null } line }] ? line : throw NoForm(row.Text), subject, sub, scope),
                    isNoneAllowed: false, into, scope);
                break;
            case TablePlace line:
                AddDistance(subject, metres => FieldOf(subject, "distance from " + line.Table, metres, NumberType), away.Relation, away.Distance, into, scope);
                break;
            case TerritoryPlace territory:
                var owner = Find(territory.Of, scope);
                Require(subject.Sort != Sort.Thing || owner.MayBeGroup, Obstacle.Form, away.Text);
                AddDistance(subject, metres => DistanceFromTerritory(subject.Term, owner.Term, metres), away.Relation, away.Distance, into, scope);
                break;
            default:
                throw NoForm(away.Text);
        }
    }

    private Formula DistanceFromTerritory(F.Term thing, F.Term owner, F.Term metres)
    {
        const string Prefix = "distance from territory of ";
        IEnumerable<LogRow> Rows() => _history.Things.SelectMany(t => t).Where(f => f.At <= _history.Through).SelectMany(f => f.Fields.Keys
            .Where(k => k.StartsWith(Prefix, StringComparison.Ordinal))
            .SelectMany(k => ValuesIn(f, k, null).Select(v => new LogRow(f.At, [Name(f.Id), Name(k[Prefix.Length..]), v]))));
        Atom At(F.Term of) => _book.Use(
            "thing_distance_from_territory", RelationSource.Reports, [("thing", ValueType.Text), ("owner", ValueType.Text), ("metres", NumberType)], Rows, thing, owner, of);
        return Latest(At(metres), AnyOf(At));
    }

    private void AddDistance(Referent subject, Func<F.Term, Formula> reported, Relation relation, Model.Agreements.Term distance, Conjunction into, Scope scope)
    {
        if (TableIn(distance) is { } table)
        {
            AddRows(table, (row, sub) => AddDistance(subject, reported, relation, With(distance, table, row), sub, scope), into, scope);
            return;
        }

        var metres = Fresh("metres");
        into.Add(reported(metres));
        into.Add(Compared(metres, relation, ValueOf(distance, into, scope)));
    }

    // ------------------------------------------------------------------------------------------------ tables

    private TableTerm? TableIn(Model.Agreements.Term term) => term switch
    {
        TableTerm table when !IsSingle(table) => table,
        ArithmeticTerm arithmetic => TableIn(arithmetic.Left) ?? TableIn(arithmetic.Right),
        RoundedTerm rounded => TableIn(rounded.Term),
        RowTerm row => TableIn(row.Inner),
        _ => null,
    };

    private bool IsSingle(TableTerm table) => table.Parameter is null && RowsOf(_agreement.Tables[table.Table]) is [{ If: null, From: null, Until: null, Values: [TermRow] }];

    private ImmutableArray<Row> RowsOf(Table table) => Chosen.Of(table.Readings, table.Name, _perspective);

    private static Model.Agreements.Term With(Model.Agreements.Term term, TableTerm table, Model.Agreements.Term row) => term switch
    {
        TableTerm when ReferenceEquals(term, table) => row,
        ArithmeticTerm arithmetic => arithmetic with { Left = With(arithmetic.Left, table, row), Right = With(arithmetic.Right, table, row) },
        RoundedTerm rounded => rounded with { Term = With(rounded.Term, table, row) },
        RowTerm inner => inner with { Inner = With(inner.Inner, table, row) },
        _ => term,
    };

    /// <summary>Where a table is asked for in the row of another one, by whose variables.</summary>
    private Scope? WithinOf(Model.Agreements.Term term, TableTerm table) => term switch
    {
        RowTerm row when ReferenceEquals(TableIn(row.Inner), table) => WithinOf(row.Inner, table) ?? row.Within,
        ArithmeticTerm arithmetic => WithinOf(arithmetic.Left, table) ?? WithinOf(arithmetic.Right, table),
        RoundedTerm rounded => WithinOf(rounded.Term, table),
        _ => null,
    };

    private Scope Within(Table table, Argument? argument, Scope scope)
    {
        var within = new Scope();
        if (table.Parameter is { Variable: { } parameter } && argument is not null)
        {
            within.Set(parameter, Find(argument, scope));
        }

        return within;
    }

    private void AddRows(TableTerm term, Action<Model.Agreements.Term, Conjunction> compare, Conjunction into, Scope scope)
    {
        var table = _agreement.Tables[term.Table];
        var within = Within(table, term.Parameter, scope);
        AddFirstRow(
            table, within,
            (row, sub) =>
            {
                var figure = row.Values is [TermRow { Term: var value }] ? value : throw NoForm(row.Text);
                compare(figure is NumberTerm ? figure : new RowTerm(figure, within), sub);
            },
            isNoneAllowed: true, into, scope);
    }

    /// <summary>The first row that applies is the one that counts; where none does, there is no limit.</summary>
    private void AddFirstRow(Table table, Scope within, Action<Row, Conjunction> use, bool isNoneAllowed, Conjunction into, Scope scope)
    {
        List<Action<Conjunction>> ways = [];
        List<Action<Conjunction>> before = [];
        foreach (var row in RowsOf(table))
        {
            Action<Conjunction>[] earlier = [.. before];
            ways.Add(sub =>
            {
                foreach (var other in earlier)
                {
                    AddNegated(other, sub, scope);
                }

                AddApplies(row, table, sub, within);
                use(row, sub);
            });
            if (row is { If: null, From: null, Until: null })
            {
                break;
            }

            before.Add(sub => AddApplies(row, table, sub, within));
        }

        if (ways.Count == 1 && before.Count == 0)
        {
            ways[0](into);
            return;
        }

        if (before.Count == ways.Count && isNoneAllowed)
        {
            ways.Add(sub =>
            {
                foreach (var other in before)
                {
                    AddNegated(other, sub, scope);
                }
            });
        }

        if (into.IsEmpty)
        {
            throw new UnsafeException();
        }

        AddAny([.. ways], into, scope);
    }

    private void AddApplies(Model.Agreements.Row row, Table table, Conjunction into, Scope scope)
    {
        if (row.If is { } condition)
        {
            Add(condition, into, scope.Copy());
        }

        if (row.From is not null || row.Until is not null)
        {
            var index = RowsOf(table).IndexOf(row) + 1;
            into.Add(Lasts(
                System.FormattableString.Invariant($"row_{index}_of_{NameOf(table.Name)}"), RelationSource.Text, ["amount"],
                () => [new Stretch([table.Name], row.From is { } f ? _dates.Of(f).From : Instant.MinValue, row.Until is { } u ? _dates.Of(u).To : Instant.MaxValue)],
                Text(table.Name)));
        }
    }
}

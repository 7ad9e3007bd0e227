using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>A row that may apply, with the binding of the table's parameter.</summary>
internal readonly record struct ApplicableRow(Row Row, Binding Binding);

/// <summary>The rows that may apply: one, if that is certain. <c>MayHaveNone</c>: perhaps none does.</summary>
internal readonly record struct ApplicableRows(ImmutableArray<ApplicableRow> Rows, bool MayHaveNone, ImmutableHashSet<Cause> Causes, Derivation? Why);

/// <summary>Amounts, zones and lines: the first row whose condition holds (docs/semantics.md, 4).</summary>
internal sealed partial class Evaluation
{
    public ApplicableRows RowsOf(string name, Argument? parameter, Binding binding, InstantRange at) =>
        RowsOf(name, parameter is null ? null : EntityOf(parameter, binding), at);

    public ApplicableRows RowsOf(string name, Entity? argument, InstantRange at)
    {
        var table = Agreement.Tables[name];
        var local = table.Parameter is { } parameter && argument is not null
            ? Binding.Empty.With(parameter.Variable, argument)
            : Binding.Empty;
        var rows = ImmutableArray.CreateBuilder<ApplicableRow>();
        var causes = ImmutableHashSet<Cause>.Empty;
        var reasons = new List<Derivation?>();
        var mayHaveNone = true;
        foreach (var row in ReadingOf(name, table.Readings).Content)
        {
            var applies = Within(row.From, row.Until, at)
                .And(row.If is { } condition ? Evaluate(condition, local, at) : Judged.True);
            if (applies.Truth == Truth.False)
            {
                continue;
            }

            rows.Add(new ApplicableRow(row, local));
            reasons.Add(applies.Why);
            if (applies.Truth == Truth.True)
            {
                mayHaveNone = false;
                break;
            }

            causes = causes.Union(applies.Causes);
        }

        var why = !Explains ? null
            : rows.Count == 0 ? Derivations.Make(DerivationCode.TableNone, Truth.True, [], [], [name], name, argument?.Name ?? string.Empty)
            : Derivations.Make(
                DerivationCode.TableRow,
                rows.Count == 1 ? Truth.True : Truth.Unknown,
                reasons,
                [],
                [name],
                name,
                argument?.Name ?? string.Empty,
                string.Join(" / ", rows.Select(r => r.Row.Text)));
        return new ApplicableRows(rows.ToImmutable(), mayHaveNone, causes, why);
    }
}

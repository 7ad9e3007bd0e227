using System.Collections;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference;

/// <summary>Some of the facts of a store: one bit for each of which there is a row.</summary>
internal sealed class FactMarks
{
    private readonly HashSet<Fact> _others = new(ReferenceEqualityComparer.Instance);
    private BitArray _byNumber = new(0);

    public void Add(Fact fact)
    {
        if (!fact.IsRow(out var rows, out var row))
        {
            _others.Add(fact);
            return;
        }

        var number = rows.Rows[row].Event;
        if (number >= _byNumber.Length)
        {
            _byNumber.Length = Math.Max(rows.Names.Count, number + 1);
        }

        _byNumber[number] = true;
    }

    public bool Contains(Fact fact) =>
        fact.IsRow(out var rows, out var row) ? rows.Rows[row].Event is var number && number < _byNumber.Length && _byNumber[number] : _others.Contains(fact);
}

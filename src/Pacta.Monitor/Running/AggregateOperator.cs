using System.Numerics;
using Pacta.Monitor.State;
using Pacta.Monitor.Values;
using Pacta.Temporal.Formulas;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Running;

/// <summary>
/// The aggregate of one variable for each group. If what is aggregated is kept by a <see cref="PastOperator"/>, groups are kept up with row by row as it changes;
/// otherwise they are made anew at each time point at which somebody asks. What cannot be kept exactly by adding and taking away (sums of floats, the least after
/// the least has gone, medians) is found anew from the members of the one group that is asked for.
/// </summary>
internal sealed class AggregateOperator : Operator, IRowListener
{
    private const int Size = 0;
    private const int SumLow = 1;
    private const int SumHigh = 2;
    private const int Irregular = 3;
    private const int Cached = 4;
    private const int IsCached = 5;

    private readonly Machine _machine;
    private readonly AggregationOperator _operator;
    private readonly ValueType _type;
    private readonly RowTable _members;
    private readonly RowIndex? _membersByGroup;
    private readonly int[] _memberRegisters;
    private readonly int[] _groupColumns;
    private readonly int _overColumn;
    private readonly bool _isKept;
    private readonly long[] _member;
    private readonly long[] _group;
    private readonly long[] _saved;
    private readonly List<long> _collected = [];
    private bool _isCurrent;

    /// <param name="memberRegisters">Of all free variables of the operand.</param>
    /// <param name="groupColumns">Where among them the groups' variables are.</param>
    /// <param name="overColumn">Where among them the aggregated variable is.</param>
    /// <param name="kept">The operator that keeps the members; null if they are enumerated.</param>
    public AggregateOperator(Machine machine, AggregationOperator op, ValueType type, int[] memberRegisters, int[] groupColumns, int overColumn, PastOperator? kept)
    {
        _machine = machine;
        _operator = op;
        _type = type;
        _memberRegisters = memberRegisters;
        _groupColumns = groupColumns;
        _overColumn = overColumn;
        _isKept = kept is not null;
        _members = kept?.Rows ?? new RowTable(memberRegisters.Length, 0);
        _membersByGroup = op is AggregationOperator.Count || (type == ValueType.Integer && op is AggregationOperator.Sum or AggregationOperator.Average) ? null : _members.IndexOn(groupColumns);
        _member = new long[memberRegisters.Length];
        _group = new long[groupColumns.Length];
        _saved = new long[groupColumns.Length];
        Groups = new RowTable(groupColumns.Length, 6);
        GroupRegisters = [.. groupColumns.Select(column => memberRegisters[column])];
        End = new Notify(Collect);
        machine.OnSweep(texts =>
        {
            machine.Mark(texts, Groups, GroupRegisters);
            if (kept is null)
            {
                machine.Mark(texts, _members, memberRegisters);
            }

            for (var group = Groups.NextAlive(0); group >= 0 && Machine.IsText(type); group = Groups.NextAlive(group + 1))
            {
                if (Groups.Extra(group, IsCached) != 0)
                {
                    texts.Mark(Groups.Extra(group, Cached));
                }
            }
        });
        if (kept is not null)
        {
            kept.Listener = this;
        }
    }

    public RowTable Groups { get; }

    public int[] GroupRegisters { get; }

    /// <summary>The last step of the operand, where its assignments are enumerated.</summary>
    public Node End { get; }

    public Node Operand { get; set; } = Found.Instance;

    /// <summary>The aggregate over nothing, where there are no groups.</summary>
    public long Default => _operator is not (AggregationOperator.Minimum or AggregationOperator.Maximum) ? 0
        : _type is ValueType.Text or ValueType.Pattern ? _machine.Values.OfText(string.Empty)
        : _type == ValueType.Float ? ValueStore.OfFloat(_operator == AggregationOperator.Minimum ? double.PositiveInfinity : double.NegativeInfinity)
        : 0;

    public override void Advance(int position) => _isCurrent = false;

    /// <summary>Makes the groups those of the time point.</summary>
    public void Prepare()
    {
        if (_isKept || _isCurrent)
        {
            return;
        }

        _isCurrent = true;
        if (_members.Count > 0)
        {
            _members.Clear();
            Groups.Clear();
        }

        for (var i = 0; i < _saved.Length; i++)
        {
            _saved[i] = _machine.Registers[GroupRegisters[i]];
        }

        Operand.Run();
        for (var i = 0; i < _saved.Length; i++)
        {
            _machine.Registers[GroupRegisters[i]] = _saved[i];
        }
    }

    public void Added(int row)
    {
        var member = _members.Key(row);
        var group = Groups.FindOrAdd(GroupOf(member), out var isNew);
        if (isNew)
        {
            for (var i = 0; i < 6; i++)
            {
                Groups.Extra(group, i) = 0;
            }
        }

        Groups.Extra(group, Size)++;
        Account(group, member[_overColumn], 1);
    }

    public void Removed(int row)
    {
        var member = _members.Key(row);
        var group = Groups.Find(GroupOf(member));
        if (--Groups.Extra(group, Size) == 0)
        {
            Groups.Remove(group);
            return;
        }

        Account(group, member[_overColumn], -1);
    }

    public long Result(int group)
    {
        if (Groups.Extra(group, IsCached) == 0)
        {
            Groups.Extra(group, Cached) = Compute(group);
            Groups.Extra(group, IsCached) = 1;
        }

        return Groups.Extra(group, Cached);
    }

    private void Collect()
    {
        for (var i = 0; i < _memberRegisters.Length; i++)
        {
            _member[i] = _machine.Registers[_memberRegisters[i]];
        }

        var row = _members.FindOrAdd(_member, out var isNew);
        if (isNew)
        {
            Added(row);
        }
    }

    private ReadOnlySpan<long> GroupOf(ReadOnlySpan<long> member)
    {
        for (var i = 0; i < _group.Length; i++)
        {
            _group[i] = member[_groupColumns[i]];
        }

        return _group;
    }

    /// <param name="sign">1 for a member that came, -1 for one that went.</param>
    private void Account(int group, long value, int sign)
    {
        ref var isCached = ref Groups.Extra(group, IsCached);
        switch (_operator)
        {
            case AggregationOperator.Minimum or AggregationOperator.Maximum when isCached != 0 || (sign > 0 && Groups.Extra(group, Size) == 1):
                ref var best = ref Groups.Extra(group, Cached);
                if (sign > 0)
                {
                    var order = isCached == 0 ? 0 : _machine.Values.Compare(value, best, _type);
                    if (isCached == 0 || (_operator == AggregationOperator.Minimum ? order < 0 : order > 0))
                    {
                        best = value;
                    }

                    isCached = 1;
                }
                else if (value == best)
                {
                    isCached = 0;
                }

                return;
            case AggregationOperator.Sum or AggregationOperator.Average when _type == ValueType.Integer:
                isCached = 0;
                if (ValueStore.IsSmall(value))
                {
                    SetSum(group, SumOf(group) + (sign * (Int128)value));
                }
                else
                {
                    Groups.Extra(group, Irregular) += sign;
                }

                return;
            case AggregationOperator.Minimum or AggregationOperator.Maximum:
                return;
            default:
                isCached = 0;
                return;
        }
    }

    private Int128 SumOf(int group) => new((ulong)Groups.Extra(group, SumHigh), (ulong)Groups.Extra(group, SumLow));

    private void SetSum(int group, Int128 sum)
    {
        Groups.Extra(group, SumHigh) = (long)(sum >> 64);
        Groups.Extra(group, SumLow) = (long)(ulong)(sum & ulong.MaxValue);
    }

    private long Compute(int group)
    {
        var size = Groups.Extra(group, Size);
        switch (_operator)
        {
            case AggregationOperator.Count:
                return size;
            case AggregationOperator.Sum when _type == ValueType.Integer:
                return _machine.Values.OfInteger(ExactSum(group));
            case AggregationOperator.Average when _type == ValueType.Integer:
                return ValueStore.OfFloat(TermArithmetic.ToFloat(ExactSum(group)) / size);
        }

        Members(group);
        switch (_operator)
        {
            case AggregationOperator.Minimum:
                return _collected[0];
            case AggregationOperator.Maximum:
                return _collected[^1];
            case AggregationOperator.Median:
                var middle = _collected.Count / 2;
                return ValueStore.OfFloat(_collected.Count % 2 == 1 ? Number(_collected[middle]) : (Number(_collected[middle - 1]) + Number(_collected[middle])) / 2);
            default:
                // From the least to the greatest, so that the order of events leaves no trace in the last digits.
                var sum = 0.0;
                foreach (var value in _collected)
                {
                    sum += ValueStore.ToFloat(value);
                }

                return ValueStore.OfFloat(_operator == AggregationOperator.Sum ? sum : sum / size);
        }
    }

    private double Number(long slot) => _type == ValueType.Integer ? TermArithmetic.ToFloat(_machine.Values.ToInteger(slot)) : ValueStore.ToFloat(slot);

    private BigInteger ExactSum(int group)
    {
        BigInteger sum = SumOf(group);
        if (Groups.Extra(group, Irregular) > 0)
        {
            Members(group);
            foreach (var value in _collected)
            {
                if (!ValueStore.IsSmall(value))
                {
                    sum += _machine.Values.ToInteger(value);
                }
            }
        }

        return sum;
    }

    /// <summary>The aggregated values of the group's members, in order.</summary>
    private void Members(int group)
    {
        _collected.Clear();
        var key = Groups.Key(group);
        if (_membersByGroup is null)
        {
            for (var row = _members.NextAlive(0); row >= 0; row = _members.NextAlive(row + 1))
            {
                if (GroupOf(_members.Key(row)).SequenceEqual(key))
                {
                    _collected.Add(_members.Key(row)[_overColumn]);
                }
            }
        }
        else
        {
            for (var row = _membersByGroup.First(key); row >= 0; row = _membersByGroup.Next(row))
            {
                if (_membersByGroup.Has(row, key))
                {
                    _collected.Add(_members.Key(row)[_overColumn]);
                }
            }
        }

        _collected.Sort((a, b) => _machine.Values.Compare(a, b, _type));
    }
}

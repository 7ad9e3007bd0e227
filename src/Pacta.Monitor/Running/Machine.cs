using Pacta.Monitor.Events;
using Pacta.Monitor.State;
using Pacta.Monitor.Values;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Monitor.Running;

/// <summary>What all parts of one plan share.</summary>
internal sealed class Machine
{
    private readonly List<Action<TextTable>> _markers = [];
    private readonly List<bool> _holdsText;

    /// <param name="types">Of the variables, by number.</param>
    /// <param name="spare">How many more registers may be asked for.</param>
    public Machine(ValueStore values, TimePoints points, IEnumerable<ValueType> types, int spare)
    {
        Values = values;
        Points = points;
        _holdsText = [.. types.Select(IsText)];
        Registers = new long[_holdsText.Count + spare];
    }

    public ValueStore Values { get; }

    public TimePoints Points { get; }

    /// <summary>Whether something is defined by itself.</summary>
    public bool HasRecursion { get; set; }

    /// <summary>How often it was asked so far what can be forgotten.</summary>
    public int Rounds { get; set; }

    /// <summary>With fewer rows than this, an operator does not look for what it can forget.</summary>
    public required int PurgeAtLeast { get; init; }

    /// <summary>The values of the variables, by number.</summary>
    public long[] Registers { get; }

    public static bool IsText(ValueType type) => type is ValueType.Text or ValueType.Pattern;

    public void AddRegister(ValueType type) => _holdsText.Add(IsText(type));

    /// <summary>What is called when texts that nobody needs are about to be forgotten: it marks those that it needs.</summary>
    public void OnSweep(Action<TextTable> mark) => _markers.Add(mark);

    /// <summary>Marks the texts of rows whose first columns are the values of these registers.</summary>
    public void Mark(TextTable texts, RowTable rows, int[] registers)
    {
        for (var column = 0; column < registers.Length; column++)
        {
            if (!_holdsText[registers[column]])
            {
                continue;
            }

            for (var row = rows.NextAlive(0); row >= 0; row = rows.NextAlive(row + 1))
            {
                texts.Mark(rows.Key(row)[column]);
            }
        }
    }

    public void Mark(TextTable texts)
    {
        foreach (var mark in _markers)
        {
            mark(texts);
        }
    }
}

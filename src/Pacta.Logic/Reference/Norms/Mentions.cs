using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>
/// Everything a rule refers to, through the nouns and tables it uses: kinds, lapses and calendar units that decide when its truth can
/// change, and the names that have several readings.
/// </summary>
internal sealed class Mentions(Agreement agreement, string? bearer = null)
{
    private bool _isAnchored;

    private readonly HashSet<string> _seen = [];

    public HashSet<string> Kinds { get; } = [];

    /// <summary>Kinds of which facts matter that do not name the bearer (the variable given to the constructor).</summary>
    public HashSet<string> UnanchoredKinds { get; } = [];

    public HashSet<string> Clauses { get; } = [];

    public List<Lapse> Lapses { get; } = [];

    public HashSet<LapseUnit> CalendarUnits { get; } = [];

    public List<TimeExpression> Times { get; } = [];

    /// <summary>Names of defines and tables that are used.</summary>
    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of defines and tables with more than one reading.</summary>
    public SortedDictionary<string, IReadOnlyList<string>> Readings { get; } = new(StringComparer.Ordinal);

    public void Add(Pattern? pattern)
    {
        if (pattern is null)
        {
            return;
        }

        Add(pattern.Noun);
        foreach (var role in pattern.Roles)
        {
            Add(role.Argument);
        }

        Add(pattern.Where);
    }

    public void Add(Sentence? sentence)
    {
        if (sentence is null)
        {
            return;
        }

        Add(sentence.Subject.Each);
        switch (sentence.Act)
        {
            case KeepAct keep:
                foreach (var line in keep.Lines)
                {
                    Add(line);
                }

                break;
            case HaveAct have:
                Add(have.Pattern);
                break;
            case DoAct act:
                Add(act.Pattern);
                break;
        }

        var timing = sentence.Timing;
        Add(timing.NoLater);
        Add(timing.NoEarlier);
        Add(timing.Within?.Anchor);
        Add(timing.From);
        Add(timing.Until);
        Add(timing.Effective);
        Add(sentence.Unless);
        Add(sentence.Otherwise);
    }

    /// <summary>A clause whole: its readings, its exceptions, and the clauses it refers to.</summary>
    public void Add(Clause clause)
    {
        if (!_seen.Add("clause " + clause.Name))
        {
            return;
        }

        Note(clause.Name, clause.Readings);
        Add(clause.When);
        foreach (var reading in clause.Readings)
        {
            Add(reading.Content.While);
            Add(reading.Content.Sentence);
        }

        foreach (var exception in clause.Exceptions)
        {
            Add(exception);
        }

        AddReferred();
    }

    /// <summary>What decides when the agreement is in force.</summary>
    /// <summary>All that a noun is defined by.</summary>
    public void AddDefinition(string name)
    {
        Define(name);
        AddReferred();
    }

    public void AddHeader()
    {
        Add(agreement.EntryIntoForce);
        Add(agreement.Expiry);
        Add(agreement.ProvisionalFrom);
        Add(agreement.ProvisionalUntil);
        AddReferred();
    }

    private void AddReferred()
    {
        foreach (var other in Clauses.ToList())
        {
            if (agreement.Clauses.FirstOrDefault(c => c.Name == other) is { } referred)
            {
                Add(referred);
            }
        }
    }

    public void Add(ClauseException exception)
    {
        Add(exception.If);
        Add(exception.Sentence);
        foreach (var child in exception.Exceptions)
        {
            Add(child);
        }
    }

    public void Add(Condition? condition)
    {
        switch (condition)
        {
            case AllCondition all:
                Each(all.Operands);
                break;
            case AnyCondition any:
                Each(any.Operands);
                break;
            case NotCondition not:
                Add(not.Operand);
                break;
            case CompareCondition compare:
                Add(compare.Left);
                Add(compare.Right);
                break;
            case RangeCondition range:
                Add(range.Term);
                Add(range.Low);
                Add(range.High);
                break;
            case AwayCondition away:
                Add(away.Thing);
                Add(away.Distance);
                Add(away.From);
                break;
            case IsOneOfCondition isOneOf:
                // Being of a kind does not change; being something defined, or in a state, may.
                foreach (var noun in isOneOf.Nouns.Where(n => n is not KindNoun { Form: not KindForm.State }))
                {
                    Add(noun);
                }

                break;
            case TextIsCondition text:
                Add(text.Term);
                break;
            case StateCondition state:
                AddState(state.State);
                Add(state.On);
                break;
            case InPlaceCondition place:
                Add(place.Place);
                break;
            case ClauseStateCondition clause:
                Clauses.Add(clause.Clause);
                break;
            case ThereCondition there:
                AddRelation(there.Pattern);
                if (there.Look is { } look)
                {
                    Lapses.Add(look.Length);
                    Add(look.Anchor);
                }

                break;
        }
    }

    private void Each(IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            Add(condition);
        }
    }

    private void Add(Noun noun)
    {
        switch (noun)
        {
            case DefinedNoun defined:
                Define(defined.Name);
                break;
            case BreachNoun breach:
                Clauses.Add(breach.Clause);
                break;
            case KindNoun { Form: KindForm.State } state:
                AddState(state.Name);
                break;
            case KindNoun kind:
                AddKind(kind.Name);
                break;
        }
    }

    private void AddKind(string kind)
    {
        Kinds.Add(kind);
        if (!_isAnchored)
        {
            UnanchoredKinds.Add(kind);
        }
    }

    /// <summary>A relation of its own (what is counted, what there was): anchored if it must name the bearer.</summary>
    private void AddRelation(Pattern pattern)
    {
        var outer = _isAnchored;
        _isAnchored = outer || (bearer is not null && pattern.Roles.Any(r => r.Argument is VariableArgument v && v.Variable == bearer));
        Add(pattern);
        _isAnchored = outer;
    }

    private void Define(string name)
    {
        if (!_seen.Add($"define {name} {_isAnchored}") || !agreement.Definitions.TryGetValue(name, out var definition))
        {
            return;
        }

        Names.Add(name);
        Note(name, definition.Readings);
        foreach (var reading in definition.Readings)
        {
            Add(reading.Content);
        }
    }

    private void AddState(string name)
    {
        if (_seen.Add($"state {name} {_isAnchored}") && agreement.Vocabulary.States.TryGetValue(name, out var state))
        {
            AddKind(name);
            Add(state.Begins);
            Add(state.Ends);
        }
    }

    private void AddTable(string name)
    {
        if (!_seen.Add($"table {name} {_isAnchored}") || !agreement.Tables.TryGetValue(name, out var table))
        {
            return;
        }

        Names.Add(name);
        Note(name, table.Readings);
        foreach (var row in table.Readings.SelectMany(r => r.Content))
        {
            Add(row.If);
            Add(row.From);
            Add(row.Until);
            Add(row.Within);
            Add(row.ButNot);
            foreach (var value in row.Values)
            {
                switch (value)
                {
                    case TermRow term:
                        Add(term.Term);
                        break;
                    case PlaceRow place:
                        Add(place.Place);
                        break;
                    case BandRow band:
                        Add(band.From);
                        break;
                    case BetweenRow between:
                        Add(between.First);
                        Add(between.Second);
                        break;
                }
            }
        }
    }

    private void Note<T>(string name, IReadOnlyList<Reading<T>> readings)
    {
        if (readings.Count > 1)
        {
            Readings[name] = [.. readings.Select(r => r.Name!)];
        }
    }

    private void Add(Term? term)
    {
        switch (term)
        {
            case FieldTerm field:
                Add(field.Of);
                break;
            case DistanceTerm distance:
                Add(distance.From);
                Add(distance.To);
                break;
            case TableTerm table:
                AddTable(table.Table);
                break;
            case ArithmeticTerm arithmetic:
                Add(arithmetic.Left);
                Add(arithmetic.Right);
                break;
            case RoundedTerm rounded:
                Add(rounded.Term);
                break;
            case AtTimeTerm atTime:
                Add(atTime.Term);
                Add(atTime.Time);
                break;
            case AggregateTerm aggregate:
                AddRelation(aggregate.Pattern);
                if (aggregate.Amount is { } amount)
                {
                    AddTable(amount);
                }

                switch (aggregate.Window)
                {
                    case SlidingWindow { Calendar: true } sliding:
                        CalendarUnits.Add(sliding.Length.Unit);
                        break;
                    case SlidingWindow sliding:
                        Lapses.Add(sliding.Length);
                        break;
                    case CalendarWindow calendar:
                        CalendarUnits.Add(calendar.Unit);
                        break;
                }

                break;
        }
    }

    private void Add(Argument argument)
    {
        switch (argument)
        {
            case PatternArgument pattern:
                Add(pattern.Pattern);
                break;
            case EachArgument each:
                Add(each.Pattern);
                break;
            case PlaceArgument place:
                Add(place.Place);
                break;
        }
    }

    /// <summary>Where territories are taken to be, if the agreement says so.</summary>
    private void AddTerritories()
    {
        if (agreement.Tables.ContainsKey(Evaluation.TerritoryTable))
        {
            AddTable(Evaluation.TerritoryTable);
        }
    }

    private void Add(Place? place)
    {
        switch (place)
        {
            case TablePlace table:
                AddTable(table.Table);
                break;
            case TerritoryPlace territory:
                AddTerritories();
                Add(territory.Of);
                break;
            case BorderPlace border:
                AddTerritories();
                Add(border.Of);
                if (border.With is { } with)
                {
                    Add(with);
                }

                break;
            case CoastPlace coast:
                AddTerritories();
                Add(coast.Of);
                break;
        }
    }

    private void Add(TimeExpression? time)
    {
        switch (time)
        {
            case null:
                return;
            case OffsetTime offset:
                Add(offset.Origin);
                break;
            case TableOffsetTime offset:
                AddTable(offset.Table);
                Add(offset.Origin);
                break;
            case DayTime day:
                Add(day.Origin);
                break;
            case FulfilmentTime fulfilment:
                Clauses.Add(fulfilment.Clause);
                break;
            case FixedTime:
                Times.Add(time);
                break;
        }
    }
}

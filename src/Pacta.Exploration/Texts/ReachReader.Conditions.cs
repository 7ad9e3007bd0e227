using Pacta.Model.Agreements;

namespace Pacta.Exploration.Texts;

/// <summary>Conditions, terms and times.</summary>
internal sealed partial class ReachReader
{
    public const string Distance = "distance from ";

    private void Read(Condition? condition)
    {
        switch (condition)
        {
            case AllCondition all:
                foreach (var operand in all.Operands)
                {
                    Read(operand);
                }

                break;
            case AnyCondition any:
                foreach (var operand in any.Operands)
                {
                    Read(operand);
                }

                break;
            case NotCondition not:
                Read(not.Operand);
                break;
            case CompareCondition compare:
                Compare(compare.Left, compare.Right);
                break;
            case RangeCondition range:
                Compare(range.Term, range.Low, range.High);
                break;
            case AwayCondition away:
                Read(away.Thing);
                Read(away.Distance);
                Read(away.From);
                foreach (var kind in KindsOf(away.Thing))
                {
                    var key = (kind, Distance + NameOf(away.From));
                    At(_reach.Numbers, key).UnionWith(NumbersIn([away.Distance]));
                    if (FieldsIn(away.Distance).Count > 0)
                    {
                        _reach.Related.Add(key);
                        _reach.Related.UnionWith(FieldsIn(away.Distance));
                    }
                }

                break;
            case IsOneOfCondition isOneOf:
                Read(isOneOf.Subject);
                foreach (var noun in isOneOf.Nouns)
                {
                    Read(noun);
                }

                foreach (var actor in isOneOf.Actors)
                {
                    Read(actor);
                }

                break;
            case FieldIsTrueCondition isTrue:
                _reach.Truths.UnionWith(KindsOf(isTrue.Of).Select(k => (k, isTrue.Field.Name)));
                break;
            case TextIsCondition text:
                foreach (var key in FieldsIn(text.Term))
                {
                    At(_reach.Texts, key, StringComparer.Ordinal).UnionWith(text.Texts);
                }

                break;
            case StateCondition state:
                Read(state.Subject);
                ReadState(state.State);
                foreach (var role in state.Roles)
                {
                    Read(role.Argument);
                }

                Read(state.On);
                break;
            case InPlaceCondition place:
                Place(place);
                break;
            case ClauseStateCondition clause:
                _reach.Clauses.Add(clause.Clause);
                _asked.Add(clause.Clause);
                _reach.IsRelational = _reach.AsksOrder = true;
                break;
            case JudgedCondition judged:
                _reach.Matters.Add(judged.Matter);
                break;
            case ThereCondition there:
                _reach.IsRelational = _reach.AsksOrder = true;
                In(_part == Part.Trigger ? Part.Trigger | Part.Condition : Part.Condition, () => Read(there.Pattern));
                if (there.Look is { } look)
                {
                    _reach.Lapses.Add(look.Length);
                    Read(look.Anchor);
                }

                break;
        }
    }

    private void Place(InPlaceCondition place)
    {
        if (place.Subject is { } subject)
        {
            Read(subject);
            foreach (var kind in KindsOf(subject))
            {
                At(_reach.Places, kind, StringComparer.Ordinal).Add("in");
            }
        }

        Read(place.Place);
        foreach (var (kind, field) in place.PlaceField is { } term ? FieldsIn(term) : [])
        {
            At(_reach.Places, kind, StringComparer.Ordinal).Add("field " + field);
        }
    }

    /// <summary>Terms compared with each other: the numbers among them are what the fields among them, or the sums, are compared with.</summary>
    private void Compare(params Term[] terms)
    {
        var fields = terms.SelectMany(FieldsIn).ToHashSet();
        var numbers = NumbersIn(terms).ToList();
        foreach (var key in fields)
        {
            At(_reach.Numbers, key).UnionWith(numbers);
        }

        if (fields.Count > 1)
        {
            _reach.Related.UnionWith(fields);
        }

        // Of a share of what there is: so many of a hundred, and the rest.
        foreach (var share in terms.SelectMany(Flat).OfType<ArithmeticTerm>().Where(a => a.Operator == Arithmetic.Multiply && Flat(a).Any(t => t is AggregateTerm)))
        {
            if ((Value(share.Left) ?? Value(share.Right)) is { } part and > 0 and < 1)
            {
                var some = Math.Floor(100 * part);
                numbers.AddRange([some, some + 1, 100 - some, 99 - some]);
            }
        }

        foreach (var aggregate in terms.SelectMany(AggregatesIn))
        {
            var keys = KindsOf(aggregate.Pattern.Noun).Select(k => (Kind: k, Field: aggregate.Field?.Name ?? "count")).ToList();
            foreach (var key in keys)
            {
                At(_reach.Numbers, key).UnionWith(numbers);
                if (aggregate.Form is AggregateForm.Number or AggregateForm.Total)
                {
                    _reach.Summed.Add(key);
                }
            }
        }

        foreach (var distance in terms.SelectMany(Flat).OfType<DistanceTerm>())
        {
            foreach (var kind in KindsOf(distance.From))
            {
                At(_reach.Numbers, (kind, Distance + NameOf(distance.To))).UnionWith(numbers);
            }
        }

        foreach (var duration in terms.SelectMany(Flat).OfType<DurationTerm>())
        {
            foreach (var kind in KindsOf(duration.Of))
            {
                At(_reach.Durations, kind).UnionWith(numbers);
            }
        }

        foreach (var term in terms)
        {
            Read(term);
        }
    }

    private void Read(Term? term)
    {
        switch (term)
        {
            case FieldTerm field:
                Read(field.Of);
                foreach (var key in FieldsIn(field))
                {
                    _ = At(_reach.Numbers, key);
                }

                break;
            case TableTerm table:
                ReadTable(table.Table);
                if (table.Parameter is { } parameter)
                {
                    Read(parameter);
                }

                break;
            case ArithmeticTerm arithmetic:
                Read(arithmetic.Left);
                Read(arithmetic.Right);
                break;
            case RoundedTerm rounded:
                Read(rounded.Term);
                break;
            case AtTimeTerm atTime:
                _reach.AsksOrder = true;
                Read(atTime.Term);
                Read(atTime.Time);
                break;
            case AggregateTerm aggregate:
                _reach.IsRelational = true;
                Read(aggregate.Pattern);
                if (aggregate.Amount is { } amount)
                {
                    ReadTable(amount);
                }

                Read(aggregate);
                break;
        }
    }

    private void Read(AggregateTerm aggregate)
    {
        switch (aggregate.Window)
        {
            case SlidingWindow { Calendar: true } sliding:
                _reach.CalendarUnits.Add(sliding.Length.Unit);
                _reach.Lapses.Add(sliding.Length);
                break;
            case SlidingWindow sliding:
                _reach.Lapses.Add(sliding.Length);
                break;
            case CalendarWindow calendar:
                _reach.CalendarUnits.Add(calendar.Unit);
                break;
            case AtOnceWindow:
                foreach (var kind in KindsOf(aggregate.Pattern.Noun))
                {
                    _ = At(_reach.Durations, kind);
                }

                break;
        }
    }

    private void Read(TimeExpression? time)
    {
        switch (time)
        {
            case OffsetTime offset:
                _reach.Lapses.Add(offset.Lapse);
                Read(offset.Origin);
                break;
            case TableOffsetTime offset:
                ReadTable(offset.Table);
                Read(offset.Origin);
                break;
            case DayTime day:
                _reach.Lapses.Add(new Model.Time.Lapse(day.Day, Model.Time.LapseUnit.Day));
                Read(day.Origin);
                break;
            case FulfilmentTime fulfilment:
                _reach.Clauses.Add(fulfilment.Clause);
                _asked.Add(fulfilment.Clause);
                _reach.IsRelational = _reach.AsksOrder = true;
                break;
            case StartTime:
                _reach.AsksOrder = true;
                break;
            case EndTime end:
                _reach.AsksOrder = true;
                foreach (var kind in KindsOf(end.Of))
                {
                    _ = At(_reach.Durations, kind);
                }

                break;
            case EntryIntoForceTime or SignatureTime:
                _reach.CountsFromEntry = true;
                break;
            case FixedTime date:
                _reach.Dates.Add(date.Moment);
                break;
        }
    }

    private HashSet<(string Kind, string Field)> FieldsIn(Term term) =>
        [.. Flat(term).OfType<FieldTerm>().SelectMany(f => KindsOf(f.Of).Select(k => (k, f.Field.Name)))];

    private static IEnumerable<AggregateTerm> AggregatesIn(Term term) => Flat(term).OfType<AggregateTerm>();

    /// <summary>Numbers in terms, those of the tables they use included; of a product with a share also what it comes to is near one of them.</summary>
    private IEnumerable<decimal> NumbersIn(IEnumerable<Term> terms) => terms.SelectMany(t => Value(t) is { } value ? [value] : Flat(t).SelectMany(NumbersOf));

    private IEnumerable<decimal> NumbersOf(Term term) => term switch
    {
        NumberTerm { Range: { Low: { } low, High: { } high } } => [low, high],
        TableTerm table when _agreement.Tables.TryGetValue(table.Table, out var rows) =>
            rows.Readings.SelectMany(r => r.Content).SelectMany(r => r.Values).OfType<TermRow>().SelectMany(r => NumbersIn([r.Term])),
        _ => [],
    };

    /// <summary>A term of numbers alone.</summary>
    private static decimal? Value(Term term) => term switch
    {
        NumberTerm { Range: { IsExact: true, Low: { } low } } => low,
        RoundedTerm { Up: var up } rounded => Value(rounded.Term) is { } v ? up ? Math.Ceiling(v) : Math.Floor(v) : null,
        ArithmeticTerm a when Value(a.Left) is { } x && Value(a.Right) is { } y => a.Operator switch
        {
            Arithmetic.Add => x + y,
            Arithmetic.Subtract => x - y,
            Arithmetic.Multiply => x * y,
            _ => y == 0 ? null : x / y,
        },
        _ => null,
    };

    private static IEnumerable<Term> Flat(Term term) => term switch
    {
        ArithmeticTerm a => [a, .. Flat(a.Left), .. Flat(a.Right)],
        RoundedTerm r => [r, .. Flat(r.Term)],
        AtTimeTerm t => [t, .. Flat(t.Term)],
        _ => [term],
    };

    /// <summary>The name under which a distance from it is reported; of a zone with a parameter the words stand for each actor's.</summary>
    private static string NameOf(Place place) => place switch
    {
        TablePlace { Parameter: null } table => table.Table,
        TablePlace table => table.Table + " of *",
        TerritoryPlace => "territory of *",
        _ => place.Text,
    };
}

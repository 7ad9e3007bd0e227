using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Exploration.Texts;

/// <summary>Reads from the tree of a clause what it can tell apart.</summary>
internal sealed partial class ReachReader
{
    private const string Anything = "activity";

    private readonly Agreement _agreement;
    private readonly Reach _reach = new();
    private readonly Dictionary<string, HashSet<string>> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _brokenFirst = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private Part _part;
    private bool _isOnlyBroken;
    private bool _isToDo;

    private ReachReader(Agreement agreement) => _agreement = agreement;

    /// <summary>A clause with its exceptions, the words it uses and the clauses it asks about.</summary>
    public static Reach Of(Clause clause, Agreement agreement)
    {
        var reader = new ReachReader(agreement);
        reader.FindBearer(clause);
        reader.Read(clause, isAsked: false);
        return reader._reach;
    }

    private void Read(Clause clause, bool isAsked)
    {
        if (!_seen.Add("clause " + clause.Path))
        {
            return;
        }

        _reach.Names.Add(clause.Name);
        if (clause.Survival.Withdrawal?.Length is { } outliving)
        {
            _reach.Lapses.Add(outliving);
        }

        In(isAsked ? Part.Condition : Part.Trigger, () => Read(clause.When));
        foreach (var reading in clause.Readings)
        {
            In(Part.Condition, () => Read(reading.Content.While));
            Read(reading.Content.Sentence, isAsked);
        }

        foreach (var exception in clause.Exceptions)
        {
            Read(exception);
        }

        foreach (var name in _reach.Clauses.ToList())
        {
            if (_agreement.Clauses.FirstOrDefault(c => c.Name == name || c.Path == name) is { } other)
            {
                var outer = _isOnlyBroken;
                _isOnlyBroken = _brokenFirst.Contains(name) && !_asked.Contains(name);
                Elsewhere(() => Read(other, isAsked: true));
                _isOnlyBroken = outer;
            }
        }
    }

    private void Read(ClauseException exception)
    {
        In(Part.Condition, () => Read(exception.If));
        if (exception.Sentence is { } sentence)
        {
            Read(sentence, isAsked: false);
        }

        foreach (var child in exception.Exceptions)
        {
            Read(child);
        }
    }

    private void Read(Sentence sentence, bool isAsked)
    {
        var subject = sentence.Subject;
        In(Part.Condition, () => Read(subject.Each));
        foreach (var name in subject.Names)
        {
            Read(name);
        }

        // What is done against it sets going what is owed otherwise.
        var act = sentence.Otherwise is null ? Part.Act : Part.Act | Part.Instead;
        if (isAsked)
        {
            // Of a clause whose breach alone is asked about, what is done against it can only set something going.
            act = _isOnlyBroken && sentence is { Modality: Modality.MustNot, Act: DoAct } ? Part.Trigger : Part.Condition;
        }

        In(act, () =>
        {
            switch (sentence.Act)
            {
                case KeepAct keep:
                    foreach (var line in keep.Lines)
                    {
                        Read(line);
                    }

                    break;
                case HaveAct have:
                    Read(have.Pattern, Owner);
                    break;
                case DoAct toDo:
                    _isToDo = !isAsked && sentence.Modality == Modality.Must;
                    Read(toDo.Pattern, By);
                    _isToDo = false;
                    break;
            }
        });
        if (!isAsked && sentence.Modality == Modality.Must && IsFloor(sentence.Act))
        {
            // What must be there must be there from the first day on.
            _reach.CountsFromEntry = true;
        }

        Read(sentence.Timing);
        In(Part.Condition, () => Read(sentence.Unless));
        if (sentence.Otherwise is { } otherwise)
        {
            Read(otherwise, isAsked);
        }
    }

    private static bool IsFloor(Act act) => act is HaveAct
        || (act is KeepAct keep && keep.Lines.Any(l => l is RangeCondition { Term: AggregateTerm { Window: null } } or CompareCondition { Left: AggregateTerm { Window: null }, Relation: Relation.AtLeast or Relation.MoreThan or Relation.Equal }));

    private void Read(Timing timing)
    {
        foreach (var time in new[] { timing.NoLater, timing.NoEarlier, timing.Within?.Anchor, timing.From, timing.Until, timing.Effective })
        {
            Read(time);
        }

        if (timing.Within is { } within)
        {
            _reach.Lapses.Add(within.Length);
        }

        switch (timing.Cycle)
        {
            case YearlyCycle yearly:
                _reach.Yearly.Add((yearly.Month, yearly.Day));
                _reach.CalendarUnits.Add(LapseUnit.Year);
                break;
            case PeriodicCycle periodic:
                _reach.Lapses.Add(periodic.Length);
                break;
        }
    }

    private void In(Part part, Action read)
    {
        var outer = _part;
        _part = part;
        read();
        _part = outer;
    }

    private void AddKind(string kind) => _reach.Kinds[kind] = _reach.Kinds.GetValueOrDefault(kind) | _part;

    /// <summary>The kinds a noun may stand for; of an actor, a place or a breach: none.</summary>
    private HashSet<string> KindsOf(Noun noun)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        Collect(noun, kinds, []);
        return kinds;
    }

    private void Collect(Noun noun, HashSet<string> kinds, HashSet<string> seen)
    {
        switch (noun)
        {
            case KindNoun kind when kind.Form != KindForm.State:
                kinds.Add(kind.Name);
                break;
            case DefinedNoun defined when seen.Add(defined.Name) && _agreement.Definitions.TryGetValue(defined.Name, out var definition):
                foreach (var reading in definition.Readings)
                {
                    Collect(reading.Content.Noun, kinds, seen);
                }

                break;
        }
    }

    private static SortedSet<T> At<TKey, T>(Dictionary<TKey, SortedSet<T>> sets, TKey key, IComparer<T>? comparer = null)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = new SortedSet<T>(comparer);
        }

        return set;
    }
}

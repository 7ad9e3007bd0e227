using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Histories;
using Pacta.Translation.Logs;
using F = Pacta.Temporal.Formulas;
using Interval = Pacta.Temporal.Formulas.Interval;
using Value = Pacta.Temporal.Formulas.Value;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// What the log tells of events and things.
internal sealed partial class Translator
{
    private static readonly string[] Inside = ["in", "into", "on"];

    /// <summary>An event happens now.</summary>
    private Atom Starts(F.Term subject) => _book.Use(
        "starts", RelationSource.Reports, [("event", ValueType.Text)],
        () => _history.Events.Where(e => e.At <= _history.Through).Select(e => new LogRow(e.At, [Name(e.Id)])), subject);

    /// <summary>When it starts: the first and the last second in which it may, of a day its ends.</summary>
    private Atom Times(F.Term subject, F.Term first, F.Term last) => _book.Use(
        "time", RelationSource.Reports, [("event", ValueType.Text), ("first_second", ValueType.Integer), ("last_second", ValueType.Integer)],
        () => _history.Events.Where(e => e.At <= _history.Through)
            .Select(e => new LogRow(e.At, [Name(e.Id), _book.Stamp(_book.StampOf(e.At)), _book.Stamp(_book.StampOf(e.Last))])), subject, first, last);

    private Formula IsOfKind(KindNoun noun, F.Term subject, Sort sort)
    {
        Require(noun.Form == KindForm.Event && _history.CountedKinds.Any(k => IsA(k, noun.Name)), Obstacle.OnlyCounted, noun.Name);
        Require(_agreement.Vocabulary.OpenKinds.Any(k => IsA(k, noun.Name) || _agreement.Vocabulary.IsA(noun.Name, k)), Obstacle.OpenKind, noun.Name);
        var atom = _book.Use(
            "is_" + NameOf(noun.Name), RelationSource.Reports, [(sort == Sort.Event ? "event" : "thing", ValueType.Text)],
            () => _history.Facts.Where(f => f.Form == (sort == Sort.Event ? FactForm.Event : FactForm.Thing) && IsA(f.Kind, noun.Name)).SelectMany(f => Told(f, Name(f.Id))), subject);
        return sort == Sort.Event ? atom : new Once(Interval.Any, atom);
    }

    private bool IsA(string kind, string ancestor) => ancestor is "activity" or "request" or "asset" || _agreement.Vocabulary.IsA(kind, ancestor);

    /// <summary>Of an event wherever it is told of; of a thing where it is observed, and wherever an event refers to it.</summary>
    private IEnumerable<LogRow> Told(ToldFact fact, params Value[] arguments) =>
        (fact.Form == FactForm.Event ? _history.PlacesOf(fact) : _history.PlacesOf(fact).Append(fact.At).Where(at => at <= _history.Through)).Select(at => new LogRow(at, [.. arguments]));

    private static F.TextValue Name(string name) => new(name);

    /// <summary>What stands in a role.</summary>
    private Formula Role(Referent subject, string preposition, F.Term value)
    {
        if (subject.Sort == Sort.Event)
        {
            RequireToldHere(subject, preposition);
            return _book.Use(
                "role_" + NameOf(preposition), RelationSource.Reports, [("event", ValueType.Text), ("who_or_what", ValueType.Text)],
                () => _history.Events.SelectMany(e => NamesIn(e, preposition).SelectMany(n => Told(e, Name(e.Id), Name(n)))), subject.Term, value);
        }

        Require(subject.Sort != Sort.Thing, Obstacle.Form, preposition);
        Atom At(F.Term v) => _book.Use(
            "thing_" + NameOf(preposition), RelationSource.Reports, [("thing", ValueType.Text), ("who_or_what", ValueType.Text)],
            () => Observed(f => NamesIn(f, preposition).Select(n => (Value)Name(n))), subject.Term, v);
        return Latest(At(value), Inside.Contains(preposition) ? Placed(subject) : AnyOf(At));
    }

    /// <summary>As it was last observed.</summary>
    private static Since Latest(Formula observed, Formula changed) => new(Interval.Any, new Not(changed), observed);

    private Exists AnyOf(Func<F.Term, Atom> atom) => Fresh("other") is var other ? new Exists([other.Name], atom(other)) : throw new InvalidOperationException();

    /// <summary>Where a thing is was said, in whatever words: the place is one attribute.</summary>
    private Atom Placed(Referent subject) => _book.Use(
        "placed", RelationSource.Reports, [("thing", ValueType.Text)],
        () => _history.Things.SelectMany(t => t).Where(f => f.At <= _history.Through && Inside.Append("outside").Any(f.Roles.ContainsKey)).Select(f => new LogRow(f.At, [Name(f.Id)])), subject.Term);

    private IEnumerable<LogRow> Observed(Func<ToldFact, IEnumerable<Value>> values) => _history.Things
        .SelectMany(t => t)
        .Where(f => f.At <= _history.Through)
        .SelectMany(f => values(f).Select(v => new LogRow(f.At, [Name(f.Id), v])));

    private static IEnumerable<string> NamesIn(ToldFact fact, string preposition) =>
        (preposition == "in" ? Inside : [preposition]).SelectMany(p => fact.Roles.GetValueOrDefault(p, [])).Distinct(StringComparer.Ordinal);

    /// <summary>A field: of an event as reported, of a thing as it was last observed.</summary>
    private Formula FieldOf(Referent subject, string name, F.Term value, ValueType type, decimal? ifUnsaid = null)
    {
        Atom At(F.Term v) => _book.Use(
            (subject.Sort == Sort.Event ? "field_" : "thing_field_") + NameOf(name), RelationSource.Reports,
            [(subject.Sort == Sort.Event ? "event" : "thing", ValueType.Text), (NameOf(name), type)],
            () => subject.Sort == Sort.Event
                ? _history.Events.SelectMany(e => ValuesIn(e, name, ifUnsaid).SelectMany(v => Told(e, Name(e.Id), v)))
                : Observed(f => ValuesIn(f, name, f == _history.Find(f.Id)[0] ? ifUnsaid : null)),
            subject.Term, v);
        if (subject.Sort == Sort.Event)
        {
            RequireToldHere(subject, name);
            return At(value);
        }

        Require(subject.Sort != Sort.Thing, Obstacle.Form, name);
        return Latest(At(value), AnyOf(At));
    }

    private IEnumerable<Value> ValuesIn(ToldFact fact, string name, decimal? ifUnsaid)
    {
        switch (fact.Fields.GetValueOrDefault(name))
        {
            case NumberValue number:
                yield return Number(number.Range.Low ?? number.About ?? number.Range.High ?? 0);
                break;
            case TruthValue truth:
                yield return Name(truth.IsTrue ? "yes" : "no");
                break;
            case Model.Values.TextValue text:
                yield return Name(text.Text.ToLowerInvariant());
                break;
            case NameValue named:
                yield return Name(named.Name);
                break;
            case null when ifUnsaid is { } number:
                yield return Number(number);
                break;
            default:
                break;
        }
    }

    private Value Number(decimal number)
    {
        if (_isWithFractions)
        {
            return new FloatValue((double)number);
        }

        return number == decimal.Truncate(number) ? new IntegerValue(new System.Numerics.BigInteger(number)) : throw new FractionException();
    }

    private ValueType NumberType => _isWithFractions ? ValueType.Float : ValueType.Integer;

    /// <summary>What is told of an event is told at its own moment, not at another's.</summary>
    private void RequireToldHere(Referent subject, string what) => Require(subject.Moment != _moment, Obstacle.Form, what);

    /// <summary>A thing is there from its first observation through its end, until it is observed again.</summary>
    private Formula IsThere(Referent thing)
    {
        var observed = _book.Use(
            "observed", RelationSource.Reports, [("thing", ValueType.Text)],
            () => _history.Things.SelectMany(t => t).Where(f => f.At <= _history.Through).Select(f => new LogRow(f.At, [Name(f.Id)])), thing.Term);
        var gone = _book.Use(
            "gone", RelationSource.Reports, [("thing", ValueType.Text)],
            () => _history.Things.SelectMany(t => t)
                .Where(f => f.Until is not null)
                .Select(f => new LogRow(_book.After(f.Until!.Value), [Name(f.Id)]))
                .Where(r => r.At <= _history.Through), thing.Term);
        return new Since(Interval.Any, new Not(gone), observed);
    }
}

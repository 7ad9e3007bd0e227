using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>Conditions at a moment (docs/semantics.md, 4).</summary>
internal sealed partial class Evaluation
{
    public Judged Evaluate(Condition condition, Binding binding, InstantRange at)
    {
        switch (condition)
        {
            case AllCondition all:
                return EvaluateAll(all, 0, binding, at);
            case AnyCondition any:
                return EvaluateAny(any, binding, at);
            case NotCondition not:
                var inner = Evaluate(not.Operand, binding, at);
                return inner.Not().Because(Step(DerivationCode.Not, inner.Truth.Not(), [inner.Why], [], not.Text));
            case CompareCondition compare:
                return Compare(compare, binding, at);
            case RangeCondition range:
                return InRange(range, binding, at);
            case AwayCondition away:
                return Away(away, binding, at);
            case IsOneOfCondition isOneOf:
                return IsOneOf(isOneOf, binding, at);
            case FieldIsTrueCondition field:
                return FieldIsTrue(field, binding, at);
            case TextIsCondition text:
                return TextIs(text, binding, at);
            case StateCondition state:
                var moment = state.On is { } on ? Evaluate(on, binding).AsDeadline(Calendar) : at;
                return EntityOf(state.Subject, binding) is { } subject
                    ? InState(subject, state.State, state.Roles, binding, moment)
                    : Judged.Unknown(Causes.NotIdentified(state.Subject.Text));
            case InPlaceCondition inPlace:
                return InPlace(inPlace, binding, at);
            case ClauseStateCondition clause:
                var judged = Norms?.ClauseIs(clause.Clause, clause.State, at) ?? Judged.False;
                return judged.Because(Derive(DerivationCode.ClauseIs, judged.Truth, [judged.Why], [clause.Clause], clause.Text));
            case JudgedCondition matter:
                return IsJudged(matter, at);
            case ThereCondition there:
                return IsThere(there, binding, at, _ => Judged.True);
            default:
                throw new InvalidOperationException($"no rule for the condition {condition.GetType().Name}");
        }
    }

    /// <summary>Conjunction from left to right; what <c>there was</c> binds, the lines after it see.</summary>
    private Judged EvaluateAll(AllCondition all, int index, Binding binding, InstantRange at)
    {
        if (index == all.Operands.Length)
        {
            return Judged.True;
        }

        if (all.Operands[index] is ThereCondition there)
        {
            return IsThere(there, binding, at, bound => EvaluateAll(all, index + 1, bound, at));
        }

        var first = Evaluate(all.Operands[index], binding, at);
        if (first.Truth == Truth.False)
        {
            return first.Because(Step(DerivationCode.All, Truth.False, [first.Why], [], all.Text));
        }

        var rest = EvaluateAll(all, index + 1, binding, at);
        var both = first.And(rest);
        return both.Because(index == 0 || both.Truth != Truth.True
            ? Step(DerivationCode.All, both.Truth, [first.Why, rest.Why], [], all.Text)
            : Step(DerivationCode.All, both.Truth, [first.Why, rest.Why], [], string.Empty));
    }

    private Judged EvaluateAny(AnyCondition any, Binding binding, InstantRange at)
    {
        var result = Judged.False;
        var reasons = new List<(Truth Truth, Derivation? Why)>();
        foreach (var operand in any.Operands)
        {
            var judged = Evaluate(operand, binding, at);
            reasons.Add((judged.Truth, judged.Why));
            result = result.Or(judged);
            if (judged.Truth == Truth.True)
            {
                break;
            }
        }

        var relevant = reasons.Where(r => r.Truth == result.Truth).Select(r => r.Why);
        return result.Because(Step(DerivationCode.Any, result.Truth, relevant, [], any.Text));
    }

    private Judged Compare(CompareCondition compare, Binding binding, InstantRange at)
    {
        var left = Evaluate(compare.Left, binding, at);
        var right = Evaluate(compare.Right, binding, at);
        var truth = Compare(left, compare.Relation, right);
        if (truth == Truth.Unknown)
        {
            Doubts.Add((left.Range, right.Range));
        }

        Index.Watch?.Invoke(new Comparison(compare.Text, IsOn(left.Range, right.Range), truth));
        return Judged.Of(truth, left.Causes.Union(right.Causes)).Because(
            Step(DerivationCode.Compared, truth, [left.Why, right.Why], [], compare.Text, left.Show(), right.Show()));
    }

    private static bool IsOn(NumberRange value, NumberRange bound) => value.IsExact && value == bound;

    private static Truth Compare(TermValue left, Relation relation, TermValue right) =>
        left.MayBeNone || right.MayBeNone ? NoLimit(left, right, relation) : Numbers.Compare(left.Range, relation, right.Range);

    /// <summary>A comparison with an amount that has no row for the case holds: there is no limit.</summary>
    private static Truth NoLimit(TermValue left, TermValue right, Relation relation)
    {
        if (left.IsNone || right.IsNone)
        {
            return Truth.True;
        }

        return Numbers.Compare(left.Range, relation, right.Range) == Truth.True ? Truth.True : Truth.Unknown;
    }

    private Judged InRange(RangeCondition range, Binding binding, InstantRange at)
    {
        var value = Evaluate(range.Term, binding, at);
        var low = Evaluate(range.Low, binding, at);
        var high = Evaluate(range.High, binding, at);
        var truth = Compare(value, Relation.AtLeast, low).And(Compare(value, Relation.AtMost, high));
        if (truth == Truth.Unknown)
        {
            Doubts.AddRange([(value.Range, low.Range), (value.Range, high.Range)]);
        }

        Index.Watch?.Invoke(new Comparison(range.Text, IsOn(value.Range, low.Range) || IsOn(value.Range, high.Range), truth));
        return Judged.Of(truth, value.Causes.Union(low.Causes).Union(high.Causes)).Because(
            Step(DerivationCode.Compared, truth, [value.Why], [], range.Text, value.Show(), Composed.Of("range", low.Show(), high.Show())));
    }

    /// <summary>A thing that is not there is not too near; a distance nobody reported is unknown.</summary>
    private Judged Away(AwayCondition away, Binding binding, InstantRange at)
    {
        var thing = EntityOf(away.Thing, binding);
        if (thing is null)
        {
            return Judged.Unknown(Causes.NotIdentified(away.Thing.Text));
        }

        var present = thing is ThingEntity t && Index.Thing(t.Name) is { } timeline ? View(timeline, at).Present : Judged.True;
        if (present.Truth == Truth.False)
        {
            return Judged.True;
        }

        var limit = Evaluate(away.Distance, binding, at);
        var lines = LinesOf(away.From, binding, at);
        var far = Judged.True;
        foreach (var line in lines)
        {
            var (distance, measured, _) = DistanceFrom(thing, line, at);
            var one = limit.IsNone
                ? Judged.True
                : distance.Test(v => v is NumberValue n
                    ? Judged.Of(
                        limit.MayBeNone && Numbers.Compare(n.Range, away.Relation, limit.Range) != Truth.True
                            ? Truth.Unknown
                            : Numbers.Compare(n.Range, away.Relation, limit.Range),
                        distance.Causes.Union(limit.Causes))
                    : Judged.Of(Truth.Unknown, distance.Causes));
            Index.Watch?.Invoke(new Comparison(away.Text, distance.Options is [NumberValue only] && IsOn(only.Range, limit.Range), one.Truth));
            var shown = distance.IsMissing ? Composed.Of(Composed.NotReported) : Composed.Or(distance.Options.Select(Composed.NumberOf));
            far = far.And(one).Because(Step(
                DerivationCode.Away, one.Truth, [limit.Why, measured], distance.Reports, thing.Name, shown, line.Name, limit.Show(), away.Text));
        }

        return present.Not().Or(far).Because(far.Why);
    }

    private Judged IsOneOf(IsOneOfCondition isOneOf, Binding binding, InstantRange at)
    {
        var subject = EntityOf(isOneOf.Subject, binding);
        if (subject is null or UnknownEntity)
        {
            return Judged.Unknown(Causes.NotIdentified(subject?.Name ?? isOneOf.Subject.Text));
        }

        var result = Judged.False;
        foreach (var noun in isOneOf.Nouns)
        {
            var asPattern = new Pattern(noun.Name, noun, null, null, [], null);
            result = result.Or(MatchesOf(asPattern, subject, Binding.Empty, at).Aggregate(Judged.False, (sum, m) => sum.Or(m.Judged)));
        }

        foreach (var actor in isOneOf.Actors)
        {
            result = result.Or(subject.Name == actor.Name ? Judged.True : actor.IsGroup ? IsMember(subject.Name, actor.Name, at) : Judged.False);
        }

        var mentions = isOneOf.Nouns.Select(n => n.Name);
        return result.Because(Derive(DerivationCode.IsOneOf, result.Truth, [], mentions, isOneOf.Text, NameOf(subject)));
    }

    private Judged FieldIsTrue(FieldIsTrueCondition field, Binding binding, InstantRange at)
    {
        var entity = EntityOf(field.Of, binding);
        if (entity is null)
        {
            return Judged.Unknown(Causes.Missing(field.Of.Text, field.Field.Name));
        }

        var held = FieldOf(entity, field.Field.Name, at);
        var judged = held is { IsMissing: true, Denied: TruthValue denied }
            ? Judged.Of(Kleene.Of(!denied.IsTrue), [])
            : held.Test(v => Judged.Of(v is TruthValue t ? Kleene.Of(t.IsTrue) : Truth.Unknown, held.Causes));
        return judged.Because(Step(DerivationCode.FieldIsTrue, judged.Truth, [], held.Reports, field.Text, NameOf(entity), field.Field.Name));
    }

    private Judged TextIs(TextIsCondition text, Binding binding, InstantRange at)
    {
        if (text.Term is TextTerm literal)
        {
            return Judged.Of(Kleene.Of(IsAnyOf(literal.Value)), []);
        }

        if (text.Term is not FieldTerm field || EntityOf(field.Of, binding) is not { } entity)
        {
            return Judged.Unknown(Causes.Missing(text.Term.Text, "text"));
        }

        var held = FieldOf(entity, field.Field.Name, at);
        var judged = held is { IsMissing: true, Denied: { } denied } && text.Texts.All(t => string.Equals(t, denied.ToString(), StringComparison.OrdinalIgnoreCase))
            ? Judged.False
            : held.Test(v => Judged.Of(Kleene.Of(IsAnyOf(v.ToString()!)), []));
        var shown = held.IsMissing ? Composed.Of(Composed.NotReported) : Composed.Or(held.Options.Select(Composed.Of));
        return judged.Because(Step(DerivationCode.TextIs, judged.Truth, [], held.Reports, text.Text, shown));

        bool IsAnyOf(string value) => text.Texts.Any(t => string.Equals(t, value, StringComparison.OrdinalIgnoreCase));
    }

    private Judged InPlace(InPlaceCondition condition, Binding binding, InstantRange at)
    {
        Whereabouts where;
        if (condition.PlaceField is FieldTerm field && EntityOf(field.Of, binding) is { } owner)
        {
            where = new Whereabouts(FieldOf(owner, field.Field.Name, at), MissingAttribute(owner.Name, "outside"), MissingAttribute(owner.Name, "position"), owner);
        }
        else if (condition.Subject is { } argument && EntityOf(argument, binding) is { } subject)
        {
            // A State is where its territory is.
            where = subject is ActorEntity or GroupEntity
                ? new Whereabouts(new Held([new NameValue(TerritoryPrefix + subject.Name)], false, [], []), MissingAttribute(subject.Name, "outside"), MissingAttribute(subject.Name, "position"), subject)
                : subject is PlaceEntity place
                    ? new Whereabouts(new Held([new NameValue(place.Name)], false, [], []), MissingAttribute(subject.Name, "outside"), MissingAttribute(subject.Name, "position"), subject)
                    : PlacesOf(subject, "in", at);
        }
        else
        {
            return Judged.Unknown(Causes.Missing(condition.Text, "place"));
        }

        var judged = InPlace(condition.Place, where, binding, at);
        return condition.Outside ? judged.Not() : judged;
    }

    /// <summary>What is left to judgement: of each source its latest word counts; sources that contradict each other are a dispute.</summary>
    private Judged IsJudged(JudgedCondition matter, InstantRange at) => Index.History.Judgements.IsEmpty || !Index.JudgementsOf(matter.Matter).Any()
        ? Judged.Unknown(Causes.Judged(matter.Matter), Step(DerivationCode.Judged, Truth.Unknown, [], [], matter.Matter, string.Empty, string.Empty))
        : IsJudgedBySome(matter, at);

    private Judged IsJudgedBySome(JudgedCondition matter, InstantRange at)
    {
        var stated = Index.JudgementsOf(matter.Matter).Where(j => IsBy(j, at) != Truth.False).ToList();
        var last = stated.Where(j => !stated.Exists(o => o.By.Source == j.By.Source && IsBy(o, at) == Truth.True && o.Time.In(Zone).Earliest > j.Time.In(Zone).Latest)).ToList();
        var values = last.Select(j => j.Holds).Distinct().ToList();
        Judged judged;
        if (values.Count == 2)
        {
            judged = SideOf(matter.Matter, Causes.JudgedAttribute) is { } side
                ? Judged.Of(Kleene.Of(side == 0), [])
                : Judged.Unknown(Causes.RivalJudgements(matter.Matter, last));
        }
        else
        {
            var cause = Causes.Judged(matter.Matter) with { Reports = [.. last.Select(j => j.By)] };
            judged = Judged.Of(values.Count == 1 && last.Exists(j => IsBy(j, at) == Truth.True) ? Kleene.Of(values[0]) : Truth.Unknown, [cause]);
        }

        return judged.Because(Step(DerivationCode.Judged, judged.Truth, [], last.Select(j => j.By), matter.Matter, By(true), By(false)));

        string By(bool holds) => Causes.Names([.. last.Where(j => j.Holds == holds).Select(j => j.By)]);

        Truth IsBy(Judgement judgement, InstantRange moment) => judgement.Time.In(Zone).NotAfter(moment);
    }

    private Judged IsThere(ThereCondition there, Binding binding, InstantRange at, Func<Binding, Judged> rest)
    {
        var result = Judged.False;
        // An event is not its own forerunner.
        var anchor = there.Look?.Anchor is StartTime start ? EntityOf(start.Of, binding) as EventEntity : null;
        var matches = SeeingCounts(() =>
            IsOfEvents(there.Pattern.Noun) ? Matches(there.Pattern, binding, null, Reach(there.Look, binding, at)) : Matches(there.Pattern, binding, at));
        foreach (var match in matches.Where(m => anchor is null || !anchor.Equals(m.Entity)))
        {
            var inTime = match.Entity is EventEntity e ? InLook(TimeOf(e.Fact), there.Look, binding, at) : Judged.True;
            var here = match.Judged.And(inTime);
            here = match.Entity is EventEntity { Fact: var fact } ? here.And(HasHappened(TimeOf(fact))) : here;
            if (here.Truth != Truth.False)
            {
                result = result.Or(here.And(rest(match.Binding)).Because(match.Judged.Why));
            }
        }

        var kind = there.Pattern.Noun.Name;
        if (result.Truth == Truth.False && Vocabulary.OpenKinds.Contains(kind))
        {
            result = Judged.Unknown(Causes.OpenKind(kind));
        }

        return result.Because(Step(
            result.Truth == Truth.False ? DerivationCode.ThereNot : DerivationCode.There, result.Truth, [result.Why], [], there.Text));
    }

    /// <summary>Events have a time of their own; things, states and actors are asked about a moment.</summary>
    private bool IsOfEvents(Noun noun) => noun switch
    {
        KindNoun kind => kind.Form == KindForm.Event,
        DefinedNoun defined => IsOfEvents(NounOf(defined.Name)),
        _ => noun is BreachNoun,
    };

    private Judged InLook(FactTime time, LookAround? look, Binding binding, InstantRange at)
    {
        if (look is null)
        {
            return Judged.Of(time.Range.NotAfter(at), time.Causes);
        }

        var anchor = Evaluate(look.Anchor, binding);
        var other = Offset(anchor, look.Length, look.Before);
        return look.Before
            ? NotBefore(time, other).And(NotAfter(time, anchor))
            : NotBefore(time, anchor).And(NotAfter(time, other));
    }

    private Derivation? Derive(DerivationCode code, Truth truth, IEnumerable<Derivation?> because, IEnumerable<string> mentions, params string[] arguments) =>
        Explains ? Derivations.Make(code, truth, because, [], mentions, arguments) : null;
}

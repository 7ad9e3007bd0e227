using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Temporal.Formulas;
using F = Pacta.Temporal.Formulas;
using Interval = Pacta.Temporal.Formulas.Interval;

namespace Pacta.Translation.Formulas;

// What there was before, and states between the events that begin and end them (docs/semantics.md, 2 and 4).
internal sealed partial class Translator
{
    private static bool IsFieldOf(Condition condition, string variable) => condition switch
    {
        FieldIsTrueCondition { Of: VariableArgument v } => v.Variable == variable,
        TextIsCondition { Term: FieldTerm { Of: VariableArgument v } } => v.Variable == variable,
        CompareCondition { Left: FieldTerm { Of: VariableArgument v }, Right: NumberTerm } => v.Variable == variable,
        NotCondition not => IsFieldOf(not.Operand, variable),
        _ => false,
    };

    /// <param name="about">What else must be so of what is found.</param>
    private void AddThere(ThereCondition there, Conjunction into, Scope scope, params Condition[] about)
    {
        var noun = there.Pattern.Noun;
        var sort = SortOf(noun);
        var subject = there.Pattern.Variable is { } named ? new Variable("v_" + named) : Fresh("found");
        if (sort == Sort.Thing && there.Look is null)
        {
            var thing = new Referent(subject, sort, _moment);
            into.Add(IsThere(thing));
            Match(there.Pattern, subject, into, scope);
            foreach (var condition in about)
            {
                Add(condition, into, scope);
            }

            return;
        }

        Require(sort != Sort.Event, Obstacle.Form, there.Text);
        Referent? anchor = null;
        if (there.Look is { } look)
        {
            anchor = look is { Before: true, Length.IsElapsed: true, Anchor: StartTime { Of: var of } } ? Find(of, scope) : throw NoForm(there.Text);
            Require(anchor.Moment != _moment || anchor.Sort != Sort.Event, Obstacle.Form, there.Text);
        }

        var found = AtAnotherMoment(() =>
        {
            var sub = new Conjunction();
            sub.Add(Starts(subject));
            Match(there.Pattern, subject, sub, scope);
            foreach (var condition in about)
            {
                Add(condition, sub, scope);
            }

            var keep = Known(into, scope).Add(subject.Name);
            return sub.IsSafe ? sub.Closed(keep) : throw NoForm(there.Text);
        });
        var interval = there.Look is { } back ? new Interval(0, false, SecondsIn(back.Length) * _book.PerSecond, false) : Interval.Any;
        into.Add(new Once(interval, found));
        if (anchor is not null)
        {
            into.AddNot(Equal(subject, anchor.Term));
        }
    }

    private static long SecondsIn(Model.Time.Lapse lapse) => lapse.Unit switch
    {
        Model.Time.LapseUnit.Second => lapse.Amount,
        Model.Time.LapseUnit.Minute => lapse.Amount * 60L,
        _ => lapse.Amount * 3_600L,
    };

    // ------------------------------------------------------------------------------------------------ states

    private F.Term[] Fillers(StateCondition condition, Scope scope) =>
    [
        .. _agreement.Vocabulary.States[condition.State].Kind.Roles.Select((role, i) => i == 0
            ? Find(condition.Subject, scope).Term
            : condition.Roles.FirstOrDefault(r => r.Preposition == role.Preposition) is { } said ? Find(said.Argument, scope).Term : Fresh("other")),
    ];

    /// <summary>An event has begun it, and none has ended it since.</summary>
    private Formula IsInState(string name, F.Term[] fillers)
    {
        Require(_history.Facts.Any(f => f.Form == FactForm.State), Obstacle.Form, name);
        var state = _agreement.Vocabulary.States[name];
        F.Term[] all = [.. state.RoleVariables.Select((_, i) => i < fillers.Length ? fillers[i] : Fresh("other"))];
        ImmutableArray<string> keep = [.. all.SelectMany(f => FreeVariables.Of(f))];

        Formula Happens(Pattern pattern) => AtAnotherMoment(() =>
        {
            var scope = new Scope();
            foreach (var (variable, term) in state.RoleVariables.Zip(all))
            {
                scope.Set(variable, new Referent(term, Sort.Actor, _moment));
            }

            var sub = new Conjunction();
            var happening = Fresh("event");
            sub.Add(Starts(happening));
            Match(pattern, happening, sub, scope);
            return sub.Closed(keep);
        });

        var begins = Happens(state.Begins);
        if (state.Ends is not { } ends)
        {
            return new Once(Interval.Any, begins);
        }

        var ended = Happens(ends);
        return new Since(Interval.Any, new Not(ended), new And(begins, new Not(ended)));
    }
}

using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Histories;
using Pacta.Translation.Logs;
using Pacta.Translation.Norms;
using F = Pacta.Temporal.Formulas;
using Interval = Pacta.Temporal.Formulas.Interval;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Leaving and suspending by a notice (docs/semantics.md, 10). Neither ends again, so who has used such a power once is away from then on.
internal sealed partial class Translator
{
    private ImmutableArray<ToldFact>? _notices;

    /// <summary>The notices that may have let somebody leave or suspend; none where nobody has such a power.</summary>
    private ImmutableArray<ToldFact> Notices => _notices ??= Exits.Any()
        ? [.. _history.Events.Where(e => e.At <= _history.Through && IsExit(e.Kind))]
        : [];

    private bool IsExit(string kind) => Departures.Is(kind, _agreement.Vocabulary);

    private IEnumerable<(Clause Clause, Rule Rule, DoAct Act)> Exits => _agreement.Clauses
        .Where(c => Departures.IsPower(c, _agreement))
        .Select(c => (c, Rule: Chosen.Of(c.Readings, c.Name, _perspective)))
        .Where(p => p.Rule.Sentence is { Modality: Modality.Power, Act: DoAct })
        .Select(p => (p.c, p.Rule, (DoAct)p.Rule.Sentence.Act));

    /// <summary>Somebody leaves or suspends now, by a notice that he had the power to give.</summary>
    private Formula Leaves(F.Term who, Variable second)
    {
        List<Formula> ways = [];
        foreach (var (clause, rule, act) in Exits)
        {
            var sentence = rule.Sentence;
            Require(KindOf(act.Pattern.Noun) is not { } kind || !IsExit(kind.Name), Obstacle.MayHaveLeft, sentence.Text);
            Require(
                clause.When is not null || rule.While is not null || clause.Exceptions.Length > 0 || sentence.Unless is not null
                    || sentence.Timing is not { NoLater: null, NoEarlier: null, Within: null, From: null, Until: null }
                    || sentence.Subject is not { Together: false, Each: { Noun: MemberNoun { Group: MemberNoun.Parties }, Roles: [], Where: null } },
                Obstacle.MayHaveLeft, sentence.Text);
            ways.Add(Leaves(clause, sentence, act, who, second));
        }

        return Either(ways);
    }

    private Exists Leaves(Clause clause, Sentence sentence, DoAct act, F.Term who, Variable second)
    {
        var notice = Fresh("notice");
        var effect = _book.Use(
            "takes_effect_" + NameOf(clause.Name), RelationSource.Calendar, [("notice", ValueType.Text), ("second", ValueType.Integer)],
            () => Notices.Select(n => (n, At: EffectOf(sentence, act, n))).Where(e => e.At <= _history.Through)
                .Select(e => new LogRow(e.At, [Name(e.n.Id), _book.Stamp(_book.StampOf(e.At))])), notice, second);
        var given = AtAnotherMoment(() =>
        {
            var (sub, scope) = (new Conjunction(), new Scope());
            scope.Set(sentence.Subject.Each?.Variable, new Referent(who, Sort.Actor, _moment));
            sub.Add(Starts(notice));
            foreach (var (each, _) in EachesIn(act.Pattern).DistinctBy(e => KeyOf(e.Each)))
            {
                Require(each.Pattern is not { Noun: MemberNoun { Group: MemberNoun.Parties }, Roles: [], Where: null }, Obstacle.MayHaveLeft, each.Text);
                var other = Fresh("each");
                scope.Set(KeyOf(each), new Referent(other, Sort.Actor, _moment));
                sub.Add(IsParty(other));
                if (each.Other)
                {
                    sub.AddNot(Equal(who, other));
                }
            }

            Match(act.Pattern, notice, sub, scope);
            sub.Add(Role(new Referent(notice, Sort.Event, _moment), "by", who));
            sub.Add(IsParty(who));
            var (from, to) = InForce()[0];
            if (from != Instant.MinValue || to != Instant.MaxValue)
            {
                sub.Add(Lasts("in_force", RelationSource.Text, ["agreement"], () => [new Stretch([_agreement.Name], from, to)], Text(_agreement.Name)));
            }

            return sub.Closed([notice.Name, .. FreeVariables.Of(who)]);
        });
        return new Exists([notice.Name], new And(effect, new Once(Interval.Any, given)));
    }

    private Instant EffectOf(Sentence sentence, DoAct act, ToldFact notice) => sentence.Timing.Effective is { } effective
        ? _dates.Of(effective, a => a is VariableArgument v && v.Variable == act.Pattern.Variable ? notice : null).From
        : notice.At;
}

using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Logs;
using F = Pacta.Temporal.Formulas;
using Interval = Pacta.Temporal.Formulas.Interval;
using Value = Pacta.Temporal.Formulas.Value;
using ValueType = Pacta.Temporal.Formulas.ValueType;

namespace Pacta.Translation.Formulas;

// Who belongs to a group, and when the agreement binds (docs/semantics.md, 5 and 6).
internal sealed partial class Translator
{
    private sealed record Stretch(ImmutableArray<string> Names, Instant From, Instant To);

    /// <summary>Something that is so from an instant through another: it begins, and it has not ended since.</summary>
    private Formula Lasts(string name, RelationSource source, ImmutableArray<string> arguments, Func<IEnumerable<Stretch>> stretches, params F.Term[] terms)
    {
        ImmutableArray<(string, ValueType)> types = [.. arguments.Select(a => (a, ValueType.Text))];
        ImmutableArray<Value> Of(Stretch s) => [.. s.Names.Select(n => (Value)Name(n))];
        // What began before the log does is so when the log begins.
        IEnumerable<Stretch> Within() => stretches().Where(s => s.To >= _start && s.From <= _history.Through).Select(s => s.From > _start ? s : s with { From = Instant.MinValue });
        var begins = _book.Use(name + "_from", source, types, () => Within().Select(s => new LogRow(s.From, Of(s))), terms);
        var ends = _book.Use(
            name + "_until", source, types,
            () => Within().Select(s => new LogRow(_book.After(s.To), Of(s))).Where(r => r.At <= _history.Through), terms);
        return new Since(Interval.Any, new Not(ends), begins);
    }

    private Formula IsParty(F.Term who) => Lasts("party", RelationSource.Text, ["actor"], () => _agreement.Parties.SelectMany(Flattened), who);

    private Formula IsMember(string group, F.Term who) => group == MemberNoun.Parties
        ? IsParty(who)
        : Lasts("member_of_" + NameOf(group), RelationSource.Text, ["actor"], () => MembersOf(group, Instant.MinValue, Instant.MaxValue, isDeep: true), who);

    /// <summary>The members as they are listed, groups among them.</summary>
    private Formula IsListed(string group, F.Term who) => group == MemberNoun.Parties
        ? IsParty(who)
        : Lasts("listed_in_" + NameOf(group), RelationSource.Text, ["actor"], () => MembersOf(group, Instant.MinValue, Instant.MaxValue, isDeep: false), who);

    /// <summary>The same, or a member of what is a group.</summary>
    private Formula Belongs(F.Term who, F.Term to) => Lasts(
        "belongs", RelationSource.Text, ["actor", "actor_or_group"],
        () => _agreement.Vocabulary.Groups.Keys
            .SelectMany(g => MembersOf(g, Instant.MinValue, Instant.MaxValue, isDeep: true).Select(m => m with { Names = [m.Names[0], g] }))
            .Concat(_agreement.Vocabulary.Actors.Keys.Concat(_agreement.Vocabulary.Groups.Keys).Select(a => new Stretch([a, a], Instant.MinValue, Instant.MaxValue))),
        who, to);

    private IEnumerable<Stretch> Flattened(string name) => IsGroup(name)
        ? MembersOf(name, Instant.MinValue, Instant.MaxValue, isDeep: true).Where(s => !IsGroup(s.Names[0]))
        : [new Stretch([name], Instant.MinValue, Instant.MaxValue)];

    private bool IsGroup(string name) => _agreement.Vocabulary.Groups.ContainsKey(name);

    private IEnumerable<Stretch> MembersOf(string group, Instant from, Instant to, bool isDeep)
    {
        foreach (var member in _agreement.Vocabulary.Groups[group].Members)
        {
            var first = Instant.Max(from, member.From is { } f ? _dates.Of(f).From : Instant.MinValue);
            var last = Instant.Min(to, member.Until is { } u ? _dates.Of(u).To : Instant.MaxValue);
            if (first > last)
            {
                continue;
            }

            yield return new Stretch([member.Member], first, last);
            if (isDeep && IsGroup(member.Member))
            {
                foreach (var deeper in MembersOf(member.Member, first, last, isDeep))
                {
                    yield return deeper;
                }
            }
        }
    }

    // ------------------------------------------------------------------------------------------------ when it binds

    private List<(Instant From, Instant To)> InForce()
    {
        List<(Instant From, Instant To)> force = [];
        var expiry = _agreement.Expiry is { } e ? _dates.Of(e).To : Instant.MaxValue;
        if (_agreement is { EntryIntoForce: null, ProvisionalFrom: null, Status.Standing: Standing.Proposal or Standing.Oral })
        {
            force.Add((Instant.MinValue, expiry));
        }

        if (_agreement.ProvisionalFrom is { } provisional)
        {
            force.Add((_dates.Of(provisional).From, _agreement.ProvisionalUntil is { } until ? _dates.Of(until).To : Instant.MaxValue));
        }

        if (_agreement.EntryIntoForce is { } entry)
        {
            force.Add((_dates.Of(entry).From, expiry));
        }

        force.Sort();
        if (force is [var (_, firstEnds), var (secondBegins, secondEnds)])
        {
            Require(firstEnds < Instant.MaxValue && firstEnds + Pacta.Model.Time.InstantRange.Tick < secondBegins, Obstacle.Interrupted, "provisional application");
            force = [(force[0].From, Instant.Max(firstEnds, secondEnds))];
        }

        Require(force.Count == 0, Obstacle.Interrupted, "entry into force");
        return force;
    }

    /// <summary>From when on clauses without a trigger bind: a text that never entered into force from the beginning of the record on.</summary>
    private Instant Began => InForce()[0].From is var from && from != Instant.MinValue ? from
        : Instant.Min(_history.Begins == Instant.MinValue ? _history.Through : _history.Begins, _history.Through);

    /// <summary>Adds that the agreement is in force, and that none of these has left or suspended it.</summary>
    private void AddLive(Conjunction into, params F.Term[] concerned)
    {
        var (from, to) = InForce()[0];
        Require(_norm.Clause.Survival != Survival.None && (to < _history.Through || _agreement.Participations.Length > 0 || Notices.Length > 0), Obstacle.Interrupted, "survives");
        Require(Subject.Together && _norm.Sentence.Act is KeepAct && Notices.Length > 0, Obstacle.Joint, Subject.Text);
        if (from != Instant.MinValue || to != Instant.MaxValue)
        {
            into.Add(Lasts("in_force", RelationSource.Text, ["agreement"], () => [new Stretch([_agreement.Name], from, to)], Text(_agreement.Name)));
        }

        foreach (var who in concerned)
        {
            if (_agreement.Participations.Length > 0)
            {
                into.AddNot(IsAway(who));
            }

            if (Notices.Length > 0)
            {
                var second = Fresh("second");
                into.AddNot(new Exists([second.Name], new Once(Interval.Any, Leaves(who, second))));
            }
        }
    }

    private Formula IsAway(F.Term who) => Lasts("away", RelationSource.Text, ["actor"], Away, who);

    /// <summary>Who rests or has left, by the head of the agreement.</summary>
    private IEnumerable<Stretch> Away() => _agreement.Participations.SelectMany(p => p.By
        .SelectMany(n => IsGroup(n) ? Flattened(n) : [new Stretch([n], Instant.MinValue, Instant.MaxValue)])
        .Select(s => s with
        {
            From = Instant.Max(s.From, p.From is { } from ? _dates.Of(from).From : Instant.MinValue),
            To = Instant.Min(s.To, p.Until is { } until ? _dates.Of(until).To : Instant.MaxValue),
        }));

    /// <summary>From when and until when the sentence itself binds.</summary>
    private void AddSpan(Conjunction into)
    {
        var timing = _norm.Sentence.Timing;
        if (timing.From is null && timing.Until is null)
        {
            return;
        }

        var from = timing.From is { } f ? _dates.Of(f).From : Instant.MinValue;
        var to = timing.Until is { } u ? _dates.Of(u).To : Instant.MaxValue;
        into.Add(Lasts("sentence_binds", RelationSource.Text, ["clause"], () => [new Stretch([_norm.Name], from, to)], Text(_norm.Name)));
    }
}

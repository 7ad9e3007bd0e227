using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Who is bound by a sentence (docs/semantics.md, 6).</summary>
internal sealed partial class NormEvaluation
{
    private IEnumerable<Bearer> BearersOf(Subject subject, Binding binding, InstantRange at, Clause? clause)
    {
        if (subject.Each is { } each)
        {
            var found = Candidates(each, binding, at).ToList();
            if (!subject.Together)
            {
                return found.Select(m => new Bearer([m.Entity], false, m.Binding, m.Judged));
            }

            return found.Count == 0 ? [] : [new Bearer([.. found.Select(m => m.Entity)], true, binding, Judged.True)];
        }

        if (subject is { Together: false, Names: [not ActorArgument { IsGroup: true } and var single] })
        {
            return NamedBearer(single, binding, at, clause) is { } entity ? [BearerOf(entity, binding)] : [];
        }

        var named = subject.Names.Select(n => NamedBearers(n, binding, at, clause).ToList()).ToList();
        var members = named.SelectMany(n => n).ToList();
        if (subject.Together)
        {
            // A joint duty needs all of them: where one is not bound, there is none.
            return named.Exists(n => n.Count == 0) ? [] : [new Bearer([.. members], true, binding, Judged.True)];
        }

        return members.Select(m => BearerOf(m, binding));
    }

    /// <summary>Who did it may be nobody who is bound.</summary>
    private static Bearer BearerOf(Entity entity, Binding binding) =>
        new([entity], false, binding, entity is UnknownEntity ? Judged.Unknown(Causes.NotIdentified(entity.Name)) : Judged.True);

    private IEnumerable<Match> Candidates(Pattern each, Binding binding, InstantRange at) => _evaluation
        .Matches(each, binding, at)
        .Where(m => each.Noun is MemberNoun || IsParty(m.Entity, at) || _evaluation.Index.IsInRole(m.Entity.Name))
        .GroupBy(m => m.Entity)
        .Select(g => g.MaxBy(m => m.Judged.Truth));

    private IEnumerable<Entity> NamedBearers(Argument argument, Binding binding, InstantRange at, Clause? clause)
    {
        if (argument is ActorArgument { IsGroup: true } group)
        {
            return _evaluation.ActorsOf(group.Name)
                .Distinct(StringComparer.Ordinal)
                .Where(a => _evaluation.IsMember(a, group.Name, at).Truth != Truth.False)
                .Select(a => new ActorEntity(a));
        }

        return NamedBearer(argument, binding, at, clause) is { } entity ? [entity] : [];
    }

    private Entity? NamedBearer(Argument argument, Binding binding, InstantRange at, Clause? clause) =>
        _evaluation.EntityOf(argument, binding) is { } entity && (argument is not VariableArgument variable || IsBound(entity, variable.Variable, clause, at)) ? entity : null;

    /// <summary>An agreement binds its parties; others only where the text names them, by name or by a noun (docs/semantics.md, 6).</summary>
    private bool IsBound(Entity entity, string variable, Clause? clause, InstantRange at) =>
        entity is not ActorEntity || _agreement.Parties.Length == 0 || IsParty(entity, at) || IsNamed(variable, clause);

    private static bool IsNamed(string variable, Clause? clause) =>
        (clause?.When is { } when && IsNamedByNoun(when, variable)) || IsEachOf(variable, clause);

    /// <summary>Does the variable stand for each of those whom the clause binds?</summary>
    private static bool IsEachOf(string variable, Clause? clause) =>
        clause?.Readings.Any(r => r.Content.Sentence.Subject.Each?.Variable == variable) == true;

    private bool IsParty(Entity entity, InstantRange at) =>
        _evaluation.IsMember(entity.Name, MemberNoun.Parties, at).Truth != Truth.False;

    private static bool IsNamedByNoun(Pattern pattern, string variable) =>
        pattern.Roles.Any(r => r.Argument is PatternArgument p
            && ((p.Pattern.Variable == variable && p.Pattern.Noun is not ActorNoun) || IsNamedByNoun(p.Pattern, variable)))
        || IsRestricted(pattern.Where, variable);

    private static bool IsRestricted(Condition? where, string variable) => where switch
    {
        IsOneOfCondition { Subject: VariableArgument v } => v.Variable == variable,
        AllCondition all => all.Operands.Any(o => IsRestricted(o, variable)),
        NotCondition not => IsRestricted(not.Operand, variable),
        _ => false,
    };
}

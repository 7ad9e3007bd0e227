using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Duties;

/// <summary>Whom the words of a sentence stand for: <c>each party P</c> each party as the agreement lists them, a variable whoever it may be.</summary>
internal sealed class Names(Agreement agreement)
{
    public IEnumerable<string> Bearers(Subject subject, Clause clause) =>
        subject.Each is { } each ? Of(each) : subject.Names.SelectMany(n => Of(n, clause));

    /// <summary>To whom an act is owed: what fills its <c>to</c>, or whose territory is to be stayed away from; nobody in particular where it has none.</summary>
    public IEnumerable<string?> Beneficiaries(Act act, string bearer) => act switch
    {
        DoAct toDo => toDo.Pattern.Roles.Where(r => r.Preposition == "to").SelectMany(r => To(r.Argument, bearer)),
        KeepAct keep => keep.Lines.OfType<AwayCondition>().Select(a => a.From).OfType<TerritoryPlace>().SelectMany(t => To(t.Of, bearer)).Distinct(),
        _ => [],
    };

    private IEnumerable<string?> To(Argument argument, string bearer) => argument switch
    {
        EachArgument each => Of(each.Pattern).Where(n => !each.Other || n != bearer).Cast<string?>(),
        ActorArgument actor => [actor.Name],
        _ => [null], // whoever asked, or whom it concerns
    };

    private IEnumerable<string> Of(Argument argument, Clause clause) => argument switch
    {
        ActorArgument actor => [actor.Name],
        VariableArgument when clause.When is not null => agreement.Parties.Length > 0 ? agreement.Parties : [argument.Text],
        _ => [argument.Text],
    };

    private IEnumerable<string> Of(Pattern pattern) => pattern.Noun switch
    {
        MemberNoun { Group: MemberNoun.Parties } => agreement.Parties,
        MemberNoun member => [member.Group],
        _ => [pattern.Text],
    };
}

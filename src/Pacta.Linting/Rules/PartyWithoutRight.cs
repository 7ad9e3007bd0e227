using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Negotiation.Duties;

namespace Pacta.Linting.Rules;

/// <summary>A party of which a text asks something, towards which it asks nothing of others, and that may do nothing by it. That may be meant, as where one side surrenders.</summary>
internal sealed class PartyWithoutRight() : LintRule("PACTA1007")
{
    private const string Help = "Look whether a duty towards it, or something that it may do, was forgotten. pacta reciprocity shows who owes what to whom.";

    public override IEnumerable<Diagnostic> Find(LintContext context)
    {
        foreach (var agreement in context.Agreements)
        {
            var parties = BoundActors.Parties(agreement);
            var duties = DutyMatrix.Of(agreement).Duties;
            if (parties.Length < 2 || duties.Any(IsUnsure))
            {
                continue;
            }

            foreach (var party in parties.Where(p => duties.Any(d => !d.IsPower && IsBy(d, p)) && !HasRight(agreement, duties, p)))
            {
                var burden = duties.First(d => !d.IsPower && IsBy(d, party)).Clause;
                yield return Note(
                    $"What is encoded asks something of {party} and gives it no right: it asks nothing of others towards {party}, and leaves nothing to {party} to do.",
                    [LintedItem.Of(burden).Head($"this is asked of {party}")], Help);
            }
        }
    }

    private static bool HasRight(Agreement agreement, IEnumerable<Duty> duties, string party) =>
        duties.Any(d => d.IsPower ? IsBy(d, party) : !IsBy(d, party) && (d.Beneficiary.Form == SomebodyForm.Everybody || d.Beneficiary == Somebody.Actor(party)))
        || agreement.Clauses.Any(c => c.Readings.Any(r => r.Content.Sentence.Modality == Modality.May) && (BoundActors.Of(agreement, c) is not { } who || who.Contains(party)));

    private static bool IsBy(Duty duty, string party) => duty.Bearer == Somebody.Actor(party);

    /// <summary>Only a history can tell who that is; it might be anybody.</summary>
    private static bool IsUnsure(Duty duty) =>
        duty.Bearer.Form is SomebodyForm.Role or SomebodyForm.Noun || duty.Beneficiary.Form is SomebodyForm.Role or SomebodyForm.Noun;
}

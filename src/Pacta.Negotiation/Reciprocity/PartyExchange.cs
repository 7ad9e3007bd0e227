using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Histories;

namespace Pacta.Negotiation.Reciprocity;

/// <summary>A draft beside itself with two parties exchanged.</summary>
/// <param name="One">What the draft asks of this party is compared with what it asks of the other.</param>
/// <param name="Compared">The draft, and the draft with the two exchanged, with what each allows that the other rules out.</param>
public sealed record PartyExchange(string One, string Other, DraftComparison Compared)
{
    /// <summary>Do both say the same, so that neither of the two owes more?</summary>
    public bool IsSymmetric => Compared.Pairs.All(p => p.IsSame);

    /// <summary>Each way in which the first party may not do what the other may (or must do what the other need not), and the reverse.</summary>
    public IEnumerable<(ClauseStrictness Clause, Separation Shown, bool IsHeavierForOne)> Differences =>
        (Compared.Strictness?.Clauses ?? [])
        .Where(c => c.Party == One)
        .SelectMany(c => new[] { (c, c.FirstForbids, true), (c, c.SecondForbids, false) })
        .Where(d => d.Item2 is { Found: not null, IsCaught: false })
        .Select(d => (d.c, d.Item2.Found!, d.Item3));
}

/// <summary>What is reciprocal in a draft and what is not.</summary>
/// <param name="Declared">Clauses whose notes say that they are not reciprocal on purpose, with the reason given.</param>
public sealed record DraftReciprocity(Agreement Draft, ImmutableArray<PartyExchange> Exchanges, ImmutableArray<(Clause Clause, string Reason)> Declared)
{
    /// <summary>How a note begins that declares an asymmetry.</summary>
    public const string Mark = "asymmetry:";

    public static ImmutableArray<(Clause Clause, string Reason)> DeclaredIn(Agreement draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return
        [
            .. draft.Clauses.SelectMany(c => c.Remarks.Notes
                .Where(n => n.StartsWith(Mark, StringComparison.OrdinalIgnoreCase))
                .Select(n => (c, n[Mark.Length..].Trim()))),
        ];
    }
}

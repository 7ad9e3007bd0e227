using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Conflicts;

/// <summary>A rule by which people argue that one of two clauses prevails.</summary>
public enum PrevalenceRule
{
    /// <summary>The later text (lex posterior; Vienna Convention on the Law of Treaties, article 30, for treaties of the same parties on the same subject).</summary>
    Later,

    /// <summary>The more special clause (lex specialis): whatever it speaks of, the other one speaks of as well, and of more.</summary>
    Special,

    /// <summary>Their standing: a treaty, a political commitment, a proposal. It decides nothing by itself.</summary>
    Standing,
}

/// <summary>What a rule would say. Nothing is decided by it.</summary>
/// <param name="For">The clause that would prevail; null: the rule says nothing here.</param>
/// <param name="Date">Of the later text.</param>
public sealed record Prevalence(PrevalenceRule Rule, ConflictClause? For, LocalDate? Date);

public static class Prevalences
{
    /// <summary>What the dates and the standing of the texts say.</summary>
    public static IEnumerable<Prevalence> OfTexts(ImmutableArray<ConflictClause> clauses)
    {
        var dated = clauses.Select(c => (Clause: c, Date: DateOf(c.Text))).ToList();
        if (dated.Select(d => d.Clause.Text.Name).Distinct(StringComparer.Ordinal).Skip(1).Any() && dated.TrueForAll(d => d.Date is not null))
        {
            var latest = dated.MaxBy(d => d.Date)!;
            yield return !dated.Exists(d => d.Date == latest.Date && d.Clause.Text.Name != latest.Clause.Text.Name)
                ? new Prevalence(PrevalenceRule.Later, latest.Clause, latest.Date)
                : new Prevalence(PrevalenceRule.Later, null, latest.Date);
        }

        if (clauses.Select(c => c.Clause.Status.Standing).Distinct().Skip(1).Any())
        {
            yield return new Prevalence(PrevalenceRule.Standing, null, null);
        }
    }

    /// <summary>Of signature, else of the entry into force.</summary>
    public static LocalDate? DateOf(Agreement text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Signed?.Local.Date ?? (text.EntryIntoForce as FixedTime)?.Moment.Local.Date;
    }
}

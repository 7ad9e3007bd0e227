using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for who owes something, and to whom, in one finding or in several that are alike.</summary>
public static class PartyWords
{
    /// <summary>More names than this are counted instead of listed.</summary>
    public const int MostNames = 3;

    public static string Bearer(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsClaim ? $"said to bind {string.Join(", ", finding.Bearers)}"
            : IsAuthorUnstated(finding) ? $"not attributed: no report says by whom ({Bound(finding.Bearers)})"
            : finding is { IsUnattributed: true, Bearers: [var somebody] } ? $"{(RoleWords.Split(somebody) is { } role ? RoleWords.Of(role.Attribute, role.Id) : somebody)}: not known who"
            : finding.IsUnattributed ? $"by one of {OneOf(finding.Bearers)}: not attributed"
            : finding is { IsJoint: true, Bearers.Length: > 1 } ? Jointly(finding.Bearers)
            : Names(finding.Bearers);
    }

    /// <summary>Those of whom a report says that it was one: all of them, or their number. Some of them would be pointed at.</summary>
    private static string OneOf(ImmutableArray<string> names) => names.Length <= MostNames
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{names.Length} whom a report names");

    private static string Jointly(ImmutableArray<string> names) => names.Length <= MostNames
        ? $"{string.Join(" and ", names)} together"
        : string.Create(CultureInfo.InvariantCulture, $"{names.Length} together");

    /// <summary>
    /// Is an act not attributed because no report says by whom? Its bearers are then all who are bound; otherwise a report names
    /// those of whom it was one.
    /// </summary>
    public static bool IsAuthorUnstated(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsUnattributed
            && finding.Causes.Any(c => c is { Kind: CauseKind.Missing, Attribute: "by", Reports.Length: 0 } && finding.Trigger.Contains(c.Key));
    }

    /// <summary>All who are bound, or their number: some of many names would point at those.</summary>
    public static string Bound(ImmutableArray<string> names) => names.Length <= MostNames
        ? $"bound: {string.Join(", ", names)}"
        : string.Create(CultureInfo.InvariantCulture, $"{names.Length} are bound");

    /// <summary>The bearer and, if the duty is owed to somebody in particular, to whom.</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Beneficiary is { } to ? $"{Bearer(finding)} to {RoleWords.Who(to)}" : Bearer(finding);
    }

    /// <summary>Several beneficiaries of one bearer.</summary>
    public static string Beneficiaries(Agreement agreement, ImmutableArray<string> bearers, ImmutableArray<string> to)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var others = Parties(agreement).Except(bearers);
        return to.Length > 1 && others.SetEquals(to) ? $"each other party ({to.Length})" : Names(to);
    }

    /// <summary>Several bearers of the same duty.</summary>
    public static string Bearers(Agreement agreement, ImmutableArray<string> bearers)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return bearers.Length > 1 && Parties(agreement).SetEquals(bearers)
            ? $"each party ({bearers.Length})"
            : Names(bearers);
    }

    /// <summary>The parties one by one: a group among them stands for all its members, whenever they joined.</summary>
    private static ImmutableHashSet<string> Parties(Agreement agreement)
    {
        var parties = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var groups = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(agreement.Parties);
        while (waiting.TryPop(out var name))
        {
            if (!agreement.Vocabulary.Groups.TryGetValue(name, out var group))
            {
                parties.Add(name);
            }
            else if (groups.Add(name))
            {
                foreach (var member in group.Members)
                {
                    waiting.Push(member.Member);
                }
            }
        }

        return parties.ToImmutable();
    }

    private static string Names(ImmutableArray<string> names) => names.Length <= MostNames
        ? string.Join(", ", names.Select(RoleWords.Who))
        : $"{string.Join(", ", names.Take(MostNames - 1).Select(RoleWords.Who))} and {names.Length - MostNames + 1} others";
}

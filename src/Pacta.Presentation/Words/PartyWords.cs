using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for who owes something, and to whom, in one finding or in several that are alike.</summary>
public sealed class PartyWords
{
    /// <summary>More names than this are counted instead of listed.</summary>
    public const int MostNames = 3;

    private readonly Speech _speech;

    internal PartyWords(Speech speech) => _speech = speech;

    public string Bearer(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsClaim ? Say("who.claimed", string.Join(", ", Claimed(finding)))
            : IsAuthorUnstated(finding) ? Say(IsAuthorDenied(finding) ? "who.author_denied" : "who.author_unstated", Bound(finding.Bearers))
            : finding is { IsUnattributed: true, Bearers: [var somebody] } ? Say("who.somebody", RoleWords.Split(somebody) is { } role ? _speech.Roles.Of(role.Attribute, role.Id) : somebody)
            : finding.IsUnattributed ? Say("who.one_of", OneOf(finding.Bearers))
            : finding is { IsJoint: true, Bearers.Length: > 1 } ? Jointly(finding.Bearers)
            : Listed(finding.Bearers);
    }

    /// <summary>
    /// Whom a disputed commitment would bind, as its text says, without the variables by which the text speaks of them: nobody is bound by a letter.
    /// </summary>
    internal ImmutableArray<string> Claimed(Finding finding) =>
        [.. finding.Bearers.SelectMany(b => b.Split(" or ")).Select(b => IsVariable(b) ? Say("who.claimed_variable") : b is [.. var noun, ' ', var last] && IsVariable($"{last}") ? noun : b)];

    private static bool IsVariable(string text) => text is [>= 'A' and <= 'Z'] or [>= 'a' and <= 'z'];

    /// <summary>Those of whom a report says that it was one: all of them, or their number. Some of them would be pointed at.</summary>
    private string OneOf(ImmutableArray<string> names) => names.Length <= MostNames ? string.Join(", ", names) : Say("who.one_of_many", $"{names.Length}");

    private string Jointly(ImmutableArray<string> names) =>
        Say("who.together", names.Length <= MostNames ? string.Join(Say("who.and"), names) : $"{names.Length}");

    /// <summary>
    /// Is an act not attributed because no report says by whom, or because who is named is denied? Its bearers are then all who are bound;
    /// otherwise a report names those of whom it was one.
    /// </summary>
    public static bool IsAuthorUnstated(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { IsUnattributed: true, AreAuthorsNamed: false }
            && (NobodySaysWho(finding) || finding.Bearers is not [var somebody] || RoleWords.Split(somebody) is null);
    }

    /// <summary>Of an act whose author is not stated: is there a report of an author, which is denied?</summary>
    public static bool IsAuthorDenied(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return IsAuthorUnstated(finding) && !NobodySaysWho(finding)
            && finding.Causes.Any(c => c is { Kind: CauseKind.Rival, Attribute: "by" } && finding.Trigger.Contains(c.Key));
    }

    private static bool NobodySaysWho(Finding finding) =>
        finding.Causes.Any(c => c is { Kind: CauseKind.Missing, Attribute: "by", Reports.Length: 0 } && finding.Trigger.Contains(c.Key));

    /// <summary>All who are bound, or their number: some of many names would point at those.</summary>
    public string Bound(ImmutableArray<string> names) =>
        names.Length <= MostNames ? Say("who.bound", string.Join(", ", names)) : Say("who.bound_many", $"{names.Length}");

    /// <summary>The bearer and, if the duty is owed to somebody in particular, to whom.</summary>
    public string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Beneficiary is { } to ? To(Bearer(finding), _speech.Roles.Who(to)) : Bearer(finding);
    }

    /// <summary>"aland to borland".</summary>
    public string To(string who, string to) => Say("who.to", who, to);

    /// <summary>Several beneficiaries of one bearer.</summary>
    public string Beneficiaries(Agreement agreement, ImmutableArray<string> bearers, ImmutableArray<string> to)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return AllParties(agreement, bearers, to) is { } all ? Say("who." + all, $"{to.Length}") : Listed(to);
    }

    /// <summary>
    /// "each other party" if they are all parties but the bearers, "each party" if the bearers, such as a commission, are no parties;
    /// null if some party is not among them.
    /// </summary>
    public string? EachParty(Agreement agreement, ImmutableArray<string> bearers, ImmutableArray<string> to) =>
        AllParties(agreement, bearers, to) is { } all ? Say("table." + all) : null;

    private static string? AllParties(Agreement agreement, ImmutableArray<string> bearers, ImmutableArray<string> to)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        if (to.Length < 2)
        {
            return null;
        }

        var parties = Parties(agreement);
        return !parties.Except(bearers).SetEquals(to) ? null : parties.Overlaps(bearers) ? "each_other_party" : "each_party";
    }

    /// <summary>Several bearers of the same duty.</summary>
    public string Bearers(Agreement agreement, ImmutableArray<string> bearers)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return bearers.Length > 1 && Parties(agreement).SetEquals(bearers) ? Say("who.each_party", $"{bearers.Length}") : Listed(bearers);
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

    private string Listed(ImmutableArray<string> names) => names.Length <= MostNames
        ? string.Join(", ", names.Select(_speech.Roles.Who))
        : Say("who.others", string.Join(", ", names.Take(MostNames - 1).Select(_speech.Roles.Who)), $"{names.Length - MostNames + 1}");

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}

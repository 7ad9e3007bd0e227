using Pacta.Exploration.Domain;
using Pacta.Model.Agreements;

namespace Pacta.Exploration.Texts;

/// <summary>Who may be bound by a clause, as far as its words tell.</summary>
internal static class Bearers
{
    /// <summary>The actors; null: anybody, for it depends on what happens.</summary>
    public static HashSet<string>? Of(Clause clause, Agreement text)
    {
        var actors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subject in Roles.Sentences(clause).Select(s => s.Subject))
        {
            if (subject.Each is { } each)
            {
                if (each.Noun is not MemberNoun member)
                {
                    return null;
                }

                actors.UnionWith(Cast.MembersOf(text, [member.Group]));
            }

            foreach (var name in subject.Names)
            {
                if (name is not ActorArgument actor)
                {
                    return null;
                }

                actors.UnionWith(Cast.MembersOf(text, [actor.Name]));
            }
        }

        return actors;
    }
}

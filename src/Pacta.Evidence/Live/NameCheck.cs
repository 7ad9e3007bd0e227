using Pacta.Evidence.Checking;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Evidence.Live;

/// <summary>
/// Which statements may name what nobody knows. <see cref="NamedThings"/> decides; here, what it would say nothing about is passed over at once, and for good:
/// a name that was known once stays known.
/// </summary>
internal sealed class NameCheck(Chains events, Vocabulary vocabulary, IReadOnlySet<string>? places)
{
    private const string DistancePrefix = "distance from ";
    private const string TerritoryPrefix = "territory of ";
    private const string Of = " of ";

    public bool NamesUnknown(Statement statement)
    {
        foreach (var (preposition, value) in statement.Roles)
        {
            foreach (var name in NamesIn(value))
            {
                if (!events.Contains(name) && (IsPlaceRole(statement.Kind, preposition) ? !IsPlace(name) : !vocabulary.Actors.ContainsKey(name)))
                {
                    return true;
                }
            }
        }

        foreach (var field in statement.Fields.Keys)
        {
            if (field.StartsWith(DistancePrefix, StringComparison.Ordinal) && !IsPlace(field[DistancePrefix.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names in the roles of a statement that may be events, and which of them are.</summary>
    public static IEnumerable<string> EventNames(Statement statement) =>
        statement.Roles.Where(r => !IsPlaceRole(statement.Kind, r.Key)).SelectMany(r => NamesIn(r.Value));

    public static IEnumerable<string> Names(Statement statement) => statement.Roles.Values.SelectMany(NamesIn);

    private static bool IsPlaceRole(Kind kind, string preposition)
    {
        var isAny = false;
        foreach (var role in kind.Roles)
        {
            if (role.Preposition == preposition)
            {
                if (role.Noun == "place")
                {
                    return true;
                }

                isAny = true;
            }
        }

        return !isAny;
    }

    private bool IsPlace(string name) =>
        places is null
        || places.Contains(name)
        || name.StartsWith(TerritoryPrefix, StringComparison.Ordinal)
        || (name.IndexOf(Of, StringComparison.Ordinal) is > 0 and var at && places.Contains(name[..at]));

    private static IReadOnlyList<string> NamesIn(Value value) => value switch
    {
        NameValue name => [name.Name],
        OneOfValue names => names.Names,
        AllOfValue names => names.Names,
        _ => [],
    };
}

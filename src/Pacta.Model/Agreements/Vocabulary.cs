using System.Collections.Immutable;

namespace Pacta.Model.Agreements;

/// <summary>A unit: its dimension is the name of its root unit, and one of it is <c>Factor</c> root units.</summary>
public sealed record Unit(string Name, string Dimension, decimal Factor);

public enum KindForm
{
    Thing,
    Event,
    State,
}

public enum FieldType
{
    /// <summary>A plain number without unit.</summary>
    Count,

    /// <summary>A number of a dimension.</summary>
    Quantity,
    Truth,
    Text,
    Place,
    Actor,
}

/// <param name="Dimension">The root unit for <see cref="FieldType.Quantity"/>, empty otherwise.</param>
public sealed record Field(string Name, FieldType Type, string Dimension);

/// <param name="Preposition">by, to, of, in, into, from, over, through, on, against, under.</param>
/// <param name="Noun">What may stand there: <c>actor</c> (also <c>alliance</c>), <c>place</c>, <c>activity</c> or <c>request</c> (any event), or the name of a kind.</param>
public sealed record Role(string Preposition, string Noun);

/// <summary>A kind of thing, event or state. Roles and fields include those of the parents.</summary>
/// <param name="Verb">For events: the verb of the act, "give" in "give notification".</param>
public sealed record Kind(
    string Name,
    string? Plural,
    KindForm Form,
    string? Parent,
    string? Verb,
    ImmutableArray<Role> Roles,
    ImmutableSortedDictionary<string, Field> Fields);

/// <summary>A state with the events that begin and end it; variables of the roles are shared with both patterns.</summary>
public sealed record StateKind(Kind Kind, ImmutableArray<string> RoleVariables, Pattern Begins, Pattern? Ends);

public sealed record Actor(string Name, string FullName);

/// <summary>A member of a group with the time of its membership; null ends are open.</summary>
public sealed record Membership(string Member, TimeExpression? From, TimeExpression? Until);

/// <summary>A named, dated set of actors or of groups.</summary>
public sealed record Group(string Name, string? Plural, ImmutableArray<Membership> Members);

public enum SourceKind
{
    Party,
    Monitor,
    Sensor,
    Media,
    Ngo,
}

public sealed record Source(string Name, SourceKind Kind, string? Affiliation, string FullName);

/// <param name="Readings">By the name of the define, table or clause: the reading this perspective takes.</param>
public sealed record Perspective(
    string Name,
    ImmutableArray<SourceKind> Accepts,
    string? Standard,
    ImmutableSortedDictionary<string, string> Readings);

/// <summary>Who must have said something before it counts.</summary>
public sealed record ProofStandard(string Name, int Origins, char? Reliability, int? Credibility, bool AdmissionSuffices, ImmutableArray<SourceKind> DenialCounts);

/// <summary>All declared names an agreement can use: those of its own file, of the vocabularies it uses, and its own declarations.</summary>
/// <param name="OpenKinds">Kinds of which nobody claims that all were reported: their absence is unknown.</param>
/// <param name="Tolerance">How far "about N" may lie from N, as a fraction: 0.1 unless declared otherwise.</param>
public sealed record Vocabulary(
    ImmutableSortedDictionary<string, Unit> Units,
    ImmutableSortedDictionary<string, Kind> Kinds,
    ImmutableSortedDictionary<string, StateKind> States,
    ImmutableSortedDictionary<string, Actor> Actors,
    ImmutableSortedDictionary<string, Group> Groups,
    ImmutableSortedDictionary<string, Source> Sources,
    ImmutableSortedDictionary<string, Perspective> Perspectives,
    ImmutableSortedDictionary<string, ProofStandard> Standards,
    ImmutableSortedSet<string> OpenKinds,
    decimal Tolerance)
{
    /// <summary>Is <paramref name="name"/> the kind <paramref name="ancestor"/> or one of its descendants?</summary>
    public bool IsA(string? name, string ancestor)
    {
        for (var at = name; at is not null; at = Kinds.GetValueOrDefault(at)?.Parent)
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}

namespace Pacta.Negotiation.Duties;

public enum SomebodyForm
{
    /// <summary>An actor by name.</summary>
    Actor,

    /// <summary>Nobody in particular: what is owed is owed to all.</summary>
    Everybody,

    /// <summary>Whoever stands in a role of what set the clause going: who asked, to whom it was given.</summary>
    Role,

    /// <summary>Whoever is what a noun says, which only a history can tell.</summary>
    Noun,
}

/// <summary>Who owes something, or to whom it is owed.</summary>
/// <param name="Name">The actor, the noun, or of a role the noun of the event.</param>
/// <param name="Preposition">Of a role: <c>by</c>, <c>to</c>, ...; empty otherwise.</param>
public sealed record Somebody(SomebodyForm Form, string Name, string Preposition = "")
{
    public static readonly Somebody Everybody = new(SomebodyForm.Everybody, string.Empty);

    public static Somebody Actor(string name) => new(SomebodyForm.Actor, name);

    /// <summary>Actors first, by name; everybody last.</summary>
    internal string Order => $"{(Form == SomebodyForm.Everybody ? 9 : (int)Form)} {Name} {Preposition}";
}

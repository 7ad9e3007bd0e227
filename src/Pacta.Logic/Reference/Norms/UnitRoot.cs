using Pacta.Model.Histories;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Who is found, or may be, to have done what a prohibition rules out, in one way to read the text.</summary>
/// <param name="All">The bearers of such findings.</param>
/// <param name="Named">Those of them who are named as the author.</param>
internal sealed record Broken(IReadOnlySet<string> All, IReadOnlySet<string> Named)
{
    public static readonly Broken Nobody = new(new HashSet<string>(), new HashSet<string>());
}

/// <summary>
/// The part of a clause that is evaluated by itself: what opens with one event, or one act that it rules out or gives the power to; what is found of one
/// bearer; or all that does not come of a single event.
/// </summary>
/// <param name="Fact">The event that opens it, or the act.</param>
/// <param name="Bearer">Who is bound.</param>
/// <param name="BrokenIn">Of what does not come of single events: who is found to have acted against a prohibition, by the readings of the world.</param>
internal sealed record UnitRoot(Fact? Fact, string? Bearer, Func<World, Broken>? BrokenIn)
{
    public static UnitRoot Of(Fact fact) => new(fact, null, null);

    public static UnitRoot Of(string bearer) => new(null, bearer, null);

    public static UnitRoot Rest(Func<World, Broken> brokenIn) => new(null, null, brokenIn);
}

using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference.Screening;

/// <summary>Looks whether what fills a role of an event matches an argument.</summary>
internal abstract class RoleScreen
{
    public abstract Screened Run(Fact fact, Slot[] frame);
}

internal sealed class UnsureRole : RoleScreen
{
    public static readonly UnsureRole Instance = new();

    public override Screened Run(Fact fact, Slot[] frame) => Screened.Unsure;
}

/// <summary>A variable that takes whoever fills the role.</summary>
internal sealed class BindingRole(Names names, string role, int place) : RoleScreen
{
    public override Screened Run(Fact fact, Slot[] frame)
    {
        if (Exact.NameIn(fact, role) is not { } name)
        {
            return Screened.Unsure;
        }

        frame[place] = names.Resolve(name);
        return Screened.Yes;
    }
}

/// <summary>A variable that stands for somebody or something already.</summary>
internal sealed class BoundRole(string role, int place) : RoleScreen
{
    public override Screened Run(Fact fact, Slot[] frame) =>
        frame[place] is { Kind: not SlotKind.Group } known && Exact.NameIn(fact, role) is { } name
            ? name == known.Name ? Screened.Yes : Screened.No
            : Screened.Unsure;
}

/// <summary>An actor by name.</summary>
internal sealed class ActorRole(string role, string actor) : RoleScreen
{
    public override Screened Run(Fact fact, Slot[] frame) =>
        Exact.NameIn(fact, role) is { } name ? name == actor ? Screened.Yes : Screened.No : Screened.Unsure;
}

/// <summary>An event that matches a pattern of its own.</summary>
internal sealed class NestedRole(Names names, string role, PatternScreen pattern) : RoleScreen
{
    public override Screened Run(Fact fact, Slot[] frame) =>
        Exact.NameIn(fact, role) is { } name && names.Resolve(name).Event is { } its ? pattern.Run(its, frame) : Screened.Unsure;
}

/// <summary>A zone, where it is reported to be there by the zone's name.</summary>
internal sealed class ZoneRole(string role, string zone) : RoleScreen
{
    public override Screened Run(Fact fact, Slot[] frame) =>
        !fact.Roles.ContainsKey("outside") && Exact.Value(fact.Roles, role) switch
        {
            NameValue name => name.Name == zone,
            AllOfValue all => all.Names.Contains(zone),
            _ => false,
        }
            ? Screened.Yes
            : Screened.Unsure;
}

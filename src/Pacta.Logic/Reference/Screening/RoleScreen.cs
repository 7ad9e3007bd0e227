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
    private readonly RoleKey _role = new(role);

    public override Screened Run(Fact fact, Slot[] frame)
    {
        if (!Exact.TryName(fact, _role, out var name))
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
    private readonly RoleKey _role = new(role);

    public override Screened Run(Fact fact, Slot[] frame) =>
        frame[place] is { Kind: not SlotKind.Group } known && Exact.TryName(fact, _role, out var name)
            ? name.Is(known.Name) ? Screened.Yes : Screened.No
            : Screened.Unsure;
}

/// <summary>An actor by name.</summary>
internal sealed class ActorRole(string role, string actor) : RoleScreen
{
    private readonly RoleKey _role = new(role);

    public override Screened Run(Fact fact, Slot[] frame) =>
        Exact.TryName(fact, _role, out var name) ? name.Is(actor) ? Screened.Yes : Screened.No : Screened.Unsure;
}

/// <summary>An event that matches a pattern of its own.</summary>
internal sealed class NestedRole(Names names, string role, PatternScreen pattern) : RoleScreen
{
    private readonly RoleKey _role = new(role);

    public override Screened Run(Fact fact, Slot[] frame) =>
        Exact.TryName(fact, _role, out var name) && names.Resolve(name).Event is { } its ? pattern.Run(its, frame) : Screened.Unsure;
}

/// <summary>A zone, where it is reported to be there by the zone's name.</summary>
internal sealed class ZoneRole(string role, string zone) : RoleScreen
{
    private static readonly RoleKey Outside = new("outside");

    private readonly RoleKey _role = new(role);

    public override Screened Run(Fact fact, Slot[] frame) =>
        !Exact.IsSaid(fact, Outside) && IsThere(fact) ? Screened.Yes : Screened.Unsure;

    private bool IsThere(Fact fact) => fact.IsRow(out _, out _)
        ? Exact.TryName(fact, _role, out var only) && only.Is(zone)
        : Exact.Value(fact.Roles, role) switch
        {
            NameValue name => name.Name == zone,
            AllOfValue all => all.Names.Contains(zone),
            _ => false,
        };
}

using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>What a variable can stand for. Two entities are the same if their kind and name are.</summary>
internal abstract record Entity(string Name);

internal sealed record ActorEntity(string Name) : Entity(Name);

internal sealed record GroupEntity(string Name) : Entity(Name);

internal sealed record PlaceEntity(string Name) : Entity(Name);

/// <summary>A thing; what it is like depends on the moment (<see cref="ThingTimeline"/>).</summary>
internal sealed record ThingEntity(string Name) : Entity(Name);

internal sealed record EventEntity(Fact Fact) : Entity(Fact.Key)
{
    public bool Equals(EventEntity? other) => other is not null && other.Fact.Key == Fact.Key;

    public override int GetHashCode() => Fact.Key.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A breach of another clause, as the trigger of this one.</summary>
internal sealed record BreachEntity(string Name, InstantRange At, string Bearer) : Entity(Name);

/// <summary>A role that nobody stated: somebody or something, unknown who.</summary>
internal sealed record UnknownEntity(string Name) : Entity(Name);

/// <summary>Variables and what they stand for: an immutable chain, the newest first.</summary>
internal sealed class Binding
{
    public static readonly Binding Empty = new(null, string.Empty, new UnknownEntity(string.Empty));

    /// <summary>Of who fills an <c>each</c>: whether somebody has asked who it is.</summary>
    private bool _isAsked;

    private readonly bool _isWatched;
    private readonly Binding? _parent;
    private readonly string _variable;
    private readonly Entity _entity;

    private Binding(Binding? parent, string variable, Entity entity, bool isWatched = false)
    {
        _isWatched = isWatched;
        _parent = parent;
        _variable = variable;
        _entity = entity;
    }

    public Entity? this[string? variable]
    {
        get
        {
            for (var at = this; at._parent is not null; at = at._parent)
            {
                if (at._variable == variable)
                {
                    at._isAsked |= at._isWatched;
                    return at._entity;
                }
            }

            return null;
        }
    }

    public Binding With(string? variable, Entity entity) => variable is null ? this : new(this, variable, entity);

    /// <summary>With one of several who fill an <c>each</c>: it is taken down whether anything hangs on who it is.</summary>
    public Binding WithEach(string variable, Entity entity) => new(this, variable, entity, isWatched: true);

    /// <summary>Does something without asking for any of those that were added to a binding?</summary>
    /// <param name="without">The binding to which they were added.</param>
    public (T Result, bool HasAsked) Watch<T>(Binding without, Func<T> action)
    {
        for (var at = this; !ReferenceEquals(at, without); at = at._parent!)
        {
            at._isAsked = false;
        }

        var result = action();
        var hasAsked = false;
        for (var at = this; !ReferenceEquals(at, without); at = at._parent!)
        {
            hasAsked |= at._isAsked || !at._isWatched;
        }

        return (result, hasAsked);
    }
}

/// <summary>A row of a relation: the bindings, whether they match, and what the pattern's noun matched.</summary>
internal readonly record struct Match(Binding Binding, Judged Judged, Entity Entity);

using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Names;

internal enum EntityForm
{
    /// <summary>Something was wrong with it and was reported: whatever is done with it is silently accepted.</summary>
    Error,
    Actor,
    Place,
    Thing,
    Event,
    State,
}

/// <summary>What a variable or an argument stands for. No kind: any thing, any event.</summary>
internal readonly record struct Entity(EntityForm Form, KindSymbol? Kind)
{
    public static readonly Entity Error = new(EntityForm.Error, null);
    public static readonly Entity Actor = new(EntityForm.Actor, null);
    public static readonly Entity Place = new(EntityForm.Place, null);
    public static readonly Entity AnyEvent = new(EntityForm.Event, null);

    public bool IsError => Form == EntityForm.Error;

    public static Entity Of(KindSymbol kind) => new(
        kind.Form switch
        {
            KindForm.Event => EntityForm.Event,
            KindForm.State => EntityForm.State,
            _ => EntityForm.Thing,
        },
        kind);

    /// <summary>May <paramref name="actual"/> stand where this is expected? A kind accepts its descendants.</summary>
    public bool Accepts(Entity actual)
    {
        if (IsError || actual.IsError)
        {
            return true;
        }

        return Form == actual.Form && (Kind is null || (actual.Kind is { } kind && kind.IsA(Kind)));
    }

    /// <summary>The sort of thing, with its article: "an actor", "a place", "a thing", "an event".</summary>
    public string Sort => new Entity(Form, null).ToString();

    /// <summary>With its article: "an actor", "a warship", "an event".</summary>
    public override string ToString() => Form switch
    {
        EntityForm.Actor => "an actor",
        EntityForm.Place => "a place",
        EntityForm.Event when Kind is null => "an event",
        EntityForm.Thing when Kind is null => "a thing",
        EntityForm.State when Kind is null => "a state",
        _ => Kind is null ? "something" : Wording.WithArticle(Kind.Name),
    };
}

/// <summary>What a noun means: what its pattern ranges over, what its variable stands for, and the kind whose roles and fields it has.</summary>
internal sealed record ResolvedNoun(Noun Noun, Entity Entity, KindSymbol? Kind)
{
    public static readonly ResolvedNoun Error = new(new ActorNoun("?"), Entity.Error, null);

    public bool IsError => Entity.IsError;
}

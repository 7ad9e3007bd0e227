using System.Collections.Immutable;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Names;

/// <summary>A role of a kind: what may stand after the preposition.</summary>
/// <param name="Variable">The letter written in a state's declaration.</param>
internal sealed record RoleSymbol(Role Role, Entity Accepts, string? Variable);

/// <summary>A kind of thing, event or state.</summary>
internal sealed class KindSymbol : Symbol
{
    private KindSymbol(Scope owner, KindForm form, NounSyntax noun, string? verb, Identifier? parent, ImmutableArray<RoleSyntax> roles, ImmutableArray<FieldSyntax> fields)
        : base(owner, noun.Singular, noun.Plural)
    {
        Form = form;
        PluralSpan = noun.Plural is { IsMissing: false } plural ? plural.Span : null;
        Verb = verb;
        ParentName = parent;
        RoleSyntaxes = roles;
        FieldSyntaxes = fields;
    }

    public KindForm Form { get; }

    /// <summary>Where its plural stands.</summary>
    public Model.Text.TextSpan? PluralSpan { get; }

    public string? Verb { get; }

    public Identifier? ParentName { get; }

    public ImmutableArray<RoleSyntax> RoleSyntaxes { get; }

    public ImmutableArray<FieldSyntax> FieldSyntaxes { get; }

    public StateSyntax? State { get; private init; }

    // All of these are set when the kind is resolved.
    public bool IsResolved { get; set; }

    public bool IsBeingResolved { get; set; }

    public KindSymbol? Parent { get; set; }

    /// <summary>Its parent could not be found: what it inherits is not known.</summary>
    public bool IsOrphan { get; set; }

    /// <summary>Fields whose type could not be understood.</summary>
    public HashSet<string> BrokenFields { get; } = [];

    public ImmutableArray<RoleSymbol> Roles { get; set; } = [];

    public ImmutableSortedDictionary<string, Field> Fields { get; set; } = ImmutableSortedDictionary.Create<string, Field>(StringComparer.Ordinal);

    public StateKind? BoundState { get; set; }

    public Kind Kind => new(Name, Plural, Form, Parent?.Name, Verb, [.. Roles.Select(r => r.Role)], Fields);

    public override string Keyword => Form switch
    {
        KindForm.Event => $"event {(Verb is { Length: > 0 } ? Verb : "give")}",
        KindForm.State => "state",
        _ => "kind",
    };

    public override string What => Form switch
    {
        KindForm.Event => "a kind of event",
        KindForm.State => "a state",
        _ => "a kind of thing",
    };

    /// <summary>Was something wrong with this field, or may it be inherited from a parent that was not found? That was reported already.</summary>
    public bool IsBroken(string field)
    {
        for (var at = this; at is not null; at = at.Parent)
        {
            if (at.BrokenFields.Contains(field) || (at.IsOrphan && !Fields.ContainsKey(field) && Owner.Find(field) is null))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsA(KindSymbol ancestor)
    {
        for (var at = this; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, ancestor) || at.IsOrphan)
            {
                return true;
            }
        }

        return false;
    }

    public RoleSymbol? FindRole(string preposition) => Roles.FirstOrDefault(r => r.Role.Preposition == preposition);

    /// <summary>The kind as a sentence pattern: <c>notification by ACTOR of ACTIVITY to ACTOR</c>.</summary>
    public string Shape()
    {
        var roles = Roles.Select(r => $"{r.Role.Preposition} {r.Role.Noun.ToUpperInvariant()}");
        return string.Join(' ', roles.Prepend(Name));
    }

    public static IEnumerable<KindSymbol> Of(Scope owner, KindSyntax syntax) =>
        syntax.Nouns.Select(n => new KindSymbol(owner, KindForm.Thing, n, null, syntax.Parent, syntax.Roles, syntax.Fields));

    public static KindSymbol Of(Scope owner, EventSyntax syntax) =>
        new(owner, KindForm.Event, syntax.Noun, syntax.Verb.Text, syntax.Parent, syntax.Roles, syntax.Fields);

    public static KindSymbol Of(Scope owner, StateSyntax syntax) =>
        new(owner, KindForm.State, syntax.Noun, null, null, syntax.Roles, []) { State = syntax };
}

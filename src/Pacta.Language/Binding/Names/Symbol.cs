using System.Collections.Immutable;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

/// <summary>A declared name. What it means is worked out when somebody first asks, so the order of declarations does not matter.</summary>
internal abstract class Symbol(Scope owner, Identifier name, Identifier? plural)
{
    public Scope Owner { get; } = owner;

    public string Name { get; } = name.Text;

    public string? Plural { get; } = plural is { IsMissing: false } ? plural.Text : null;

    public TextSpan Span { get; } = name.Span;

    /// <summary>What it is, with its article: "an actor", "a zone".</summary>
    public abstract string What { get; }

    /// <summary>The word with which such a thing is declared.</summary>
    public abstract string Keyword { get; }

    public virtual Label DeclaredHere => new(Owner.File, Span, $"'{Name}' is declared here");
}

internal sealed class ActorSymbol(Scope owner, NamingSyntax syntax) : Symbol(owner, syntax.Name, null)
{
    public Actor Actor { get; } = new(syntax.Name.Text, syntax.FullName?.Value ?? syntax.Name.Text);

    public override string What => "an actor";

    public override string Keyword => "actor";
}

internal sealed class GroupSymbol(Scope owner, GroupSyntax syntax) : Symbol(owner, syntax.Noun.Singular, syntax.Noun.Plural)
{
    public GroupSyntax Syntax { get; } = syntax;

    /// <summary>Set once the members are bound.</summary>
    public Group Group { get; set; } = new(syntax.Noun.Singular.Text, syntax.Noun.Plural?.Text, []);

    public override string What => "a group";

    public override string Keyword => "group";
}

internal sealed class UnitSymbol(Scope owner, UnitSyntax syntax) : Symbol(owner, syntax.Name, null)
{
    public UnitSyntax Syntax { get; } = syntax;

    public Unit Unit { get; set; } = new(syntax.Name.Text, syntax.Name.Text, 1m);

    public override string What => "a unit";

    public override string Keyword => "unit";
}

/// <summary>A define or a table, and the defines and tables that it mentions.</summary>
internal abstract class NamedContentSymbol(Scope owner, Identifier name, Identifier? plural, string? section) : Symbol(owner, name, plural)
{
    /// <summary>Where in its agreement it stands: <c>chapter V, article 40.1.1</c>.</summary>
    public string? Section { get; } = section;

    public override Label DeclaredHere => base.DeclaredHere with { Section = Section };

    public HashSet<NamedContentSymbol> Mentions { get; } = [];

    /// <summary>The clauses it speaks of.</summary>
    public SortedSet<string> Clauses { get; } = new(StringComparer.Ordinal);

    public abstract ImmutableArray<string> ReadingNames { get; }
}

internal sealed class DefineSymbol(Scope owner, DefineSyntax syntax, string? section)
    : NamedContentSymbol(owner, syntax.Noun.Singular, syntax.Noun.Plural, section)
{
    public DefineSyntax Syntax { get; } = syntax;

    /// <summary>What the noun ranges over in the end; null until asked for.</summary>
    public ResolvedNoun? Base { get; set; }

    public bool IsBeingResolved { get; set; }

    public Definition? Bound { get; set; }

    public override string What => "a noun made by 'define'";

    public override string Keyword => "define";

    public override ImmutableArray<string> ReadingNames => [.. Syntax.Readings.Select(r => r.Name?.Text).OfType<string>()];
}

internal sealed class TableSymbol(Scope owner, TableSyntax syntax, string? section) : NamedContentSymbol(owner, syntax.Name, null, section)
{
    public TableSyntax Syntax { get; } = syntax;

    public bool IsPlace => Syntax.Kind != TableKind.Amount;

    public bool HasParameter => Syntax.ParameterNoun is not null;

    /// <summary>What the parameter accepts; set with <see cref="Bound"/>.</summary>
    public Entity Parameter { get; set; } = Entity.Error;

    public bool IsBeingBound { get; set; }

    public Table? Bound { get; set; }

    /// <summary>A value of it was wrong and was reported: what uses it is not checked against its unit.</summary>
    public bool IsBroken { get; set; }

    /// <summary>All values are stretches of time: usable before "before" and "after".</summary>
    public bool IsLapse { get; set; }

    public override string Keyword => Syntax.Kind.ToString().ToLowerInvariant();

    public override string What => Syntax.Kind switch
    {
        TableKind.Amount => "an amount",
        TableKind.Zone => "a zone",
        _ => "a line",
    };

    public override ImmutableArray<string> ReadingNames => [.. Syntax.Readings.Select(r => r.Name?.Text).OfType<string>()];
}

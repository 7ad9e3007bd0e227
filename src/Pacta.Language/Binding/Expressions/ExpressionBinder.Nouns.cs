using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Expressions;

/// <summary>Nouns: what a pattern ranges over.</summary>
internal sealed partial class ExpressionBinder
{
    private const string NounExample = "when exercise x by A in zone_of_application";

    /// <summary>The nouns that need no declaration.</summary>
    public static ResolvedNoun? BuiltIn(string name) => name switch
    {
        "actor" or "alliance" => new ResolvedNoun(new ActorNoun(name), Entity.Actor, null),
        "party" or "parties" => new ResolvedNoun(new MemberNoun("party", MemberNoun.Parties), Entity.Actor, null),
        "place" => new ResolvedNoun(new PlaceNoun(name), Entity.Place, null),
        "activity" or "request" => new ResolvedNoun(new KindNoun(name, KindForm.Event), Entity.AnyEvent, null),
        _ => null,
    };

    /// <summary>Resolves a noun in the singular or plural.</summary>
    public ResolvedNoun ResolveNoun(Identifier name)
    {
        if (name.IsMissing)
        {
            return ResolvedNoun.Error;
        }

        if (name.IsVariable)
        {
            Report(name, NameErrors.VariableAsNoun(name.Text));
            return ResolvedNoun.Error;
        }

        if (BuiltIn(name.Text) is { } builtIn)
        {
            return builtIn;
        }

        switch (Find(name))
        {
            case KindSymbol kind:
                return OfKind(kind);
            case DefineSymbol define:
                var underlying = BaseOf(define);
                return underlying.IsError ? underlying : underlying with { Noun = new DefinedNoun(define.Name) };
            case GroupSymbol group:
                return new ResolvedNoun(new MemberNoun(group.Name, group.Name), Entity.Actor, null);
            case { } other:
                Report(name, NameErrors.WrongKind(name.Text, other.What, "a kind of event or thing", NounExample), other.DeclaredHere);
                return ResolvedNoun.Error;
            default:
                ReportUnknown(
                    name, "a kind of event or thing", NounExample, s => s is KindSymbol or DefineSymbol or GroupSymbol,
                    "actor", "alliance", "party", "place", "activity", "request");
                return ResolvedNoun.Error;
        }
    }

    /// <summary>A state's noun stands for the actor (or thing) in its first role: <c>each belligerent P</c>.</summary>
    private static ResolvedNoun OfKind(KindSymbol kind)
    {
        KindResolver.Resolve(kind);
        var entity = kind.Form == KindForm.State && kind.Roles.Length > 0 ? kind.Roles[0].Accepts : Entity.Of(kind);
        return new ResolvedNoun(new KindNoun(kind.Name, kind.Form), entity, kind);
    }

    /// <summary>What a defined noun ranges over in the end. A noun that is defined by itself is reported elsewhere.</summary>
    private static ResolvedNoun BaseOf(DefineSymbol define)
    {
        if (define.Base is { } known)
        {
            return known;
        }

        if (define.IsBeingResolved)
        {
            return ResolvedNoun.Error;
        }

        define.IsBeingResolved = true;
        var binder = new ExpressionBinder(define.Owner, new Variables(null), define.Section, define);
        var found = ResolvedNoun.Error;
        foreach (var reading in define.Syntax.Readings)
        {
            if (reading.Content.Phrase.Head is NounArgumentSyntax head && found.IsError)
            {
                found = binder.ResolveNoun(head.Name);
            }
        }

        define.IsBeingResolved = false;
        define.Base = found;
        return found;
    }
}

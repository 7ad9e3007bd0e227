using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Works out parents, roles and fields of kinds, and the events of states.</summary>
internal static class KindResolver
{
    private static readonly string[] FieldTypes = ["count", "truth", "text", "place", "actor"];

    /// <summary>Roles and fields of a kind, those of its parents first. A role that the kind declares anew replaces the inherited one.</summary>
    public static void Resolve(KindSymbol kind)
    {
        if (kind.IsResolved || kind.IsBeingResolved)
        {
            return;
        }

        kind.IsBeingResolved = true;
        kind.Parent = FindParent(kind);
        kind.IsOrphan = kind.Parent is null && kind.ParentName is { } named && !(kind.Form == KindForm.Event && IsAnyEvent(named.Text));
        var roles = kind.Parent is null ? [] : kind.Parent.Roles.ToList();
        foreach (var role in kind.RoleSyntaxes)
        {
            var bound = new RoleSymbol(new Role(role.Preposition.Text, role.Noun.Text), AcceptedBy(kind, role), role.Variable?.Text);
            var inherited = roles.FindIndex(r => r.Role.Preposition == bound.Role.Preposition);
            if (inherited >= 0)
            {
                roles[inherited] = bound;
            }
            else
            {
                roles.Add(bound);
            }
        }

        kind.Roles = [.. roles];
        kind.Fields = BindFields(kind);
        kind.IsBeingResolved = false;
        kind.IsResolved = true;
    }

    /// <summary>Binds the events that begin and end a state.</summary>
    public static void BindState(KindSymbol kind)
    {
        if (kind.State is not { } syntax)
        {
            return;
        }

        var begins = BindStateEvent(kind, syntax.Begins);
        var ends = syntax.Ends is null ? null : BindStateEvent(kind, syntax.Ends);
        kind.BoundState = new StateKind(kind.Kind, [.. kind.Roles.Select(r => r.Variable ?? "")], begins, ends);
    }

    private static Pattern BindStateEvent(KindSymbol kind, PhraseSyntax phrase)
    {
        var variables = new Variables(null);
        foreach (var (role, syntax) in kind.Roles.Zip(kind.RoleSyntaxes).Where(r => r.First.Variable is not null))
        {
            var variable = variables.Bind(role.Variable!, role.Accepts, syntax.Variable?.Span ?? syntax.Span);
            if (syntax.Variable is { } letter)
            {
                kind.Owner.All.Names?.Use(kind.Owner.File, letter, variable);
            }
        }

        var bound = new ExpressionBinder(kind.Owner, variables, null).BindPhrase(phrase);
        if (!bound.IsError && bound.Noun.Entity.Form != EntityForm.Event)
        {
            Report(kind, phrase.Span, MeaningErrors.StateNeedsEvent(kind.Name, bound.Noun.Entity));
        }

        return bound.Pattern;
    }

    private static bool IsAnyEvent(string noun) => noun is "activity" or "request";

    private static KindSymbol? FindParent(KindSymbol kind)
    {
        if (kind.ParentName is not { IsMissing: false } name || (kind.Form == KindForm.Event && IsAnyEvent(name.Text)))
        {
            return null;
        }

        var found = kind.Owner.Find(name.Text);
        kind.Owner.All.Names?.Use(kind.Owner.File, name, found);
        switch (found)
        {
            case KindSymbol parent when parent.IsBeingResolved:
                Report(kind, name.Span, MeaningErrors.KindCycle(kind.Name));
                return null;
            case KindSymbol parent when parent.Form == kind.Form:
                Resolve(parent);
                return parent;
            case { } other:
                Report(kind, name.Span, NameErrors.WrongKind(name.Text, other.What, kind.What, $"kind {kind.Name} is asset"), other.DeclaredHere);
                return null;
            default:
                ReportUnknown(kind, name, kind.What, s => s is KindSymbol k && k.Form == kind.Form, $"kind {kind.Name} is asset", []);
                return null;
        }
    }

    private static Entity AcceptedBy(KindSymbol kind, RoleSyntax role)
    {
        switch (role.Noun.Text)
        {
            case "":
                return Entity.Error;
            case "actor" or "alliance" or "party":
                return Entity.Actor;
            case "place":
                return Entity.Place;
            case "activity" or "request":
                return Entity.AnyEvent;
        }

        var symbol = kind.Owner.Find(role.Noun.Text);
        kind.Owner.All.Names?.Use(kind.Owner.File, role.Noun, symbol);
        switch (symbol)
        {
            case KindSymbol { Form: not KindForm.State } found:
                return Entity.Of(found);
            case { } other:
                Report(kind, role.Noun.Span, NameErrors.WrongKind(role.Noun.Text, other.What, "actor, place, activity or a kind", $"event give {kind.Name} by actor"), other.DeclaredHere);
                return Entity.Error;
            default:
                ReportUnknown(
                    kind, role.Noun, "actor, place, activity or a kind", s => s is KindSymbol { Form: not KindForm.State }, $"event give {kind.Name} by actor",
                    ["actor", "alliance", "place", "activity", "request"]);
                return Entity.Error;
        }
    }

    private static ImmutableSortedDictionary<string, Field> BindFields(KindSymbol kind)
    {
        var fields = kind.Parent?.Fields.ToBuilder() ?? ImmutableSortedDictionary.CreateBuilder<string, Field>(StringComparer.Ordinal);
        HashSet<string> own = [];
        foreach (var syntax in kind.FieldSyntaxes.Where(f => !f.Name.IsMissing))
        {
            if (!own.Add(syntax.Name.Text))
            {
                Report(kind, syntax.Name.Span, MeaningErrors.FieldTwice(kind.Name, syntax.Name.Text));
            }

            fields[syntax.Name.Text] = BindField(kind, syntax);
        }

        return fields.ToImmutable();
    }

    private static Field BindField(KindSymbol kind, FieldSyntax syntax)
    {
        var name = syntax.Name.Text;
        switch (syntax.Type.Text)
        {
            case "count":
                return new Field(name, FieldType.Count, "");
            case "truth":
                return new Field(name, FieldType.Truth, "");
            case "text":
                return new Field(name, FieldType.Text, "");
            case "place":
                return new Field(name, FieldType.Place, "");
            case "actor" or "alliance":
                return new Field(name, FieldType.Actor, "");
        }

        if (UnitBinder.Find(kind.Owner, syntax.Type.Text) is { } unit)
        {
            kind.Owner.All.Names?.Use(kind.Owner.File, syntax.Type, kind.Owner.FindUnit(syntax.Type.Text));
            return new Field(name, FieldType.Quantity, unit.Dimension);
        }

        if (!syntax.Type.IsMissing)
        {
            var suggestion = Suggestion.For(kind.Owner.File, syntax.Type, FieldTypes.Concat(UnitBinder.NamesIn(kind.Owner)));
            kind.BrokenFields.Add(name);
            Report(kind, syntax.Type.Span, MeaningErrors.UnknownFieldType(syntax.Type.Text, name, suggestion));
        }

        return new Field(name, FieldType.Count, "");
    }

    private static void ReportUnknown(
        KindSymbol kind, Identifier name, string wanted, Func<Symbol, bool> fits, string example, IEnumerable<string> builtIn) =>
        Report(kind, name.Span, NameErrors.Unknown(name.Text, wanted, Suggestion.For(kind.Owner.File, name, kind.Owner.NamesOf(fits).Concat(builtIn)), example));

    private static void Report(KindSymbol kind, TextSpan span, Mistake mistake, params ReadOnlySpan<Model.Diagnostics.Label> more) =>
        kind.Owner.All.Report(kind.Owner.File, span, null, mistake, more);
}

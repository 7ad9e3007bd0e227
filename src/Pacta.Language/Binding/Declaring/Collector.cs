using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Enters all declared names into their scopes, before anything is looked up.</summary>
internal static class Collector
{
    private static readonly HashSet<string> ReservedNames =
    [
        "actor", "alliance", "party", "parties", "place", "activity", "request", "breach", "territory", "start", "end", "duration",
        "signature", "entry_into_force", "fulfilment", "working", "day", "map", "polygon", "up",
    ];

    public static void Collect(Declarations all, SourceText file, FileSyntax syntax)
    {
        var fileScope = all.FileScope(file);
        foreach (var item in syntax.Items)
        {
            switch (item)
            {
                case VocabularySyntax vocabulary:
                    CollectVocabulary(all, file, vocabulary);
                    break;
                case AgreementSyntax agreement:
                    CollectAgreement(all, file, agreement);
                    break;
                case SourceSyntax or StandardSyntax or PerspectiveSyntax or ScenarioSyntax:
                    all.Evidence.Add((fileScope, item));
                    break;
                case CriticismsSyntax criticisms:
                    all.Criticisms.Add((fileScope, criticisms));
                    break;
                case NegotiationSyntax negotiation:
                    all.Negotiations.Add((fileScope, negotiation));
                    break;
                case DisputeSyntax dispute:
                    all.Disputes.Add((fileScope, dispute));
                    break;
                default:
                    Declare(fileScope, item, []);
                    break;
            }
        }
    }

    private static void CollectVocabulary(Declarations all, SourceText file, VocabularySyntax syntax)
    {
        var scope = new Scope(ScopeForm.Vocabulary, syntax.Name.Text, file, all);
        if (all.Vocabularies.Find(v => v.Name == scope.Name) is { } first)
        {
            all.Report(file, syntax.Name.Span, null, NameErrors.Duplicate(scope.Name, "a vocabulary", "vocabulary"), new Label(first.File, first.NameSpan, "the first one is here"));
        }

        scope.NameSpan = syntax.Name.Span;
        all.Vocabularies.Add(scope);
        foreach (var item in syntax.Items)
        {
            Declare(scope, item, []);
        }
    }

    private static void CollectAgreement(Declarations all, SourceText file, AgreementSyntax syntax)
    {
        var scope = new Scope(ScopeForm.Agreement, syntax.Name.Text, file, all) { NameSpan = syntax.Name.Span };
        var agreement = new AgreementSymbol(syntax, scope);
        scope.Agreement = agreement;
        if (all.FindAgreement(agreement.Name) is { } first)
        {
            all.Report(
                file, syntax.Name.Span, null, NameErrors.Duplicate(agreement.Name, "an agreement", "agreement \"...\" as"),
                new Label(first.Scope.File, first.Scope.NameSpan, "the first one is here"));
        }

        all.Agreements.Add(agreement);
        CollectItems(agreement, syntax.Items, []);
    }

    private static void CollectItems(AgreementSymbol agreement, ImmutableArray<DeclarationSyntax> items, ImmutableArray<PartSyntax> parts)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case PartSyntax part:
                    CollectItems(agreement, part.Items, parts.Add(part));
                    break;
                case ClauseSyntax clause:
                    AddClause(agreement, new ClauseSymbol(clause, clause.Name, parts, agreement.Scope));
                    break;
                case ExceptionSyntax exception:
                    AddClause(agreement, new ClauseSymbol(exception, exception.Name, parts, agreement.Scope));
                    break;
                default:
                    Declare(agreement.Scope, item, [.. parts.Select(p => p.Number.Value)]);
                    break;
            }
        }
    }

    private static void AddClause(AgreementSymbol agreement, ClauseSymbol clause)
    {
        if (clause.Name.IsMissing)
        {
            return;
        }

        if (agreement.FindClause(clause.Name.Text) is { } first)
        {
            agreement.Scope.All.Report(
                clause.Owner.File, clause.Name.Span, clause.Section, NameErrors.DuplicateClause(clause.Name.Text),
                new Label(first.Owner.File, first.Name.Span, "the first one is here", first.Section));
            return;
        }

        agreement.Add(clause);
    }

    private static void Declare(Scope scope, DeclarationSyntax item, ImmutableArray<string> parts)
    {
        switch (item)
        {
            case UnitSyntax unit:
                Add(scope, new UnitSymbol(scope, unit), unit.Name);
                break;
            case ActorsSyntax actors:
                foreach (var actor in actors.Actors)
                {
                    Add(scope, new ActorSymbol(scope, actor), actor.Name);
                }

                break;
            case KindSyntax kind:
                foreach (var (symbol, noun) in KindSymbol.Of(scope, kind).Zip(kind.Nouns))
                {
                    Add(scope, symbol, noun.Singular);
                }

                break;
            case EventSyntax syntax:
                Add(scope, KindSymbol.Of(scope, syntax), syntax.Noun.Singular);
                break;
            case StateSyntax state:
                Add(scope, KindSymbol.Of(scope, state), state.Noun.Singular);
                break;
            case GroupSyntax group:
                Add(scope, new GroupSymbol(scope, group), group.Noun.Singular);
                break;
            case DefineSyntax define:
                Add(scope, new DefineSymbol(scope, define, Sections.Of(parts, define.Reference?.Article.Value)), define.Noun.Singular);
                break;
            case TableSyntax table:
                Add(scope, new TableSymbol(scope, table, Sections.Of(parts, table.Reference?.Article.Value)), table.Name);
                break;
            case OpenKindsSyntax open:
                scope.OpenKinds.AddRange(open.Kinds.Where(k => !k.IsMissing));
                break;
            case ToleranceSyntax tolerance:
                scope.Tolerance = tolerance.Percent.Value / 100m;
                break;
        }
    }

    private static void Add(Scope scope, Symbol symbol, Identifier name)
    {
        if (name.IsMissing)
        {
            return;
        }

        // A zone of that name, for each actor, says where its territory is taken to be.
        var isTerritory = symbol is TableSymbol { Name: "territory", HasParameter: true, Syntax.Kind: TableKind.Zone };
        if (symbol is not UnitSymbol && !isTerritory && ReservedNames.Contains(symbol.Name))
        {
            scope.All.Report(scope.File, name.Span, null, NameErrors.Reserved(symbol.Name));
            return;
        }

        if (scope.Declare(symbol) is { } first)
        {
            scope.All.Report(scope.File, name.Span, null, NameErrors.Duplicate(symbol.Name, first.What, symbol.Keyword), first.DeclaredHere);
        }
    }
}

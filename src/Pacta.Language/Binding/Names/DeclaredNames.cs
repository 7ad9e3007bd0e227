using Pacta.Language.Syntax;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

/// <summary>Enters the names of all declarations into a <see cref="NameTable"/>, each at its own place.</summary>
internal static class DeclaredNames
{
    public static void Enter(Declarations all, NameTable names)
    {
        foreach (var scope in all.Vocabularies.Concat(all.Agreements.Select(a => a.Scope)))
        {
            names.Use(scope.File, new Identifier(scope.NameSpan, scope.Name), scope);
        }

        foreach (var scope in all.Scopes)
        {
            foreach (var symbol in scope.Symbols.Concat(scope.Units))
            {
                Enter(scope.File, symbol, names);
            }
        }

        foreach (var clause in all.Agreements.SelectMany(a => a.Clauses))
        {
            names.Use(clause.Owner.File, clause.Name, clause);
            if (clause.Syntax is ClauseSyntax syntax)
            {
                EnterReadings(clause.Owner.File, syntax.Readings.Select(r => r.Name), clause, names);
            }
        }

        foreach (var (scope, syntax) in all.Evidence)
        {
            switch (syntax)
            {
                case SourceSyntax source:
                    names.Declare(scope.File, NameSort.Source, source.Name, source);
                    break;
                case StandardSyntax standard:
                    names.Declare(scope.File, NameSort.Standard, standard.Name, standard);
                    break;
                case PerspectiveSyntax perspective:
                    names.Declare(scope.File, NameSort.Perspective, perspective.Name, perspective);
                    break;
            }
        }
    }

    /// <summary>A source, a standard or a perspective, wherever it is declared.</summary>
    public static void UseEvidence<T>(Declarations all, SourceText file, Identifier name, NameSort sort, Func<T, Identifier> nameOf)
        where T : DeclarationSyntax
    {
        if (all.Names is { } names && all.Evidence.FirstOrDefault(e => e.Syntax is T item && nameOf(item).Text == name.Text) is { Syntax: T found } place)
        {
            names.Use(file, name.Span, sort, place.Scope.File, nameOf(found), found);
        }
    }

    private static void Enter(SourceText file, Symbol symbol, NameTable names)
    {
        names.Use(file, new Identifier(symbol.Span, symbol.Name), symbol);
        switch (symbol)
        {
            case KindSymbol kind:
                EnterPlural(file, symbol, kind.PluralSpan, names);
                foreach (var field in kind.FieldSyntaxes)
                {
                    names.UseField(file, field.Name, kind);
                }

                break;
            case GroupSymbol group:
                EnterPlural(file, symbol, group.Syntax.Noun.Plural?.Span, names);
                break;
            case DefineSymbol define:
                EnterPlural(file, symbol, define.Syntax.Noun.Plural?.Span, names);
                EnterReadings(file, define.Syntax.Readings.Select(r => r.Name), symbol, names);
                break;
            case TableSymbol table:
                EnterReadings(file, table.Syntax.Readings.Select(r => r.Name), symbol, names);
                break;
        }
    }

    private static void EnterPlural(SourceText file, Symbol symbol, TextSpan? plural, NameTable names)
    {
        if (plural is { } span)
        {
            names.Use(file, new Identifier(span, symbol.Name), symbol);
        }
    }

    private static void EnterReadings(SourceText file, IEnumerable<Identifier?> readings, object of, NameTable names)
    {
        foreach (var reading in readings.OfType<Identifier>().Where(r => !r.IsMissing))
        {
            names.Declare(file, NameSort.Reading, reading, of);
        }
    }
}

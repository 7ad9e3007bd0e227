using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;

namespace Pacta.Language.Binding.Negotiations;

/// <summary>
/// Binds what parties said of versions. The versions have one name and are never read together, so that parties, versions and clauses are looked up later, by
/// whoever has all versions.
/// </summary>
internal static class CriticismBinder
{
    public static ImmutableArray<Criticisms> BindAll(Declarations all)
    {
        var names = new Dictionary<string, (Scope Scope, RemarkOnVersionSyntax Line)>(StringComparer.Ordinal);
        foreach (var (scope, line) in all.Criticisms.SelectMany(c => c.Syntax.Lines.Where(l => !l.IsSatisfied).Select(l => (c.Scope, l))))
        {
            if (!names.TryAdd(line.Name.Text, (scope, line)))
            {
                var first = names[line.Name.Text];
                all.Report(
                    scope.File, line.Name.Span, null, NameErrors.Duplicate(line.Name.Text, "a criticism", "satisfied"),
                    new Label(first.Scope.File, first.Line.Name.Span, "the first one is here"));
            }
        }

        return [.. all.Criticisms.Select(c => Bind(all, c.Scope, c.Syntax, names))];
    }

    private static Criticisms Bind(Declarations all, Scope scope, CriticismsSyntax syntax, Dictionary<string, (Scope Scope, RemarkOnVersionSyntax Line)> names)
    {
        var criticisms = ImmutableArray.CreateBuilder<Criticism>();
        var satisfied = ImmutableArray.CreateBuilder<Satisfaction>();
        foreach (var line in syntax.Lines)
        {
            var origin = new Origin(scope.File, line.Span);
            if (line.Version.Value is < 1 or > 10_000 || line.Version.Value % 1 != 0)
            {
                all.Report(scope.File, line.Version.Span, null, NegotiationErrors.NoVersionNumber());
                continue;
            }

            var version = (int)line.Version.Value;
            if (!line.IsSatisfied)
            {
                var clause = line.Clause switch { Identifier name => name.Text, StringLiteral article => article.Value, _ => null };
                criticisms.Add(new Criticism(line.Name.Text, line.Party.Text, version, clause, line.Words?.Value ?? string.Empty, origin));
                continue;
            }

            if (!names.TryGetValue(line.Name.Text, out var meant))
            {
                all.Report(scope.File, line.Name.Span, null, NegotiationErrors.NoSuchCriticism(line.Name.Text, Suggestion.For(scope.File, line.Name, names.Keys)));
            }
            else if (meant.Line.Party.Text != line.Party.Text)
            {
                all.Report(
                    scope.File, line.Party.Span, null, NegotiationErrors.NotItsAuthor(line.Name.Text, meant.Line.Party.Text),
                    new Label(meant.Scope.File, meant.Line.Party.Span, "raised by"));
            }
            else if (version <= meant.Line.Version.Value)
            {
                all.Report(scope.File, line.Version.Span, null, NegotiationErrors.SatisfiedTooEarly(line.Name.Text, (int)meant.Line.Version.Value));
            }
            else
            {
                satisfied.Add(new Satisfaction(line.Name.Text, line.Party.Text, version, origin));
            }
        }

        return new Criticisms(syntax.Agreement.Text, criticisms.ToImmutable(), satisfied.ToImmutable(), new Origin(scope.File, syntax.Agreement.Span));
    }
}

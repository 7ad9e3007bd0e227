using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Binds everything that scopes declare, apart from clauses.</summary>
internal static class ScopeBinder
{
    public static void BindAll(Declarations all)
    {
        var scopes = all.Scopes.ToList();
        foreach (var scope in scopes)
        {
            UnitBinder.BindAll(scope);
        }

        foreach (var kind in scopes.SelectMany(s => s.Symbols).OfType<KindSymbol>())
        {
            KindResolver.Resolve(kind);
        }

        foreach (var symbol in scopes.SelectMany(s => s.Symbols).ToList())
        {
            switch (symbol)
            {
                case KindSymbol kind:
                    KindResolver.BindState(kind);
                    break;
                case GroupSymbol group:
                    BindGroup(group);
                    break;
                case DefineSymbol define:
                    TableBinder.Bind(define);
                    break;
                case TableSymbol table:
                    TableBinder.Bind(table);
                    break;
            }
        }

        foreach (var symbol in scopes.SelectMany(s => s.Symbols).OfType<NamedContentSymbol>())
        {
            ReportCycle(symbol);
        }

        // One message for one circle, however many groups it leads over.
        _ = scopes.SelectMany(s => s.Symbols).OfType<GroupSymbol>().Any(ReportGroupCycle);

        foreach (var scope in scopes)
        {
            CheckOpenKinds(scope);
        }
    }

    /// <summary>A name of an agreement must not hide one that it uses: readers would take one for the other.</summary>
    public static void ReportHidden(AgreementSymbol agreement)
    {
        var scope = agreement.Scope;
        foreach (var symbol in scope.Symbols)
        {
            foreach (var name in new[] { symbol.Name, symbol.Plural }.OfType<string>().Distinct(StringComparer.Ordinal))
            {
                var hidden = scope.Visible().Skip(1).Where(s => s.Form != ScopeForm.Agreement).Select(s => s.FindOwn(name)).FirstOrDefault(s => s is not null);
                if (hidden is not null)
                {
                    scope.All.Report(scope.File, symbol.Span, null, NameErrors.Duplicate(name, hidden.What, symbol.Keyword), hidden.DeclaredHere);
                }
            }
        }
    }

    private static void BindGroup(GroupSymbol group)
    {
        var binder = new ExpressionBinder(group.Owner, new Variables(null), null);
        var members = ImmutableArray.CreateBuilder<Membership>();
        foreach (var member in group.Syntax.Members)
        {
            var (from, until) = Spans.Bind(binder, member.Spans);
            WarnOfDateForAll(group, member);
            foreach (var name in member.Names.Select(n => n.Name).Where(n => !n.IsMissing))
            {
                if (binder.ResolveActor(name) is { } actor)
                {
                    if (actor.Name == group.Name)
                    {
                        binder.Report(name, MeaningErrors.GroupInItself(group.Name));
                        continue;
                    }

                    members.Add(new Membership(actor.Name, from, until));
                }
            }
        }

        group.Group = new Group(group.Name, group.Plural, members.ToImmutable());
    }

    /// <summary>Several members and a date, in a group on one line: it dates all of them and reads as if it dated the last.</summary>
    private static void WarnOfDateForAll(GroupSymbol group, MemberSyntax member)
    {
        var file = group.Owner.File;
        if (member is not { Names.Length: > 1, Spans: [var first, ..] }
            || file.PositionOf(group.Syntax.Span.Start).Line != file.PositionOf(member.Span.End - 1).Line)
        {
            return;
        }

        var span = new TextSpan(first.Span.Start, member.Spans[^1].Span.End - first.Span.Start);
        group.Owner.All.Warn(file, span, null, MeaningErrors.DateForAll([.. member.Names.Select(n => n.Name.Text)], file.Content[span.Start..span.End]));
    }

    private static void CheckOpenKinds(Scope scope)
    {
        var binder = new ExpressionBinder(scope, new Variables(null), null);
        foreach (var name in scope.OpenKinds)
        {
            var noun = binder.ResolveNoun(name);
            if (!noun.IsError && noun.Kind is null)
            {
                binder.Report(name, NameErrors.WrongKind(name.Text, noun.Entity.ToString(), "a kind of event or thing", "open notification, invitation"));
            }
        }
    }

    /// <summary>Reports groups that contain each other, at the first of the circle.</summary>
    private static bool ReportGroupCycle(GroupSymbol start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(start.Group.Members.Select(m => m.Member));
        while (open.TryPop(out var name))
        {
            if (start.Owner.Find(name) is not GroupSymbol group || !seen.Add(name))
            {
                continue;
            }

            if (ReferenceEquals(group, start))
            {
                start.Owner.All.Report(start.Owner.File, start.Span, null, MeaningErrors.GroupInItself(start.Name));
                return true;
            }

            foreach (var member in group.Group.Members)
            {
                open.Push(member.Member);
            }
        }

        return false;
    }

    /// <summary>Reports a define or table that needs itself, at the first of the circle in the order of the text.</summary>
    private static void ReportCycle(NamedContentSymbol start)
    {
        if (PathTo(start, start, []) is { } path && path.All(s => s.Owner != start.Owner || s.Span.Start >= start.Span.Start))
        {
            start.Owner.All.Report(start.Owner.File, start.Span, start.Section, MeaningErrors.ContentCycle([.. path.Select(s => s.Name)]));
        }
    }

    private static List<NamedContentSymbol>? PathTo(NamedContentSymbol from, NamedContentSymbol target, HashSet<NamedContentSymbol> seen)
    {
        foreach (var next in from.Mentions.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (ReferenceEquals(next, target))
            {
                return [from];
            }

            if (seen.Add(next) && PathTo(next, target, seen) is { } rest)
            {
                return [from, .. rest];
            }
        }

        return null;
    }
}

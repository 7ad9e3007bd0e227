using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Time;

namespace Pacta.Language.Binding.Scenarios;

/// <summary>Binds <c>expect breached prior_notification by aland to borland on 2021-09-10 because notifiable_exercise</c>.</summary>
internal sealed class ExpectationBinder(ExpressionBinder binder, ScenarioNames names)
{
    private static readonly string[] States = [.. ClauseStates.Names, "contested", "undetermined"];

    public Expectation? Bind(ExpectSyntax syntax)
    {
        if (!States.Contains(syntax.State.Text))
        {
            if (!syntax.State.IsMissing)
            {
                binder.Report(syntax.State, ScenarioErrors.UnknownState(syntax.State.Text, Suggestion.For(binder.Scope.File, syntax.State, States), States));
            }

            return null;
        }

        if (syntax.Phrase.Head is not NounArgumentSyntax { IsEach: false } head || head.Name.IsMissing || FindClause(head.Name) is not { } clause)
        {
            return null;
        }

        var roles = BindRoles(head, syntax.Phrase.Tail);
        var on = FindMoment(syntax);
        CheckBecause(syntax, clause);
        if (on is null)
        {
            return null;
        }

        return new Expectation(
            binder.Text(syntax), syntax.State.Text == "pending" ? "open" : syntax.State.Text, clause.Name.Text, roles, on,
            FindReading(syntax, clause), [.. syntax.Because.Select(b => b.Text)], new Origin(binder.Scope.File, syntax.Span));
    }

    private ClauseSymbol? FindClause(Identifier name)
    {
        var clause = names.Agreement.FindClause(name.Text);
        binder.Scope.All.Names?.Use(binder.Scope.File, name, clause);
        if (clause is null)
        {
            binder.Report(name, ScenarioErrors.UnknownClause(
                name.Text, names.Agreement.Name, Suggestion.For(binder.Scope.File, name, names.Agreement.Clauses.Select(c => c.Name.Text))));
        }

        return clause;
    }

    private ImmutableSortedDictionary<string, string> BindRoles(NounArgumentSyntax head, ImmutableArray<PrepositionalSyntax> tail)
    {
        var roles = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var values = new RoleValues(binder, names);
        if (head.Label is { } label)
        {
            binder.Report(label, ScenarioErrors.ExpectNeedsPreposition(label.Text));
        }

        if (head.Of is MomentArgumentSyntax { Moment: var period })
        {
            roles["of"] = $"{period.Year:0000}-{period.Month:00}" + (period.Day is { } day ? $"-{day:00}" : string.Empty);
        }
        else if (head.Of is NounArgumentSyntax of)
        {
            // The trigger: an event or thing of the scenario, or the calendar period that is counted.
            var instance = of.Label ?? of.Name;
            names.Note(binder, instance);
            if (!char.IsAsciiDigit(instance.Text[0]) && names.FindInstance(instance.Text) is null)
            {
                binder.Report(instance, ScenarioErrors.UnknownInstance(instance.Text, Entity.AnyEvent, Suggestion.For(binder.Scope.File, instance, names.Instances)));
            }

            roles["of"] = instance.Text;
        }

        foreach (var phrase in tail)
        {
            switch (phrase.Preposition.Text)
            {
                case "by" or "to":
                    if (values.NameOf(phrase.Argument, Entity.Actor) is { } actor)
                    {
                        roles[phrase.Preposition.Text] = actor;
                    }

                    break;
                case not ("on" or "under"):
                    binder.Report(phrase.Preposition, ScenarioErrors.ExpectPreposition(phrase.Preposition.Text));
                    break;
            }
        }

        return roles.ToImmutable();
    }

    private Moment? FindMoment(ExpectSyntax syntax)
    {
        var on = syntax.Phrase.Tail.FirstOrDefault(p => p.Preposition.Text == "on");
        if (on?.Argument is MomentArgumentSyntax { Moment: var literal })
        {
            return binder.BindMoment(literal);
        }

        binder.Report(on is null ? syntax.Phrase : on, ScenarioErrors.ExpectWhen($"expect {syntax.State.Text} {binder.Text(syntax.Phrase)}"));
        return null;
    }

    private string? FindReading(ExpectSyntax syntax, ClauseSymbol clause)
    {
        if (syntax.Phrase.Tail.FirstOrDefault(p => p.Preposition.Text == "under")?.Argument is not NounArgumentSyntax { Name: { IsMissing: false } name })
        {
            return null;
        }

        NoteReading(name, clause);
        var readings = ReadingsOf(clause);
        if (!readings.Contains(name.Text))
        {
            binder.Report(name, NameErrors.UnknownReading(name.Text, clause.Name.Text, readings, Suggestion.For(binder.Scope.File, name, readings)));
        }

        return name.Text;
    }

    /// <summary>The readings of a clause and of the nouns and tables in sight.</summary>
    private List<string> ReadingsOf(ClauseSymbol clause)
    {
        var own = (clause.Syntax as ClauseSyntax)?.Readings.Select(r => r.Name?.Text).OfType<string>() ?? [];
        var others = names.Agreement.Scope.Visible().SelectMany(s => s.Symbols).OfType<NamedContentSymbol>().SelectMany(s => s.ReadingNames);
        return [.. own.Concat(others).Distinct(StringComparer.Ordinal)];
    }

    private void NoteReading(Identifier name, ClauseSymbol clause)
    {
        foreach (var of in names.Agreement.Scope.Visible().SelectMany(s => s.Symbols).OfType<NamedContentSymbol>().Cast<object>().Prepend(clause))
        {
            binder.Scope.All.Names?.UseReading(binder.Scope.File, name, of);
        }
    }

    private void NoteReason(Identifier name, ClauseSymbol clause)
    {
        var (all, file) = (binder.Scope.All, binder.Scope.File);
        all.Names?.Use(file, name, names.Agreement.FindClause(name.Text));
        DeclaredNames.UseEvidence<SourceSyntax>(all, file, name, NameSort.Source, s => s.Name);
        all.Names?.Use(file, name, binder.Scope.Find(name.Text));
        names.Note(binder, name);
        NoteReading(name, clause);
    }

    /// <summary>What may follow "because": a clause, an exception, a define, a table, a reading, a source; <c>survives</c>, as the clause says.</summary>
    private void CheckBecause(ExpectSyntax syntax, ClauseSymbol clause)
    {
        var readings = ReadingsOf(clause);
        foreach (var name in syntax.Because.Where(n => !n.IsMissing))
        {
            NoteReason(name, clause);
            var isKnown = name.Text == "survives" || names.Agreement.FindClause(name.Text) is not null
                || names.Evidence.Sources.ContainsKey(name.Text)
                || binder.Scope.Find(name.Text) is NamedContentSymbol or ActorSymbol or GroupSymbol or KindSymbol
                || names.FindInstance(name.Text) is not null
                || readings.Contains(name.Text);
            if (!isKnown)
            {
                var candidates = names.Agreement.Clauses.Select(c => c.Name.Text).Concat(names.Evidence.Sources.Keys)
                    .Concat(binder.Scope.NamesOf(s => s is NamedContentSymbol)).Concat(names.Instances);
                binder.Report(name, ScenarioErrors.UnknownReason(name.Text, Suggestion.For(binder.Scope.File, name, candidates)));
            }
        }
    }
}

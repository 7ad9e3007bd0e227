using System.Collections.Immutable;
using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Time;

namespace Pacta.Language.Binding.Sentences;

/// <summary>Binds the clauses of one agreement with their exceptions.</summary>
/// <param name="survival">What those clauses survive that say nothing about it.</param>
/// <param name="admittedWithin">Within which time reports must come for those clauses that say nothing about it; null: whenever they come.</param>
internal sealed class ClauseBinder(AgreementSymbol agreement, Status status, Survival survival, Lapse? admittedWithin)
{
    /// <summary>Which clauses each clause speaks of, its exceptions included.</summary>
    private readonly Dictionary<string, ClauseReferences> _references = new(StringComparer.Ordinal);

    /// <summary>The exceptions by what they are exceptions to.</summary>
    private readonly ILookup<string, ClauseSymbol> _exceptions = agreement.Clauses
        .Where(c => c.IsException)
        .SelectMany(c => ((ExceptionSyntax)c.Syntax).To.Select(t => t.Text).Distinct(StringComparer.Ordinal).Select(to => (To: to, Clause: c)))
        .ToLookup(p => p.To, p => p.Clause, StringComparer.Ordinal);

    /// <summary>Letters that the acts of the present clause introduce.</summary>
    private readonly List<Variable> _actLetters = [];

    public ImmutableArray<Clause> BindAll()
    {
        foreach (var exception in agreement.Clauses.Where(c => c.IsException))
        {
            CheckTargets(exception);
        }

        var clauses = agreement.Clauses.Where(c => !c.IsException).Select(Bind).ToImmutableArray();
        ReportCycles();
        return clauses;
    }

    private Clause Bind(ClauseSymbol symbol)
    {
        var syntax = (ClauseSyntax)symbol.Syntax;
        var references = new ClauseReferences();
        _actLetters.Clear();
        _references[symbol.Name.Text] = references;

        var variables = new Variables(null);
        var binder = new ExpressionBinder(symbol.Owner, variables, symbol.Section, null, references);
        var when = syntax.When is null ? null : BindTrigger(binder, syntax.When);

        var shared = new Variables(variables);
        var readings = ImmutableArray.CreateBuilder<Reading<Rule>>();
        HashSet<string> names = [];
        foreach (var reading in syntax.Readings)
        {
            if (reading.Name is { IsMissing: false } name && !names.Add(name.Text))
            {
                binder.Report(name, MeaningErrors.ReadingTwice(name.Text));
            }

            if (reading.Content.Sentence is { } sentence)
            {
                var own = new Variables(variables);
                var rule = new SentenceBinder(binder.With(own), _actLetters).BindRule(sentence, reading.Content.While);
                readings.Add(new Reading<Rule>(reading.Name?.Text, [.. reading.HeldBy.Select(h => h.Text)], rule));
                shared.TakeOver(own);
            }
        }

        var exceptions = BindExceptions(symbol.Name.Text, symbol.Path, shared, references, []);
        foreach (var letter in _actLetters.Where(l => !l.IsUsed && !l.Entity.IsError))
        {
            symbol.Owner.All.Report(symbol.Owner.File, letter.Span, symbol.Section, NameErrors.UsedOnce(letter.Name, letter.Entity));
        }

        return new Clause(
            symbol.Name.Text, symbol.Path, symbol.PartNumbers, symbol.Reference, StatusOf(binder, syntax), Notes.Bind(syntax.Notes),
            [.. syntax.Claims.Select(c => new CommitmentClaim(c.IsDenied, c.By.Text, c.Words?.Value))],
            when, readings.ToImmutable(), exceptions,
            new Origin(symbol.Owner.File, syntax.Span))
        {
            Survival = syntax.Survivals.IsEmpty ? survival : Survivals.Bind(binder, syntax.Survivals),
            AdmitsWithin = syntax.Admission is null ? admittedWithin : syntax.Admission.Within is { } length ? binder.BindLapse(length) : null,
        };
    }

    private static Pattern BindTrigger(ExpressionBinder binder, PatternSyntax syntax)
    {
        var bound = binder.BindPattern(syntax);
        if (!bound.IsError && bound.Noun.Entity.Form != EntityForm.Event)
        {
            binder.Report(syntax.Phrase.Head, SentenceErrors.TriggerIsNoEvent(binder.Text(syntax.Phrase.Head), bound.Noun.Entity));
        }

        return bound.Pattern;
    }

    private Status StatusOf(ExpressionBinder binder, ClauseSyntax syntax) => syntax.Status is { } own
        ? status with { Standing = Standings.Bind(binder, own) ?? status.Standing }
        : status;

    // ---- exceptions

    private void CheckTargets(ClauseSymbol exception)
    {
        var binder = new ExpressionBinder(exception.Owner, new Variables(null), exception.Section);
        foreach (var name in ((ExceptionSyntax)exception.Syntax).To)
        {
            exception.Owner.All.Names?.Use(exception.Owner.File, name, agreement.FindClause(name.Text));
        }

        foreach (var name in ((ExceptionSyntax)exception.Syntax).To.Where(n => !n.IsMissing && agreement.FindClause(n.Text) is null))
        {
            binder.Report(name, NameErrors.UnknownClause(name.Text, Suggestion.For(binder.Scope.File, name, agreement.Clauses.Where(c => c != exception).Select(c => c.Name.Text))));
        }

        if (CircleOf(exception, exception, []) is { } circle && circle.All(c => c.Name.Span.Start >= exception.Name.Span.Start))
        {
            binder.Report(exception.Name, MeaningErrors.ExceptionCircle([.. circle.Select(c => c.Name.Text)]));
        }
    }

    private List<ClauseSymbol>? CircleOf(ClauseSymbol from, ClauseSymbol target, HashSet<ClauseSymbol> seen)
    {
        foreach (var next in ((ExceptionSyntax)from.Syntax).To.Select(n => agreement.FindClause(n.Text)).Where(c => c is { IsException: true }))
        {
            if (next == target)
            {
                return [from];
            }

            if (seen.Add(next!) && CircleOf(next!, target, seen) is { } rest)
            {
                return [from, .. rest];
            }
        }

        return null;
    }

    /// <summary>The exceptions to a clause or exception; each is bound for each clause it belongs to, with that clause's variables.</summary>
    private ImmutableArray<ClauseException> BindExceptions(
        string target, string path, Variables outer, ClauseReferences references, ImmutableHashSet<string> above)
    {
        var exceptions = ImmutableArray.CreateBuilder<ClauseException>();
        foreach (var symbol in _exceptions[target])
        {
            if (above.Contains(symbol.Name.Text))
            {
                // A circle, reported above.
                continue;
            }

            var syntax = (ExceptionSyntax)symbol.Syntax;
            var variables = new Variables(outer);
            var binder = new ExpressionBinder(symbol.Owner, variables, symbol.Section, null, references);
            var condition = binder.BindCondition(syntax.If);
            var sentence = syntax.Sentence is null ? null : new SentenceBinder(binder, _actLetters).Bind(syntax.Sentence);
            var ownPath = $"{path}/{symbol.Name.Text}";
            exceptions.Add(new ClauseException(
                symbol.Name.Text, ownPath, symbol.Reference, Notes.Bind(syntax.Notes), condition, sentence,
                BindExceptions(symbol.Name.Text, ownPath, variables, references, above.Add(symbol.Name.Text)),
                new Origin(symbol.Owner.File, syntax.Span)));
        }

        return exceptions.ToImmutable();
    }

    // ---- clauses that wait for each other

    private void ReportCycles()
    {
        HashSet<string> reported = [];
        foreach (var symbol in agreement.Clauses.Where(c => !c.IsException && !reported.Contains(c.Name.Text)))
        {
            if (PathTo(symbol.Name.Text, symbol.Name.Text, []) is { } path)
            {
                reported.UnionWith(path);
                var others = path.Skip(1).Select(agreement.FindClause).OfType<ClauseSymbol>()
                    .Select(c => new Label(c.Owner.File, c.Name.Span, $"'{c.Name.Text}' is part of the circle", c.Section));
                agreement.Scope.All.Report(
                    symbol.Owner.File, symbol.Name.Span, symbol.Section, MeaningErrors.ClauseCircle(path), [.. others]);
            }
        }
    }

    private List<string>? PathTo(string from, string target, HashSet<string> seen)
    {
        foreach (var next in _references.GetValueOrDefault(from)?.All() ?? [])
        {
            if (next == target)
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

/// <summary>The words after <c>status</c>.</summary>
internal static class Standings
{
    private static readonly string[] Names = ["legal", "political", "oral", "unilateral", "proposal"];

    public static Standing? Find(string name) => name switch
    {
        "legal" => Standing.Legal,
        "political" => Standing.Political,
        "oral" => Standing.Oral,
        "unilateral" => Standing.Unilateral,
        "proposal" => Standing.Proposal,
        _ => null,
    };

    public static Standing? Bind(ExpressionBinder binder, Identifier name)
    {
        var standing = Find(name.Text);
        if (standing is null && !name.IsMissing)
        {
            binder.Report(name, HeaderErrors.UnknownStatus(name.Text, Suggestion.For(binder.Scope.File, name, Names)));
        }

        return standing;
    }
}

using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>How a clause is called, and how its standing is told.</summary>
public sealed class ClauseWords
{
    private readonly Phrases.Phrasebook _phrases;

    internal ClauseWords(Phrases.Phrasebook phrases) => _phrases = phrases;

    /// <summary>Its reference in the text of the agreement; its name where it has none.</summary>
    public string Short(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Reference ?? NameOf(finding.ClauseName);
    }

    /// <summary>"38 prior_notification"; "4 access, failing that" of what it asks otherwise.</summary>
    public string Full(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var name = NameOf(finding.ClauseName);
        return finding.Reference is { } reference ? $"{reference} {name}" : name;
    }

    /// <summary>
    /// The name of a clause, an exception or what one of them asks otherwise, for people: of "I/access/otherwise/otherwise", which is how the logic
    /// names it, "access, failing the second step".
    /// </summary>
    public string NameOf(string path)
    {
        var (its, step) = ClauseLookup.WithoutOtherwise(path);
        var name = its[(its.LastIndexOf('/') + 1)..];
        return step switch
        {
            0 => name,
            1 => _phrases.Say("clause.failing_that", name),
            2 => _phrases.Say("clause.failing_second", name),
            _ => _phrases.Say("clause.failing_step", name, $"{step}"),
        };
    }

    public static string Full(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause.Reference is { } reference ? $"{reference} {clause.Name}" : clause.Name;
    }

    /// <summary>Standing in words, and whether it is disputed.</summary>
    public string Of(Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var standing = _phrases.Say("standing." + Names.Snake(status.Standing));
        return status.Disputed ? _phrases.Say("standing.disputed", standing) : standing;
    }
}

/// <summary>Finds the clause and the exception that a finding is about.</summary>
public static class ClauseLookup
{
    private const string Otherwise = "/otherwise";

    /// <summary>How the logic names the breach on which something else follows, where there can be only one.</summary>
    private const string Breach = "breach";

    /// <summary>The clause of a finding, also where the finding is about one of its exceptions or about what it asks <c>otherwise</c>.</summary>
    public static Clause? ClauseOf(Agreement agreement, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(finding);
        var path = Base(finding.ClausePath);
        return agreement.Clauses.FirstOrDefault(c => c.Path == path || ExceptionAt(c.Exceptions, path) is not null);
    }

    /// <summary>Is a finding about a clause, one of its exceptions, or what it asks <c>otherwise</c>?</summary>
    public static bool IsAbout(Clause clause, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(clause);
        ArgumentNullException.ThrowIfNull(finding);
        return clause.Holds(finding.ClausePath);
    }

    /// <summary>The clauses about which nothing is found, in the order of the text.</summary>
    public static ImmutableArray<Clause> NotInPlay(AgreementFindings found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var paths = found.Findings.Select(f => f.ClausePath).Concat(found.Plain.Select(p => p.Example.ClausePath)).ToHashSet(StringComparer.Ordinal);
        return [.. found.Agreement.Clauses.Where(c => !paths.Any(c.Holds))];
    }

    public static ClauseException? ExceptionOf(Clause clause, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(clause);
        ArgumentNullException.ThrowIfNull(finding);
        return ExceptionAt(clause.Exceptions, Base(finding.ClausePath));
    }

    private static string Base(string path) => WithoutOtherwise(path).Path;

    /// <summary>The path of what asks something otherwise, and how many such steps below it a path lies.</summary>
    public static (string Path, int Step) WithoutOtherwise(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var step = 0;
        for (; path.EndsWith(Otherwise, StringComparison.Ordinal); step++)
        {
            path = path[..^Otherwise.Length];
        }

        return (path, step);
    }

    /// <summary>
    /// What a finding is about, in words for people. That what is asked otherwise follows a breach is told by the name of the clause; whose breach it
    /// was, where there are several, is told here.
    /// </summary>
    public static ImmutableArray<string> TriggerOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var trigger = finding.Trigger;
        for (var step = WithoutOtherwise(finding.ClausePath).Step; step > 0 && trigger.LastIndexOf(Breach) is >= 0 and var at; step--)
        {
            trigger = trigger.RemoveAt(at);
        }

        return trigger;
    }

    private static ClauseException? ExceptionAt(IEnumerable<ClauseException> exceptions, string path) =>
        exceptions.Select(e => e.Path == path ? e : ExceptionAt(e.Exceptions, path)).FirstOrDefault(e => e is not null);
}

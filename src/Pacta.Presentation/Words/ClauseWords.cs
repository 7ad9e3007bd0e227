using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>How a clause is called, and how its standing is told.</summary>
public sealed class ClauseWords
{
    private readonly Phrases.Phrasebook _phrases;

    internal ClauseWords(Phrases.Phrasebook phrases) => _phrases = phrases;

    /// <summary>Its reference in the text of the agreement; its name where it has none.</summary>
    public static string Short(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Reference ?? finding.ClauseName;
    }

    /// <summary>"38 prior_notification".</summary>
    public static string Full(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Reference is { } reference ? $"{reference} {finding.ClauseName}" : finding.ClauseName;
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
        var standing = _phrases.Say("standing." + Names.Snake(status.Standing.ToString()));
        return status.Disputed ? _phrases.Say("standing.disputed", standing) : standing;
    }
}

/// <summary>Finds the clause and the exception that a finding is about.</summary>
public static class ClauseLookup
{
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
        return finding.ClausePath == clause.Path || finding.ClausePath.StartsWith(clause.Path + "/", StringComparison.Ordinal);
    }

    public static ClauseException? ExceptionOf(Clause clause, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(clause);
        ArgumentNullException.ThrowIfNull(finding);
        return ExceptionAt(clause.Exceptions, Base(finding.ClausePath));
    }

    private static string Base(string path) =>
        path.EndsWith("/otherwise", StringComparison.Ordinal) ? path[..^"/otherwise".Length] : path;

    private static ClauseException? ExceptionAt(IEnumerable<ClauseException> exceptions, string path) =>
        exceptions.Select(e => e.Path == path ? e : ExceptionAt(e.Exceptions, path)).FirstOrDefault(e => e is not null);
}

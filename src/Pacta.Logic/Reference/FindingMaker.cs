using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Pacta.Logic.Reference.Norms;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>Findings from instances (docs/semantics.md, 14).</summary>
internal static class FindingMaker
{
    public static Finding Make(
        string id,
        Agreement agreement,
        Clause clause,
        Mentions mentions,
        InstanceResult shown,
        IEnumerable<InstanceResult> all,
        ImmutableArray<ClauseState> states,
        Certainty certainty,
        Resolution resolution,
        ImmutableArray<Outcome> outcomes,
        IEnumerable<Cause> choices,
        IEnumerable<FindingNote> remarks,
        Perspective? perspective,
        History history,
        bool mayBeSettled)
    {
        var results = all.ToList();
        var causes = certainty == Certainty.Certain
            ? []
            : results.SelectMany(r => r.Possible.Causes).Concat(choices).Distinct()
                .OrderBy(c => c.Kind).ThenBy(c => c.Key, StringComparer.Ordinal).ThenBy(c => c.Attribute, StringComparer.Ordinal)
                .ToImmutableArray();
        var notes = results.SelectMany(r => r.Notes).Concat(shown.Notes).Concat(remarks).ToHashSet();
        if (!resolution.IsExact && results.Exists(r => r.Possible.Causes.Any(c => c.IsDispute)))
        {
            notes.Add(new FindingNote(NoteCode.TooManyDisputes));
        }

        ImmutableArray<ReportReference> stated = [];
        var exception = ExceptionAt(clause.Exceptions, shown.Key.Path);
        var isSettled = mayBeSettled && IsSettled(agreement, mentions, shown, certainty, history);
        if (isSettled)
        {
            // Somebody says that nothing is missing: that is cited, and not assumed.
            var statements = mentions.Kinds.SelectMany(k => Covering(agreement, k, DecidedAt(shown, history), history)).ToList();
            notes.RemoveWhere(n => n.Code == NoteCode.TakenToBeComplete && mentions.Kinds.Contains(n.Arguments[0]));
            notes.Add(new FindingNote(NoteCode.StatedComplete, Causes.Names([.. statements.Select(c => c.By)])));
            stated = [.. statements.Select(c => c.By)];
        }

        if (certainty == Certainty.Certain && shown.Changes.Length > 0 && history.Completeness.Length > 0)
        {
            notes.UnionWith(mentions.Kinds.SelectMany(k => Lagging(agreement, k, DecidedAt(shown, history), history)
                .Select(c => new FindingNote(NoteCode.CompleteOnlyThrough, c.By.Source, $"{c.Through}", k) { Reports = [c.By] })));
        }

        var reports = new HashSet<ReportReference>(stated.Concat(causes.SelectMany(c => c.Reports)).Concat(notes.SelectMany(n => n.Reports)));
        var steps = new HashSet<Derivation>(ReferenceEqualityComparer.Instance);
        AddCited(shown.Possible.Why, reports, steps);
        foreach (var change in shown.Changes)
        {
            AddCited(change.Derivation, reports, steps);
        }

        return new Finding(
            id,
            agreement.Name,
            shown.Key.Path,
            NameOf(clause, shown.Key.Path, exception),
            exception?.Reference ?? clause.Reference,
            clause.Status,
            shown.Bearers,
            shown.IsJoint,
            shown.IsUnattributed,
            shown.Beneficiary,
            shown.Trigger,
            shown.Line,
            states,
            certainty,
            isSettled,
            perspective?.Name ?? Finding.EverySource,
            shown.Opened,
            shown.Due,
            shown.Possible.Why,
            shown.Changes,
            outcomes,
            causes,
            [.. notes.Order()],
            Unverified(agreement, clause, exception, mentions),
            [.. reports.Order()])
        {
            Resolution = resolution,
            AreAuthorsNamed = shown.AreAuthorsNamed,
            DoubtfulFrom = states.Length > 1 ? shown.DoubtfulFrom : null,
        };
    }

    /// <summary>The only finding about a commitment whose existence is disputed: who claims it and who denies it.</summary>
    public static Finding Claimed(Agreement agreement, Clause clause, Perspective? perspective)
    {
        var steps = clause.Claims.Select(c => Derivations.Make(
            DerivationCode.Claims, c.IsDenied ? Truth.False : Truth.True, [], [], [c.By], c.By, c.IsDenied ? "denies" : "claims", c.Words ?? string.Empty));
        var why = Derivations.Make(DerivationCode.Claims, Truth.Unknown, steps, [], clause.Claims.Select(c => c.By), clause.Name);
        var subject = string.Join(" or ", clause.Readings.Select(r => r.Content.Sentence.Subject.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var key = new InstanceKey(clause.Path, string.Empty, subject, string.Empty, string.Empty);
        return new Finding(
            IdOf(agreement, key), agreement.Name, clause.Path, clause.Name, clause.Reference, clause.Status, [subject], false, false, null, [], null,
            [ClauseState.Claimed], Certainty.Certain, false, perspective?.Name ?? Finding.EverySource, null, null, why, [], [new Outcome([], [ClauseState.Claimed])],
            [], [], clause.Remarks.Unverified, []);
    }

    /// <summary>Twelve hexadecimal digits of SHA-256 over what the finding is about, never over reports: it survives revision.</summary>
    public static string IdOf(Agreement agreement, InstanceKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{agreement.Name}|{key}")))[..12];

    private static string NameOf(Clause clause, string path, ClauseException? exception) =>
        (exception?.Name ?? clause.Name) + path[WithoutOtherwise(path).Length..];

    /// <summary>The path of what asks something otherwise, at whatever depth it does.</summary>
    private static string WithoutOtherwise(string path) =>
        path.EndsWith("/otherwise", StringComparison.Ordinal) ? WithoutOtherwise(path[..^"/otherwise".Length]) : path;

    private static ClauseException? ExceptionAt(ImmutableArray<ClauseException> exceptions, string path) =>
        exceptions.Select(e => WithoutOtherwise(path) == e.Path ? e : ExceptionAt(e.Exceptions, path)).FirstOrDefault(e => e is not null);

    /// <param name="steps">Those that were met: a step may stand in several places.</param>
    private static void AddCited(Derivation step, HashSet<ReportReference> reports, HashSet<Derivation> steps)
    {
        if (!steps.Add(step))
        {
            return;
        }

        reports.UnionWith(step.Reports);
        foreach (var because in step.Because)
        {
            AddCited(because, reports, steps);
        }
    }

    private static ImmutableArray<string> Unverified(Agreement agreement, Clause clause, ClauseException? exception, Mentions mentions)
    {
        var all = clause.Remarks.Unverified.Select(u => u.Length == 0 ? clause.Name : u)
            .Concat(exception?.Remarks.Unverified.Select(u => u.Length == 0 ? exception.Name : u) ?? []);
        foreach (var name in mentions.Names)
        {
            var remarks = agreement.Definitions.TryGetValue(name, out var definition) ? definition.Remarks : agreement.Tables[name].Remarks;
            all = all.Concat(remarks.Unverified.Select(u => u.Length == 0 ? name : $"{name}: {u}"));
        }

        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Settled: statements of completeness cover the instant that decided.</summary>
    private static bool IsSettled(Agreement agreement, Mentions mentions, InstanceResult shown, Certainty certainty, History history)
    {
        if (certainty != Certainty.Certain || shown.Changes.Length == 0)
        {
            return false;
        }

        var decided = DecidedAt(shown, history);
        return mentions.Kinds.All(kind => Covering(agreement, kind, decided, history).Any() && !Lagging(agreement, kind, decided, history).Any());
    }

    /// <summary>
    /// The latest statements of sources that say through when they are complete, and have not yet said so of the instant that decided. They are
    /// waited for, and named; a source that never says such a thing is not waited for.
    /// </summary>
    private static IEnumerable<Completeness> Lagging(Agreement agreement, string kind, Instant decided, History history) => history.Completeness
        .Where(c => c.Kinds.Length == 0 || c.Kinds.Contains(kind))
        .GroupBy(c => c.By.Source, StringComparer.Ordinal)
        .Select(g => g.MaxBy(c => c.Through.In(agreement.Calendar.Zone).Latest)!)
        .Where(c => c.Through.In(agreement.Calendar.Zone).Latest < decided);

    /// <summary>The instant that decided: of the last change, or the due. That nothing came by the due is decided by its last instant.</summary>
    private static Instant DecidedAt(InstanceResult shown, History history)
    {
        var changed = shown.Changes[^1].At.Latest;
        if (shown.LookedAtThrough is { } last && shown.Changes[^1].State is ClauseState.Met or ClauseState.Breached or ClauseState.Cured)
        {
            return Instant.Min(last, history.Through); // it rests on all that is reported until then
        }

        if (shown.Due is not { } due)
        {
            return changed;
        }

        // That something was not done is decided by the last instant for it, or by all that is reported while there is time.
        return shown.Changes[^1].State == ClauseState.Open ? Instant.Min(due.Latest, history.Through)
            : changed == due.Latest + InstantRange.Tick ? due.Latest
            : changed;
    }

    private static IEnumerable<Completeness> Covering(Agreement agreement, string kind, Instant decided, History history) => history.Completeness
        .Where(c => (c.Kinds.Length == 0 || c.Kinds.Contains(kind)) && c.Through.In(agreement.Calendar.Zone).Latest >= decided);
}

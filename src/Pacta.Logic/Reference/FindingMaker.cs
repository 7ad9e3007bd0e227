using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
internal sealed class FindingMaker(Agreement agreement, Perspective? perspective, HistoryIndex index)
{
    private static readonly IEqualityComparer<FindingNote> AreAlike = EqualityComparer<FindingNote>.Create(
        (a, b) => ReferenceEquals(a, b) || (a!.Equals(b) && ReferenceEquals(a.Cause, b.Cause) && a.Reports.AsSpan().SequenceEqual(b.Reports.AsSpan())), n => n.GetHashCode());

    private readonly CitedReports _cited = new();

    private readonly FewDistinct<Cause> _causes = new();

    private readonly FewDistinct<FindingNote> _notes = new();

    /// <summary>The last that was made: under one reading after the other much is the same, and kept once.</summary>
    private Finding? _last;

    private History History => index.History;

    /// <param name="found">The instance under the readings that have it.</param>
    public Finding Make(
        string id,
        Clause clause,
        ClauseTexts texts,
        InstanceResult shown,
        List<(ImmutableArray<int> Sides, InstanceResult Result)> found,
        ImmutableArray<ClauseState> states,
        Certainty certainty,
        Resolution resolution,
        ImmutableArray<Outcome> outcomes,
        IEnumerable<Cause> choices,
        ImmutableArray<FindingNote> remarks,
        bool mayBeSettled)
    {
        var kinds = texts.Mentions.Kinds;
        var last = _last?.Id == id ? _last : null;
        ImmutableArray<Cause> causes = certainty == Certainty.Certain
            ? []
            : CausesOf(found, choices, last?.Causes);
        var notes = NotesOf(shown, found, remarks);
        if (!resolution.IsExact && found.Exists(static f => f.Result.Possible.HangsOnDisputes))
        {
            notes.Add(new FindingNote(NoteCode.TooManyDisputes));
        }

        ImmutableArray<ReportReference> stated = [];
        var exception = ExceptionAt(clause.Exceptions, shown.Key.Path);
        var isDecided = certainty == Certainty.Certain && shown.Changes.Length > 0;
        var isSettled = mayBeSettled && isDecided && IsSettled(kinds, shown);
        if (isSettled)
        {
            // Somebody says that nothing is missing: that is cited, and not assumed.
            var statements = kinds.SelectMany(k => Covering(k, DecidedAt(shown))).ToList();
            notes.RemoveAll(n => n.Code == NoteCode.TakenToBeComplete && kinds.Contains(n.Arguments[0]));
            notes.Add(new FindingNote(NoteCode.StatedComplete, Causes.Names([.. statements.Select(c => c.By)])));
            stated = [.. statements.Select(c => c.By)];
        }

        if (isDecided && History.Completeness.Length > 0)
        {
            foreach (var (kind, behind) in kinds.SelectMany(k => Lagging(k, DecidedAt(shown)), (k, c) => (k, c)))
            {
                notes.Add(new FindingNote(NoteCode.CompleteOnlyThrough, behind.By.Source, $"{behind.Through}", kind) { Reports = [behind.By] });
            }
        }

        _last = new Finding(
            id,
            agreement.Name,
            shown.Key.Path,
            NameOf(clause, shown.Key.Path, exception),
            exception?.Reference ?? clause.Reference,
            clause.Status,
            Alike(shown.Bearers, last?.Bearers),
            shown.IsJoint,
            shown.IsUnattributed,
            shown.Beneficiary,
            Alike(shown.Trigger, last?.Trigger),
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
            Alike(InOrder(notes.Span), last?.Notes, AreAlike),
            exception is null ? texts.Unverified ??= Unverified(clause, null, texts.Mentions) : Unverified(clause, exception, texts.Mentions),
            Alike(Cited(shown, stated, causes, notes), last?.Reports))
        {
            Resolution = resolution.Equals(last?.Resolution) ? last.Resolution : resolution,
            AreAuthorsNamed = shown.AreAuthorsNamed,
            DoubtfulFrom = states.Length > 1 ? shown.DoubtfulFrom : null,
        };
        return _last;
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

    private static ClauseException? ExceptionAt(ImmutableArray<ClauseException> exceptions, string path) => exceptions.IsEmpty ? null
        : exceptions.Select(e => WithoutOtherwise(path) == e.Path ? e : ExceptionAt(e.Exceptions, path)).FirstOrDefault(e => e is not null);

    private FewDistinct<FindingNote> NotesOf(InstanceResult shown, List<(ImmutableArray<int> Sides, InstanceResult Result)> found, ImmutableArray<FindingNote> remarks)
    {
        var notes = _notes;
        notes.Clear();
        foreach (var (_, result) in found)
        {
            Add(result.Notes);
        }

        Add(shown.Notes);
        Add(remarks);
        return notes;

        void Add(ImmutableArray<FindingNote> some)
        {
            foreach (var note in some)
            {
                notes.Add(note);
            }
        }
    }

    /// <summary>In order; what is alike stays as it is. Few are sorted by hand.</summary>
    public static ImmutableArray<T> InOrder<T>(ReadOnlySpan<T> some)
        where T : IComparable<T>
    {
        if (some.Length is 0 or > 16)
        {
            return some.IsEmpty ? [] : [.. some.ToArray().Order()];
        }

        var sorted = new T[some.Length];
        var count = 0;
        foreach (var one in some)
        {
            var at = count++;
            for (; at > 0 && sorted[at - 1].CompareTo(one) > 0; at--)
            {
                sorted[at] = sorted[at - 1];
            }

            sorted[at] = one;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    /// <summary>The list that was there, if it has the same in it.</summary>
    private static ImmutableArray<T> Alike<T>(ImmutableArray<T> made, ImmutableArray<T>? last, IEqualityComparer<T>? comparer = null) =>
        last is { } same && same.AsSpan().SequenceEqual(made.AsSpan(), comparer) ? same : made;

    /// <summary>Each once, by kind, key and attribute: by what makes them the same.</summary>
    private ImmutableArray<Cause> CausesOf(List<(ImmutableArray<int> Sides, InstanceResult Result)> found, IEnumerable<Cause> choices, ImmutableArray<Cause>? last)
    {
        _causes.Clear();
        foreach (var (_, result) in found)
        {
            foreach (var cause in result.Possible.Causes)
            {
                _causes.Add(cause);
            }
        }

        foreach (var choice in choices)
        {
            _causes.Add(choice);
        }

        var sorted = _causes.Span.ToArray();
        Array.Sort(sorted, Causes.ByKind);
        return Alike(ImmutableCollectionsMarshal.AsImmutableArray(sorted), last, ReferenceEqualityComparer.Instance);
    }

    /// <summary>The reports that a finding rests on.</summary>
    private ImmutableArray<ReportReference> Cited(InstanceResult shown, ImmutableArray<ReportReference> stated, ImmutableArray<Cause> causes, FewDistinct<FindingNote> notes)
    {
        _cited.Clear();
        _cited.Add(stated);
        foreach (var cause in causes)
        {
            _cited.Add(cause.Reports);
        }

        foreach (var note in notes.Span)
        {
            _cited.Add(note.Reports);
        }

        _cited.Add(shown.Possible.Why);
        foreach (var change in shown.Changes)
        {
            _cited.Add(change.Derivation);
        }

        return InOrder(_cited.Reports);
    }

    private ImmutableArray<string> Unverified(Clause clause, ClauseException? exception, Mentions mentions)
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
    private bool IsSettled(HashSet<string> kinds, InstanceResult shown)
    {
        var decided = DecidedAt(shown);
        return (kinds.Count == 0 || History.Completeness.Length > 0) && kinds.All(kind => Covering(kind, decided).Any() && !Lagging(kind, decided).Any());
    }

    /// <summary>
    /// The latest statements of sources that say through when they are complete, and have not yet said so of the instant that decided. They are
    /// waited for, and named; a source that never says such a thing is not waited for.
    /// </summary>
    private IEnumerable<Completeness> Lagging(string kind, Instant decided) => History.Completeness
        .Where(c => c.Kinds.Length == 0 || c.Kinds.Contains(kind))
        .GroupBy(c => c.By.Source, StringComparer.Ordinal)
        .Select(g => g.MaxBy(c => c.Through.In(agreement.Calendar.Zone).Latest)!)
        .Where(c => c.Through.In(agreement.Calendar.Zone).Latest < decided);

    /// <summary>The instant that decided: of the last change, or the due. That nothing came by the due is decided by its last instant.</summary>
    private Instant DecidedAt(InstanceResult shown)
    {
        var changed = shown.Changes[^1].At.Latest;
        if (shown.LookedAtThrough is { } last && shown.Changes[^1].State is ClauseState.Met or ClauseState.Breached or ClauseState.Cured)
        {
            return Instant.Min(last, History.Through); // it rests on all that is reported until then
        }

        if (shown.Due is not { } due)
        {
            return changed;
        }

        // That something was not done is decided by the last instant for it, or by all that is reported while there is time.
        return shown.Changes[^1].State == ClauseState.Open ? Instant.Min(due.Latest, History.Through)
            : changed == due.Latest + InstantRange.Tick ? due.Latest
            : changed;
    }

    private IEnumerable<Completeness> Covering(string kind, Instant decided) => History.Completeness
        .Where(c => (c.Kinds.Length == 0 || c.Kinds.Contains(kind)) && c.Through.In(agreement.Calendar.Zone).Latest >= decided);
}

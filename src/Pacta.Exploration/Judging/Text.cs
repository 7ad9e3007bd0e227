using System.Collections.Immutable;
using NodaTime;
using Pacta.Checking;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Texts;
using Pacta.Logic.Reference;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Judging;

/// <summary>One of the texts that a search asks what they say of an invented history, with what each of its clauses can tell apart.</summary>
internal sealed class Text
{
    /// <summary>A thing that no clause speaks of: with it the record begins when the text does, and not with the first fact that somebody thought of.</summary>
    private static readonly Kind Record = new("record_of_an_invented_history", null, KindForm.Thing, null, null, [], ImmutableSortedDictionary<string, Field>.Empty);

    private readonly ImmutableDictionary<string, Reach> _reaches;
    private readonly InventedFact _record;

    private Text(Agreement agreement, ImmutableDictionary<string, Reach> reaches, InventedFact record) => (Agreement, _reaches, _record) = (agreement, reaches, record);

    public Agreement Agreement { get; }

    /// <summary>
    /// As if in force from a day on, for all its parties: histories show what clauses say, and not who had left or that one draft would have begun later than
    /// another, which the heads tell.
    /// </summary>
    public static Text Of(Agreement agreement, LocalDate inForce) => new(
        AsInForce(agreement, inForce),
        agreement.Clauses.ToImmutableDictionary(c => c.Name, c => ReachReader.Of(c, agreement), StringComparer.Ordinal),
        new InventedFact(
            Record.Name, Record.Name, Model.Histories.FactForm.Thing, agreement.Calendar.StartOf(inForce), null,
            ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, Model.Values.Value>(StringComparer.Ordinal)));

    /// <summary>The same text among fewer parties: those who stand for all others. What is found so is tried again among all.</summary>
    public Text Among(Cast cast)
    {
        bool IsThere(string name) => Agreement.Vocabulary.Groups.ContainsKey(name) ? Cast.MembersOf(Agreement, [name]).Overlaps(cast.Actors) : cast.Actors.Contains(name);
        var vocabulary = Agreement.Vocabulary;
        var groups = vocabulary.Groups.Values.Select(g => g with { Members = [.. g.Members.Where(m => IsThere(m.Member))] });
        return new Text(
            Agreement with
            {
                Parties = [.. Agreement.Parties.Where(IsThere)],
                Vocabulary = vocabulary with { Groups = groups.ToImmutableSortedDictionary(g => g.Name, g => g, StringComparer.Ordinal) },
            },
            _reaches,
            _record);
    }

    /// <summary>The same text, with a record that begins later: what was to be done before is not judged.</summary>
    public Text RecordedFrom(NodaTime.Instant at) => new(Agreement, _reaches, _record with { At = at });

    private static Agreement AsInForce(Agreement agreement, LocalDate inForce) => agreement with
    {
        EntryIntoForce = new FixedTime(inForce.ToString("uuuu-MM-dd", null), Moment.OnDay(inForce)),
        ProvisionalFrom = null,
        ProvisionalUntil = null,
        Expiry = null,
        Participations = [],
        Signed = Moment.OnDay(inForce),
        Status = agreement.Status with { Disputed = false },
        Vocabulary = agreement.Vocabulary with { Kinds = agreement.Vocabulary.Kinds.SetItem(Record.Name, Record) },
    };

    /// <summary>The clause as this text has it.</summary>
    public Clause Clause(Clause clause) => Agreement.Clauses.First(c => c.Path == clause.Path);

    public Reach ReachOf(Clause clause) => _reaches[clause.Name];

    /// <summary>The clauses that can be concerned by facts of such kinds.</summary>
    public IEnumerable<Clause> About(IReadOnlySet<string> kinds) => Agreement.Clauses.Where(c => IsAbout(_reaches[c.Name], kinds));

    /// <summary>The clauses that speak of such kinds, of kinds that are such, or of kinds that these are.</summary>
    public IEnumerable<Clause> Near(IReadOnlySet<string> kinds) => Agreement.Clauses.Where(c => IsAbout(_reaches[c.Name], kinds)
        || _reaches[c.Name].Kinds.Keys.Any(k => kinds.Any(f => Agreement.Vocabulary.IsA(k, f))));

    private bool IsAbout(Reach reach, IReadOnlySet<string> kinds) =>
        reach.Kinds.Keys.Any(k => kinds.Any(f => Agreement.Vocabulary.IsA(f, k))) || reach.Kinds.Count == 0;

    /// <summary>What it says of a history, of these clauses.</summary>
    public ImmutableArray<Finding> Judge(InventedHistory history, IReadOnlySet<string> clauses, Action<Comparison>? watch = null) =>
        clauses.Count == 0 ? [] : ReferenceEvaluator.Evaluate(Agreement, Telling.Of(Recorded(history), Agreement.Calendar), null, clauses, watch);

    /// <summary>The same by the way that reports go: read, weighed, joined and checked.</summary>
    public ImmutableArray<Finding> Replay(InventedHistory history, IReadOnlySet<string> clauses) => clauses.Count == 0
        ? []
        : Checker.Check(new CheckRequest([Agreement], Records.Of(Recorded(history), Agreement.Calendar), null, Moment.At(history.Through), null, [.. clauses])).Agreements[0].Findings;

    private InventedHistory Recorded(InventedHistory history) => history with { Facts = history.Facts.Add(_record) };

    /// <summary>Is it certain that it was not kept, at some time?</summary>
    public static bool IsBreach(Finding finding) =>
        finding.Certainty == Certainty.Certain && (finding.State == ClauseState.Breached || finding.Changes.Any(c => c.State == ClauseState.Breached));

    /// <summary>Is it certain that it was kept throughout, or that it did not bind?</summary>
    public static bool IsKept(Finding finding) =>
        finding.Certainty == Certainty.Certain && finding.State != ClauseState.Breached && finding.Changes.All(c => c.State != ClauseState.Breached);
}

using System.Collections.Immutable;
using NodaTime;
using Pacta.Exploration.Domain;
using Pacta.Exploration.Judging;
using Pacta.Exploration.Texts;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Histories;

namespace Pacta.Exploration.Separating;

/// <summary>The stage on which two texts are tried: from when on they bind, when histories begin, and what is worth trying for one clause.</summary>
internal sealed class Setting
{
    /// <summary>Where no text names a later date.</summary>
    private const int Usual = 2024;

    private readonly Instant _entry;
    private readonly Instant _start;

    private Setting(Text first, Text second, Instant entry, Instant start) => (First, Second, _entry, _start) = (first, second, entry, start);

    public Text First { get; }

    public Text Second { get; }

    /// <summary>
    /// Both in force from the same day. Where a clause names a date, from the later of the days that the texts name for themselves, or else from before all these dates; otherwise after every
    /// date that is named. Histories begin in the March after the next, so that what is due well ahead falls due while they bind.
    /// </summary>
    public static Setting Of(Agreement first, Agreement second)
    {
        Agreement[] texts = [first, second];
        var dates = texts.SelectMany(t => t.Clauses.SelectMany(c => ReachReader.Of(c, t).Dates)).Select(d => d.Local.Date).ToList();
        var own = texts.Select(EntryOf).Max();
        var inForce = dates.Count == 0 ? new LocalDate(Year((own?.Year ?? Usual) + 1), 1, 1)
            : own ?? new LocalDate(Year(dates.Min().Year - 1), 1, 1);
        var start = first.Calendar.StartOf(new LocalDate(inForce.Year + 1, 3, 10)) + Duration.FromHours(12);
        return new Setting(Text.Of(first, inForce), Text.Of(second, inForce), first.Calendar.StartOf(inForce), start);

        static int Year(int year) => Math.Clamp(year, 1900, 9000);
    }

    /// <summary>Since when both texts bind.</summary>
    public LocalDate InForce => First.Agreement.Calendar.DateOf(_entry);

    public Setting Swapped() => new(Second, First, _entry, _start);

    /// <summary>What to try to find a history that keeps the first text and not a clause of the second.</summary>
    /// <param name="party">Whose keeping alone is asked about; null: everybody's.</param>
    /// <param name="beside">Clauses of either text that make a difference to whether others bind.</param>
    /// <param name="isKeptByAll">Whether others keep the first text is asked too: what they must do remains theirs to do.</param>
    public (Candidates Candidates, Reach Reach) For(
        Clause clause, IReadOnlySet<string>? only, string? party, ImmutableArray<(Text Text, Clause Clause)> beside = default, bool isKeptByAll = false)
    {
        var reach = new Reach();
        foreach (var (text, other) in beside.IsDefault ? [] : beside)
        {
            reach.Include(text.ReachOf(other));
        }

        reach.Include(Second.ReachOf(clause));
        var kinds = Second.ReachOf(clause).Kinds.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var keeping in First.Near(kinds).Where(c => only?.Contains(c.Name) != false).ToList())
        {
            reach.Include(First.ReachOf(keeping));
        }

        ImmutableArray<Agreement> texts = [First.Agreement, Second.Agreement];
        return (new Candidates(texts, reach, Second.ReachOf(clause).Summed, Cast.Of(texts, reach), new Clock(First.Agreement.Calendar, _entry, _start, reach), party, isKeptByAll ? IsTheirs : null), reach);

        // Only what the clause is about is left to the party alone, and not what others must do.
        bool IsTheirs(string kind) => !Second.ReachOf(clause).Kinds.Keys.Any(k => Second.Agreement.Vocabulary.IsA(kind, k) || Second.Agreement.Vocabulary.IsA(k, kind))
            || First.Agreement.Clauses.Any(c => Roles.Demands(c, kind, First.Agreement.Vocabulary));
    }

    /// <param name="isWide">What all clauses of the first text tell apart is tried, though only some of them are to be kept.</param>
    public SeparationSearch Search(Clause clause, IReadOnlySet<string>? only, string? party, ImmutableArray<(Text Text, Clause Clause)> beside = default, bool isWide = false, bool isKeptByAll = false)
    {
        var (candidates, reach) = For(clause, isWide ? null : only, party, beside, isKeptByAll);
        var cast = party is null ? candidates.Cast : candidates.Cast.With(party);
        ImmutableHashSet<string> always = beside.IsDefault ? [] : [.. beside.SelectMany(b => b.Text.ReachOf(b.Clause).Kinds.Keys)];
        var begins = RecordBegins(reach);
        return new SeparationSearch(First.Among(cast).RecordedFrom(begins), only, Second.Among(cast).RecordedFrom(begins), clause, party, candidates, reach, always, isKeptByAll);
    }

    /// <summary>The same question among all parties, and not only among those who stand for them.</summary>
    public SeparationSearch AmongAll(Clause clause, IReadOnlySet<string>? only, string? party, bool isKeptByAll = false)
    {
        var (candidates, reach) = For(clause, only, party);
        var begins = RecordBegins(reach);
        return new SeparationSearch(First.RecordedFrom(begins), only, Second.RecordedFrom(begins), clause, party, candidates, reach, ImmutableHashSet<string>.Empty, isKeptByAll);
    }

    /// <summary>
    /// What is shown of a history that was found: without what makes no difference, replayed among all parties by the way that reports go; or, where it shows nothing
    /// there, among those who stand for them.
    /// </summary>
    public (InventedHistory History, ImmutableArray<Model.Findings.Finding> Broken, bool IsAmongFew) Shown(
        Separated found, Clause clause, IReadOnlySet<string>? only, string? party, bool isKeptByAll = false)
    {
        var few = Search(clause, only, party, isKeptByAll: isKeptByAll);
        var all = AmongAll(clause, only, party, isKeptByAll);
        var simple = Simplifier.Simplify(found.History, h => few.Holds(h));
        foreach (var history in new[] { simple, found.History }.SelectMany(h => new[] { h, ToAll(h, clause) }))
        {
            if (all.Holds(history, isReplay: true))
            {
                return (history, all.Broken(history, isReplay: true), false);
            }
        }

        return (simple, few.Broken(simple), true);
    }

    /// <summary>What is done towards one party is done towards all that are like it.</summary>
    public InventedHistory ToAll(InventedHistory history, Clause clause)
    {
        var cast = For(clause, null, null).Candidates.Cast;
        var towards = history.Facts.SelectMany(f => f.Role("to") is [var to] && cast.Alike.TryGetValue(to, out var alike)
            ? alike.Where(a => !f.Role("by").Contains(a))
                .Where(a => !history.Facts.Any(o => o.Kind == f.Kind && o.Role("to") is [var t] && t == a))
                .Select(a => f with { Id = $"{f.Id}_{a}", Roles = f.Roles.SetItem("to", [a]) })
            : []);
        return history with { Facts = InventedHistory.InOrder(history.Facts.Concat(towards)) };
    }

    /// <summary>Whoever may be bound by one of two clauses, one for all who are alike.</summary>
    public IEnumerable<(string Party, ImmutableArray<string> Alike)> PartiesOf(Clause? first, Clause? second)
    {
        var reach = new Reach();
        foreach (var (text, clause) in new[] { (First, first), (Second, second) })
        {
            if (clause is not null)
            {
                reach.Include(text.ReachOf(clause));
            }
        }

        var cast = Cast.Of([First.Agreement, Second.Agreement], reach);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var bound = new[] { (First, first), (Second, second) }.Where(p => p.Item2 is not null).Select(p => Bearers.Of(p.Item2!, p.Item1.Agreement)).ToList();
        foreach (var actor in cast.Actors.Where(a => bound.Exists(b => b?.Contains(a) != false)).Where(a => cast.Parties.Contains(a) || reach.Actors.Contains(a)))
        {
            if (shown.Add(actor))
            {
                var alike = cast.Alike.GetValueOrDefault(actor, []);
                shown.UnionWith(alike);
                yield return (actor, alike);
            }
        }
    }

    /// <summary>With the texts, where a clause counts from then or names a date; otherwise with the year of the history, so that what repeats need not have been done for long.</summary>
    private Instant RecordBegins(Reach reach)
    {
        var calendar = First.Agreement.Calendar;
        return reach.CountsFromEntry || reach.Dates.Count > 0 ? _entry : calendar.StartOf(new LocalDate(calendar.DateOf(_start).Year, 1, 1));
    }

    /// <summary>The day that it names for itself; null: none.</summary>
    private static LocalDate? EntryOf(Agreement text) =>
        new[] { text.EntryIntoForce, text.ProvisionalFrom }.OfType<FixedTime>().Select(t => (LocalDate?)t.Moment.Local.Date).Max() ?? text.Signed?.Local.Date;
}

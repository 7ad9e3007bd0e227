using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Conflicts;
using Pacta.Negotiation.Histories;
using Pacta.Presentation.Comparing;
using Pacta.Presentation.Histories;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Conflicts;

/// <summary>The words for clauses that do not go together.</summary>
internal sealed class ConflictWords(TextConflicts all, Speech speech)
{
    /// <summary>More names than that are counted.</summary>
    private const int MostNames = 8;

    /// <summary>What a text, a clause and a situation say of a party, in one sentence, and what it rests on.</summary>
    public ConflictEntry Of(Conflict conflict)
    {
        var telling = new Telling(conflict, new StandIns(all.Texts), speech);
        var who = telling.Who;
        var sentence = Sentence(conflict, telling);
        ImmutableArray<string> situation = [.. telling.Situation(conflict)];
        ImmutableArray<string> attempts = [.. conflict.Attempts.Select(a => Attempt(a, telling))];
        return new ConflictEntry(
            Say("conflicts.entry", string.Join(", ", conflict.Clauses.Select(Name)), Say("conflicts.kind." + Names.Snake(conflict.Kind))),
            sentence,
            [.. conflict.Clauses.Select(c => (Name(c), ClauseSentences.Of(c.Clause)))],
            situation,
            attempts,
            [
                .. conflict.Holding is not null ? (string[])[Say("conflicts.holding", who, conflict.Holding)] : [],
                .. conflict.Act is not null || !conflict.OwnActs.Any() ? (string[])[] : [Say("conflicts.avoid", who, List(conflict.OwnActs.Select(telling.Short)))],
                .. conflict.Readings.Select(r => Say("conflicts.reading", r.Of, r.Name, List(r.HeldBy))),
                .. conflict.Alike.IsEmpty ? (string[])[] : [Say("conflicts.alike", List(conflict.Alike))],
                .. conflict.Clauses.SelectMany(c => c.Clause.Remarks.Unverified.Select(u => Say("conflicts.unverified", Name(c), u.Length > 0 ? u : Say("conflicts.unverified.all")))),
                .. telling.Taken.Select(t => Say("conflicts.stands_in", t.Invented, t.Real)),
            ],
            [.. conflict.Prevails.Select(p => Prevails(p, conflict))]);
    }

    /// <summary>"4 answer"; with its text where there are several.</summary>
    public string Name(ConflictClause clause) => all.Texts.Length == 1
        ? ClauseWords.Full(clause.Clause)
        : Say("conflicts.clause_of", ClauseWords.Full(clause.Clause), clause.Text.Name);

    public string Title() => all.Texts is [var only]
        ? Say("conflicts.title.one", only.Title, speech.Clauses.Of(only.Status))
        : Say("conflicts.title.many", string.Join("; ", all.Texts.Select(t => Say("conflicts.text", t.Title, speech.Clauses.Of(t.Status)))));

    public ImmutableArray<string> Bound()
    {
        var bound = all.Bound;
        return
        [
            Say("conflicts.bound", Number(bound.Sets), Number(bound.Clauses), Number(bound.Facts), Number(bound.Acts), Number(bound.Tried)),
            .. bound.Cut.IsEmpty ? (string[])[] : [Say("conflicts.bound.cut", Number(bound.Cut.Length), string.Join("; ", bound.Cut.Take(MostNames).Select(s => string.Join(" + ", s.Select(Name)))))],
            .. bound.CutKinds.IsEmpty ? (string[])[] : [Say("conflicts.bound.kinds", string.Join(", ", bound.CutKinds))],
            Say("conflicts.not_none"),
            Say("conflicts.not_applied"),
        ];
    }

    private string Sentence(Conflict conflict, Telling telling)
    {
        var who = telling.Who;
        var demands = string.Join(Say("conflicts.and"), conflict.Clauses.Select(c => Say("conflicts.says", Demand(c.Clause), Name(c))));
        return conflict.Kind switch
        {
            ConflictKind.PermissionAgainstProhibition => Say("conflicts.sentence.permission", who, demands, telling.Short(conflict.Act!)),
            ConflictKind.UnusableRight => Say(
                "conflicts.sentence.unusable", who, Say("conflicts.says", Demand(conflict.Clauses[0].Clause), Name(conflict.Clauses[0])), string.Join(Say("conflicts.and"), conflict.Clauses.Skip(1).Select(c => Say("conflicts.says_whole", Whole(c.Clause), Name(c))))),
            _ => Say("conflicts.sentence." + Names.Snake(conflict.Kind), When(conflict, telling), who, demands, Count(conflict)),
        };
    }

    /// <summary>The last of "one of the two is not kept".</summary>
    private string Count(Conflict conflict) => Say(conflict.Clauses.Length == 2 ? "conflicts.of_two" : "conflicts.of_three");

    private string When(Conflict conflict, Telling telling)
    {
        List<string> circumstances =
        [
            .. conflict.Situation.Judgements.Where(j => j.Holds).Select(j => Say("conflicts.judged", j.Matter)),
            .. conflict.Situation.Facts.Select(telling.Short),
        ];
        return conflict.Holding is { } kind ? Say("conflicts.when.holding", telling.Who, kind)
            : circumstances.Count == 0 ? Say("conflicts.when.always")
            : Say("conflicts.when", string.Join(Say("conflicts.and"), circumstances));
    }

    private string Attempt(Attempt attempt, Telling telling) => Say(
        attempt.Added.IsEmpty ? "conflicts.attempt.nothing" : "conflicts.attempt", telling.Who, List(attempt.Added.Select(telling.Facts.One)), List(attempt.NotKept.Select(Name)));

    private string Prevails(Prevalence prevalence, Conflict conflict)
    {
        // A proposal that nobody has agreed to binds nobody, and what binds nobody prevails over nothing.
        if (prevalence.Rule == PrevalenceRule.Standing && conflict.Clauses.FirstOrDefault(c => c.Clause.Status.Standing == Standing.Proposal) is { } proposed)
        {
            return Say("conflicts.prevails.standing.proposal", proposed.Text.Name);
        }

        return Say(
            $"conflicts.prevails.{Names.Snake(prevalence.Rule)}{(prevalence.For is null ? ".open" : string.Empty)}",
            prevalence.For is { } clause ? Name(clause) : string.Empty,
            prevalence.Date is { } date ? LocalDatePattern.Iso.Format(date) : string.Empty);
    }

    /// <summary>What the sentence says of its bearer: "must give reply to r".</summary>
    private static string Demand(Clause clause) =>
        string.Join(" / ", clause.Readings.Select(r => Line(r.Content.Sentence.Text[Math.Min(r.Content.Sentence.Subject.Text.Length, r.Content.Sentence.Text.Length)..])).Distinct(StringComparer.Ordinal));

    private static string Whole(Clause clause) => Line(clause.Readings[0].Content.Sentence.Text);

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string List(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count <= MostNames
            ? string.Join(", ", list)
            : Say("conflicts.more", string.Join(", ", list.Take(MostNames)), Number(list.Count - MostNames));
    }

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);

    /// <summary>The facts of one conflict, with invented names where the text is a real one.</summary>
    private sealed class Telling
    {
        private readonly StandIns _standIns;

        public Telling(Conflict conflict, StandIns standIns, Speech speech)
        {
            _ = speech;
            _standIns = standIns;
            Who = standIns.NameOf(conflict.Party);
            Facts = new FactLines(conflict.Clauses[0].Text, standIns);
        }

        public string Who { get; }

        public FactLines Facts { get; }

        public IEnumerable<(string Invented, string Real)> Taken => _standIns.Taken;

        /// <summary>With the names to which what is tried refers.</summary>
        public IEnumerable<string> Situation(Conflict conflict) => Facts
            .All(conflict.Situation with { Facts = [.. conflict.Situation.Facts, .. conflict.Attempts.SelectMany(a => a.Added)] })
            .Take(conflict.Situation.Judgements.Length + conflict.Situation.Facts.Length);

        /// <summary>Without its time.</summary>
        public string Short(InventedFact fact) => Facts.One(fact).Split("  ", 2)[^1];
    }
}

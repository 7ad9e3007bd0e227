using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Histories;
using Pacta.Model.Periods;
using Pacta.Model.Values;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Periods;

/// <summary>What is reported to have happened, who says so and who denies it; and how many there were, as somebody counted.</summary>
internal static class ObservedSections
{
    private static readonly ImmutableArray<PeriodColumn> Columns =
        [PeriodColumn.When, PeriodColumn.What, PeriodColumn.Who, PeriodColumn.Place, PeriodColumn.Figures, PeriodColumn.Number, PeriodColumn.SaidBy, PeriodColumn.DeniedBy];

    /// <summary>The roles that tell somebody; the others tell a place.</summary>
    private static readonly ImmutableArray<string> WhoRoles = ["by", "to", "of", "against"];

    private const string Position = "position";

    public static DocumentSection Observed(PeriodPart part)
    {
        var facts = part.Report.Observed;
        var told = facts.Select(f => (Fact: f, Row: Row(f, part))).ToList();
        var rows = told
            .GroupBy(t => (t.Fact.Fact.Kind, t.Fact.Within, Who: t.Row[PeriodColumn.Who], Place: t.Row[PeriodColumn.Place], By: Sources(t.Fact.Fact.AssertedBy), Not: Sources(t.Fact.Fact.DeniedBy)))
            .SelectMany(g => g.Count() < PeriodPart.Many ? g.Select(t => t.Row) : [Folded([.. g.Select(t => t.Fact.Fact)], g.First().Row, part)]);
        return part.Section(
            "observed", Columns, [.. rows], facts.Length == 0 ? [part.SayOf("period.nothing")] : [], facts.Length > 0 && facts.All(f => !IsDeniedInAnything(f.Fact)) ? [part.Say("period.observed.not_denied")] : [],
            [.. told.Select(t => t.Row)]);
    }

    /// <summary>Does anybody deny that it happened, or by whom, or anything else that is said of it?</summary>
    private static bool IsDeniedInAnything(Fact fact) =>
        fact.IsDenied || fact.UnmetDenials.Length > 0
        || fact.Roles.Values.Concat(fact.Fields.Values).SelectMany(a => a.Alternatives).Any(a => a.DeniedBy.Length > 0 || a.NamesDenied.Length > 0);

    /// <summary>That nothing was reported, and whether that says anything: only where somebody could have seen it.</summary>
    public static ImmutableArray<string> Nothing(PeriodPart part) =>
    [
        part.SayOf("period.nothing"),
        part.Say(part.Report.Coverage.Length == 0 ? "period.nothing.unseen" : part.Report.NotSeen.Length > 0 ? "period.nothing.gaps" : "period.nothing.seen"),
    ];

    /// <summary>The figures by themselves, for those who count with them.</summary>
    public static DocumentSection Figures(PeriodPart part) => new(
        "figures",
        part.Say("period.title.figures"),
        [],
        [PeriodColumn.When, PeriodColumn.What, PeriodColumn.Id, PeriodColumn.Field, PeriodColumn.Low, PeriodColumn.High, PeriodColumn.Unit, PeriodColumn.Figures, PeriodColumn.SaidBy, PeriodColumn.DeniedBy],
        [
            .. from observed in part.Report.Observed
               from field in observed.Fact.Fields
               from alternative in field.Value.Alternatives
               where alternative.Value is NumberValue
               let number = (NumberValue)alternative.Value
               select DocumentRow.Of(
               [
                   (PeriodColumn.When, TimeOf(observed.Fact, part)),
                   (PeriodColumn.What, observed.Fact.Kind),
                   (PeriodColumn.Id, observed.Fact.Id),
                   (PeriodColumn.Field, field.Key),
                   (PeriodColumn.Low, Bound(number.Range.Low)),
                   (PeriodColumn.High, Bound(number.Range.High)),
                   (PeriodColumn.Unit, number.Dimension),
                   (PeriodColumn.Figures, Words(number, part)),
                   (PeriodColumn.SaidBy, Reports(alternative.AssertedBy, part)),
                   (PeriodColumn.DeniedBy, Reports(alternative.DeniedBy, part)),
               ]),
        ],
        [])
    {
        IsForSheets = true,
    };

    /// <summary>What was counted, as each source stated it, and what is left of it without what does not belong there.</summary>
    public static DocumentSection Counts(PeriodPart part) => part.Section(
        "counts",
        [PeriodColumn.When, PeriodColumn.What, PeriodColumn.Who, PeriodColumn.Place, PeriodColumn.Figures, PeriodColumn.Low, PeriodColumn.High, PeriodColumn.SaidBy, PeriodColumn.Why],
        [.. part.Report.Counts.SelectMany(c => c.Counted.Select(said => Row(c, said, part)))],
        part.Report.Counts.Length == 0 ? [part.Say("period.counts.none")] : [],
        []);

    private static DocumentRow Row(Fact count, CountSaid said, PeriodPart part)
    {
        ImmutableArray<string> remarks =
        [
            .. said.Except.Length > 0
                ?
                [
                    part.Say("period.except", string.Join("; ", said.Except.Select(e => part.Speech.Values.Of(e.Told())))),
                    part.Say("period.left", part.Speech.Values.Of(Composed.Of(said.Remaining))),
                ]
                : ImmutableArray<string>.Empty,
            .. said.Includes.Length > 0 ? [part.Say("period.includes", string.Join(", ", said.Includes))] : ImmutableArray<string>.Empty,
        ];
        var range = count.Time.Alternatives[0].Value.In(part.Times.Calendar.Zone);
        return DocumentRow.Of(
        [
            (PeriodColumn.When, part.Time(part.Times.Of(range), range)),
            (PeriodColumn.What, count.Kind),
            (PeriodColumn.Who, string.Join("; ", count.Roles.Where(r => WhoRoles.Contains(r.Key)).Select(r => Role(r.Key, r.Value, part)))),
            (PeriodColumn.Place, string.Join("; ", count.Roles.Where(r => !WhoRoles.Contains(r.Key)).Select(r => Role(r.Key, r.Value, part)))),
            (PeriodColumn.Figures, Words(said.Stated, part)),
            (PeriodColumn.Low, Bound(said.Remaining.Low)),
            (PeriodColumn.High, Bound(said.Remaining.High)),
            (PeriodColumn.SaidBy, part.Say("period.said", said.By.Source, string.Empty, said.By.Id)),
            (PeriodColumn.Why, string.Join("\n", remarks)),
        ],
        remarks);
    }

    private static DocumentRow Row(ObservedFact observed, PeriodPart part)
    {
        var fact = observed.Fact;
        var places = fact.Roles.Where(r => !WhoRoles.Contains(r.Key)).Select(r => Role(r.Key, r.Value, part)).ToList();
        if (places.Count == 0 && fact.Fields.TryGetValue(Position, out var position))
        {
            places.Add(Rivals(position, Position, part));
        }

        return DocumentRow.Of(
        [
            (PeriodColumn.When, TimeOf(fact, part)),
            (PeriodColumn.What, part.Say("period.fact", fact.Kind, fact.Id)),
            (PeriodColumn.Who, string.Join("; ", WhoRoles.Where(fact.Roles.ContainsKey).Select(r => Role(r, fact.Roles[r], part)))),
            (PeriodColumn.Place, string.Join("; ", places)),
            (PeriodColumn.Figures, string.Join("; ", fact.Fields.Where(f => f.Key != Position).Select(f => part.Say("period.field", f.Key, Rivals(f.Value, f.Key, part))))),
            (PeriodColumn.SaidBy, Reports(fact.AssertedBy, part)),
            (PeriodColumn.DeniedBy, Reports(fact.DeniedBy, part)),
        ]);
    }

    /// <summary>Alike facts in one row: how many, some of their ids, and between what the figures of each lie. Nothing is added up.</summary>
    private static DocumentRow Folded(ImmutableArray<Fact> facts, DocumentRow first, PeriodPart part)
    {
        var range = facts.SelectMany(f => f.Time.Alternatives).Select(a => a.Value.In(part.Times.Calendar.Zone)).Aggregate((a, b) => a.Cover(b));
        var figures = facts.SelectMany(f => f.Fields).GroupBy(f => f.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Numbers: g.SelectMany(f => f.Value.Alternatives).Select(a => a.Value).OfType<NumberValue>().ToList(), Count: g.Count()))
            .Where(g => g.Numbers.Count > 0)
            .Select(g => part.Say(
                "period.each", g.Key, Words(new NumberValue(g.Numbers.Select(n => n.Range).Aggregate((a, b) => a.Cover(b)), g.Numbers[0].Dimension), part),
                g.Count < facts.Length ? (facts.Length - g.Count).ToString("#,0", CultureInfo.InvariantCulture) : string.Empty));
        return DocumentRow.Of(
        [
            (PeriodColumn.When, part.Time(part.Times.Of(range), range)),
            (PeriodColumn.What, part.Say("period.fact", facts[0].Kind, part.Some(facts.Select(f => f.Id)))),
            (PeriodColumn.Who, first[PeriodColumn.Who]),
            (PeriodColumn.Place, first[PeriodColumn.Place]),
            (PeriodColumn.Figures, string.Join("; ", figures)),
            (PeriodColumn.Number, PeriodPart.Count(facts.Length)),
            (PeriodColumn.SaidBy, Sources(facts.SelectMany(f => f.AssertedBy))),
            (PeriodColumn.DeniedBy, Sources(facts.SelectMany(f => f.DeniedBy))),
        ]);
    }

    private static DocumentCell TimeOf(Fact fact, PeriodPart part)
    {
        var zone = part.Times.Calendar.Zone;
        var times = fact.Time.Alternatives;
        var words = times.Length == 1
            ? part.Times.OfMoment(times[0].Value.In(zone))
            : string.Join(part.Say("table.or"), times.Select(t => part.Say("cause.rival_value", part.Times.OfMoment(t.Value.In(zone)), ReasonWords.Sources(t.AssertedBy), ReasonWords.Sources(t.DeniedBy))));
        var end = fact.End is { } until ? string.Join(part.Say("table.or"), until.Alternatives.Select(e => part.Times.OfMoment(e.Value.In(zone)))) : string.Empty;
        return part.Time(
            end.Length > 0 && end != words ? part.Say("period.until", words, end) : words,
            times.Select(t => t.Value.In(zone)).Aggregate((a, b) => a.Cover(b)));
    }

    private static string Role(string preposition, Attribute<Value> value, PeriodPart part) => part.Say("period.role." + preposition, Rivals(value, preposition, part));

    /// <summary>What is reported of an attribute; where reports differ, each value with who says so and who denies it.</summary>
    private static string Rivals(Attribute<Value> attribute, string name, PeriodPart part) => !attribute.IsDisputed
        ? Words(attribute.Alternatives[0].Value, part)
        : string.Join(part.Say("table.or"), attribute.Alternatives.Select(a => part.Say(
            "cause.rival_value", Words(a.Value, part), ReasonWords.Sources(a.AssertedBy), ReasonWords.Sources([.. a.DeniedBy.Concat(a.NamesDenied.SelectMany(n => n.By))]))));

    private static string Words(Value value, PeriodPart part) => value is TextValue text ? part.Say("page.text", text.Text) : part.Speech.Values.Of(Composed.Of(value));

    private static DocumentCell Bound(decimal? bound) =>
        bound is { } known ? new DocumentCell(known.ToString(CultureInfo.InvariantCulture)) { Number = known } : string.Empty;

    /// <summary>Who says so, from whom they have it, and in which report.</summary>
    private static string Reports(ImmutableArray<ReportReference> reports, PeriodPart part) => string.Join(
        ", ",
        reports.GroupBy(r => (r.Source, r.Origin)).OrderBy(g => g.Key.Source, StringComparer.Ordinal).ThenBy(g => g.Key.Origin, StringComparer.Ordinal).Select(g => part.Say(
            "period.said", g.Key.Source, g.Key.Origin == g.Key.Source ? string.Empty : g.Key.Origin, part.Some(g.Select(r => r.Id)))));

    private static string Sources(IEnumerable<ReportReference> reports) => ReasonWords.Sources([.. reports]);
}

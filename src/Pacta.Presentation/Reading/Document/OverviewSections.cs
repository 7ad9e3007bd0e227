using System.Collections.Immutable;
using Pacta.Negotiation.Duties;
using Pacta.Presentation.Reading.Calendar;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Plain;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Document;

/// <summary>Who owes what to whom, and what is due when.</summary>
internal sealed class OverviewSections(ReadAgreement read, Speech speech, int level, string anchor)
{
    /// <summary>A wider matrix is told row by row.</summary>
    private const int MostColumns = 5;

    /// <summary>More names are counted.</summary>
    private const int MostNames = 8;

    private readonly PlainNames _names = new(read.Agreement);
    private readonly TimeWords _times = new(read.Agreement.Calendar, speech.Phrases);

    public IEnumerable<Block> All() => [.. Matrix(), .. Calendar()];

    private IEnumerable<Block> Matrix()
    {
        if (read.Owed.IsEmpty)
        {
            yield break;
        }

        yield return new HeadingBlock(level, Mood("read.matrix"), anchor + "matrix");
        yield return new TextBlock(Say(read.Agreement.Status.Standing == Model.Agreements.Standing.Proposal ? "read.matrix.lead.proposal" : read.Agreement.Status.Disputed ? "read.matrix.lead.disputed" : "read.matrix.lead"), TextForm.Plain);
        var columns = read.Owed.Select(To).Distinct(StringComparer.Ordinal).ToList();
        var rows = read.Owed.GroupBy(r => Who(r.Who), StringComparer.Ordinal).ToList();
        yield return columns.Count <= MostColumns
            ? new TableBlock(
                Mood("read.matrix"),
                [
                    [Say("read.who"), .. columns.Select(c => Say("read.to", c))],
                    .. rows.Select(r => (ImmutableArray<string>)[r.Key, .. columns.Select(c => string.Join('\n', r.Where(o => To(o) == c).SelectMany(o => o.First).Select(Told).Distinct(StringComparer.Ordinal)))]),
                ],
                HasRowHeaders: true)
            : new TableBlock(
                Mood("read.matrix"),
                [
                    [Say("read.who"), Say("read.to_whom"), Say("read.what")],
                    .. read.Owed.Select(o => (ImmutableArray<string>)[Who(o.Who), To(o), string.Join('\n', o.First.Select(Told).Distinct(StringComparer.Ordinal))]),
                ],
                HasRowHeaders: true);
    }

    private string Told(Duty duty)
    {
        ImmutableArray<string> marks =
        [
            .. duty.Exception is { } exception ? (string[])[Say("compare.within.exception", PlainNames.Spaced(exception))] : [],
            .. duty.Source == DutySource.Otherwise ? (string[])[Say("compare.within.otherwise")] : [],
            .. duty.IsPower ? (string[])[Say("compare.power")] : [],
            .. duty.IsJoint ? (string[])[Say("compare.joint")] : [],
        ];
        var name = PlainNames.Spaced(ClauseWords.Full(duty.Clause));
        return marks.IsEmpty ? name : $"{name} ({string.Join(", ", marks)})";
    }

    private string To(OwedRow row) => !row.ToEachOther ? Who(row.To)
        : AreAllParties([.. row.Who, .. row.To]) ? Say("compare.each_other")
        : row.To.IsEmpty ? Say("compare.one_another")
        : Say("compare.one_another_and", Who(row.To));

    private string Who(ImmutableArray<Somebody> all)
    {
        if (all.Length > 1 && AreAllParties(all))
        {
            return Say("compare.each_party");
        }

        var group = all.Length < 2 || all.Any(s => s.Form != SomebodyForm.Actor)
            ? null
            : read.Agreement.Vocabulary.Groups.Values.FirstOrDefault(g => all.Select(s => s.Name).ToHashSet(StringComparer.Ordinal).SetEquals(BoundActors.Members(read.Agreement, g.Name)));
        var told = all.Length <= MostNames ? string.Join(", ", all.Select(Who)) : Say("who.others", string.Join(", ", all.Take(MostNames - 1).Select(Who)), $"{all.Length - MostNames + 1}");
        return group is null ? told : _names.Group(group.Name);
    }

    private bool AreAllParties(IEnumerable<Somebody> all) => all.All(s => s.Form == SomebodyForm.Actor) && all.Select(s => s.Name).ToHashSet(StringComparer.Ordinal).SetEquals(BoundActors.Parties(read.Agreement));

    private string Who(Somebody somebody) => somebody.Form switch
    {
        SomebodyForm.Actor => _names.Actor(somebody.Name),
        SomebodyForm.Everybody => Say("compare.to_all"),
        SomebodyForm.Role when speech.Phrases.Has("compare.role." + somebody.Preposition) => Say("compare.role." + somebody.Preposition, PlainNames.Spaced(somebody.Name)),
        SomebodyForm.Role => Say("compare.role.other", PlainNames.Spaced(somebody.Name), somebody.Preposition),
        _ => Say("compare.whoever", PlainNames.Spaced(somebody.Name)),
    };

    private IEnumerable<Block> Calendar()
    {
        if (read.Dates.IsEmpty && read.Relative.IsEmpty)
        {
            yield break;
        }

        yield return new HeadingBlock(level, Mood("read.calendar"), anchor + "calendar");
        if (!read.Dates.IsEmpty)
        {
            yield return new TextBlock(Say("read.calendar.lead", read.Agreement.TimeZone), TextForm.Plain);
            yield return new TableBlock(
                Say("read.calendar.dates"),
                [[Say("read.date"), Say("read.what"), Say("read.clause")], .. read.Dates.Select(d => (ImmutableArray<string>)[At(d), Form(d), d.Clause is { } clause ? Clause(clause, d.Reading, d.Exception) : string.Empty])],
                HasRowHeaders: true);
        }

        if (read.Dates.Any(d => d.Form == DueForm.Recurring))
        {
            yield return new TextBlock(Say("read.calendar.recurring", $"{DueDates.Times}"), TextForm.Remark);
        }

        if (!read.Relative.IsEmpty)
        {
            yield return new TextBlock(Mood("read.calendar.relative"), TextForm.Label);
            yield return new TableBlock(
                Mood("read.calendar.relative"),
                [[Say("read.clause"), Say("read.when"), Say("read.due")], .. read.Relative.Select(r => (ImmutableArray<string>)[Clause(r.Clause, r.Reading, r.Exception), r.When.TrimEnd(','), r.Time])],
                HasRowHeaders: true);
        }

    }

    private string Form(DueDate date) => Say("read.due." + Names.Snake(date.Form) + (date.Clause?.Status.Standing == Model.Agreements.Standing.Proposal ? ".proposal" : string.Empty));

    /// <summary>A beginning by its first moment, everything else by its last.</summary>
    private string At(DueDate date) => date.Latest is { } latest ? _times.Of(new Model.Time.InstantRange(date.At, latest))
        : date.Form is DueForm.Due or DueForm.Ends or DueForm.Recurring or DueForm.Expiry ? _times.EndOf(date.At) : _times.Of(Model.Time.InstantRange.At(date.At));

    private string Clause(Model.Agreements.Clause clause, string? reading, string? exception) => PlainNames.Spaced(ClauseWords.Full(clause))
        + (exception is null ? string.Empty : $", {Say("compare.within.exception", PlainNames.Spaced(exception))}")
        + (reading is null ? string.Empty : $", {Say("compare.within.reading", PlainNames.Spaced(reading))}");

    /// <summary>What nobody is bound by, or what may not exist, is told in the conditional.</summary>
    private string Mood(string key) => Say(read.Agreement.Status is { Standing: Model.Agreements.Standing.Proposal } or { Disputed: true } ? key + ".proposal" : key);

    private string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say(key, arguments);
}

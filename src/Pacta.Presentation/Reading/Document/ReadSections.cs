using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Presentation.Pictures;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Plain;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading.Document;

/// <summary>What a document to read says, in its order: the head, the clauses chapter by chapter, who owes what to whom, what is due when, the words, the evidence, the scenarios.</summary>
internal sealed class ReadSections
{
    /// <summary>Plain words are English (<see cref="PlainWords"/>).</summary>
    public const string PlainLanguage = "en";

    private readonly ReadAgreement _read;
    private readonly Speech _speech;
    private readonly int _level;
    private readonly string _anchor;
    private readonly PlainNames _names;

    private ReadSections(ReadAgreement read, Speech speech, int level, string anchor) =>
        (_read, _speech, _level, _anchor, _names) = (read, speech.In(read.Agreement.Calendar), level, anchor, new PlainNames(read.Agreement));

    /// <summary>One agreement is the document; of several each is a chapter of it.</summary>
    /// <param name="hasPictures">Whether the form of the document can show what is drawn.</param>
    /// <param name="isShort">Texts, plain words, marks and overviews alone: without code, rules of counting, evidence and scenarios.</param>
    public static ReadDocument Of(ImmutableArray<ReadAgreement> agreements, Speech speech, bool isShort = false, bool hasPictures = false)
    {
        var language = speech.Phrases.Language;
        return agreements is [var only]
            ? new ReadDocument(only.Agreement.Title, language, [.. new ReadSections(only, speech, 2, string.Empty).All(isShort, hasPictures)])
            : new ReadDocument(
                speech.Phrases.Numbered("read.title", agreements.Length),
                language,
                [
                    .. agreements.SelectMany((a, i) => new ReadSections(a, speech, 3, $"a{(i + 1).ToString(CultureInfo.InvariantCulture)}-") is var sections
                        ? sections.All(isShort, hasPictures).Prepend(new HeadingBlock(2, a.Agreement.Title, $"a{(i + 1).ToString(CultureInfo.InvariantCulture)}"))
                        : []),
                ]);
    }

    private Agreement Agreement => _read.Agreement;

    private string? Plain => _speech.Phrases.Language == PlainLanguage ? null : PlainLanguage;

    private IEnumerable<Block> All(bool isShort, bool hasPictures) =>
    [
        .. Head(),
        .. new ClauseSections(_read, _speech, _level, _anchor, Plain, isShort).All(),
        .. new OverviewSections(_read, _speech, _level, _anchor).All(),
        .. new WordSections(_read, _speech, _level, _anchor, Plain).All(isShort),
        .. hasPictures ? Picture() : [],
        .. isShort ? [] : new EvidenceSections(Agreement, _speech, _level, _anchor).All(),
    ];

    private IEnumerable<Block> Picture()
    {
        var content = PictureContent.Of(Agreement, PictureChoice.All);
        return content.Places.IsEmpty ? [] : [new HeadingBlock(_level, Say("read.map"), _anchor + "map"), new PictureBlock(content, _anchor + "map-")];
    }

    private IEnumerable<Block> Head()
    {
        var head = new HeadWords(Agreement, _speech);
        yield return new TextBlock(Say("read.standing." + Names.Snake(Agreement.Status.Standing)) + (Agreement.Status.Disputed ? " " + Say("read.standing.disputed") : string.Empty), TextForm.Plain);
        yield return new FactsBlock(
        [
            (Say("read.standing"), head.Standing),
            (Say("read.parties"), Parties()),
            .. head.CitationAndDates,
            (Say("read.time_zone"), Agreement.TimeZone),
            .. Agreement.Calendar.Holidays.IsEmpty ? [] : new[] { (Say("read.holidays"), string.Join(", ", Agreement.Calendar.Holidays.Order().Select(NodaTime.Text.LocalDatePattern.Iso.Format))) },
            (Say("read.name"), Agreement.Name),
        ]);
        if (Agreement.EntryIntoForce is null && Agreement.ProvisionalFrom is null)
        {
            yield return new TextBlock(Say("read.never_in_force"), TextForm.Remark);
        }
    }

    /// <summary>Each party by its full name; of a group among them its members where they are few.</summary>
    private string Parties() => string.Join("; ", Agreement.Parties.Select(p =>
        Agreement.Vocabulary.Groups.TryGetValue(p, out var group)
            ? $"{_names.Group(p)} ({(group.Members.Length <= MostMembers ? string.Join(", ", group.Members.Select(m => _names.Somebody(m.Member))) : Say("read.members", group.Members.Length.ToString(CultureInfo.InvariantCulture)))})"
            : _names.Actor(p)));

    /// <summary>More members are among the words.</summary>
    public const int MostMembers = 12;

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}

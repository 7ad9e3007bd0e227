using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Model.Reports;

namespace Pacta.Cli.Beginning;

/// <summary>
/// The questions about an agreement, one after another: what is asked next follows from what was answered. Whoever asks puts each answer, which the question has read,
/// into <see cref="Answer"/>. To go back, the interview is begun anew with one answer less.
/// </summary>
internal sealed partial class Interview
{
    /// <summary>Behind the name of a party: its own word as a source.</summary>
    public const string ReportsEnding = "_reports";

    private const string Done = "done";

    private static readonly ImmutableArray<string> Standings = ["legal", "political", "oral", "unilateral", "proposal"];

    private static readonly ImmutableArray<string> Kinds = ["notice", "ceiling", "near_line", "yearly", "answer"];

    /// <summary>Names that the file itself declares, or that the language has for everybody.</summary>
    private static readonly string[] OwnNames = ["asset", "activity", "request", "notification", "actor", "party", "place", "words", "troops", "count", "person", "km", "sample", "aland", "borland"];

    private readonly ImmutableArray<DraftClause>.Builder _clauses = ImmutableArray.CreateBuilder<DraftClause>();

    /// <summary>What each noun was used for: a thing, an act, a document, a request, an answer, a zone, a line.</summary>
    private readonly Dictionary<string, string> _nouns = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);
    private string _title = string.Empty;
    private string _standing = string.Empty;
    private ImmutableArray<DraftName> _parties = [];
    private DraftDay? _signed;
    private DraftDay? _entry;
    private string _timeZone = string.Empty;
    private ImmutableArray<DraftName> _reporters = [];
    private string _language = string.Empty;

    /// <summary>The answer to the last question; empty: none was given, and none was needed.</summary>
    public string Answer { get; set; } = string.Empty;

    /// <summary>What was answered, once all was asked.</summary>
    public Draft Draft => new(_title, _standing, _parties, _signed, _entry, _timeZone, _reporters, _language, _clauses.ToImmutable());

    public IEnumerable<Question> Questions()
    {
        yield return Ask("title", "What is the agreement called?", "Grey Line Memorandum", null, TitleProblem);
        _title = Answer;
        yield return new Question("standing", "What sort of commitment is it?", "political", Standings, "political", _ => null);
        _standing = Answer;
        yield return Ask("parties", "Who are the parties? Two or more, with commas between.", "Republic of Aland, Kingdom of Borland", null, PartiesProblem);
        _parties = NamesIn(Answer);
        yield return Ask("signed", "On which day was it signed? (year, month, day, perhaps with hour and minute; nothing: not yet)", "2024-03-01", string.Empty, DateProblem);
        _signed = Date();
        yield return Ask("enters_into_force", "On which day does it enter into force? (perhaps with hour and minute; nothing: not yet)", "2024-03-10", string.Empty, EntryProblem);
        _entry = Date();
        yield return Ask("time_zone", "In which time zone are days counted?", "Europe/Vienna", "UTC", ZoneProblem);
        _timeZone = Answer;
        yield return Ask("reporters", "Who reports on it besides the parties? (with commas between; nothing: nobody)", "Observer Mission", string.Empty, ReportersProblem);
        _reporters = Answer.Length == 0 ? [] : NamesIn(Answer);
        yield return Ask("language", "In which language is its text? (two or three letters)", "en", "en", LanguageProblem);
        _language = Answer;
        while (true)
        {
            yield return new Question(
                Id("kind"),
                _clauses.Count == 0
                    ? "Which clause comes first? notice: a notice before an act; ceiling: no more than so many; near_line: nothing near a line; yearly: a report each year; answer: an answer after a request; done: no clause yet."
                    : "Which clause comes next?",
                "notice",
                [.. Kinds, Done],
                Done,
                _ => null);
            var kind = Answer;
            if (kind == Done)
            {
                yield break;
            }

            foreach (var question in OfClause(kind))
            {
                yield return question;
            }
        }
    }

    private string Id(string name) => string.Create(CultureInfo.InvariantCulture, $"clauses[{_clauses.Count}].{name}");

    private static Question Ask(string id, string text, string example, string? none, Func<string, string?> problem) => new(id, text, example, [], none, problem);

    private DraftDay? Date() => DraftDay.In(Answer);

    private static string? TitleProblem(string title) => title.Contains('"', StringComparison.Ordinal) ? "A title has no straight quotation marks: write “ and ”." : null;

    private static string? DateProblem(string date) =>
        DraftDay.In(date) is not null ? null : "A day is written as year, month and day, with hyphens between; hour and minute may follow after a blank, as in 2024-03-01 12:00.";

    private string? EntryProblem(string date) => DateProblem(date)
        ?? (_signed is { } signed && DraftDay.In(date)!.IsBefore(signed) ? $"It cannot enter into force before it was signed, which was on {signed}." : null);

    private static string? ZoneProblem(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? null
        : DidYouMean.Nearest(zone, DateTimeZoneProviders.Tzdb.Ids) is { } near ? $"There is no time zone “{zone}”. Did you mean {near}?"
        : $"There is no time zone “{zone}”. Time zones are called by a continent and a city.";

    private static string? LanguageProblem(string language) => language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower) ? null : "A language has a code of two or three small letters.";

    private string? PartiesProblem(string list) => NamesProblem(list, []) ?? (NamesIn(list).Length < 2 ? "An agreement has two parties at least." : null);

    private string? ReportersProblem(string list) => NamesProblem(list, _parties.SelectMany(p => new[] { p.Name, p.Name + ReportsEnding }));

    private string? NamesProblem(string list, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var one in list.Split(','))
        {
            if (one.Trim().Length == 0)
            {
                return "Between two commas there is no name.";
            }

            if (one.Contains('"', StringComparison.Ordinal) || AnswerNames.NameOf(one) is not { } name || IsOwn(name))
            {
                return $"“{one.Trim()}” cannot be a name here: it must begin with a letter, have two letters at least, and be no word of the language or of this draft, such as troops.";
            }

            if (!names.Add(name))
            {
                return $"“{one.Trim()}” is named twice.";
            }
        }

        return null;
    }

    /// <summary>The invented sides may well be parties of what somebody tries out.</summary>
    private static bool IsOwn(string name) => name is not ("aland" or "borland") && OwnNames.Contains(name);

    private static ImmutableArray<DraftName> NamesIn(string list) => [.. list.Split(',').Select(n => new DraftName(AnswerNames.NameOf(n)!, n.Trim()))];
}

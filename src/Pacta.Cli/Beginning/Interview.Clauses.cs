using System.Globalization;

namespace Pacta.Cli.Beginning;

/// <summary>What is asked about a clause, by its pattern.</summary>
internal sealed partial class Interview
{
    private const int MostDays = 3650;

    private const int MostHours = 10_000;

    private const int MostThings = 1_000_000_000;

    private const int MostKilometres = 20_000;

    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private IEnumerable<Question> OfClause(string kind)
    {
        yield return Ask(Id("article"), "Which article is it? (nothing: it has no number)", "38", string.Empty, TextProblem);
        var article = OrNull(Answer);
        yield return Ask(Id("text"), "What does the article say? (nothing: its words are added later)", "Each Party shall give notice ...", string.Empty, TextProblem);
        var text = OrNull(Answer);
        foreach (var question in kind switch
        {
            "notice" => Notice(article, text),
            "ceiling" => Ceiling(article, text),
            "near_line" => NearLine(article, text),
            "yearly" => Yearly(article, text),
            _ => AnswerTo(article, text),
        })
        {
            yield return question;
        }
    }

    private IEnumerable<Question> Notice(string? article, string? text)
    {
        yield return Noun("act", "Of what is notice given before it begins? (one word or a few, for one of them)", "exercise", "act");
        var act = Take(Answer, "act");
        if (!_verbs.TryGetValue(act, out var verb))
        {
            yield return new Question(Id("verb"), $"How does somebody do that: hold, make, open, start or take {Spaced(act)}?", "hold", ["hold", "make", "open", "start", "take"], "hold", _ => null);
            verb = _verbs[act] = Answer;
        }

        yield return Ask(Id("troops"), "From how many troops on? (nothing: each)", "9000", string.Empty, a => NumberProblem(a, 1, MostThings));
        var troops = Answer.Length == 0 ? (int?)null : Number();
        yield return Ask(Id("days"), "How many days before it begins, at the latest?", "42", null, a => NumberProblem(a, 0, MostDays));
        _clauses.Add(new NoticeClause(Unique($"notice_of_{act}"), article, text, act, verb, troops, Number()));
    }

    private IEnumerable<Question> Ceiling(string? article, string? text)
    {
        yield return Bound();
        var bound = BoundBy();
        yield return Noun("thing", "What is there no more of than so many? (for one of them)", "tank", "thing");
        var thing = Take(Answer, "thing");
        yield return Ask(Id("number"), "How many at most?", "20", null, a => NumberProblem(a, 0, MostThings));
        var number = Number();
        yield return Noun("zone", "In which zone? (nothing: everywhere)", "buffer zone", "zone", isOptional: true);
        var zone = Answer.Length == 0 ? null : Take(Answer, "zone");
        _clauses.Add(new CeilingClause(Unique($"ceiling_of_{thing}"), article, text, bound, thing, number, zone));
    }

    private IEnumerable<Question> NearLine(string? article, string? text)
    {
        yield return Bound();
        var bound = BoundBy();
        yield return Noun("thing", "What must not be near the line? (for one of them)", "howitzer", "thing");
        var thing = Take(Answer, "thing");
        yield return Noun("line", "What is the line called?", "grey line", "line");
        var line = Take(Answer, "line");
        yield return Ask(Id("kilometres"), "Up to how many kilometres from it?", "15", null, a => NumberProblem(a, 1, MostKilometres));
        _clauses.Add(new NearLineClause(Unique($"no_{thing}_near_{line}"), article, text, bound, thing, Number(), line, Band(Number(), line)));
    }

    /// <summary>The same band for the same line and distance; never a name that stands for something else.</summary>
    private string Band(int kilometres, string line)
    {
        if (_clauses.OfType<NearLineClause>().FirstOrDefault(c => c.Line == line && c.Kilometres == kilometres) is { } same)
        {
            return same.Zone;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"within_{kilometres}_km_of_{line}");
        while (IsTaken(name) || IsNoun(name))
        {
            name += "_zone";
        }

        return name;
    }

    private IEnumerable<Question> Yearly(string? article, string? text)
    {
        yield return Bound();
        var bound = BoundBy();
        yield return Noun("document", "What is given each year to each other party?", "annual report", "document");
        var document = Take(Answer, "document");
        yield return Ask(Id("by"), "By which day of the year?", "15 november", "31 december", DayProblem);
        var (day, month) = DayIn(Answer)!.Value;
        _clauses.Add(new YearlyClause(Unique($"yearly_{document}"), article, text, bound, document, day, month));
    }

    private IEnumerable<Question> AnswerTo(string? article, string? text)
    {
        yield return Noun("request", "What is sent by one party to another, and has to be answered?", "request for explanation", "request");
        var request = Take(Answer, "request");
        yield return Noun("answer", "What is then given?", "explanation", "answer");
        var answer = Take(Answer, "answer");
        yield return Ask(Id("within"), "Within how many hours or days?", "48 hours", null, LengthProblem);
        var (length, isHours) = LengthIn(Answer)!.Value;
        _clauses.Add(new AnswerClause(Unique($"{answer}_to_{request}"), article, text, request, answer, length, isHours));
    }

    private Question Bound() => new(
        Id("bound"), "Whom does it bind: each party, or one of them?", "each", ["each", .. _parties.Select(p => p.Words)], "each", _ => null);

    private int? BoundBy() => _parties.Select(p => p.Words).ToList().IndexOf(Answer) is >= 0 and var index && Answer != "each" ? index : null;

    private Question Noun(string id, string text, string example, string use, bool isOptional = false) =>
        Ask(Id(id), text, example, isOptional ? string.Empty : null, a => NounProblem(a, use));

    /// <summary>Notes for what a noun is used.</summary>
    private string Take(string words, string use)
    {
        var name = AnswerNames.NameOf(words)!;
        _nouns[name] = use;
        return name;
    }

    private string? NounProblem(string words, string use)
    {
        if (AnswerNames.NameOf(words) is not { } name || OwnNames.Contains(name))
        {
            return $"“{words}” cannot be a name here: it must begin with a letter, have two letters at least, and be no word of the language or of this draft, such as troops.";
        }

        // A plural that is a name already would be declared twice.
        var others = _nouns.Keys.Where(n => n != name).ToList();
        return _nouns.TryGetValue(name, out var other) && other != use ? $"“{words}” already names something of another sort ({other}); this needs a name of its own ({use})."
            : IsTaken(name) || (AnswerNames.PluralOf(name) is { } plural && IsTaken(plural)) ? $"“{words}” is already the name of somebody who takes part, or of a clause."
            : others.Exists(o => AnswerNames.PluralOf(o) == name || AnswerNames.PluralOf(name) == o) ? $"“{words}” is the plural or the singular of a name that is there already."
            : !DraftText.AreApart(_parties.Concat(_reporters), others.Append(name)) ? $"“{words}” stands for something else already."
            : null;
    }

    /// <summary>Is it the name of somebody who takes part, of what a party reports as, or of a clause?</summary>
    private bool IsTaken(string name) => OwnNames.Contains(name) || _clauses.Any(c => c.Name == name || (c is NearLineClause near && near.Zone == name))
        || _parties.Any(p => p.Name == name || p.Name + ReportsEnding == name) || _reporters.Any(r => r.Name == name);

    private bool IsNoun(string name) => _nouns.Keys.Any(n => n == name || AnswerNames.PluralOf(n) == name);

    private static string? TextProblem(string text) => text.Contains('"', StringComparison.Ordinal) ? "A text has no straight quotation marks: write “ and ”." : null;

    private static string? NumberProblem(string text, int least, int most) =>
        NumberIn(text) is { } number && number >= least && number <= most ? null : string.Create(CultureInfo.InvariantCulture, $"It is a whole number from {least:#,0} to {most:#,0}.");

    private int Number() => NumberIn(Answer)!.Value;

    /// <summary>Blanks, commas and underscores between thousands are no matter.</summary>
    private static int? NumberIn(string text) =>
        int.TryParse(text.Replace("_", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? DayProblem(string text) => DayIn(text) is null ? "A day of the year is written as its number and its month." : null;

    private static (int Day, int Month)? DayIn(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, var name] && NumberIn(number) is { } day
            && Array.FindIndex(MonthNames, m => m.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var month && day >= 1 && day <= DateTime.DaysInMonth(2000, month + 1)
            ? (day, month + 1)
            : null;

    private static string? LengthProblem(string text) => LengthIn(text) is null ? "A length is a whole number, and hours or days." : null;

    private static (int Length, bool IsHours)? LengthIn(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, var unit] && NumberIn(number) is { } length && length >= 1
            ? unit.ToUpperInvariant() switch
            {
                "HOUR" or "HOURS" when length <= MostHours => (length, true),
                "DAY" or "DAYS" when length <= MostDays => (length, false),
                _ => null,
            }
            : null;

    private string Unique(string name)
    {
        var unique = name;
        for (var i = 2; IsTaken(unique) || IsNoun(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
        }

        return unique;
    }

    private static string? OrNull(string answer) => answer.Length == 0 ? null : answer;

    private static string Spaced(string name) => name.Replace('_', ' ');
}

using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Maps.Gazetteers;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>Every message about records and their claims, with its code.</summary>
internal static class EvidenceErrors
{
    public static void UnknownKind(this DiagnosticBag bag, RecordPlace place, string kind, Vocabulary vocabulary)
    {
        var near = DidYouMean.Nearest(kind, vocabulary.Kinds.Keys.Concat(vocabulary.States.Keys));
        bag.At(
            place, kind, "PACTA0530", $"The agreement knows no kind \"{kind}\"", Meant(near, "not declared"),
            "A kind is a noun of the vocabulary, in the singular.", $"\"kind\":\"{near ?? vocabulary.Kinds.Keys.FirstOrDefault() ?? "exercise"}\"");
    }

    public static void UnknownField(this DiagnosticBag bag, RecordPlace place, Kind kind, string field)
    {
        var near = DidYouMean.Nearest(field, kind.Fields.Keys);
        bag.At(
            place, field, "PACTA0531", $"{Capital(kind.Name)} has no field \"{field}\"", Meant(near, "not declared for this kind"),
            kind.Fields.Count == 0 ? $"{Capital(kind.Name)} has no fields." : $"It has: {string.Join(", ", kind.Fields.Keys)}.",
            near is null ? null : $"\"fields\":{{\"{near}\":...}}");
    }

    public static void UnknownRole(this DiagnosticBag bag, RecordPlace place, Kind kind, string preposition)
    {
        var roles = kind.Roles.Select(r => $"{r.Preposition} {r.Noun}").ToList();
        bag.At(
            place, preposition, "PACTA0532", $"{Capital(kind.Name)} has no \"{preposition}\"", "not declared for this kind",
            roles.Count == 0 ? $"{Capital(kind.Name)} has no roles." : $"It has: {string.Join(", ", roles)}.",
            kind.Roles.Length == 0 ? null : $"\"{kind.Roles[0].Preposition}\":\"...\"");
    }

    public static void NotNames(this DiagnosticBag bag, RecordPlace place, Kind kind, string preposition) => bag.At(
        place, preposition, "PACTA0535", $"\"{preposition}\" of {kind.Name} takes a name", "expected a name", "Write a name, or a list of names.",
        $"\"{preposition}\":\"aland\"");

    public static void WrongUnit(this DiagnosticBag bag, RecordPlace place, Field field, string unit, Vocabulary vocabulary)
    {
        var right = vocabulary.Units.Values.Where(u => u.Dimension == field.Dimension).Select(u => u.Name).ToList();
        var near = DidYouMean.Nearest(unit, right);
        bag.At(
            place, unit, "PACTA0533",
            vocabulary.Units.ContainsKey(unit) ? $"\"{field.Name}\" is not measured in {unit}" : $"The agreement knows no unit \"{unit}\"",
            Meant(near, right.Count == 0 ? "not declared" : $"expected {string.Join(" or ", right)}"),
            right.Count == 0 ? $"Declare a unit for it in the vocabulary: unit {field.Dimension}." : $"\"{field.Name}\" is measured in {string.Join(" or ", right)}.",
            right.Count == 0 ? null : $"{{\"value\":12,\"unit\":\"{near ?? right[0]}\"}}");
    }

    public static void UnitMissing(this DiagnosticBag bag, RecordPlace place, Field field, List<string> units)
    {
        const string Distance = "distance from ";
        var isDistance = field.Name.StartsWith(Distance, StringComparison.Ordinal);
        var member = isDistance ? field.Name[Distance.Length..] : field.Name;
        var right = $"\"{member}\":{{\"value\":12,\"unit\":\"{(units.Count == 0 ? field.Dimension : units[0])}\"}}";
        bag.At(
            place, member, "PACTA0534", isDistance ? $"The distance from \"{member}\" needs a unit" : $"\"{member}\" needs a unit",
            units.Count == 0 ? "which unit?" : $"{string.Join(" or ", units)}?", "Without it, nobody can tell which was meant.",
            isDistance ? $"\"distances\":{{{right}}}" : right);
    }

    public static void UnitOfACount(this DiagnosticBag bag, RecordPlace place, Field field, string unit) => bag.At(
        place, unit, "PACTA0533", $"\"{field.Name}\" is a plain number, without a unit", "no unit here", "Write the number alone.", $"\"{field.Name}\":12");

    public static void WrongType(this DiagnosticBag bag, RecordPlace place, Kind kind, Field field, ReportedValue stated, Vocabulary vocabulary)
    {
        var (expected, example) = field.Type switch
        {
            FieldType.Truth => ("true or false", "true"),
            FieldType.Text => ("a text", "\"training\""),
            FieldType.Place => ("the name of a place", "\"zone_of_application\""),
            FieldType.Actor => ("the name of an actor", $"\"{vocabulary.Actors.Keys.FirstOrDefault() ?? "aland"}\""),
            FieldType.Quantity when field.Dimension != "person" => ("a number with its unit", $"{{\"value\":12,\"unit\":\"{field.Dimension}\"}}"),
            _ => ("a number", "{\"about\":250}"),
        };
        var found = stated switch
        {
            ReportedText text => $"\"{text.Text}\"",
            ReportedTruth => "true or false",
            ReportedNames => "a list of names",
            ReportedPosition or ReportedPlace or ReportedArea => "a position",
            _ => "a number",
        };
        bag.At(
            place, field.Name, "PACTA0535", $"\"{field.Name}\" of {kind.Name} takes {expected}, and this is {found}", $"expected {expected}",
            $"Write {expected}; leave the field out if nothing is known.", $"\"{field.Name}\":{example}");
    }

    public static void TooLarge(this DiagnosticBag bag, RecordPlace place, Field field) => bag.At(
        place, field.Name, "PACTA0545", $"The number of \"{field.Name}\" is too large", "too large", "Check the digits and the unit.", null);

    public static void NotACount(this DiagnosticBag bag, RecordPlace place, string field) => bag.At(
        place, field, "PACTA0513", $"\"{field}\" says how many, and this is not a whole number from 0 on", "expected 0, 1, 2 ...",
        "Count whole things; 0 says that there is none.", $"\"{field}\":3");

    public static void UnknownActor(this DiagnosticBag bag, RecordPlace place, string actor, string role, Vocabulary vocabulary)
    {
        var near = DidYouMean.Nearest(actor, vocabulary.Actors.Keys.Concat(vocabulary.Groups.Keys));
        bag.At(
            place, actor, "PACTA0536", $"No actor is called \"{actor}\"", Meant(near, "not declared"),
            "Actors are declared in the agreement's file: actor aland.", $"\"{role}\":\"{near ?? vocabulary.Actors.Keys.FirstOrDefault() ?? "aland"}\"");
    }

    public static void KindsClash(this DiagnosticBag bag, Statement claim, string kind, Statement first) => bag.At(
        claim.Place, claim.Kind.Name, "PACTA0537",
        $"\"{claim.Event}\" is reported as {kind} and as {claim.Kind.Name}",
        $"{kind} according to \"{first.By.Id}\", line {first.Place.Line}",
        "One id stands for one event or thing. Give this one an id of its own, or the kind that was reported before.", $"\"kind\":\"{kind}\"");

    public static void SameId(this DiagnosticBag bag, ReportRecord record, ReportRecord first) => bag.At(
        record.Place, record.Id, "PACTA0538",
        $"Two records have the id \"{record.Id}\" and say different things", $"also {first.Place.File}, line {first.Place.Line}",
        "Give one of them another id; if it corrects the other, let it say so with \"supersedes\".", $"\"id\":\"{record.Id}_2\"");

    public static void CitesSomebodyElse(this DiagnosticBag bag, Report report, string cited, string author, bool isRetraction) => bag.At(
        report.Place, cited, "PACTA0539",
        isRetraction
            ? $"\"{report.Source}\" cannot take back what \"{author}\" said; this denies what nobody but that report says"
            : $"\"{report.Source}\" cannot replace what \"{author}\" said; both stand",
        $"\"{cited}\" is by \"{author}\"", "Only the author retracts or replaces. To contradict somebody else, deny the event or the value.",
        "\"polarity\":\"denies\"", Severity.Warning);

    public static void TakesBackAndSaysAgain(this DiagnosticBag bag, Report report, string cited, string @event) => bag.At(
        report.Place, @event, "PACTA0554", $"\"{report.Id}\" takes back \"{cited}\" and says itself that \"{@event}\" happened",
        "said again here", "To take back what was said, write \"retracts\" and no claim. To correct it, write \"supersedes\".",
        $"{{\"id\":\"{report.Id}\",\"source\":\"{report.Source}\",\"recorded\":\"2021-09-12\",\"retracts\":[\"{cited}\"]}}", Severity.Warning);

    public static void CitesUnknown(this DiagnosticBag bag, Report report, string cited, IEnumerable<string> known) => bag.At(
        report.Place, cited, "PACTA0540", $"There is no report \"{cited}\" to take back or replace",
        Meant(DidYouMean.Nearest(cited, known), "not among the reports"), "Check the id, or add the file that holds it; until then this has no effect.", null, Severity.Warning);

    public static void CitesLater(this DiagnosticBag bag, Report report, string cited) => bag.At(
        report.Place, cited, "PACTA0541", $"\"{report.Id}\" cites \"{cited}\", which was not recorded before it", "not recorded before",
        "A report can take back or replace only what was recorded earlier. Check \"recorded\" of both.", null, Severity.Warning);

    /// <summary>Reports that cite each other in a circle: nobody is their origin, and together they are no evidence.</summary>
    public static void Circle(this DiagnosticBag bag, ImmutableArray<string> reports, IEnumerable<Statement> statements)
    {
        var first = statements.First(s => s.By.Id == reports[0]);
        bag.At(
            first.Place, "derived_from", "PACTA0556", $"These reports rest on each other in a circle: {string.Join(", ", reports)}", "nobody says how it is known",
            "Under a standard of proof they count for no origin at all. Say in one of them what it rests on, or that it was seen.", "\"basis\":\"direct\"", Severity.Warning);
    }

    public static void WithoutRecordedTime(this DiagnosticBag bag, ReportRecord record) => bag.At(
        record.Place, record.Id, "PACTA0542", $"Nothing says when \"{record.Id}\" was made", "when?",
        "Give \"recorded\" or \"published\".", "\"recorded\":\"2021-09-12\"");

    public static void CountOfThings(this DiagnosticBag bag, CountRecord count, Kind kind) => bag.At(
        count.Place, count.Kind, "PACTA0557", $"\"{count.Id}\" counts {kind.Name}, which is not an event", "not an event",
        "How many things there were at a time, a report of such a thing says, with \"count\". How long a state lasted, a report of the state says.",
        $"\"event\":\"{kind.Name}_group\",\"kind\":\"{kind.Name}\",\"time\":\"2021-09-10\",\"fields\":{{\"count\":12}}");

    public static void ReplyOfNobodyAccused(this DiagnosticBag bag, CaseRecord reply, IReadOnlySet<string> accused)
    {
        var near = DidYouMean.Nearest(reply.By, accused);
        bag.At(
            reply.Place, reply.By, "PACTA0558", $"\"{reply.By}\" replies in case \"{reply.Case}\" without being accused in it", Meant(near, "not among the accused"),
            accused.Count == 0 ? "No line of the case says who is accused." : $"Accused in it: {string.Join(", ", accused.Order(StringComparer.Ordinal))}. The reply is kept all the same.",
            $"\"accused\":[\"{near ?? reply.By}\"]", Severity.Warning);
    }

    public static void UndeclaredSource(this DiagnosticBag bag, RecordPlace place, string source, Vocabulary vocabulary)
    {
        var near = DidYouMean.Nearest(source, vocabulary.Sources.Keys);
        bag.At(
            place, source, "PACTA0543", $"The source \"{source}\" is not declared", Meant(near, "no perspective can accept it by its kind"),
            "Declare it in the agreement's file.", $"source {source} is monitor \"...\"", Severity.Warning);
    }

    public static void ObservationWithoutTime(this DiagnosticBag bag, RecordPlace place, Claim claim, Kind kind) => bag.At(
        place, claim.Event, "PACTA0544", $"A claim about {kind.Name} needs a time", "observed when?",
        "A thing or a state is known by its id and the time of the observation; say which observation is meant.", "\"time\":\"2021-09-10\"");

    public static void NobodySaysWhen(this DiagnosticBag bag, Statement claim) => bag.At(
        claim.Place, claim.Event, "PACTA0547", $"No report says when \"{claim.Event}\" happened", "when?",
        "Give the event a time, as exactly as is known: a year is enough.", "\"time\":\"2021-09\"");

    public static void UnknownMatter(this DiagnosticBag bag, JudgementRecord record, IReadOnlySet<string> matters)
    {
        var near = Likest(record.Matter, matters);
        bag.At(
            record.Place, record.Matter, "PACTA0548", $"The agreement leaves nothing called \"{LineOf(record.Matter)}\" to judgement",
            Meant(near, "no clause says this after judged"),
            matters.Count == 0
                ? "No clause has judged \"...\": a judgement would change nothing."
                : $"\"matter\" repeats the words of the agreement exactly. It leaves to judgement: {string.Join(", ", matters.Order(StringComparer.Ordinal).Select(m => $"\"{m}\""))}.",
            matters.Count == 0 ? null : $"\"matter\":\"{near ?? matters.Order(StringComparer.Ordinal).First()}\"");
    }

    public static void CompleteBeyondItsRecord(this DiagnosticBag bag, CompletenessRecord record) => bag.At(
        record.Place, "through", "PACTA0549",
        $"\"{record.Id}\" was recorded on {record.Recorded}, and says that nothing is missing through {record.Through}", "later than \"recorded\"",
        "Nobody can say that of days to come: \"through\" may reach to the end of the day of \"recorded\", no further.",
        "\"through\":\"2021-12-31\",\"recorded\":\"2022-01-05\"");

    public static void DeniesNothing(this DiagnosticBag bag, Statement denial) => bag.At(
        denial.Place, denial.Event, "PACTA0550",
        denial.Form == FactForm.Event
            ? $"\"{denial.By.Id}\" denies \"{denial.Event}\", which nobody asserts"
            : $"\"{denial.By.Id}\" denies an observation of \"{denial.Event}\" that nobody asserts",
        "meets no claim",
        denial.Form == FactForm.Event
            ? "The denial changes nothing. Check the id of the event, or add the file that asserts it."
            : "The denial changes nothing. A thing or a state is known by its id and its time: repeat the \"time\" of the claim that is denied.",
        denial.Form == FactForm.Event ? "\"event\":\"north_wind\",\"polarity\":\"denies\"" : "\"time\":\"2021-09-10\",\"polarity\":\"denies\"", Severity.Warning);

    public static void DeniesOther(this DiagnosticBag bag, Statement denial, string name, Value denied, ImmutableArray<Value> asserted)
    {
        var what = name == "by" ? $"that \"{denial.Event}\" was by {denied}" : $"\"{name}\" {denied} of \"{denial.Event}\"";
        var written = asserted.IsEmpty ? null : name switch
        {
            "by" => $"\"claim\":\"attribution\",\"polarity\":\"denies\",\"by\":{Written(asserted[0])}",
            _ when denial.Roles.ContainsKey(name) => $"\"claim\":\"field\",\"polarity\":\"denies\",\"{name}\":{Written(asserted[0])}",
            _ => null,
        };
        bag.At(
            denial.Place, name, "PACTA0550", $"\"{denial.By.Id}\" denies {what}, which nobody asserts",
            asserted.IsEmpty ? $"no report states \"{name}\" of it" : $"asserted: {string.Join("; ", asserted)}",
            asserted.IsEmpty
                ? "The denial changes nothing. Check the event and what is denied."
                : "The denial changes nothing: it meets a value only as that was asserted. Deny that value, or say in a claim of your own what is right.",
            written ?? "\"claim\":\"field\",\"polarity\":\"denies\",\"fields\":{\"troops\":200000}", Severity.Warning);
    }

    public static void NoSuchDayInZone(this DiagnosticBag bag, RecordPlace place, Moment moment, DateTimeZone zone) => bag.At(
        place, MomentText.Format(moment), "PACTA0553", $"There was no {moment.Local.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} in the time zone {zone.Id} of the agreement",
        "the zone skipped this day", "Where the date line was crossed, a day is missing. Write the day as it is counted there, or an instant with its offset.",
        $"\"time\":\"{moment.Local.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T12:00Z\"");

    public static void UnknownEvent(
        this DiagnosticBag bag, RecordPlace place, string name, string preposition, Kind kind, ImmutableArray<string> nouns, ImmutableArray<string> ids)
    {
        var near = DidYouMean.Nearest(name, ids);
        var noun = nouns[0] is "activity" or "request" ? "event" : nouns[0];
        bag.At(
            place, name, "PACTA0551", $"No report is about {Article(noun)} \"{name}\"", Meant(near, "not among the reports"),
            $"\"{preposition}\" of {kind.Name} names the id of {Article(noun)}. Check the spelling, or add the file that holds it; if it has not been reported, nothing is wrong here.",
            $"\"{preposition}\":\"{near ?? "north_wind"}\"", near is null ? Severity.Note : Severity.Warning);
    }

    /// <param name="member">As it is written before the name: <c>"in":</c>.</param>
    /// <param name="isDistance">A distance from a place that the agreement does not know is of no use at all.</param>
    public static void UnknownPlace(this DiagnosticBag bag, RecordPlace place, string name, string member, IReadOnlySet<string> places, bool isDistance)
    {
        var near = DidYouMean.Nearest(name, places);
        var right = near ?? places.Order(StringComparer.Ordinal).FirstOrDefault() ?? "contact_line";
        bag.At(
            place, name, "PACTA0552", $"The agreement knows no zone or line \"{name}\"", Meant(near, "not declared"),
            places.Count == 0
                ? "It has no zones and no lines, so that this decides nothing."
                : $"A name that it does not declare says nothing about those that it has: {string.Join(", ", places.Order(StringComparer.Ordinal).Take(12))}.",
            isDistance ? $"{member}{{\"{right}\":{{\"value\":12,\"unit\":\"km\"}}}}" : $"{member}\"{right}\"",
            near is null && !isDistance ? Severity.Note : Severity.Warning);
    }

    /// <summary>A name that no place has, or that several have.</summary>
    public static void PlaceName(this DiagnosticBag bag, RecordPlace place, string name, ImmutableArray<NamedPlace> candidates, ImmutableArray<NamedPlace> suggestions)
    {
        var told = string.Join("; ", (candidates.IsEmpty ? suggestions : candidates).Take(6).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c} (#{c.Id}, at {c.Position})")));
        bag.At(
            place, name, "PACTA0559",
            candidates.IsEmpty ? $"The gazetteer knows no place \"{name}\"" : string.Create(CultureInfo.InvariantCulture, $"The gazetteer knows {candidates.Length} places \"{name}\""),
            candidates.IsEmpty ? "where this was stays unknown" : "it is taken to be one of them, unknown which",
            told.Length == 0 ? "Write latitude and longitude." : candidates.IsEmpty ? $"Did you mean {told}?" : $"Choose one by its region or number: {told}.",
            candidates.IsEmpty ? "{\"position\":{\"lat\":48.02,\"lon\":37.8,\"accuracy_m\":500}}" : $"{{\"position\":{{\"place\":\"#{candidates[0].Id}\"}}}}",
            Severity.Warning);
    }

    private static string Written(Value value) => value switch
    {
        OneOfValue names => $"{{\"one_of\":[{string.Join(',', names.Names.Select(n => $"\"{n}\""))}]}}",
        AllOfValue names => $"[{string.Join(',', names.Names.Select(n => $"\"{n}\""))}]",
        _ => $"\"{value}\"",
    };

    private static string Article(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + noun;

    /// <summary>A whole sentence is more easily written a little differently than a name: letter case, order, and words left out or added do not count.</summary>
    private static string? Likest(string matter, IReadOnlySet<string> matters) =>
        DidYouMean.Nearest(matter, matters)
        ?? matters.Order(StringComparer.Ordinal).FirstOrDefault(m => Words(m).IsSubsetOf(Words(matter)) || Words(matter).IsSubsetOf(Words(m)));

    private static HashSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Long texts are quoted by their beginning.</summary>
    private static string LineOf(string text) => text.Length <= 80 ? text : text[..80] + "...";

    private static string Meant(string? near, string otherwise) => near is null ? otherwise : $"did you mean \"{near}\"?";

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>Points at <paramref name="word"/> in the record's line, or at the whole line where the word is not found.</summary>
    private static void At(
        this DiagnosticBag bag, RecordPlace place, string word, string code, string headline, string label, string help, string? example,
        Severity severity = Severity.Error)
    {
        var (file, span) = Locate(place, word);
        bag.Add(new Diagnostic(code, severity, headline, [new Label(file, span, label)], help, example));
    }

    private static (SourceText File, TextSpan Span) Locate(RecordPlace place, string word)
    {
        if (place.Text?.Showing(place.Line) is not { } file)
        {
            // The file is not at hand: empty lines put the place on its line.
            var lines = new SourceText(place.File, new string('\n', Math.Max(0, place.Line - 1)));
            return (lines, new TextSpan(lines.Content.Length, 0));
        }

        var (start, text) = (file.StartOf(place.Line), file.LineAt(place.Line));
        var quoted = text.IndexOf($"\"{word}\"", StringComparison.Ordinal);
        if (quoted >= 0)
        {
            return (file, new TextSpan(start + quoted, word.Length + 2));
        }

        var bare = text.IndexOf(word, StringComparison.Ordinal);
        return bare >= 0 ? (file, new TextSpan(start + bare, word.Length)) : (file, new TextSpan(start, text.Length));
    }
}

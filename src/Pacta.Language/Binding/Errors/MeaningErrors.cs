using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes in phrases, terms and conditions: PACTA0230 to PACTA0279.</summary>
internal static class MeaningErrors
{
    public static Mistake DateInsteadOfNoun(string date) => new(
        "PACTA0230", $"A noun is needed here, and {date} is a date.", "here should stand what happens or what there is",
        "Begin with a noun.", "when exercise x by A in zone_of_application");

    public static Mistake EachHere(string noun) => new(
        "PACTA0231", $"'each' cannot stand before '{noun}' here.", "say the noun alone",
        "After 'when', 'have' and 'number of' the noun alone already means every one. 'each' stands before the bearer and inside the act.",
        "each party must not have tanks in zone_a");

    public static Mistake NoSuchRole(string name, ResolvedNoun noun, string preposition) => new(
        "PACTA0232", $"{Wording.Capital(Wording.WithArticle(name))} does not take '{preposition}'.", $"'{preposition}' does not go with '{name}'",
        noun.Kind is { } kind ? $"It is declared as: {kind.Shape()}. Every fact may also have 'in' or 'outside' a place." : $"{Wording.Capital(noun.Entity.ToString())} stands alone here.",
        noun.Kind is { } shape ? shape.Shape() : $"each {name} P");

    public static Mistake RoleTwice(string name, string preposition) => new(
        "PACTA0233", $"'{preposition}' stands twice after '{name}'.", "the second one",
        "Say it once. If both shall be allowed, write two clauses, or a condition with 'where'.", "exercise x by A where A is any of aland, borland");

    public static Mistake WrongArgument(string text, string what, Entity expected) => new(
        "PACTA0234", $"Here should stand {expected}, and '{text}' is {what}.", $"this is {what}",
        $"Put {expected} here.",
        expected.Form switch
        {
            EntityForm.Actor => "by aland",
            EntityForm.Place => "in zone_of_application",
            EntityForm.Event => $"of {expected.Kind?.Name ?? "exercise"} x",
            _ => $"of {expected.Kind?.Name ?? "warship"} w",
        });

    public static Mistake VariableWithOf(string name) => new(
        "PACTA0235", $"The variable {name} cannot be followed by 'of'.", $"{name} already stands for one thing",
        "Say this where the variable is introduced.", "each weapon w of P");

    /// <param name="first">The first noun of the phrase, with its variable.</param>
    public static Mistake OfBehind(string name, string whole, string first, string preposition) => new(
        "PACTA0235", $"'{name}' cannot be followed by 'of'.", $"'of' belongs to the word before it, which is '{name}'",
        $"If it is said of the {first.Split(' ')[0]}, 'of {whole}' stands right behind that noun: 'of' belongs to the word before it, every other preposition to the first noun.",
        $"{first} of {whole} {preposition} {name}");

    public static Mistake BreachWithoutClause() => new(
        "PACTA0236", "'breach' needs the clause that is breached.", "of which clause?",
        "Write 'of' and the name of the clause.", "when breach b of silence by A");

    public static Mistake ExceptionAsClause(string name) => new(
        "PACTA0237", $"'{name}' is an exception; here should stand a clause.", "this is an exception",
        "Name the clause that the exception belongs to.", "while reform is met");

    public static Mistake BorderOfWhom(string word) => new(
        "PACTA0238", $"'{word}' needs the actor whose {word} it is.", "of whom?",
        "Write 'of' and an actor.", word == "border" ? "up to 50 km from border of aland with borland" : "up to 12 km from coast of aland");

    public static Mistake TerritoryOfWhom() => new(
        "PACTA0238", "'territory' needs the actor whose territory it is.", "of whom?",
        "Write 'of' and an actor.", "over territory of borland");

    public static Mistake ActorIsNoPlace(string name) => new(
        "PACTA0239", $"'{name}' is an actor, not a place.", "here should stand a place",
        $"If its territory is meant, write 'territory of {name}'.", $"in territory of {name}");

    public static Mistake NoParameter(string table) => new(
        "PACTA0240", $"'{table}' is the same for all and takes no 'of'.", "not needed",
        $"Write '{table}' alone, or declare it with 'of party P'.", $"amount {table} of party P {{ ... }}");

    public static Mistake ParameterMissing(string table, string noun, string? variable) => new(
        "PACTA0241", $"'{table}' differs per {noun}: it needs 'of'.", $"of which {noun}?",
        $"Write 'of' and {Wording.WithArticle(noun)}.", $"{table} of {variable ?? "P"}");

    public static Mistake NotANumber(string text, string what) => new(
        "PACTA0242", $"A number is needed here, and '{text}' is {what}.", $"this is {what}",
        "Compare numbers with numbers. For texts and for yes-or-no fields use 'is'.", "troops of x at least 9_000");

    public static Mistake DateInsteadOfNumber(string date) => new(
        "PACTA0243", $"A number is needed here, and {date} is a date.", "this is a date",
        "To compare times, say it with 'no later than', 'within' or 'during'.", "no later than 42 days before start of x");

    public static Mistake NumberOfMissing(string text) => new(
        "PACTA0244", $"'{text}' is not a number.", "how many of them, or what of them?",
        $"To count, write 'number of' before it; to add up a field, write 'total' and the field.", $"number of {text} at most 75");

    public static Mistake VariableIsNoNumber(string name, Entity entity, IReadOnlyList<string> fields) => new(
        "PACTA0245", $"{name} stands for {entity}, which is not a number.", "which number of it?",
        fields.Count == 0 ? "Name an amount or count something." : $"Name one of its fields: {Wording.List(fields, "or")}.",
        fields.Count == 0 ? "number of tanks of P at most 75" : $"{fields[0]} of {name} at least 9_000");

    public static Mistake FieldOfWhat(string field, string variable) => new(
        "PACTA0246", $"'{field}' needs 'of' and what it belongs to.", "of what?",
        $"Write '{field} of {variable}'.", $"{field} of {variable}");

    public static Mistake FieldOfUnnamed(string field, string noun, string letter, string condition) => new(
        "PACTA0246", $"'{field}' needs 'of' and what it belongs to.", "of what?",
        $"Put a variable behind the noun, '{noun} {letter}', and write '{field} of {letter}'.", $"{noun} {letter} where {condition}");

    public static Mistake CannotSum(string field, bool isTruth) => new(
        "PACTA0247", $"'{field}' cannot be added up or compared: it is {(isTruth ? "yes or no" : "not a number")}.", "not a number",
        "Name a field that is a number.", "total tonnage of warships of P in black_sea");

    /// <summary>Events are counted over some time.</summary>
    public static Mistake WindowMissing(string text) => new(
        "PACTA0248", "Events can only be counted over some time, and none is said.", "in which time?",
        "Add one of: 'per calendar year' (each year anew), 'in any 12 months' (a window that slides), 'at once' (at the same moment).",
        $"{text} per calendar year\n{text} in any 12 months\n{text} at once");

    public static Mistake WindowOverThings(string text) => new(
        "PACTA0249", $"'{text}' are things: they are counted at every moment, not over a time.", "only events are counted over a time",
        "Delete this. The number then holds at every moment.", "keep number of tanks of P in zone_a at most 75");

    public static Mistake ThereWasPlace(string text) => new(
        "PACTA0250", $"'{text}' is a place; 'there was' needs an event, a thing or a state.", "this is a place",
        "Say what happened or what there was.", "there was consent by kfor");

    public static Mistake AwayWithoutThing(string text) => new(
        "PACTA0251", "'away from' needs the thing that must stay away.", $"'{text}' is no thing",
        "Begin with 'each', the kind and a variable.", "keep each weapon w of P at least 15 km away from contact_line");

    public static Mistake IsWhat(string subject, Entity entity, string predicate) => new(
        "PACTA0252",
        entity.IsError ? $"'{subject}' cannot be '{predicate}'." : $"'{subject}' is {entity} and cannot be '{predicate}'.",
        "does not go with what stands before 'is'",
        "After 'is' may stand a kind, a group, an actor, a state, a yes-or-no field, or 'in' and a place.", "w is any of smerch, uragan");

    public static Mistake CannotBe(string name, string what, Entity entity) => new(
        "PACTA0253", $"{Wording.Capital(entity.ToString())} is never {what}.", $"'{name}' does not go with what stands before 'is'",
        $"Before 'is' stands {entity}. Compare it with something of that sort.", "w is any of smerch, uragan");

    public static Mistake IsVariable(string subject, string variable) => new(
        "PACTA0254", $"'{subject} is {variable}' compares two variables, which the language does not do.", "a name is needed here",
        $"Where both shall be the same, write {subject} in both places.", "notification of x by A");

    public static Mistake IsNotVariable(string subject, string variable) => new(
        "PACTA0254", $"'{subject} is not {variable}' compares two variables, which the language does not do.", "a name is needed here",
        $"'each other party' leaves out the bearer. Of two others it cannot be said that they differ: name who {subject} is not.",
        $"A must give notification of x to each other party no later than start of x\n{subject} is not aland");

    public static Mistake FieldIsVariable(string field, string variable) => new(
        "PACTA0254", $"'{field}' is compared with the variable {variable}, which the language does not do.", "a name is needed here",
        $"Name the actor: '{field} is aland'. What has to be the same as {variable} is told by a role such as 'of' or 'by', where {variable} may stand.",
        $"{field} is aland\nwarship w of {variable}");

    public static Mistake FieldIsNotTruth(string field, string subject) => new(
        "PACTA0255", $"'{field}' is not a yes-or-no field.", "this field holds a value",
        $"Say what it must be.", $"{field} of {subject} at least 1");

    public static Mistake InOrOutside(string preposition) => new(
        "PACTA0256", $"After 'is', a place follows 'in' or 'outside', not '{preposition}'.", "say 'in' or 'outside'",
        "Write 'in' or 'outside'.", "S is in europe");

    public static Mistake TermIsWhat(string subject, string what, string predicate) => new(
        "PACTA0257", $"'{subject}' is {what} and cannot be '{predicate}'.", "does not go with what stands before 'is'",
        "A text is compared with texts in quotation marks, a place with 'in' or 'outside', a number with a number or a range; a yes-or-no field is written 'x is alert'.",
        "purpose of f is any of \"fire\", \"rescue\"");

    public static Mistake StateNeedsEvent(string state, Entity entity) => new(
        "PACTA0258", $"The state '{state}' begins and ends with events, and this is {entity}.", "an event is needed",
        "Name the event that begins or ends it.", "begins when accession by S to N");

    public static Mistake KindCycle(string kind) => new(
        "PACTA0259", $"The kind '{kind}' is its own ancestor.", "this leads back to the kind itself",
        "Take another parent, or none.", $"kind {kind} is asset");

    public static Mistake FieldTwice(string kind, string field) => new(
        "PACTA0260", $"'{kind}' has the field '{field}' twice.", "the second one", "Delete one of the two.", $"kind {kind} is asset with {field} count");

    public static Mistake UnknownFieldType(string type, string field, Suggestion? suggestion) => new(
        "PACTA0261", $"A field cannot hold '{type}'.", $"here should stand what '{field}' holds: count, truth, text, place, actor or a unit",
        suggestion is null ? "Write one of count, truth, text, place, actor, or a declared unit." : $"Did you mean '{suggestion}'?", suggestion?.Line ?? $"with {field} count")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake ReadingTwice(string name) => new(
        "PACTA0262", $"There are two readings called '{name}'.", "the second one", "Every reading has a name of its own.", $"reading {name}_2 {{ ... }}");

    public static Mistake ReadingsDiffer(string define, Entity first, Entity now) => new(
        "PACTA0263", $"The readings of '{define}' mean different sorts of things: {first} and {now}.", $"here it is {now}",
        "All readings of a noun begin with the same kind; they may differ after 'where'.", "means exercise x where troops of x more than 9_000");

    public static Mistake RowAfterOtherwise(string row) => new(
        "PACTA0264", "This row can never apply, because the row above always does.", $"'{row}' is never reached",
        "Rows are tried in order. Put the row that always applies last, or give it an 'if'.", "15  if number of formations of P more than 900\n20  otherwise");

    public static Mistake TwoAmounts(string table) => new(
        "PACTA0265", $"A row of the amount '{table}' has one value.", "a second value",
        "Write two rows with an 'if' each. Only zones put several places together.", "8 days   if P is black_sea_power\n15 days  otherwise");

    public static Mistake ButNotWhat(string text) => new(
        "PACTA0266", $"'but not' takes away one place from a zone, and '{text}' is none.", "one place is needed",
        "Write the name of a zone, or 'territory of' and an actor.", "up to 5 km from kosovo_boundary but not kosovo");

    public static Mistake NotAPlaceRow(string text, string what) => new(
        "PACTA0267", $"'{text}' is not a place, and {what} is made of places.", "not a place",
        "Write a map, a band ('up to ... from ...'), corners ('polygon'), or the name of another place.", "map \"zones.geojson#A\"");

    public static Mistake NotAnAmountRow(string text) => new(
        "PACTA0268", $"'{text}' is a place, and an amount is a number.", "not a number", "Write a number with its unit, or declare a zone.", "30_000 t");

    public static Mistake GroupInItself(string group) => new(
        "PACTA0269", $"The group '{group}' cannot be its own member.", "this is the group itself", "Delete it, or name another group.", $"group {group} {{ aland, borland }}");

    /// <param name="span">The words for the time.</param>
    public static Mistake DateForAll(IReadOnlyList<string> members, string span) => new(
        "PACTA0274", $"'{span}' holds for {Wording.List(members)}, all of them.", "this dates every name of the line",
        $"Put a member with dates of its own on a line of its own; write the date behind each name if it is meant for all.",
        $"{string.Join(", ", members.Take(members.Count - 1))}\n{members[^1]} {span}\n\n{string.Join('\n', members.Select(m => $"{m} {span}"))}");

    public static Mistake ContentCycle(IReadOnlyList<string> path) => new(
        "PACTA0270", $"'{path[0]}' is explained by itself.", path.Count == 1 ? "it mentions itself" : $"it leads over {Wording.List(path.Skip(1))} back to itself",
        "One of them must be said without the others.", "define large_exercise { means exercise x where troops of x more than 9_000 }");

    public static Mistake ExceptionCircle(IReadOnlyList<string> path) => new(
        "PACTA0271", "Exceptions go round in a circle.", path.Count == 1 ? $"'{path[0]}' is an exception to itself" : $"{string.Join(" to ", path)} to {path[0]}",
        "The outermost must be an exception to a clause.", "exception no_notice to prior_notification at \"41\" { ... }");

    /// <param name="head">What the condition narrows down.</param>
    public static Mistake WhereBehindEach(string head, string each, string letter, string condition) => new(
        "PACTA0273", $"'where' narrows the {head} down, and not '{each} {letter}'.", $"every {each} still counts; only the {head} must be so",
        $"To leave some of them out, give the others a noun of their own with 'define'.",
        $"define other_{each} {{ means {each} {letter} where {condition} }}\n{head} of each other_{each} {letter} of P");

    public static Mistake ClauseCircle(IReadOnlyList<string> path) => new(
        "PACTA0272",
        path.Count == 1 ? $"The clause '{path[0]}' waits for itself." : $"The clauses {Wording.List(path.Select(p => $"'{p}'"))} wait for each other.",
        $"{string.Join(" needs ", path)} needs {path[0]}",
        "Such a circle has no beginning. If the text is disputed on this, write one reading for each order.",
        "reading after_reform {\n  while reform is met\n  ...\n}");
}

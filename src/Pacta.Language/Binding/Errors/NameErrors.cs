using Pacta.Language.Binding.Names;
using Pacta.Language.Parsing;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Errors;

/// <summary>Mistakes about names: PACTA0201 to PACTA0229.</summary>
internal static class NameErrors
{
    /// <summary>A name that nobody declares.</summary>
    /// <param name="wanted">What could stand here: "a place", "a kind of thing or event".</param>
    public static Mistake Unknown(string name, string wanted, Suggestion? suggestion, string example) => new(
        "PACTA0201",
        $"The name '{name}' is not declared.",
        $"here should stand {wanted}, and nothing is called '{name}'",
        suggestion is null
            ? $"Declare '{name}' in this agreement, or name its vocabulary with 'use'."
            : $"Did you mean '{suggestion}'?",
        suggestion?.Line ?? example)
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    /// <param name="now">What is declared under the name the second time: "zone", "kind".</param>
    public static Mistake Duplicate(string name, string first, string now) => new(
        "PACTA0202",
        $"The name '{name}' is declared twice.",
        "this is the second declaration",
        $"'{name}' is already {first}. Give one of the two another name, or delete one.",
        $"{now} {name}_2");

    public static Mistake DuplicateClause(string name) => new(
        "PACTA0203",
        $"This agreement has two clauses or exceptions called '{name}'.",
        "this is the second one",
        "Every clause and every exception of an agreement has a name of its own, because exceptions and scenarios point to it.",
        $"clause {name}_2 at \"39\" {{ ... }}");

    public static Mistake Reserved(string name) => new(
        "PACTA0204",
        $"'{name}' means something in the language and cannot be declared.",
        "choose another name",
        $"Add what tells it apart: '{name}_of_forces', for instance.",
        $"kind {name}_of_forces is asset");

    public static Mistake UnknownVocabulary(string name, Suggestion? suggestion) => new(
        "PACTA0205",
        $"There is no vocabulary called '{name}'.",
        "not found in any of the files given",
        suggestion is null
            ? "Name a vocabulary of this file, or give Pacta the file that holds it as well."
            : $"Did you mean '{suggestion}'?",
        suggestion?.Line ?? "use military")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    /// <summary>Declared, but in a vocabulary that the agreement does not use.</summary>
    /// <param name="head">Where in the file another line of the head can be put in; null: in no place of this file.</param>
    public static Mistake NotUsed(string name, string vocabulary, TextSpan? head) => new(
        "PACTA0206",
        $"The name '{name}' belongs to the vocabulary '{vocabulary}', which this agreement does not use.",
        "not visible here",
        $"Add 'use {vocabulary}' at the top of the agreement.",
        $"use {vocabulary}")
    {
        Instead = head is null ? null : $"\n  use {vocabulary}",
        InsteadOf = head,
    };

    /// <summary>Declared by several other agreements of the file, so it is not clear which is meant.</summary>
    public static Mistake SeveralElsewhere(string name, IReadOnlyList<string> agreements) => new(
        "PACTA0207",
        $"Several agreements declare '{name}', and this agreement does not say which it means.",
        $"declared in {Wording.List(agreements)}",
        $"Declare '{name}' in this agreement too, or name one of those agreements with 'use'.",
        $"use {agreements[0]}");

    /// <summary>The name exists and is something else.</summary>
    public static Mistake WrongKind(string name, string what, string wanted, string example) => new(
        "PACTA0208",
        $"'{name}' is {what}; here should stand {wanted}.",
        $"this is {what}",
        $"Put {wanted} here.",
        example);

    public static Mistake UnknownClause(string name, Suggestion? suggestion) => new(
        "PACTA0209",
        $"This agreement has no clause called '{name}'.",
        "no such clause",
        suggestion is null ? "Name a clause of this agreement by the word after 'clause'." : $"Did you mean '{suggestion}'?",
        suggestion?.Line ?? "exception no_notice to prior_notification at \"41\" { ... }")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake UnknownField(string name, Entity of, IReadOnlyList<string> fields, Suggestion? suggestion) => new(
        "PACTA0210",
        fields.Count == 0 ? $"{Wording.Capital(of.ToString())} has no fields, so there is no '{name}' of it." : $"{Wording.Capital(of.ToString())} has no '{name}'.",
        "not among its fields",
        (suggestion is null ? "" : $"Did you mean '{suggestion}'? ")
            + (fields.Count == 0 ? $"Declare the field where {of} is declared, after 'with'." : $"Its fields are {Wording.List(fields)}."),
        suggestion?.Line ?? (fields.Count == 0 ? "kind warship is asset with tonnage t" : $"{fields[0]} of x"))
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake VariableAsNoun(string name) => new(
        "PACTA0211",
        $"'{name}' is a variable, and here should stand a noun.",
        "names of one letter are variables",
        "Write the noun first and the variable after it.",
        $"exercise {name}");

    public static Mistake NameAsVariable(string name, string noun) => new(
        "PACTA0212",
        $"'{name}' stands after the noun '{noun}', where only a variable can stand.",
        "too long for a variable",
        $"A variable is one letter, digits may follow. If '{name}' belongs to the next words, a word such as 'of' or 'by' is missing before it.",
        $"{noun} x");

    public static Mistake WordBehindPlace(string word, string place) => new(
        "PACTA0212",
        $"'{word}' stands after the place '{place}', where nothing of it can stand.",
        "the place ends before this",
        "A place has no letter of its own. What follows in the sentence begins with 'no later than', 'within', 'every', 'as from', 'until' or 'unless'.",
        $"each party must not open fire in {place}\n  unless A is belligerent");

    /// <summary>A pronoun, where the language has letters.</summary>
    public static Mistake Pronoun(string word) => new(
        "PACTA0201",
        $"'{word}' does not say which one is meant, and nothing is called so.",
        "who or what is meant?",
        "Give a letter to what is named first, as in 'exercise x by A', and write the letter again for the same one.",
        "when exercise x by A in zone_of_application\nA must give notification of x to each other party no later than start of x");

    public static Mistake Unbound(string name) => new(
        "PACTA0213",
        $"The variable {name} does not stand for anything in this clause.",
        $"nothing in this clause says what {name} is",
        $"Introduce {name} after a noun, in the trigger, at the bearer or in the act.",
        $"each party {name} must keep number of tanks of {name} at most 75");

    /// <summary>A letter that an act introduces and nothing else mentions.</summary>
    public static Mistake UsedOnce(string name, Entity entity) => new(
        "PACTA0213",
        $"The variable {name} stands here only, so nothing says what {name} is.",
        "no other place of this clause mentions it",
        $"Leave it out with its preposition if it may be {entity}; name who or what is meant, or a noun for it; or use {name} elsewhere in the clause.",
        "each party must not open fire against borland\neach party must not open fire against party");

    /// <summary>One letter for two different things.</summary>
    public static Mistake Reused(string name, Entity first, Entity now, string free) => new(
        "PACTA0214",
        $"The variable {name} stands for {first}, but here for {now}.",
        $"here {name} would be {now}",
        "Within a clause a variable stands for one thing. Take another letter here.",
        $"{(now.Kind is { } kind ? kind.Name : "actor")} {free}");

    public static Mistake UnknownAgreement(string name, Suggestion? suggestion) => new(
        "PACTA0215",
        $"There is no agreement called '{name}'.",
        "not found in any of the files given",
        suggestion is null ? "Name an agreement by the word after 'as' in its first line." : $"Did you mean '{suggestion}'?",
        suggestion?.Line ?? "scenario \"a late notice\" of vienna_document_2011 { ... }")
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake UnknownReading(string name, string of, IReadOnlyList<string> readings, Suggestion? suggestion) => new(
        "PACTA0216",
        readings.Count == 0 ? $"'{of}' has one reading only." : $"'{of}' has no reading called '{name}'.",
        "no such reading",
        readings.Count == 0 ? "Delete this, or write the readings down where it is declared."
            : suggestion is null ? $"Its readings are {Wording.List(readings)}." : $"Did you mean '{suggestion}'? Its readings are {Wording.List(readings)}.",
        suggestion?.Line ?? (readings.Count == 0 ? "reading elapsed {\n  ...\n}" : $"takes {readings[0]} of {of}"))
    { Instead = suggestion?.Written, InsteadOf = suggestion?.Span };

    public static Mistake Clash(string name, string agreement) => new(
        "PACTA0217",
        $"Two different things called '{name}' meet in the agreement '{agreement}'.",
        "the two cannot be told apart here",
        "Give one of them another name.",
        $"zone {name}_2 {{ map \"{name}_2.geojson\" }}");
}

using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with what is to be read or begun: PACTA097x.</summary>
internal static class ReadingErrors
{
    public static Diagnostic UnknownAgreement(string name, string? nearest, IEnumerable<string> known) => Error(
        "PACTA0970",
        $"No agreement is called “{name}”.",
        nearest is null ? $"An agreement is called by the name behind 'as'. There are: {string.Join(", ", known)}." : $"Did you mean “{nearest}”?",
        "pacta read grey_line.pacta --agreement grey_line");

    public static Diagnostic IsThere(string path) => Error(
        "PACTA0971", $"“{path}” is there already, and nothing is written over.", "Name another file, or take that one away.", "pacta new second_draft.pacta");

    public static Diagnostic AnswersEnd(string question, string example) => Error(
        "PACTA0972", $"The answers end before the questions do; nothing was written. Not answered: {question}", "Give an answer to each question; an empty line skips what need not be answered.", example);

    public static Diagnostic WrongAnswer(string place, string given, string problem, string question, string example) => Error(
        "PACTA0973", $"“{given.Trim()}” ({place}) is no answer to: {question}", $"{problem} Nothing was written.", example);

    public static Diagnostic AnswerLeft(string answer) => Error(
        "PACTA0974", $"“{answer.Trim()}” answers no question; nothing was written.", "In lines, the answers stand in the order of the questions; in JSON, each has the name of its question.",
        "{\"title\": \"Grey Line Memorandum\", \"parties\": [\"Aland\", \"Borland\"], \"clauses\": [{\"kind\": \"yearly\", \"document\": \"annual report\"}]}");

    public static Diagnostic NoAnswers(string path, string why) => Error(
        "PACTA0975", $"“{path}” holds no answers: {why}", "Answers are text in UTF-8: one a line in the order of the questions, or one JSON object.",
        "{\"title\": \"Grey Line Memorandum\", \"parties\": [\"Aland\", \"Borland\"]}");

    private static Diagnostic Error(string code, string headline, string help, string example) => new(code, Severity.Error, headline, [], help, example);
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pacta.Checking.Scenarios;
using Pacta.Cli.Beginning;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Language.Compilation;
using Pacta.Language.Formatting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta new</c>: an agreement begun by questions, with a first scenario for each clause.</summary>
internal static class NewCommand
{
    private const string Ending = ".pacta";

    private const string Back = "back";

    public static Command Create(Host host)
    {
        var file = new Argument<string?>("FILE") { Description = "The file to write (.pacta), which must not be there; without it, it is called after the agreement.", Arity = ArgumentArity.ZeroOrOne };
        var answers = new Option<string?>("--answers") { Description = "Ask nothing: take the answers from this file, one a line, or a JSON object by the names of the questions.", HelpName = "FILE" };
        var command = new Command("new", "Begin an agreement: questions, and a file that compiles, with a scenario for each clause that passes.") { file, answers };
        command.SetAction(parse => Run(parse.GetValue(file), parse.GetValue(answers), host));
        return command;
    }

    private static int Run(string? path, string? answers, Host host)
    {
        if (path is not null && Refused(path, host))
        {
            return ExitCodes.BadInput;
        }

        if ((answers is null ? Asked(host) : Read(answers, host)) is not { } draft)
        {
            return ExitCodes.BadInput;
        }

        var name = DraftText.NameOf(draft);
        path ??= name + Ending;
        var (text, scenarios) = Laid(draft, name, path);
        if (Refused(path, host) || !Written(path, text, host))
        {
            return ExitCodes.BadInput;
        }

        using var output = host.TextOutput();
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {(draft.Clauses.Length == 1 ? "1 clause" : $"{draft.Clauses.Length} clauses")}, {(scenarios == 1 ? "1 scenario, which passes" : $"{scenarios} scenarios, which pass")}\nGo on with: pacta read {path}\n"));
        return ExitCodes.Good;
    }

    /// <summary>Nothing is ever written over.</summary>
    private static bool Refused(string path, Host host)
    {
        if (!OutputTarget.HasName(host, path))
        {
            return true;
        }

        if (File.Exists(path) || Directory.Exists(path))
        {
            Messages.Fail(host, ReadingErrors.IsThere(path));
            return true;
        }

        return false;
    }

    /// <summary>The file as the formatter lays it out. That it compiles and that its scenarios pass is seen before anybody gets it.</summary>
    private static (string Text, int Scenarios) Laid(Draft draft, string name, string path)
    {
        var bag = new DiagnosticBag();
        var text = Formatter.Format(new SourceText(path, DraftText.Of(draft, name)), bag);
        var result = text is null ? null : Compiler.Compile([new SourceText(path, text)]);
        var problem = bag.Items.Concat(result?.Diagnostics ?? []).Select(d => d.Headline)
            .Concat(result?.Scenarios.Where(s => !ScenarioRunner.Run(s, result.Agreements[0]).Passed).Select(s => $"the scenario “{s.Title}” does not pass") ?? [])
            .FirstOrDefault();
        return text is null || result is null || problem is not null
            ? throw new InvalidOperationException($"what was answered makes no agreement: {problem}")
            : (text, result.Scenarios.Length);
    }

    private static bool Written(string path, string text, Host host)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Messages.Fail(host, CommandErrors.CannotWrite(path, OutputTarget.WhyNot(e), "pacta new grey_line.pacta"));
            return false;
        }
    }

    /// <summary>The draft that answers in a file make; null, which was then said, where one is missing or wrong, or where there is one too many.</summary>
    private static Draft? Read(string path, Host host)
    {
        var bag = new DiagnosticBag();
        if (InputFile.Bytes(path, host.Input, ".txt", bag) is not { } bytes)
        {
            Messages.Show(host, bag.Items);
            return null;
        }

        Answers answers;
        try
        {
            answers = Answers.Of(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff'));
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            Messages.Fail(host, ReadingErrors.NoAnswers(path, e.Message));
            return null;
        }

        var interview = new Interview();
        foreach (var question in interview.Questions())
        {
            if (answers.To(question) is not { } given)
            {
                Messages.Fail(host, ReadingErrors.AnswersEnd(question.Text, question.Example));
                return null;
            }

            var (answer, problem) = question.Read(given);
            if (answer is null)
            {
                Messages.Fail(host, ReadingErrors.WrongAnswer(answers.Place, given, problem!, question.Text, question.Example));
                return null;
            }

            interview.Answer = answer;
        }

        if (answers.Left is { } left)
        {
            Messages.Fail(host, ReadingErrors.AnswerLeft(left));
            return null;
        }

        return interview.Draft;
    }

    /// <summary>The draft that somebody describes at the terminal; null where the input ends before.</summary>
    private static Draft? Asked(Host host)
    {
        using var reader = new StreamReader(host.Input, new UTF8Encoding(false), leaveOpen: true);
        using var output = host.TextOutput();
        output.AutoFlush = true;
        output.Write($"Nothing is written before the last answer. “{Back}” goes one question back; an empty line takes what stands in brackets, or skips.\n");
        var given = new List<string>();
        while (true)
        {
            var interview = new Interview();
            if (Unanswered(interview, given) is not { } question)
            {
                return interview.Draft;
            }

            output.Write($"\n{question.Text}{(question.Choices.IsEmpty ? string.Empty : $" ({string.Join(", ", question.Choices)})")}{(question.Default is { Length: > 0 } usual ? $" [{usual}]" : string.Empty)}\n> ");
            if (reader.ReadLine() is not { } line)
            {
                output.Write("\n");
                Messages.Fail(host, ReadingErrors.AnswersEnd(question.Text, question.Example));
                return null;
            }

            if (line.Trim().Equals(Back, StringComparison.OrdinalIgnoreCase))
            {
                given.RemoveRange(Math.Max(0, given.Count - 1), Math.Min(1, given.Count));
                continue;
            }

            var (answer, problem) = question.Read(line);
            if (answer is null)
            {
                output.Write($"{problem} For example: {question.Example}\n");
                continue;
            }

            given.Add(answer);
        }
    }

    /// <summary>The first question that the answers so far leave open; null: none.</summary>
    private static Question? Unanswered(Interview interview, List<string> given)
    {
        var next = 0;
        foreach (var question in interview.Questions())
        {
            if (next == given.Count)
            {
                return question;
            }

            interview.Answer = given[next++];
        }

        return null;
    }
}

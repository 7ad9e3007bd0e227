using System.Collections.Immutable;
using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Phrases;
using Pacta.Presentation.Reading;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Json;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta read</c>: an agreement back as a document.</summary>
internal static class ReadCommand
{
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("AGREEMENT")
        {
            Description = "Files of agreements and of the words they use (.pacta).",
            Arity = ArgumentArity.OneOrMore,
        };
        var agreement = new Option<string[]>("--agreement") { Description = "Only the agreement of this name. May be repeated; without it all that the files hold.", HelpName = "NAME" };
        var speech = new SpeechOptions();
        var format = Formats.Option("text", "markdown", "html", "docx", "json");
        var output = OutputTarget.Option();
        var command = new Command("read", "Print an agreement as a document: text and clauses in plain words side by side, words resolved, exceptions, a calendar, who owes what to whom.")
        {
            files, agreement, speech.Language, format, output,
        };
        command.SetAction(parse => Run(
            parse.GetValue(files) ?? [], parse.GetValue(agreement) ?? [], parse.GetRequiredValue(speech.Language), parse.GetRequiredValue(format), parse.GetValue(output), host));
        return command;
    }

    private static int Run(string[] paths, string[] names, string language, string format, string? output, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = Loading.Agreements(paths, host, bag);
        var known = loaded?.Compilation.Agreements.Select(a => a.Name).ToList() ?? [];
        if (loaded is not null && names.FirstOrDefault(n => !known.Contains(n)) is { } unknown)
        {
            bag.Add(ReadingErrors.UnknownAgreement(unknown, DidYouMean.Nearest(unknown, known), known));
        }

        Messages.Show(host, bag.Items);
        if (loaded is null || bag.HasErrors)
        {
            return ExitCodes.BadInput;
        }

        ImmutableArray<ReadAgreement> read = [.. loaded.Compilation.Agreements.Where(a => names.Length == 0 || names.Contains(a.Name)).Select(AgreementReader.Read)];
        var speech = new Speech(Phrasebook.Of(language)!, Mandate.Assess);
        var words = new[] { "pacta", "read" }.Concat(loaded.Files.Select(f => f.File)).Concat(names.SelectMany(n => new[] { "--agreement", n })).Concat(["--language", language, "--format", format]);
        var madeOf = new MadeOf(AppVersion.Text, string.Join(' ', words), [.. loaded.Files, .. loaded.MapFiles]);
        var isWritten = OutputTarget.Write(host, output, paths, (stream, screen) =>
        {
            switch (format)
            {
                case "docx":
                    AgreementPages.WriteDocx(stream, read, speech);
                    return;
                case "json":
                    ReadJson.Write(stream, read, madeOf);
                    stream.Write("\n"u8);
                    return;
            }

            using var text = OutputTarget.Text(stream);
            switch (format)
            {
                case "html":
                    AgreementPages.WriteHtml(text, read, madeOf, speech);
                    break;
                case "markdown":
                    AgreementPages.WriteMarkdown(text, read, speech);
                    break;
                default:
                    AgreementPages.WriteText(text, read, speech, screen);
                    break;
            }
        });
        return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
    }
}

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
using Pacta.Presentation.Text;
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
        var shortly = new Option<bool>("--short") { Description = "Texts, plain words, marks and overviews alone: without the code, rules of counting, evidence and scenarios." };
        var speech = new SpeechOptions();
        var format = Formats.Option("text", "markdown", "html", "docx", "json");
        var output = OutputTarget.Option();
        var command = new Command("read", "Print an agreement as a document: text and clauses in plain words side by side, words resolved, exceptions, a calendar, who owes what to whom.")
        {
            files, agreement, shortly, speech.Language, format, output,
        };
        command.SetAction(parse => Run(
            parse.GetValue(files) ?? [], parse.GetValue(agreement) ?? [], new Form(parse.GetRequiredValue(format), parse.GetRequiredValue(speech.Language), parse.GetValue(shortly)), parse.GetValue(output), host));
        return command;
    }

    private static int Run(string[] paths, string[] names, Form form, string? output, Host host)
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
        var madeOf = new MadeOf(AppVersion.Text, Repeated(loaded, names, form), [.. loaded.Files, .. loaded.MapFiles]);
        var isWritten = OutputTarget.Write(host, output, paths, (stream, screen) => Write(stream, screen, read, form, madeOf));
        return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
    }

    private static string Repeated(LoadedAgreements loaded, string[] names, Form form) => string.Join(
        ' ',
        [
            "pacta", "read", .. loaded.Files.Select(f => f.File), .. names.SelectMany(n => new[] { "--agreement", n }), .. form.IsShort ? ["--short"] : Array.Empty<string>(),
            "--language", form.Language, "--format", form.Format,
        ]);

    private static void Write(Stream stream, Screen screen, ImmutableArray<ReadAgreement> read, Form form, MadeOf madeOf)
    {
        var speech = new Speech(Phrasebook.Of(form.Language)!, Mandate.Assess);
        switch (form.Format)
        {
            case "docx":
                AgreementPages.WriteDocx(stream, read, speech, form.IsShort);
                return;
            case "json":
                ReadJson.Write(stream, read, madeOf);
                stream.Write("\n"u8);
                return;
        }

        using var text = OutputTarget.Text(stream);
        switch (form.Format)
        {
            case "html":
                AgreementPages.WriteHtml(text, read, madeOf, speech, form.IsShort);
                break;
            case "markdown":
                AgreementPages.WriteMarkdown(text, read, speech, form.IsShort);
                break;
            default:
                AgreementPages.WriteText(text, read, speech, screen, form.IsShort);
                break;
        }
    }

    /// <summary>How it is to be written.</summary>
    private sealed record Form(string Format, string Language, bool IsShort);
}

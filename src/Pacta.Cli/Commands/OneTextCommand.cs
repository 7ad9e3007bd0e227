using System.Collections.Immutable;
using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Negotiation.OneText;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.OneText;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta one-text</c>: the versions of a single text, what parties said of them, and what each revision changed.</summary>
internal static class OneTextCommand
{
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("VERSION") { Description = "The versions of one agreement, in their order, and the files of the words they use (.pacta).", Arity = ArgumentArity.OneOrMore };
        var criticisms = new Option<string[]>("--criticisms") { Description = "Files with what parties said of the versions; may be repeated.", HelpName = "FILE" };
        var (format, output, speech) = (Formats.Option("text", "json", "html"), OutputTarget.Option(), new SpeechOptions());
        var command = new Command("one-text", "Follow the versions of a single text: criticisms, what each revision changed, what is still open.")
        {
            files, criticisms, speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            string[] paths = parse.GetValue(files) ?? [];
            string[] sheets = parse.GetValue(criticisms) ?? [];
            if (OneTextInput.Of(paths, sheets, host) is not { } input)
            {
                return ExitCodes.BadInput;
            }

            var language = speech.ReadLanguage(parse);
            var history = OneTextHistory.Of(input.Versions, input.Criticisms);
            var madeOf = new MadeOf(AppVersion.Text, Repeated(input.VersionFiles, input.CriticismFiles, language.Phrases.Language), [.. input.VersionFiles, .. input.CriticismFiles]);
            return OutputTarget.Write(host, parse.GetValue(output), paths.Concat(sheets), (stream, screen) =>
            {
                if (parse.GetValue(format) == "json")
                {
                    OneTextOutput.WriteJson(stream, history, madeOf);
                    stream.Write("\n"u8);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                if (parse.GetValue(format) == "html")
                {
                    OneTextOutput.WriteHtml(text, history, madeOf, language);
                    return;
                }

                OneTextOutput.WriteText(text, history, language, screen);
            })
                ? ExitCodes.Good
                : ExitCodes.BadInput;
        });
        return command;
    }

    private static string Repeated(ImmutableArray<AgreementInput> versions, ImmutableArray<AgreementInput> criticisms, string language) => string.Join(
        ' ',
        (string[])["pacta one-text", .. versions.Select(f => Quoted(f.File)), .. criticisms.SelectMany(f => new[] { "--criticisms", Quoted(f.File) }), "--language", language]);

    private static string Quoted(string file) => file.Contains(' ', StringComparison.Ordinal) ? $"\"{file}\"" : file;
}

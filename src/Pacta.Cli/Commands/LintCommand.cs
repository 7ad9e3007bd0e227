using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Linting;
using Pacta.Model.Diagnostics;
using Pacta.Presentation.Diagnostics;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta lint</c>: what agreements say that their drafters probably do not mean.</summary>
internal static class LintCommand
{
    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files of agreements and of the words they use (.pacta), or folders in which all of them are meant.",
            Arity = ArgumentArity.OneOrMore,
        };
        var rules = new Option<string[]>("--rule") { Description = "Look for this only; may be given several times.", HelpName = "CODE", AllowMultipleArgumentsPerToken = true };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 for notes as well." };
        var (format, output) = (Formats.Option("text", "json", "sarif"), OutputTarget.Option());
        var command = new Command("lint", "Say what in an agreement is probably not meant: duties that never fall due, limits with gaps, words that nobody defined. Exits with 1 if there is a warning.")
        {
            paths, rules, strict, format, output,
        };
        command.SetAction(parse => Run(parse, [.. (parse.GetValue(paths) ?? []).SelectMany(AgreementPaths.In).Distinct(StringComparer.Ordinal)]));
        return command;

        int Run(ParseResult parse, ImmutableArray<string> files)
        {
            var codes = (parse.GetValue(rules) ?? []).Select(c => c.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
            if (codes.FirstOrDefault(c => !Linter.Codes.Contains(c)) is { } unknown)
            {
                return Messages.Fail(host, CommandErrors.NoSuchRule(unknown, Linter.Codes));
            }

            var bag = new DiagnosticBag();
            var loaded = files.IsEmpty ? null : Loading.Agreements(files, host, bag);
            if (files.IsEmpty)
            {
                bag.Add(CommandErrors.NoAgreement());
            }

            ImmutableArray<Diagnostic> found = loaded is null ? [.. bag.Items] : [.. bag.Items, .. Linter.Lint(loaded.Compilation, loaded.Sources, codes)];
            if (loaded is null)
            {
                Messages.Show(host, bag.Items);
            }

            var form = parse.GetValue(format);
            var isWritten = (loaded is null && form == "text") || OutputTarget.Write(host, parse.GetValue(output), files, (stream, _) => Write(stream, found, form, files.Length));
            return loaded is null || !isWritten ? ExitCodes.BadInput
                : found.Any(d => d.Severity >= (parse.GetValue(strict) ? Severity.Note : Severity.Warning)) ? ExitCodes.Found
                : ExitCodes.Good;
        }
    }

    private static void Write(Stream stream, ImmutableArray<Diagnostic> found, string? form, int files)
    {
        switch (form)
        {
            case "json":
                DiagnosticJson.Write(stream, found);
                stream.Write("\n"u8);
                break;
            case "sarif":
                Sarif.Write(stream, found, AppVersion.Text);
                stream.Write("\n"u8);
                break;
            default:
                using (var text = OutputTarget.Text(stream))
                {
                    foreach (var diagnostic in found)
                    {
                        text.Write(DiagnosticRenderer.Render(diagnostic) + "\n");
                    }

                    text.Write(Summary(found, files));
                }

                break;
        }
    }

    private static string Summary(ImmutableArray<Diagnostic> found, int files)
    {
        var (warnings, notes) = (found.Count(d => d.Severity == Severity.Warning), found.Count(d => d.Severity == Severity.Note));
        var read = files == 1 ? "the file" : string.Create(CultureInfo.InvariantCulture, $"{files} files");
        return (warnings, notes) is (0, 0)
            ? $"Nothing was found in {read}.\n"
            : string.Create(CultureInfo.InvariantCulture, $"{warnings} {(warnings == 1 ? "warning" : "warnings")} and {notes} {(notes == 1 ? "note" : "notes")} in {read}.\n");
    }
}

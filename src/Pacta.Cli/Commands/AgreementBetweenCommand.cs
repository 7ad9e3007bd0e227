using System.Collections.Immutable;
using System.CommandLine;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Presentation.Codings;
using Pacta.Reports;
using Pacta.Reports.Coding;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta agreement-between</c>: how far those who coded the same texts agree.</summary>
internal static class AgreementBetweenCommand
{
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("CODINGS")
        {
            Description = "Tables of codings (CSV: unit, coder, value; or the unit and a column for each coder); or report files, each of one coder.",
            Arity = ArgumentArity.OneOrMore,
        };
        var scale = new Option<string[]>("--scale")
        {
            Description = "nominal, ordinal, interval or ratio, for all attributes or for one: troops=ratio; ranks of words in their order: severity=ordinal:low,medium,high.",
            HelpName = "SCALE",
        };
        var seed = new Option<long>("--seed") { Description = "From which the drawings for the interval begin.", HelpName = "NUMBER", DefaultValueFactory = _ => CoderComparer.UsualSeed };
        var keepGoing = new Option<bool>("--keep-going") { Description = "Leave out rows and lines that have errors, and say so." };
        var (format, output, speech) = (Formats.Option("text", "json"), OutputTarget.Option(), new SpeechOptions());
        var command = new Command("agreement-between", "Say how far coders agree: Krippendorff's alpha for each attribute, and the units on which they differ.")
        {
            files, scale, seed, keepGoing, speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            var choices = new List<ScaleChoice>();
            ImmutableArray<string> scales = [.. parse.GetValue(scale) ?? []];
            foreach (var text in scales)
            {
                if (ScaleChoice.Parse(text) is not { } choice)
                {
                    return Messages.Fail(host, CommandErrors.Usage(
                        $"--scale “{text}” is no scale.", "Write nominal, ordinal, interval or ratio, for one attribute after its name and =.", "--scale troops=ratio --scale severity=ordinal:low,medium,high"));
                }

                choices.Add(choice);
            }

            var bag = new DiagnosticBag();
            var paths = (parse.GetValue(files) ?? []).Distinct(StringComparer.Ordinal).ToList();
            var attributes = new SortedDictionary<string, CodedAttribute>(StringComparer.Ordinal);
            var inputs = ImmutableArray.CreateBuilder<CodingInput>();
            foreach (var path in paths)
            {
                if (Read(path, NameOf(path, paths), attributes, host, bag) is { } input)
                {
                    inputs.Add(input);
                }
            }

            var keeps = parse.GetValue(keepGoing);
            if ((bag.HasErrors && (!keeps || inputs.Count == 0)) || HasOneCoder(attributes.Values, bag))
            {
                return Messages.Fail(host, bag.Items);
            }

            var told = new DiagnosticBag();
            var agreement = CoderComparer.Compare(attributes.Values, choices, parse.GetValue(seed), new SourceText(paths[0], string.Empty), told);
            Messages.Show(host, [.. bag.Items, .. told.Items]);
            if (told.HasErrors)
            {
                return ExitCodes.BadInput;
            }

            return OutputTarget.Write(host, parse.GetValue(output), paths, (stream, screen) =>
            {
                if (parse.GetValue(format) == "json")
                {
                    CodersJson.Write(stream, agreement, AppVersion.Text, inputs.ToImmutable(), scales);
                    stream.Write("\n"u8);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                CodersText.Write(text, agreement, speech.ReadLanguage(parse), screen);
            })
                ? ExitCodes.Good
                : ExitCodes.BadInput;
        });
        return command;
    }

    /// <summary>A file that begins with a record is the reports of one coder; anything else is a table. Null if it cannot be used.</summary>
    private static CodingInput? Read(string path, string name, SortedDictionary<string, CodedAttribute> attributes, Host host, DiagnosticBag bag)
    {
        if (InputFile.Bytes(path, host.Input, ".csv", bag) is not { } bytes)
        {
            return null;
        }

        if (InputFile.IsBinary(bytes))
        {
            bag.Add(CommandErrors.NotText(path, InputFile.Likeness(bytes)));
            return null;
        }

        using var stream = new MemoryStream(bytes, writable: false);
        if (IsReports(bytes))
        {
            ReportCodings.Add(name, ReportReader.Read(path, stream, bag, keepGoing: true).Records, attributes, bag);
        }
        else
        {
            CodingTables.Read(path, name, stream, attributes, bag);
        }

        return new CodingInput(InputFile.NameOf(path), InputFile.Sha256(bytes));
    }

    /// <summary>A coder is called as his file is; by its path where two files have one name.</summary>
    private static string NameOf(string path, List<string> paths)
    {
        var name = Path.GetFileNameWithoutExtension(InputFile.NameOf(path));
        return paths.Count(p => Path.GetFileNameWithoutExtension(InputFile.NameOf(p)) == name) > 1 ? path : name;
    }

    private static bool IsReports(byte[] bytes) => bytes.AsSpan().TrimStart(" \t\r\n\ufeff"u8) is [(byte)'{', ..];

    private static bool HasOneCoder(IEnumerable<CodedAttribute> attributes, DiagnosticBag bag)
    {
        var coders = attributes.SelectMany(a => a.Coders).Distinct(StringComparer.Ordinal).ToList();
        if (coders.Count > 1)
        {
            return false;
        }

        bag.Add(CommandErrors.OneCoder(coders.FirstOrDefault()));
        return true;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Language.Formatting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta format</c>: files of agreements in their canonical layout.</summary>
internal static class FormatCommand
{
    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files of agreements and vocabularies (.pacta), folders in which all of them are meant, or - for standard input, which is then written to standard output.",
            Arity = ArgumentArity.OneOrMore,
        };
        var check = new Option<bool>("--check") { Description = "Write nothing: name the files that are laid out otherwise, and exit with 1 if there are any." };
        var command = new Command("format", "Lay out files of agreements: two blanks a level, an item a line, comments where they were. Nothing is written that says anything else.") { paths, check };
        command.SetAction(parse => Run(parse.GetValue(paths) ?? [], parse.GetValue(check), host));
        return command;
    }

    private static int Run(string[] paths, bool isCheck, Host host)
    {
        var (seen, changed, isWrong) = (0, 0, false);
        foreach (var path in paths.SelectMany(AgreementPaths.In).Distinct(StringComparer.Ordinal))
        {
            seen++;
            switch (Format(path, isCheck, host))
            {
                case null:
                    isWrong = true;
                    break;
                case true:
                    changed++;
                    break;
            }
        }

        if (!paths.Contains(InputFile.StandardInput))
        {
            using var text = host.TextOutput();
            text.Write(Summary(seen, changed, isCheck));
        }

        return isWrong ? ExitCodes.BadInput : isCheck && changed > 0 ? ExitCodes.Found : ExitCodes.Good;
    }

    /// <returns>Whether it is laid out otherwise; null: it could not be read or written, which was then said.</returns>
    private static bool? Format(string path, bool isCheck, Host host)
    {
        var bag = new DiagnosticBag();
        if (InputFile.Bytes(path, host.Input, ".pacta", bag) is not { } bytes || InputFile.Agreement(path, bytes, bag) is not { } source || Formatter.Format(source, bag) is not { } laidOut)
        {
            Messages.Show(host, bag.Items);
            return null;
        }

        var isOther = laidOut != source.Content;
        if (path == InputFile.StandardInput)
        {
            return isCheck || Write(host, null, laidOut, bytes) ? isOther : null;
        }

        if (isOther)
        {
            if (!isCheck && !Write(host, path, laidOut, bytes))
            {
                return null;
            }

            using var text = host.TextOutput();
            text.Write(isCheck ? $"{path}:{LineOfDifference(source, laidOut)}\n" : $"{path}\n");
        }

        return isOther;
    }

    private static bool Write(Host host, string? path, string text, byte[] before) => OutputTarget.Write(host, path, [], (stream, _) =>
    {
        if (before.AsSpan().StartsWith("\ufeff"u8))
        {
            stream.Write("\ufeff"u8);
        }

        stream.Write(Encoding.UTF8.GetBytes(text));
    });

    private static int LineOfDifference(SourceText source, string laidOut)
    {
        var same = source.Content.AsSpan().CommonPrefixLength(laidOut);
        return source.PositionOf(same).Line;
    }

    private static string Summary(int seen, int changed, bool isCheck) => (seen, changed) switch
    {
        (0, _) => "There is no file that ends with .pacta.\n",
        (1, 0) => "The file is laid out as it should be.\n",
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"All {seen} files are laid out as they should be.\n"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{changed} of {seen} {(seen == 1 ? "file" : "files")} {(isCheck ? "to be laid out" : "laid out")} anew.\n"),
    };
}

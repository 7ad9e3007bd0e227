using System.Globalization;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Presentation.Diagnostics;
using Pacta.Presentation.Help;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with a command and with the files it names: PACTA09xx. Such an error has no place in a file.</summary>
internal static class CommandErrors
{
    public static Diagnostic Usage(string headline, string help, string? example = null) => Error("PACTA0901", headline, help, example);

    public static Diagnostic NoSuchFile(string path, string? nearest) => Error(
        "PACTA0902", $"There is no file “{path}”.",
        nearest is null ? "Check the name and the folder; paths are taken from the folder you are in." : $"Did you mean “{nearest}”?");

    public static Diagnostic Directory(string path, string ending) => Error(
        "PACTA0903", $"“{path}” is a folder; a file is needed.", "Name the files in it.", $"{path.TrimEnd('/', '\\')}/*{ending}");

    public static Diagnostic Unreadable(string path, string why) => Error(
        "PACTA0904", $"“{path}” cannot be read: {why}", "Check who may read the file, and whether another program holds it.");

    public static Diagnostic EmptyAgreement(string path) => Error(
        "PACTA0905", $"“{path}” is empty.", "An agreement's file holds at least one agreement; this is a small one.",
        "agreement \"Grey Line Memorandum\" as grey_line {\n  status political\n  parties aland, borland\n}");

    public static Diagnostic EmptyReports(string path) => Error(
        "PACTA0905", $"“{path}” holds no reports.", "If there are none yet, leave --reports out and say until when to look.",
        "pacta check grey_line.pacta --until 2024-08-01");

    public static Diagnostic TracksOfNothing(string path, IReadOnlyCollection<string> ids) => new(
        "PACTA0561", Severity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"“{path}” has positions of {ids.Count:#,0} {(ids.Count == 1 ? "thing" : "things")} that no report speaks of: {string.Join(", ", ids.Take(8))}{(ids.Count > 8 ? " ..." : string.Empty)}"),
        [], "Positions do not say what something is, and whose. Report it once, under the id of the table.",
        """{"id":"r1","source":"registry","event":"heron","kind":"warship","time":"2021-01-01","of":"cedria"}""");

    public static Diagnostic OneCoder(string? coder) => Error(
        "PACTA0618", coder is null ? "These files hold no codings." : $"These files hold the codings of one coder only: {coder}.",
        "Agreement is between two at least: name the file of another coder, or look whether the column for the coder has several.", "pacta agreement-between first.jsonl second.jsonl");

    public static Diagnostic NotText(string path, string? isLike) => Error(
        "PACTA0906", $"“{path}” is not text in UTF-8{(isLike is null ? string.Empty : $": it looks like {isLike}")}.",
        "Save or export it as UTF-8 text. Spreadsheets become reports by way of CSV.", "pacta import csv table.csv --mapping table.json --output reports.jsonl");

    public static Diagnostic BadDate(string option, string text, string why) => Error(
        "PACTA0907", $"{option} “{text}” is no date: {why}.", "Write a day (it counts to its end, in the agreement's time zone) or an instant.",
        $"{option} 2021-09-10\n{option} 2021-09-10T14:30:00+02:00");

    public static Diagnostic UnknownPerspective(string name, string? nearest, IEnumerable<string> known) => Error(
        "PACTA0908", $"No perspective “{name}” is declared.", Nearest(nearest, known, "The files declare no perspective."), "perspective neutral { accepts monitor, party }");

    public static Diagnostic UnknownClause(string name, string? nearest, IEnumerable<string> known) => Error(
        "PACTA0909", $"No clause is called “{name}”.", Nearest(nearest, known, "The files have no clause."), "--clause prior_notification");

    public static Diagnostic UnknownFinding(string id, string? nearest, string list) => Error(
        "PACTA0910", $"There is no finding “{id}” here.",
        (nearest is null ? string.Empty : $"The nearest is {nearest}. ") + "The last column of the table has the ids; the first digits are enough.", list);

    public static Diagnostic SeveralFindings(string id, IEnumerable<string> ids) => Error(
        "PACTA0911", $"Several findings begin with “{id}”.", $"Write more digits: {string.Join(", ", ids)}.");

    public static Diagnostic NoAgreement() => Error(
        "PACTA0912", "The files hold no agreement.", "They may hold only names to use; add the file of the agreement itself.", "agreement \"Grey Line Memorandum\" as grey_line { ... }");

    public static Diagnostic NoSuchRule(string code, IEnumerable<string> rules) => Error(
        "PACTA0961", $"There is no rule with the code “{code}”.",
        DidYouMean.Nearest(code, rules) is { } nearest ? $"Did you mean {nearest}?" : $"The rules are {string.Join(", ", rules)}.", "pacta lint grey_line.pacta --rule PACTA1005");

    public static Diagnostic NoSuchClause(string name, IEnumerable<string> clauses) => Error(
        "PACTA0962", $"There is no clause {name}.",
        DidYouMean.Nearest(name, clauses) is { } nearest ? $"Did you mean {nearest}?" : "--clause takes the name of a clause, as it stands behind the word clause.", "pacta scenarios grey_line.pacta --clause notice");

    public static Diagnostic NoScenario() => Error(
        "PACTA0913", "The files hold no scenario.", "A scenario tells what happens and what is to be expected on a date.",
        "scenario \"a late notice\" of grey_line {\n  2024-06-20  notification of iron_gate by borland to aland\n  2024-07-01  exercise iron_gate by borland with troops 7_500\n"
        + "  expect breached notice by borland on 2024-07-01\n}");

    public static Diagnostic UnknownCode(string code, string? nearest) => Error(
        "PACTA0914", $"There is no message with the code “{code}”.", nearest is null ? "A code is PACTA and four digits, as the messages show it." : $"Did you mean {nearest}?",
        "pacta help PACTA0201");

    public static Diagnostic CannotWrite(string path, string why, string example = "--output findings.json") => Error(
        "PACTA0915", $"“{path}” cannot be written: {why}", "Check the folder, and who may write there.", example);

    public static Diagnostic FromStandardInputTwice() => Error(
        "PACTA0916", "Standard input can be read once only.", "Give “-” once; other reports by their files.", "--reports - more.jsonl");

    public static Diagnostic TooManyErrors(int more) => new(
        "PACTA0917", Severity.Note, $"{more} more messages like these are not shown.", [], "Mend the first ones; the others often go with them.");

    public static Diagnostic TooLong(string path, string has, int length) => Error(
        "PACTA0918", string.Create(CultureInfo.InvariantCulture, $"“{path}” {has} {length:#,0} characters: it is no file of this sort."),
        "Check which file you named: an agreement is text in lines, a mapping a small JSON object. Reports go behind --reports.",
        "pacta check grey_line.pacta --reports reports.jsonl");

    public static Diagnostic ReportsForAgreement(string path) => Error(
        "PACTA0919", $"“{path}” holds reports, and an agreement is expected here.", "Report files go behind --reports.",
        $"pacta check grey_line.pacta --reports {path}");

    public static Diagnostic AgreementForReports(string path) => Error(
        "PACTA0919", $"“{path}” holds an agreement, and reports are expected here.", "Agreements go before --reports; their files end in .pacta.",
        $"pacta check {path} --reports reports.jsonl");

    /// <summary>A message about a line without anything of what the line says, nor of the file; others have nothing of a report in them.</summary>
    public static string WithoutIdentities(Diagnostic diagnostic) => DiagnosticRenderer.Render(diagnostic.Labels is [var label, ..]
        ? diagnostic with
        {
            Headline = string.Create(
                CultureInfo.InvariantCulture,
                $"{HelpPages.Find(diagnostic.Code)?.Title ?? "Something is wrong"} (line {label.File.PositionOf(label.Span.Start).Line} of a file that is read)"),
            Labels = [],
            Help = "Identities are hidden. Without --public the message is told in full.",
            Example = null,
        }
        : diagnostic);

    private static string Nearest(string? nearest, IEnumerable<string> known, string none)
    {
        var names = known.Distinct(StringComparer.Ordinal).Take(12).ToList();
        return nearest is not null ? $"Did you mean “{nearest}”?"
            : names.Count == 0 ? none
            : $"There are: {string.Join(", ", names)}.";
    }

    private static Diagnostic Error(string code, string headline, string help, string? example = null) =>
        new(code, Severity.Error, headline, [], help, example);
}

using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with versions of one text and with what was said of them: PACTA0945 to PACTA0949.</summary>
internal static class OneTextErrors
{
    public static Diagnostic OtherName(string first, string other) => new(
        "PACTA0945", Severity.Error, $"“{other}” is no version of “{first}”: it has another name.", [],
        "The versions of one text have one name, behind 'as'; files of words may stand beside them. To compare different drafts there is pacta compare.",
        "pacta one-text words.pacta version_1.pacta version_2.pacta");

    public static Diagnostic NoCriticisms() => new(
        "PACTA0946", Severity.Error, "The files behind --criticisms hold no criticisms.", [], "Write what was said, with who said it and of which version.",
        "criticisms of bay_accord {\n  long_notice by borland at version 1 of clause notice \"42 days is too long for us\"\n}");

    public static Diagnostic OfAnother(Origin origin, string agreement, string name) => At(
        "PACTA0946", origin, $"These criticisms are of '{agreement}', and the versions are of '{name}'.", "another agreement", "Name the agreement of the versions.", $"criticisms of {name} {{ ... }}");

    public static Diagnostic NoSuchVersion(Origin origin, int version, int count) => At(
        "PACTA0947", origin, FormattableString.Invariant($"There is no version {version}: {(count == 1 ? "one version was" : $"{count} versions were")} named."), "no such version",
        "Versions are counted from 1, in the order in which their files are named.", "pacta one-text version_1.pacta version_2.pacta --criticisms said.pacta");

    public static Diagnostic NoSuchClause(Origin origin, string clause, int version, IReadOnlyList<string> clauses) => At(
        "PACTA0948", origin, FormattableString.Invariant($"Version {version} has no clause '{clause}'."), "no such clause",
        DidYouMean.Nearest(clause, clauses) is { } nearest ? $"Did you mean '{nearest}'?" : "Name a clause by its name, or by its article in quotation marks. Of what is missing in the text, leave 'of clause' out.",
        FormattableString.Invariant($"no_access by aland at version {version} \"nothing is said of access\""));

    private static Diagnostic At(string code, Origin origin, string headline, string label, string help, string example) =>
        new(code, Severity.Error, headline, [new Label(origin.File, origin.Span, label)], help, example);
}

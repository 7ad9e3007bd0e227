using System.CommandLine;
using Pacta.Cli.Hosting;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta schema</c>: the JSON schemas of what Pacta reads and writes.</summary>
internal static class SchemaCommand
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["reports"] = "schema/pacta-report-1.schema.json",
        ["findings"] = "schema/pacta-findings-1.schema.json",
        ["changes"] = "schema/pacta-changes-1.schema.json",
        ["comparison"] = "schema/pacta-comparison-3.schema.json",
        ["drafts"] = "schema/pacta-drafts-1.schema.json",
        ["loopholes"] = "schema/pacta-loopholes-1.schema.json",
        ["reciprocity"] = "schema/pacta-reciprocity-1.schema.json",
        ["conflicts"] = "schema/pacta-conflicts-1.schema.json",
        ["diagnostics"] = "schema/pacta-diagnostics-1.schema.json",
        ["stability"] = "schema/pacta-stability-1.schema.json",
        ["certificate"] = "schema/pacta-certificate-1.schema.json",
        ["verification"] = "schema/pacta-verification-1.schema.json",
        ["coders"] = "schema/pacta-coders-1.schema.json",
        ["one-text"] = "schema/pacta-one-text-1.schema.json",
        ["packages"] = "schema/pacta-packages-1.schema.json",
        ["reading"] = "schema/pacta-reading-1.schema.json",
        ["period"] = "schema/pacta-period-1.schema.json",
    };

    public static Command Create(Host host)
    {
        var name = new Argument<string>("NAME") { Description = "reports: a line of a report file; findings: the JSON of check, explain and history; changes: a line of check --follow --format json; comparison: that of compare with two drafts; drafts: that with more; conflicts, loopholes, reciprocity: those of these commands; stability: that of stability; diagnostics: that of lint; reading: that of read; certificate: what explain --certificate writes; verification: the JSON of verify; coders: that of agreement-between; period: that of report; packages: that of packages; one-text: that of one-text." };
        name.AcceptOnlyFromAmong([.. Files.Keys]);
        var command = new Command("schema", "Print the JSON schema of what Pacta reads and writes.") { name };
        command.SetAction(parse =>
        {
            host.Output.Write(EmbeddedFile.Bytes(Files[parse.GetRequiredValue(name)]));
            return ExitCodes.Good;
        });
        return command;
    }
}

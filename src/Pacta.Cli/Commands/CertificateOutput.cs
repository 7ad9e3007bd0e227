using System.CommandLine;
using Pacta.Certificates;
using Pacta.Certificates.Hiding;
using Pacta.Certificates.Json;
using Pacta.Certificates.Making;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Evidence;
using Pacta.Presentation.Explaining;

namespace Pacta.Cli.Commands;

/// <summary>Where certificates are to be written.</summary>
/// <param name="Full">Beside a public one, the one that it is made from.</param>
internal sealed record CertificateFiles(string? File, string? Full);

/// <summary>The options of <c>explain</c> that ask for certificates.</summary>
internal sealed class CertificateOptions
{
    public Option<string?> File { get; } = new("--certificate")
    {
        Description = "Also write a certificate: one file from which the finding is found again elsewhere (pacta verify). With --public, one that hides who reported.",
        HelpName = "FILE",
    };

    public Option<string?> Full { get; } = new("--full")
    {
        Description = "With --public --certificate: also write the full certificate, whose holder can show what the public one was made from.",
        HelpName = "FILE",
    };

    public CertificateFiles Read(ParseResult parse) => new(parse.GetValue(File), parse.GetValue(Full));
}

/// <summary>What <c>explain --certificate</c> writes beside the page.</summary>
internal static class CertificateOutput
{
    /// <summary>False if it cannot be written; why, was then said.</summary>
    public static bool Write(Host host, CertificateFiles files, CheckWords words, CheckInput input, Explanation explanation)
    {
        if (files.File is null)
        {
            return true;
        }

        if (Make(host, words, input, explanation) is not { } full || (words.IsPublic ? PublicCertificate.Of(full) : full) is not { } certificate)
        {
            Messages.Fail(host, CertificateErrors.DoesNotReplay(explanation.Finding.Id));
            return false;
        }

        if (!Write(host, files.File, words, certificate) || (files.Full is not null && !Write(host, files.Full, words, full)))
        {
            return false;
        }

        host.Error.Write(
            words.Speech.Phrases.Say("certificate.written", certificate.Hash) + " "
            + words.Speech.Phrases.Numbered("certificate.records." + SpeechOptions.SnakeOf(certificate.Extent), certificate.Records.Length) + "\n");
        if (words.IsPublic && files.Full is null)
        {
            host.Error.Write(words.Speech.Phrases.Say("certificate.no_full") + "\n");
        }

        return true;
    }

    private static bool Write(Host host, string path, CheckWords words, Certificate certificate) =>
        OutputTarget.Write(host, path, words.Files, (stream, _) => stream.Write(CertificateJson.Write(certificate)));

    private static Certificate? Make(Host host, CheckWords words, CheckInput input, Explanation explanation)
    {
        var said = words.IsPublic ? Said(host, words, input, explanation) : explanation;
        if (said is null)
        {
            return null;
        }

        // What had not been published is no part of what was found, nor of its certificate.
        var agreement = said.Checked.Agreement;
        var zone = agreement.Calendar.Zone;
        var records = input.PublishedAsOf is { } by ? HistoryBuilder.PublishedBy(input.Reports.Records, zone, by.In(zone).Latest) : input.Reports.Records;
        return CertificateMaker.Make(new CertificateRequest(
            AppVersion.Text,
            input.Agreements.Texts,
            input.Agreements.Maps,
            agreement,
            said.Finding,
            records,
            said.Checked.Through,
            input.AsOf?.In(zone).Latest,
            words.Perspective,
            [.. input.Reports.Stores.Select(s => new CertifiedStore(s.File, s.Entries, s.Erased, s.Chain))],
            host.Random));
    }

    /// <summary>What is shown has pseudonyms, and an event may have one too; a certificate is made from what was read.</summary>
    private static Explanation? Said(Host host, CheckWords words, CheckInput input, Explanation shown)
    {
        if (CheckRun.RunWithInput(words with { IsPublic = false }, host with { Error = TextWriter.Null, Progress = null }) is not var (report, _)
            || report.Agreements.FirstOrDefault(a => a.Agreement.Name == shown.Checked.Agreement.Name) is not { } found)
        {
            return null;
        }

        var identities = Hiding.Identities(input.Agreements, input.Reports);
        return found.Findings
            .Select(f => new Explanation(found, f))
            .OrderByDescending(e => e.Finding.Id == shown.Finding.Id)
            .FirstOrDefault(e => Hiding.IsSame(e, shown, identities));
    }
}

using System.CommandLine;
using Pacta.Certificates;
using Pacta.Certificates.Json;
using Pacta.Certificates.Making;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Presentation.Explaining;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary>What <c>explain --certificate</c> writes beside the page.</summary>
internal static class CertificateOutput
{
    public static Option<string?> Option() => new("--certificate")
    {
        Description = "Also write a certificate: one file from which the finding is found again elsewhere (pacta verify).",
        HelpName = "FILE",
    };

    /// <summary>False if it cannot be written; why, was then said.</summary>
    public static bool Write(Host host, string? path, CheckWords words, CheckInput input, Explanation explanation)
    {
        if (path is null)
        {
            return true;
        }

        if (Make(host, words, input, explanation) is not { } certificate)
        {
            Messages.Fail(host, CertificateErrors.DoesNotReplay(explanation.Finding.Id));
            return false;
        }

        if (!OutputTarget.Write(host, path, words.Files, (stream, _) => stream.Write(CertificateJson.Write(certificate))))
        {
            return false;
        }

        Tell(host, certificate, words.Speech);
        return true;
    }

    private static Certificate? Make(Host host, CheckWords words, CheckInput input, Explanation explanation)
    {
        var agreement = explanation.Checked.Agreement;
        return CertificateMaker.Make(new CertificateRequest(
            AppVersion.Text,
            input.Agreements.Texts,
            input.Agreements.Maps,
            agreement,
            explanation.Finding,
            input.Reports.Records,
            explanation.Checked.Through,
            input.AsOf?.In(agreement.Calendar.Zone).Latest,
            words.Perspective,
            [.. input.Reports.Stores.Select(s => new CertifiedStore(s.File, s.Entries, s.Erased, s.Chain))],
            host.Random));
    }

    private static void Tell(Host host, Certificate certificate, Speech speech) => host.Error.Write(
        speech.Phrases.Say("certificate.written", certificate.Hash) + " "
        + speech.Phrases.Numbered("certificate.records." + SpeechOptions.SnakeOf(certificate.Extent), certificate.Records.Length) + "\n");
}

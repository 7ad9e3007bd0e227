using System.Collections.Immutable;
using System.CommandLine;
using Pacta.Certificates.Hiding;
using Pacta.Certificates.Json;
using Pacta.Certificates.Replaying;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary>One certificate as it was verified.</summary>
internal sealed record VerifiedFile(string File, Verification Verification);

/// <summary><c>pacta verify</c>: is a finding found again from its certificate alone?</summary>
internal static class VerifyCommand
{
    private const int ShortestHash = 12;

    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("CERTIFICATE") { Description = "Certificates, as pacta explain --certificate writes them.", Arity = ArgumentArity.OneOrMore };
        var agreements = new Option<string[]>("--agreement")
        {
            Description = "The agreement as published (.pacta): every text in the certificate must be one of these files.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var full = new Option<string?>("--full") { Description = "The full certificate: shows that a public one was made from it.", HelpName = "FILE" };
        var hash = new Option<string?>("--expect-hash") { Description = "The hash that the certificate must have, or its first digits (12 or more).", HelpName = "HASH" };
        var speech = new SpeechOptions();
        var format = Formats.Option("text", "json");
        var output = OutputTarget.Option();
        var command = new Command("verify", "Find a finding again from its certificate alone, and say whether it is the same.")
        {
            files, agreements, full, hash, speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            string[] paths = parse.GetValue(files)!;
            string[] published = parse.GetValue(agreements) ?? [];
            if (parse.GetValue(hash) is { } expected && (expected.Length < ShortestHash || !expected.All(char.IsAsciiHexDigit) || paths.Length > 1))
            {
                return Messages.Fail(host, CommandErrors.Usage(
                    "--expect-hash takes the hash of one certificate.", "Give its first twelve digits or more, and one certificate.", "pacta verify certificate.json --expect-hash 3fa2b1c09d77"));
            }

            var bag = new DiagnosticBag();
            var given = published.Length == 0 ? null : PublishedTexts.Read(published, host, bag);
            var fromFull = parse.GetValue(full) is { } path ? Verify(path, host, bag) : null;
            var verified = bag.HasErrors ? [] : paths.Select(p => Verify(p, host, bag)).OfType<VerifiedFile>().Select(v => v with
            {
                Verification = v.Verification.With(
                [
                    .. given?.Compare(v.Verification.Certificate) ?? [],
                    .. fromFull is null ? [] : PublicCertificate.Compare(v.Verification.Certificate, fromFull.Verification),
                    .. Expected(v.Verification, parse.GetValue(hash)),
                ]),
            }).ToImmutableArray();
            Messages.Show(host, bag.Items);
            var words = new Speech(Presentation.Phrases.Phrasebook.Of(parse.GetValue(speech.Language)!)!, Mandate.Assess);
            if (verified.Length > 0 && !OutputTarget.Write(host, parse.GetValue(output), [.. paths, .. published, .. fromFull is null ? [] : new[] { parse.GetValue(full)! }], (stream, screen) =>
            {
                if (parse.GetValue(format) == "json")
                {
                    VerificationJson.Write(stream, verified, words);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                VerificationText.Write(text, verified, published.Length > 0, fromFull is not null, words, screen);
            }))
            {
                return ExitCodes.BadInput;
            }

            return bag.HasErrors ? ExitCodes.BadInput : verified.All(v => v.Verification.Replays) ? ExitCodes.Good : ExitCodes.Found;
        });
        return command;
    }

    private static VerifiedFile? Verify(string path, Host host, DiagnosticBag bag)
    {
        if (InputFile.Bytes(path, host.Input, ".json", bag) is not { } bytes)
        {
            return null;
        }

        var read = CertificateReader.Read(bytes);
        if (read.Certificate is null)
        {
            bag.Add(read.OtherSchema is { } other ? CertificateErrors.OtherSchema(path, other) : CertificateErrors.NotACertificate(path, read.Problem!));
            return null;
        }

        return new VerifiedFile(InputFile.NameOf(path), Verifier.Verify(read.Certificate, read.Hash));
    }

    private static IEnumerable<Discrepancy> Expected(Verification verification, string? expected) =>
        expected is null || verification.Hash.StartsWith(expected, StringComparison.OrdinalIgnoreCase) ? [] : [new Discrepancy(DiscrepancyCode.NotExpected, expected, verification.Hash)];
}

using System.Collections.Immutable;
using System.Globalization;
using Pacta.Certificates.Replaying;
using Pacta.Presentation.Explaining;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary>What came of verifying certificates, in sentences, and what a certificate cannot show.</summary>
internal static class VerificationText
{
    /// <summary>A part of a finding may be long; what differs is told, not printed in full.</summary>
    private const int LongestPart = 160;

    /// <param name="wasPublished">Whether the published texts were given.</param>
    /// <param name="hadFull">Whether the full certificate was given.</param>
    public static void Write(TextWriter output, ImmutableArray<VerifiedFile> files, bool wasPublished, bool hadFull, Speech speech, Screen screen)
    {
        foreach (var (file, verification) in files)
        {
            var lines = new Lines(output, screen.Width);
            var certificate = verification.Certificate;
            // In one line, however long it is: it is there to be compared and copied.
            output.Write(Wrapping.Harmless(speech.Phrases.Say("verify.title", file, verification.Hash)) + "\n");
            lines.Add("  ", Finding(verification, speech));
            lines.Add("  ", speech.Phrases.Say(verification.Replays ? "verify.replays" : "verify.differs"));
            foreach (var sentence in verification.Replays ? Verified(verification, wasPublished, hadFull, speech) : verification.Discrepancies.Select(d => Of(d, speech)))
            {
                lines.Add("  - ", sentence);
            }

            if (!verification.Replays && certificate.Version != AppVersion.Text)
            {
                lines.Add("  ", speech.Phrases.Say("verify.other_version", certificate.Version, AppVersion.Text));
            }

            lines.Add("  ", speech.Phrases.Say("verify.limits"));
            lines.Add("  ", speech.Phrases.Say("verify.limits.author"));
            if (certificate.IsPublic && !hadFull)
            {
                lines.Add("  ", speech.Phrases.Say("verify.limits.public"));
            }
        }
    }

    /// <summary>One discrepancy as a sentence.</summary>
    public static string Of(Discrepancy discrepancy, Speech speech) =>
        speech.Phrases.Say("verify." + SpeechOptions.SnakeOf(discrepancy.Code), [.. discrepancy.Arguments.Select(Short)]);

    /// <summary>What the certificate is about: as it was found, or, where nothing was, as it says.</summary>
    private static string Finding(Verification verification, Speech speech) => verification is { Found: { } found, Agreement: { } agreement }
        ? $"{agreement.Title}: {Headline.Of(found, speech)} ({found.Id})"
        : $"{verification.Certificate.Agreement}: {verification.Certificate.Part("clause")} {verification.Certificate.Part("states")}";

    private static IEnumerable<string> Verified(Verification verification, bool wasPublished, bool hadFull, Speech speech)
    {
        var certificate = verification.Certificate;
        yield return speech.Phrases.Numbered("verify.hashes", certificate.Texts.Length);
        if (wasPublished)
        {
            yield return speech.Phrases.Say(certificate.IsPublic ? "verify.published.public" : "verify.published");
        }

        if (hadFull)
        {
            yield return speech.Phrases.Say("verify.from_full");
        }

        yield return speech.Phrases.Numbered("certificate.records." + SpeechOptions.SnakeOf(certificate.Extent), certificate.Records.Length);
        var times = new TimeWords(verification.Agreement!.Calendar, speech.Phrases);
        yield return speech.Phrases.Say(
            "verify.options",
            times.EndOf(certificate.Options.Through),
            certificate.Options.AsOf is { } asOf ? times.EndOf(asOf) : string.Empty,
            certificate.Options.Perspective ?? string.Empty);
        yield return speech.Phrases.Say("verify.same", speech.Certainties.WithRecord(verification.Found!), certificate.Finding.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var store in certificate.Stores)
        {
            yield return speech.Phrases.Say("verify.store", store.File, store.Entries.ToString(CultureInfo.InvariantCulture), store.Chain);
        }
    }

    private static string Short(string text) => text.Length <= LongestPart ? text : string.Concat(text.AsSpan(0, LongestPart), "…");

    private sealed class Lines(TextWriter output, int width)
    {
        public void Add(string margin, string text)
        {
            foreach (var line in Wrapping.Hanging(text, margin, new string(' ', margin.Length), width))
            {
                output.Write(line + "\n");
            }
        }
    }
}

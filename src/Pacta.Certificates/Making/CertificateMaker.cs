using System.Collections.Immutable;
using NodaTime;
using Pacta.Certificates.Replaying;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Certificates.Making;

/// <summary>What a certificate is made from.</summary>
/// <param name="Texts">The files of the agreement and of the words it uses; a byte order mark, where a file has one, is part of it.</param>
/// <param name="Maps">The maps that were read, by the paths by which they were asked for.</param>
/// <param name="Through">The instant through which the history of the finding is complete.</param>
/// <param name="AsOf">Only what was recorded by then counted.</param>
/// <param name="Random">So many random bytes, that nobody can guess: salts are made of them.</param>
public sealed record CertificateRequest(
    string Version,
    ImmutableArray<SourceText> Texts,
    ImmutableSortedDictionary<string, string> Maps,
    Agreement Agreement,
    Finding Finding,
    ImmutableArray<ReportRecord> Records,
    Instant Through,
    Instant? AsOf,
    string? Perspective,
    ImmutableArray<CertifiedStore> Stores,
    Func<int, byte[]> Random);

/// <summary>Makes certificates. None is made that does not replay.</summary>
public static class CertificateMaker
{
    /// <summary>Null if the finding is not found again even from everything that was known.</summary>
    public static Certificate? Make(CertificateRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var texts = Needed(request, out var agreement);
        var options = new CertificateOptions(request.AsOf, request.Through, request.Perspective, Replayer.ClauseOf(agreement, request.Finding));
        var known = RecordsKnown.Of(request.Records, agreement.Calendar.Zone, request.AsOf);
        if (Choose(new Replayer(agreement, options)) is not var (records, extent))
        {
            return null;
        }

        var paths = new TextPaths([.. texts.Select(t => t.Path)]);
        var certificate = new Certificate(
            request.Version,
            false,
            agreement.Name,
            options,
            extent,
            [.. texts.Select((t, i) => Salted(paths[i], t.Content, request.Random))],
            [.. MapsOf(texts, request.Maps, paths).Select(m => new CertifiedText(m.Key, Digest.Of(m.Value), m.Value, null, null))],
            null,
            [.. records.Select(r => Salted(ReportWriter.Line(r), request.Random))],
            request.Stores,
            FindingParts.Of(request.Finding));
        return Verifier.Verify(certificate, certificate.Hash).Replays ? certificate : null;

        (ImmutableArray<ReportRecord>, Extent)? Choose(Replayer replayer) => RecordChooser.Choose(replayer, known, request.Finding);
    }

    internal static Agreement? Compile(ImmutableArray<SourceText> texts, IReadOnlyDictionary<string, string> maps, string agreement)
    {
        var compiled = Compiler.Compile(texts, path => maps.GetValueOrDefault(path));
        return compiled.HasErrors ? null : compiled.Agreements.FirstOrDefault(a => a.Name == agreement);
    }

    /// <summary>The texts without which there is no such finding: of several agreements that were checked together, a certificate has one.</summary>
    private static ImmutableArray<SourceText> Needed(CertificateRequest request, out Agreement agreement)
    {
        agreement = request.Agreement;
        var texts = request.Texts;
        foreach (var text in request.Texts.Where(_ => request.Texts.Length > 1))
        {
            var without = texts.Remove(text);
            if (Compile(Bare(without), request.Maps, request.Agreement.Name) is not { } fewer)
            {
                continue;
            }

            var options = new CertificateOptions(request.AsOf, request.Through, request.Perspective, Replayer.ClauseOf(fewer, request.Finding));
            var known = RecordsKnown.Of(request.Records, fewer.Calendar.Zone, request.AsOf);
            if ((request.Perspective is null || fewer.Vocabulary.Perspectives.ContainsKey(request.Perspective))
                && new Replayer(fewer, options).Find(known, request.Finding.Id) is { } found
                && FindingParts.Of(found).SequenceEqual(FindingParts.Of(request.Finding)))
            {
                (texts, agreement) = (without, fewer);
            }
        }

        return texts;
    }

    /// <summary>As the compiler reads them.</summary>
    internal static ImmutableArray<SourceText> Bare(IEnumerable<SourceText> texts) => [.. texts.Select(t => new SourceText(t.Path, t.Content.TrimStart('\ufeff')))];

    /// <summary>The maps that the texts ask for, under the paths by which they ask for them in the certificate.</summary>
    private static SortedDictionary<string, string> MapsOf(ImmutableArray<SourceText> texts, ImmutableSortedDictionary<string, string> maps, TextPaths paths)
    {
        var asked = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Compiler.Compile(Bare(texts), path =>
        {
            if (maps.TryGetValue(path, out var map))
            {
                asked[paths.OfMap(path)] = map;
            }

            return maps.GetValueOrDefault(path);
        });
        return asked;
    }

    private static CertifiedText Salted(string path, string text, Func<int, byte[]> random)
    {
        var salt = Convert.ToHexStringLower(random(Digest.SaltLength));
        return new CertifiedText(path, Digest.Of(text), text, salt, Digest.Commitment(salt, text));
    }

    private static CertifiedRecord Salted(string line, Func<int, byte[]> random)
    {
        var salt = Convert.ToHexStringLower(random(Digest.SaltLength));
        return new CertifiedRecord(line, salt, Digest.Commitment(salt, line));
    }
}

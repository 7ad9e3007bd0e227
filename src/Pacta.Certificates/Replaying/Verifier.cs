using System.Collections.Immutable;
using Pacta.Certificates.Making;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Findings;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Certificates.Replaying;

/// <summary>
/// Verifies certificates: the hashes, then the finding, which is found again from the texts and records in the certificate and from nothing else, and
/// compared part by part.
/// </summary>
public static class Verifier
{
    /// <param name="hash">The hash that the certificate says it has.</param>
    public static Verification Verify(Certificate certificate, string hash)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var wrong = new List<Discrepancy>();
        Hashes(certificate, hash, wrong);
        var agreement = AgreementOf(certificate, wrong);
        var records = RecordsOf(certificate, wrong);
        var found = agreement is not null && records is { } read ? Replay(certificate, agreement, read, wrong) : null;
        return new Verification(certificate, certificate.Hash, [.. wrong], agreement, found);
    }

    /// <summary>The agreement in a certificate, with the sources under their pseudonyms where identities are hidden.</summary>
    internal static Agreement? AgreementOf(Certificate certificate, List<Discrepancy> wrong)
    {
        var maps = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in certificate.Maps)
        {
            maps.TryAdd(map.File, map.Text);
        }

        var compiled = Compiler.Compile(CertificateMaker.Bare(certificate.Texts.Select(t => new SourceText(t.File, t.Text))), path => maps.GetValueOrDefault(path));
        if (compiled.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
        {
            wrong.Add(new Discrepancy(DiscrepancyCode.Text, error.Headline));
            return null;
        }

        if (compiled.Agreements.FirstOrDefault(a => a.Name == certificate.Agreement) is not { } agreement)
        {
            wrong.Add(new Discrepancy(DiscrepancyCode.NoAgreement, certificate.Agreement));
            return null;
        }

        if (certificate.Options.Perspective is { } perspective && !agreement.Vocabulary.Perspectives.ContainsKey(perspective))
        {
            wrong.Add(new Discrepancy(DiscrepancyCode.NoPerspective, perspective));
            return null;
        }

        if (certificate.Options.Clause is { } clause && !agreement.Clauses.Any(c => c.Name == clause))
        {
            wrong.Add(new Discrepancy(DiscrepancyCode.NoClause, clause));
            return null;
        }

        return certificate.Sources is { } sources ? WithSources(agreement, sources) : agreement;
    }

    internal static Agreement WithSources(Agreement agreement, ImmutableArray<Source> sources) => agreement with
    {
        Vocabulary = agreement.Vocabulary with { Sources = sources.DistinctBy(s => s.Name).ToImmutableSortedDictionary(s => s.Name, s => s, StringComparer.Ordinal) },
    };

    internal static ImmutableArray<ReportRecord>? RecordsOf(Certificate certificate, List<Discrepancy> wrong)
    {
        var bag = new DiagnosticBag();
        var before = wrong.Count;
        for (var i = 0; i < certificate.Records.Length; i++)
        {
            var alone = new DiagnosticBag();
            if (ReportReader.ReadLine("records", i + 1, certificate.Records[i].Line, alone).Records.Length != 1)
            {
                wrong.Add(new Discrepancy(DiscrepancyCode.Record, $"{i + 1}", alone.Items is [var first, ..] ? first.Headline : "it is not one line"));
            }
        }

        // Together: two records of one id are told of here.
        var file = ReportReader.Read(new SourceText("records", string.Join('\n', certificate.Records.Select(r => r.Line))), bag, keepGoing: true, keepsRivals: true);
        if (wrong.Count == before && file.Records.Length != certificate.Records.Length)
        {
            wrong.Add(new Discrepancy(DiscrepancyCode.Record, "all", bag.Items is [var first, ..] ? first.Headline : "one of them is there twice"));
        }

        return wrong.Count == before ? file.Records : null;
    }

    private static void Hashes(Certificate certificate, string hash, List<Discrepancy> wrong)
    {
        if (certificate.Hash is var of && of != hash)
        {
            wrong.Add(new Discrepancy(DiscrepancyCode.Hash, hash, of));
        }

        wrong.AddRange(certificate.Texts.Concat(certificate.Maps).Where(t => Digest.Of(t.Text) != t.Sha256).Select(t => new Discrepancy(DiscrepancyCode.TextHash, t.File)));
        if (certificate.IsPublic)
        {
            return;
        }

        wrong.AddRange(certificate.Texts.Where(t => !IsCommitted(t.Salt, t.Text, t.Commitment)).Select(t => new Discrepancy(DiscrepancyCode.Commitment, t.File)));
        wrong.AddRange(certificate.Records
            .Select((r, i) => (Record: r, Number: i + 1))
            .Where(r => !IsCommitted(r.Record.Salt, r.Record.Line, r.Record.Commitment))
            .Select(r => new Discrepancy(DiscrepancyCode.Commitment, $"{r.Number}")));
    }

    private static bool IsCommitted(string? salt, string text, string? commitment) => salt is not null && commitment == Digest.Commitment(salt, text);

    private static Finding? Replay(Certificate certificate, Agreement agreement, ImmutableArray<ReportRecord> records, List<Discrepancy> wrong)
    {
        var id = certificate.Part("id")?.Trim('"') ?? string.Empty;
        var found = new Replayer(agreement, certificate.Options).Find(records, id);
        if (found is null)
        {
            wrong.Add(new Discrepancy(DiscrepancyCode.NotFound, id));
            return null;
        }

        var parts = FindingParts.Of(found);
        wrong.AddRange(parts
            .Where(p => certificate.Part(p.Name) is { } said && said != p.Json)
            .Select(p => new Discrepancy(DiscrepancyCode.Part, p.Name, certificate.Part(p.Name)!, p.Json)));
        // A version that did not know a part of which there is nothing said the same.
        wrong.AddRange(parts.Where(p => certificate.Part(p.Name) is null && p.Json is not ("null" or "[]")).Select(p => p.Name)
            .Concat(certificate.Finding.Select(p => p.Name).Where(name => !parts.Any(p => p.Name == name)))
            .Select(name => new Discrepancy(DiscrepancyCode.PartUnknown, name)));
        return found;
    }
}

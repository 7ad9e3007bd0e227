using CsCheck;
using Pacta.Certificates;
using Pacta.Certificates.Hiding;
using Pacta.Certificates.Json;
using Pacta.Certificates.Replaying;
using Pacta.Model.Findings;
using Pacta.Tests.Laws;

namespace Pacta.Tests.Certificates;

/// <summary>The laws of certificates, over generated reports: a finding is found again from its certificate, and one for everybody says the same.</summary>
public sealed class CertificateLaws
{
    private const int Cases = 15;

    private static readonly Gen<string[]> Lines = Gen.Select(ReportLines.Some, ReportLines.Other.Array[0, 4]).Select((lines, others) =>
        (string[])[.. lines, .. others.Select((line, i) => ReportLines.Render($"e{i:00}", line, "2021-01-15"))]);

    [Fact]
    public void Every_finding_is_found_again_from_the_bytes_of_its_certificate() =>
        Lines.Sample(
            lines =>
            {
                var found = Certified.Check(lines);
                foreach (var finding in Some(found.Findings))
                {
                    var certificate = Certified.Make(lines, found, finding);
                    Assert.True(certificate is not null, $"no certificate: {SmallAgreement.Show(finding)}");

                    var read = CertificateReader.Read(CertificateJson.Write(certificate));

                    Assert.Equal((null, certificate.Hash), (read.Problem, read.Hash));
                    Assert.Equal([], Verifier.Verify(read.Certificate!, read.Hash).Discrepancies);
                    Assert.Equal(FindingParts.Of(finding), read.Certificate!.Finding);
                }
            },
            iter: Cases);

    [Fact]
    public void Of_the_records_that_are_not_cited_none_can_be_left_out() =>
        Lines.Sample(
            lines =>
            {
                var found = Certified.Check(lines);
                foreach (var finding in Some(found.Findings))
                {
                    var certificate = Certified.Make(lines, found, finding)!;
                    var cited = finding.Reports.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
                    foreach (var more in certificate.Extent == Extent.Cited ? [] : certificate.Records.Where(r => !cited.Any(id => r.Line.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal))))
                    {
                        var fewer = certificate with { Records = certificate.Records.Remove(more) };
                        Assert.NotEqual([], Verifier.Verify(fewer, fewer.Hash).Discrepancies);
                    }
                }
            },
            iter: Cases);

    [Fact]
    public void A_public_certificate_has_the_same_states_certainty_and_trigger_and_is_what_the_full_one_gives() =>
        Lines.Sample(
            lines =>
            {
                var found = Certified.Check(lines);
                foreach (var finding in Some(found.Findings))
                {
                    var full = Certified.Make(lines, found, finding)!;
                    var hidden = PublicCertificate.Of(full);
                    Assert.True(hidden is not null, $"no public certificate: {SmallAgreement.Show(finding)}");

                    var read = CertificateReader.Read(CertificateJson.Write(hidden));
                    var verified = Verifier.Verify(read.Certificate!, read.Hash);

                    Assert.Equal([], verified.Discrepancies);
                    Assert.Equal((finding.Certainty, finding.ClausePath), (verified.Found!.Certainty, verified.Found.ClausePath));
                    Assert.Equal(finding.States, verified.Found.States);
                    Assert.Equal(finding.Bearers, verified.Found.Bearers);
                    Assert.Equal([], PublicCertificate.Compare(read.Certificate!, Verifier.Verify(full, full.Hash)));
                    Assert.All(read.Certificate!.Records.Select(r => r.Line).Where(l => !l.Contains("\"body\"", StringComparison.Ordinal)), l => Assert.DoesNotMatch("alpha|beta|watch|paper", l));
                }
            },
            iter: Cases);

    /// <summary>At most one of each clause and certainty: others would say the same again.</summary>
    private static IEnumerable<Finding> Some(IEnumerable<Finding> findings) => findings.DistinctBy(f => (f.ClausePath, f.Certainty)).Take(8);
}

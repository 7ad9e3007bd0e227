using System.Collections.Immutable;
using Pacta.Certificates;
using Pacta.Certificates.Making;
using Pacta.Checking;
using Pacta.Model.Findings;
using Pacta.Model.Text;
using Pacta.Tests.Laws;

namespace Pacta.Tests.Certificates;

/// <summary>Certificates of findings of the small agreement of the laws, without files.</summary>
internal static class Certified
{
    /// <summary>Bytes that are random enough for a test, and the same each time.</summary>
    public static Func<int, byte[]> Random(int seed = 1)
    {
        var random = new Random(seed);
        return count =>
        {
            var bytes = new byte[count];
            random.NextBytes(bytes);
            return bytes;
        };
    }

    public static AgreementFindings Check(IEnumerable<string> lines, string? perspective = null) =>
        Checker.Check(new CheckRequest([SmallAgreement.Agreement], SmallAgreement.Read(lines), Perspective: perspective)).Agreements[0];

    /// <summary>Null if the finding does not replay from anything.</summary>
    public static Certificate? Make(IEnumerable<string> lines, AgreementFindings found, Finding finding) => CertificateMaker.Make(new CertificateRequest(
        "laws",
        [new SourceText("laws.pacta", SmallAgreement.Text)],
        ImmutableSortedDictionary<string, string>.Empty,
        SmallAgreement.Agreement,
        finding,
        SmallAgreement.Read(lines),
        found.Through,
        null,
        finding.Perspective == Finding.EverySource ? null : finding.Perspective,
        [],
        Random()));
}

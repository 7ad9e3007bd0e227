using System.Collections.Immutable;
using NodaTime;
using Pacta.Certificates.Json;
using Pacta.Model.Agreements;

namespace Pacta.Certificates;

/// <summary>
/// One finding with all that it takes to find it again: the texts of the agreement, the records that it rests on, and the options. Nothing else is
/// needed, neither the store nor the files that it was made from.
/// </summary>
/// <param name="Version">The version of Pacta that made it.</param>
/// <param name="IsPublic">Identities are hidden: sources and records have pseudonyms, and nothing is more exact than the finding needs.</param>
/// <param name="Agreement">The name of the agreement.</param>
/// <param name="Extent">How the records were chosen.</param>
/// <param name="Maps">The maps that the texts name, each under the path by which it is found beside them.</param>
/// <param name="Sources">In a public one: the sources under their pseudonyms, in the place of those that the texts declare; else null.</param>
/// <param name="Stores">The stores that were read; empty in a public one.</param>
/// <param name="Finding">The finding, part by part.</param>
public sealed record Certificate(
    string Version,
    bool IsPublic,
    string Agreement,
    CertificateOptions Options,
    Extent Extent,
    ImmutableArray<CertifiedText> Texts,
    ImmutableArray<CertifiedText> Maps,
    ImmutableArray<Source>? Sources,
    ImmutableArray<CertifiedRecord> Records,
    ImmutableArray<CertifiedStore> Stores,
    ImmutableArray<FindingPart> Finding)
{
    /// <summary>What a certificate says that it is.</summary>
    public const string Schema = "pacta-certificate-1";

    /// <summary>
    /// SHA-256 over its content in canonical form. The salts of a full certificate, and the commitments made with them, do not count: they are
    /// drawn anew each time, and two people who certify the same have the same hash.
    /// </summary>
    public string Hash => Digest.Of(CertificateJson.ForHash(this));

    /// <summary>One part of the finding as canonical JSON; null if it has no such part.</summary>
    public string? Part(string name) => Finding.FirstOrDefault(p => p.Name == name)?.Json;
}

/// <summary>The options that decide what is found.</summary>
/// <param name="AsOf">Only what was recorded by then counted; null: all.</param>
/// <param name="Through">The history is taken as complete through this instant.</param>
/// <param name="Clause">The clause that is looked at; null: all.</param>
public sealed record CertificateOptions(Instant? AsOf, Instant Through, string? Perspective, string? Clause);

/// <summary>How the records of a certificate were chosen.</summary>
public enum Extent
{
    /// <summary>Those that the finding cites are enough.</summary>
    Cited,

    /// <summary>Those that it cites, and others without which it would be another: each of them is needed.</summary>
    CitedAndMore,

    /// <summary>All that were known: nothing smaller that was tried gives the same finding.</summary>
    All,
}

/// <param name="Sha256">Of the text as UTF-8: of the bytes of the file.</param>
/// <param name="Salt">In a full certificate, and of texts only; null for maps and in public.</param>
/// <param name="Commitment">SHA-256 over the salt and the text as it was published; null for maps.</param>
public sealed record CertifiedText(string File, string Sha256, string Text, string? Salt, string? Commitment);

/// <summary>A record as one line of a report file.</summary>
/// <param name="Salt">In a full certificate; null in public.</param>
/// <param name="Commitment">SHA-256 over the salt and the line as it is in the full certificate.</param>
public sealed record CertifiedRecord(string Line, string? Salt, string Commitment);

/// <param name="Chain">The hash over all entries in order: the state of the store that was read.</param>
public sealed record CertifiedStore(string File, long Entries, int Erased, string Chain);

/// <param name="Json">Canonical: no blanks, members in the order of their names.</param>
public sealed record FindingPart(string Name, string Json);

using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Certificates.Replaying;

/// <summary>In what a certificate is not what it says; the words are in Pacta.Presentation. Each names its arguments.</summary>
public enum DiscrepancyCode
{
    /// <summary>Its content is not that of its hash: the hash that it says, that of its content.</summary>
    Hash,

    /// <summary>A text or a map is not that of its hash: the file.</summary>
    TextHash,

    /// <summary>A record, or a text, is not that of its commitment: which.</summary>
    Commitment,

    /// <summary>The texts are not understood: the first message about them.</summary>
    Text,

    /// <summary>The texts have no such agreement: its name.</summary>
    NoAgreement,

    /// <summary>The texts declare no such perspective: its name.</summary>
    NoPerspective,

    /// <summary>The agreement has no such clause: its name.</summary>
    NoClause,

    /// <summary>A record cannot be read: which, the first message about it.</summary>
    Record,

    /// <summary>From its records there is no such finding: its id.</summary>
    NotFound,

    /// <summary>A part of the finding is another: its name, what the certificate says, what was found.</summary>
    Part,

    /// <summary>A part that findings have is missing, or one is there that they do not have: its name.</summary>
    PartUnknown,

    /// <summary>A text is none of the files that were given as published: the file.</summary>
    NotPublished,

    /// <summary>It is not the certificate that was expected: the hash expected, its hash.</summary>
    NotExpected,

    /// <summary>The certificate that was given as the full one is none: it does not replay itself, or hides identities.</summary>
    NotFull,

    /// <summary>A public record, or text, is none of the full certificate: which.</summary>
    NotOfFull,

    /// <summary>The full certificate gives another public one.</summary>
    OtherPublic,
}

public sealed record Discrepancy(DiscrepancyCode Code, params ImmutableArray<string> Arguments);

/// <summary>What came of verifying a certificate.</summary>
/// <param name="Found">The finding as it was found from its records; null where there is none.</param>
public sealed record Verification(Certificate Certificate, string Hash, ImmutableArray<Discrepancy> Discrepancies, Agreement? Agreement, Finding? Found)
{
    /// <summary>Whether everything is as it says.</summary>
    public bool Replays => Discrepancies.Length == 0;

    /// <summary>The same, and what else was found to be otherwise.</summary>
    public Verification With(ImmutableArray<Discrepancy> more) => this with { Discrepancies = Discrepancies.AddRange(more) };
}

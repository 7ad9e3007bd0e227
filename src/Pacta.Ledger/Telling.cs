using System.Security.Cryptography;
using NodaTime;

namespace Pacta.Ledger;

/// <summary>Something that was told on the ground of the records, and is kept beside them: never changed, and chained by itself.</summary>
public sealed record Telling
{
    /// <param name="subject">What it is about: what was told of the same subject before is its earlier version.</param>
    /// <param name="content">SHA-256 of what it says: a version that says the same as the last of its subject is not kept again.</param>
    /// <param name="line">All of it as one line of JSON, in UTF-8.</param>
    public Telling(string subject, byte[] content, ReadOnlyMemory<byte> line)
    {
        (Subject, Content, Line, Sha256) = (subject, content, line, SHA256.HashData(line.Span));
    }

    public string Subject { get; }

    public ReadOnlyMemory<byte> Content { get; }

    public ReadOnlyMemory<byte> Line { get; }

    internal byte[] Sha256 { get; }

    /// <summary>What the chain goes over beside the line.</summary>
    internal string ChainedId => ChainedIdOf(Subject, Content.Span);

    internal static string ChainedIdOf(string subject, ReadOnlySpan<byte> content) => $"{subject}\n{Convert.ToHexStringLower(content)}";
}

/// <param name="Number">From 1, without gaps, in the order in which it was told.</param>
/// <param name="At">When; later than whatever was told before.</param>
/// <param name="Line">One line of JSON.</param>
public sealed record Told(long Number, string Subject, Instant At, string Line);

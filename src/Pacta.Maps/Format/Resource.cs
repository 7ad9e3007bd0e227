using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Pacta.Maps.Format;

/// <summary>
/// A prepared file: four letters, the version of its form, the SHA-256 of its content and the content, which may be compressed. Whatever is not as it was written is
/// refused.
/// </summary>
internal static class Resource
{
    public const int Version = 1;

    private const int Head = 4 + 4 + 4 + 32;

    public static byte[] Wrap(string kind, byte[] content, bool compress)
    {
        var file = new MemoryStream();
        Span<byte> head = stackalloc byte[Head];
        for (var i = 0; i < 4; i++)
        {
            head[i] = (byte)kind[i];
        }

        BinaryPrimitives.WriteInt32LittleEndian(head[4..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], compress ? content.Length : 0);
        SHA256.HashData(content, head[12..]);
        file.Write(head);
        if (compress)
        {
            using var packed = new ZLibStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
            packed.Write(content);
        }
        else
        {
            file.Write(content);
        }

        return file.ToArray();
    }

    /// <exception cref="InvalidDataException">The file is of another kind or version, or damaged.</exception>
    public static (ReadOnlyMemory<byte> Content, string Digest) Unwrap(string kind, ReadOnlyMemory<byte> file)
    {
        var head = file.Span;
        if (file.Length < Head || head[0] != kind[0] || head[1] != kind[1] || head[2] != kind[2] || head[3] != kind[3])
        {
            throw new InvalidDataException($"this is no prepared file of the kind {kind}");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        if (version != Version)
        {
            throw new InvalidDataException($"the prepared file is of version {version}, and version {Version} is read: make it anew with Pacta.MapMaker");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        var content = file[Head..];
        if (length > 0)
        {
            var unpacked = new byte[length];
            using var stream = new ZLibStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress);
            stream.ReadExactly(unpacked);
            content = unpacked;
        }

        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(content.Span, digest);
        if (!digest.SequenceEqual(file.Span.Slice(12, 32)))
        {
            throw new InvalidDataException("the prepared file is damaged: its checksum is another one");
        }

        return (content, Convert.ToHexStringLower(digest));
    }

    /// <summary>A resource of this library.</summary>
    public static ReadOnlyMemory<byte> Embedded(string name)
    {
        var stream = typeof(Resource).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"there is no resource {name}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

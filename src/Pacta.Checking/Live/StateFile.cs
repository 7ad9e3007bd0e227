using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Pacta.Checking.Live;

/// <summary>What is wrong with a file in which a state should be.</summary>
public enum StateFault
{
    /// <summary>It is no such file.</summary>
    NotAState,

    /// <summary>It was written down by another version of Pacta.</summary>
    OtherVersion,

    /// <summary>It was written down of other agreements, or with other options.</summary>
    OtherMatter,

    /// <summary>Bytes of it are missing or are not what was written.</summary>
    Damaged,
}

/// <param name="detail">What differs, where something does.</param>
public sealed class StateException(StateFault fault, string detail, Exception? inner = null) : Exception(detail, inner)
{
    public StateFault Fault { get; } = fault;
}

/// <summary>
/// The file in which a state is: a line that says so, of what and by which version it was made, the state in compressed form, and at the end SHA-256 over all
/// before it. It is written to the disk, and only then takes the place of the old one.
/// </summary>
public static class StateFile
{
    private const string Mark = "pacta state 1";
    private const string LockEnding = ".lock";

    /// <param name="madeOf">What it is made of: each of it is compared when it is taken up again.</param>
    /// <exception cref="IOException">It cannot be written; what was there before still is.</exception>
    public static void Write(string path, string version, ImmutableArray<string> madeOf, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ReplacedFile.Write(path, file => Write(file, version, madeOf, write));
    }

    /// <summary>
    /// Keeps others from writing the same state: the reports that one of them has read would not be in what the other one writes. What a program that was killed left
    /// behind is taken away.
    /// </summary>
    /// <returns>Held until it is disposed of; null: somebody else has it.</returns>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    public static IDisposable? Hold(string path)
    {
        FileStream held;
        try
        {
            held = new FileStream(ReplacedFile.TargetOf(path) + LockEnding, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
            });
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(ReplacedFile.TargetOf(path) + LockEnding))
        {
            return null;
        }

        ReplacedFile.RemoveDrafts(path, IsDraft);
        return held;
    }

    private static bool IsDraft(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            Span<byte> start = stackalloc byte[Mark.Length];
            var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return count == 0 || (count == start.Length && start.SequenceEqual(Encoding.ASCII.GetBytes(Mark)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Write(FileStream file, string version, ImmutableArray<string> madeOf, Action<Stream> write)
    {
        using var hash = SHA256.Create();
        using (var hashing = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            hashing.Write(Encoding.UTF8.GetBytes($"{string.Join('\n', [Mark, version, .. madeOf])}\n\n"));
            using (var body = new BufferedStream(new ZLibStream(hashing, CompressionLevel.Fastest, leaveOpen: true), 1 << 16))
            {
                write(body);
            }

            hashing.FlushFinalBlock();
        }

        file.Write(hash.Hash!);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads a state after it was seen to be whole, of the same version and of the same matter.</summary>
    /// <param name="madeOf">What it is to be made of; null: that does not matter.</param>
    /// <returns>What was read, and the hash at the end of the file.</returns>
    /// <exception cref="StateException">It is not, or the state itself cannot be read.</exception>
    public static (T Read, string Sha256) Read<T>(string path, string version, ImmutableArray<string>? madeOf, Func<Stream, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        var header = HeaderOf(file);
        var start = file.Position;
        if (header is not [Mark, ..])
        {
            throw new StateException(StateFault.NotAState, string.Empty);
        }

        if (HashOf(file) is not { } hash)
        {
            throw new StateException(StateFault.Damaged, string.Empty);
        }

        if (header is not [_, var by, ..] || by != version)
        {
            throw new StateException(StateFault.OtherVersion, header.ElementAtOrDefault(1) ?? "?");
        }

        var (theirs, ours) = (header[2..], madeOf ?? header[2..]);
        if (!theirs.SequenceEqual(ours))
        {
            var differences = theirs.Except(ours).Select(t => "then " + t).Concat(ours.Except(theirs).Select(t => "now " + t)).ToList();
            throw new StateException(StateFault.OtherMatter, differences.Count > 0 ? string.Join("; ", differences) : "then they came in another order");
        }

        file.Position = start;
        try
        {
            using var body = new BufferedStream(new ZLibStream(file, CompressionMode.Decompress, leaveOpen: true), 1 << 16);
            return (read(body), hash);
        }
        catch (InvalidDataException e)
        {
            throw new StateException(StateFault.Damaged, e.Message, e);
        }
    }

    /// <summary>The lines up to an empty one; of a file that is something else, at most the first.</summary>
    private static ImmutableArray<string> HeaderOf(FileStream file)
    {
        const int Most = 1 << 20;
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = new List<byte>();
        for (var left = Most; left > 0 && file.ReadByte() is >= 0 and var next; left--)
        {
            if (next != '\n')
            {
                line.Add((byte)next);
                continue;
            }

            if (line.Count == 0)
            {
                return lines.ToImmutable();
            }

            lines.Add(Encoding.UTF8.GetString([.. line]));
            line.Clear();
            if (lines.Count == 1 && lines[0] != Mark)
            {
                break;
            }
        }

        return lines.ToImmutable();
    }

    /// <returns>Null where the bytes are not those that were written.</returns>
    private static string? HashOf(FileStream file)
    {
        if (file.Length < SHA256.HashSizeInBytes)
        {
            return null;
        }

        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = file.Length - SHA256.HashSizeInBytes; left > 0;)
        {
            var count = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, count);
            left -= count;
        }

        var written = new byte[SHA256.HashSizeInBytes];
        file.ReadExactly(written);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(written) ? Convert.ToHexStringLower(written) : null;
    }
}

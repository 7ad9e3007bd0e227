using System.Security.Cryptography;
using System.Text;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;

namespace Pacta.Cli.Inputs;

/// <summary>Reads the files a command names; whatever is wrong with one becomes a diagnostic.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    private const int Sniffed = 8000;

    /// <summary>Half a gigabyte: some millions of reports.</summary>
    private const int LongestFile = 1 << 29;

    /// <summary>No sentence is that long, and no outline of a zone: whatever the file is, nobody wrote it as an agreement.</summary>
    private const int LongestLine = 100_000;

    private const int LongestMapping = 1_000_000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static byte[]? Bytes(string path, Stream standardInput, string ending, DiagnosticBag bag)
    {
        try
        {
            if (path == StandardInput)
            {
                return Read(standardInput, path, bag);
            }

            if (Directory.Exists(path))
            {
                bag.Add(CommandErrors.Directory(path, ending));
                return null;
            }

            if (!File.Exists(path))
            {
                bag.Add(CommandErrors.NoSuchFile(path, NearestFile(path)));
                return null;
            }

            using var file = File.OpenRead(path);
            return Read(file, path, bag);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            bag.Add(CommandErrors.Unreadable(path, Why(e)));
            return null;
        }
    }

    /// <summary>A stream to be read as it comes; null if it cannot be opened.</summary>
    public static Stream? Open(string path, Stream standardInput, DiagnosticBag bag)
    {
        try
        {
            if (path == StandardInput)
            {
                return standardInput;
            }

            if (Directory.Exists(path))
            {
                bag.Add(CommandErrors.Directory(path, ".log"));
                return null;
            }

            if (!File.Exists(path))
            {
                bag.Add(CommandErrors.NoSuchFile(path, NearestFile(path)));
                return null;
            }

            // Without a buffer: whoever reads has one.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            bag.Add(CommandErrors.Unreadable(path, Why(e)));
            return null;
        }
    }

    /// <summary>All of it; null if it does not end where any file would: a device, or a pipe that never closes.</summary>
    private static byte[]? Read(Stream stream, string path, DiagnosticBag bag)
    {
        // A file says how long it is, and is then read to where it belongs.
        var buffer = new byte[stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position, 1, LongestFile) : 1 << 20];
        var length = 0;
        for (int count; (count = stream.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            length += count;
            if (length < buffer.Length)
            {
                continue;
            }

            if (stream.ReadByte() is not (>= 0 and var next))
            {
                break;
            }

            if (length == LongestFile)
            {
                bag.Add(CommandErrors.TooLong(path, "has more than", LongestFile));
                return null;
            }

            Array.Resize(ref buffer, Math.Min(LongestFile, buffer.Length * 2));
            buffer[length++] = (byte)next;
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }

    /// <summary>An agreement's file; null if it cannot be used.</summary>
    public static SourceText? Agreement(string path, byte[] bytes, DiagnosticBag bag)
    {
        if (IsBinary(bytes))
        {
            bag.Add(CommandErrors.NotText(path, Likeness(bytes)));
            return null;
        }

        try
        {
            var text = Strict.GetString(bytes).TrimStart('\ufeff');
            if (string.IsNullOrWhiteSpace(text))
            {
                bag.Add(CommandErrors.EmptyAgreement(path));
                return null;
            }

            if (FileSort.IsReports(text))
            {
                bag.Add(CommandErrors.ReportsForAgreement(path));
                return null;
            }

            if (HasLineLongerThan(text, LongestLine))
            {
                bag.Add(CommandErrors.TooLong(path, "has a line of more than", LongestLine));
                return null;
            }

            return new SourceText(path, text);
        }
        catch (DecoderFallbackException)
        {
            bag.Add(CommandErrors.NotText(path, null));
            return null;
        }
    }

    /// <summary>A mapping file; null if it is no text.</summary>
    public static SourceText? Mapping(string path, byte[] bytes, DiagnosticBag bag)
    {
        if (IsBinary(bytes))
        {
            bag.Add(CommandErrors.NotText(path, Likeness(bytes)));
            return null;
        }

        if (bytes.Length > LongestMapping)
        {
            bag.Add(CommandErrors.TooLong(path, "has more than", LongestMapping));
            return null;
        }

        return new SourceText(path, Encoding.UTF8.GetString(bytes).TrimStart('\ufeff'));
    }

    private static bool HasLineLongerThan(ReadOnlySpan<char> text, int length)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line.Length > length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Report files are read line by line: a damaged line is an error of its own as long as the beginning of the file has a line that looks
    /// like a record.
    /// </summary>
    public static bool IsNoReportFile(byte[] bytes) => IsBinary(bytes) && (Likeness(bytes) is not null || !HasRecord(bytes.AsSpan(0, Math.Min(Sniffed, bytes.Length))));

    private static bool HasRecord(ReadOnlySpan<byte> bytes)
    {
        foreach (var line in bytes.Split((byte)'\n'))
        {
            var text = bytes[line].Trim(" \t\r\ufeff"u8);
            if (text.Length > 0 && text[0] == '{')
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsBinary(byte[] bytes) => bytes.AsSpan(0, Math.Min(Sniffed, bytes.Length)).Contains((byte)0) || Likeness(bytes) is not null;

    /// <summary>What a file that is no text probably is.</summary>
    public static string? Likeness(byte[] bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => "a spreadsheet, a word processor's document or a ZIP archive",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [0x1f, 0x8b, ..] => "a compressed file",
        [0xff, 0xfe, ..] or [0xfe, 0xff, ..] => "text in UTF-16",
        _ => null,
    };

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The lines that are not blank, without blanks around them, in ordinal order: their number and, when it is asked for, the hash of all.</summary>
    public static (int Lines, Func<string> Sha256) SortedLines(byte[] bytes)
    {
        // Nearly nobody asks for the hash: where millions of lines stand need not be kept for that.
        return (Lines(null), Hash);

        int Lines(List<(int Start, int Length)>? all)
        {
            var lines = 0;
            for (var start = 0; start < bytes.Length;)
            {
                var end = Array.IndexOf(bytes, (byte)'\n', start);
                end = end < 0 ? bytes.Length : end;
                var (from, to) = (start, end);
                while (from < to && bytes[from] is (byte)' ' or (byte)'\t' or (byte)'\r')
                {
                    from++;
                }

                while (to > from && bytes[to - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
                {
                    to--;
                }

                if (to > from)
                {
                    lines++;
                    all?.Add((from, to - from));
                }

                start = end + 1;
            }

            return lines;
        }

        string Hash()
        {
            var lines = new List<(int Start, int Length)>();
            Lines(lines);
            lines.Sort((a, b) => bytes.AsSpan(a.Start, a.Length).SequenceCompareTo(bytes.AsSpan(b.Start, b.Length)));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (start, length) in lines)
            {
                hash.AppendData(bytes, start, length);
                hash.AppendData([(byte)'\n']);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>The same of texts in UTF-8 that begin and end with a line, one after the other.</summary>
    public static (int Lines, string Sha256) SortedLines(IEnumerable<string> texts)
    {
        var lines = new List<ReadOnlyMemory<char>>();
        foreach (var text in texts)
        {
            for (var start = 0; start < text.Length;)
            {
                var end = text.IndexOf('\n', start);
                end = end < 0 ? text.Length : end;
                var line = text.AsMemory(start, end - start).Trim(" \t\r");
                if (line.Length > 0)
                {
                    lines.Add(line);
                }

                start = end + 1;
            }
        }

        lines.Sort((a, b) => InOrderOfBytes(a.Span, b.Span));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData([.. Encoding.UTF8.GetBytes(line.ToArray()), (byte)'\n']);
        }

        return (lines.Count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>As their bytes in UTF-8 are ordered: surrogates come last.</summary>
    private static int InOrderOfBytes(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        return same == a.Length || same == b.Length ? a.Length.CompareTo(b.Length) : Rank(a[same]).CompareTo(Rank(b[same]));

        static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
    }

    /// <summary>The file's own name: whoever reads the output has other folders.</summary>
    public static string NameOf(string path) => path == StandardInput ? path : Path.GetFileName(path);

    public static string? NearestFile(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var nearest = DidYouMean.Nearest(Path.GetFileName(path), Directory.EnumerateFiles(folder).Take(2000).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        return nearest is null ? null : folder == "." ? nearest : Path.Combine(folder, nearest);
    }

    public static string Why(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "it is not allowed.",
        PathTooLongException => "the path is too long.",
        ArgumentException or NotSupportedException => "it is not a path.",
        _ => exception.Message,
    };
}

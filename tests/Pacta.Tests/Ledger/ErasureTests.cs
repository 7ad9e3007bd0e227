using NodaTime;
using Pacta.Ledger;

namespace Pacta.Tests.Ledger;

/// <summary>What is erased is in no byte of any file of the store, however long it was and wherever it stood; hashes and chain still fit.</summary>
public sealed class ErasureTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2024, 7, 1, 12, 0);

    private readonly LedgerFile _file = new();

    [Theory]
    [InlineData(40)] // within a page
    [InlineData(900)] // a few in a page
    [InlineData(5_000)] // over the end of one
    [InlineData(70_000)] // many pages of its own
    public void Nothing_of_the_words_is_left_in_any_file(int length)
    {
        using (var ledger = ReportLedger.OpenOrCreate(_file.Path))
        {
            foreach (var part in Enumerable.Range(0, 40).Select(i => Line(i, length)).Chunk(7))
            {
                ledger.Append(part, Noon);
            }

            foreach (var id in Erased)
            {
                Assert.True(ledger.Erase($"r{id}", "asked for", Noon));
            }

            // While it is still open, and its log with it.
            AssertGone();
            ledger.Append([Line(99, length)], Noon);
            Assert.Null(ledger.Read().Entries[Erased[0]].Line);
        }

        AssertGone();
        using var again = ReportLedger.OpenToRead(_file.Path);
        var (entries, head) = again.Read();
        Assert.Equal((41, 41), (entries.Length, head.Number));
        Assert.Equal(Erased.Select(i => (long)i + 1), entries.Where(e => e.Line is null).Select(e => e.Number));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(Line(17, length).Line.Span), entries[17].Sha256);
    }

    [Fact]
    public void As_long_as_somebody_reads_the_words_it_says_that_they_are_not_gone_yet()
    {
        using (var ledger = ReportLedger.OpenOrCreate(_file.Path))
        {
            ledger.Append([.. Enumerable.Range(0, 40).Select(i => Line(i, 400))], Noon);
        }

        using (var reader = LedgerFile.Connect(_file.Path))
        {
            using var read = reader.CreateCommand();
            read.CommandText = "BEGIN; SELECT count(*) FROM entry";
            read.ExecuteScalar();
            using var ledger = ReportLedger.Open(_file.Path, TimeSpan.FromMilliseconds(100));
            foreach (var id in Erased)
            {
                Assert.Equal(LedgerFault.StillRead, Assert.Throws<LedgerException>(() => ledger.Erase($"r{id}", "asked for", Noon)).Fault);
                Assert.Null(ledger.Read().Entries[id].Line);
            }
        }

        using (var ledger = ReportLedger.Open(_file.Path))
        {
            Assert.False(ledger.Erase($"r{Erased[0]}", "asked for", Noon));
        }

        AssertGone();
    }

    public void Dispose() => _file.Dispose();

    private static readonly int[] Erased = [0, 17, 18, 39];

    private static NewEntry Line(int number, int length) =>
        new($"r{number}", $"{{\"id\":\"r{number}\",\"reference\":\"{string.Concat(Enumerable.Repeat($"<name {number:00}>", 1 + (length / 9)))}\"}}");

    private void AssertGone()
    {
        foreach (var file in Directory.GetFiles(_file.Folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            foreach (var id in Erased)
            {
                // Not even a part that a page cut off.
                Assert.True(copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes($"ame {id:00}>")) < 0, $"r{id} is still in {Path.GetFileName(file)}");
            }

            Assert.True(!file.EndsWith(".db", StringComparison.Ordinal) || copy.ToArray().AsSpan().IndexOf("<name 16>"u8) >= 0, "the others are there");
        }
    }
}

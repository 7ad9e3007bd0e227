using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Pacta.Ledger;

namespace Pacta.Tests.Ledger;

/// <summary>What was told on the ground of the records is kept beside them: once for each thing that is said, never changed, chained by itself.</summary>
public sealed class TellingTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2024, 7, 1, 12, 0);

    private readonly LedgerFile _file = new();

    [Fact]
    public void What_says_the_same_as_the_last_of_its_subject_is_not_kept_again()
    {
        using var ledger = ReportLedger.OpenOrCreate(_file.Path);

        Assert.Equal(2, ledger.Tell([Says("a", "1"), Says("b", "1")], Noon));
        Assert.Equal(0, ledger.Tell([Says("a", "1"), Says("b", "1")], Noon));
        Assert.Equal(1, ledger.Tell([Says("a", "2"), Says("b", "1")], Noon));
        Assert.Equal(1, ledger.Tell([Says("a", "1")], Noon)); // it was said before, and not last

        Assert.Equal(
            [(1, "a", "a1"), (2, "b", "b1"), (3, "a", "a2"), (4, "a", "a1")],
            ledger.ReadTold().Told.Select(t => (t.Number, t.Subject, t.Line)));
        Assert.Equal(Noon + Duration.FromTicks(3), ledger.ReadTold().Told[3].At);
    }

    [Fact]
    public void Telling_changes_no_chain_of_the_records_and_each_chain_can_be_asked_for()
    {
        using var ledger = ReportLedger.OpenOrCreate(_file.Path);
        ledger.Append([new NewEntry("r1", "{}")], Noon);
        var head = ledger.Read().Head;
        ledger.Tell([Says("a", "1")], Noon);

        Assert.Equal(head, ledger.Read().Head);
        Assert.Equal(head, ledger.Head());
        Assert.True(ledger.Contains(head.Chain));
        Assert.True(ledger.Contains(ledger.ReadTold().Head.Chain));
        Assert.False(ledger.Contains(new string('a', 64)));
        Assert.True(ledger.Contains(new string('0', 64))); // the chain of an empty store
    }

    [Theory]
    [InlineData("UPDATE told SET line = 'x' WHERE number = 1", 1)]
    [InlineData("UPDATE told SET subject = 'x' WHERE number = 2", 2)]
    [InlineData("UPDATE told SET content = sha256 WHERE number = 2", 2)]
    [InlineData("UPDATE told SET told = told + 1 WHERE number = 2", 2)]
    [InlineData("DELETE FROM told WHERE number = 1", 1)]
    public void What_was_told_is_never_changed_and_a_change_by_another_way_is_noticed(string sql, long number)
    {
        using (var ledger = ReportLedger.OpenOrCreate(_file.Path))
        {
            ledger.Tell([Says("a", "1"), Says("b", "1"), Says("c", "1")], Noon);
        }

        Assert.Contains("what was told is never", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _file.Run(sql)).Message, StringComparison.Ordinal);
        _file.Run("DROP TRIGGER told_is_final; DROP TRIGGER told_stays; " + sql);

        using var changed = ReportLedger.OpenToRead(_file.Path);
        var noticed = Assert.Throws<LedgerException>(() => changed.Read());
        Assert.Equal((LedgerFault.Altered, number), (noticed.Fault, noticed.Number));
        using var writing = ReportLedger.Open(_file.Path);
        Assert.Equal(LedgerFault.Altered, Assert.Throws<LedgerException>(() => writing.Tell([Says("d", "1")], Noon)).Fault);
    }

    [Fact]
    public void A_store_of_the_first_version_is_read_and_takes_what_is_told()
    {
        using (var ledger = ReportLedger.OpenOrCreate(_file.Path))
        {
            ledger.Append([new NewEntry("r1", "{}")], Noon);
        }

        _file.Run("DROP TABLE told; PRAGMA user_version = 1");
        using (var old = ReportLedger.OpenToRead(_file.Path))
        {
            Assert.Single(old.Read().Entries);
            Assert.Empty(old.ReadTold().Told);
        }

        using var written = ReportLedger.Open(_file.Path);
        Assert.Equal(1, written.Tell([Says("a", "1")], Noon));
        Assert.Single(written.ReadTold().Told);
    }

    public void Dispose() => _file.Dispose();

    private static Telling Says(string subject, string what) =>
        new(subject, SHA256.HashData(Encoding.UTF8.GetBytes(what)), Encoding.UTF8.GetBytes(subject + what));
}

using Microsoft.Data.Sqlite;
using NodaTime;
using Pacta.Ledger;

namespace Pacta.Tests.Ledger;

/// <summary>What a ledger promises: nothing acknowledged is lost, nothing is changed in place, and whatever was changed by another way is noticed.</summary>
public sealed class LedgerTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2024, 7, 1, 12, 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("pacta-ledger-").FullName;

    private string Store => Path.Combine(_folder, "reports.db");

    [Fact]
    public void What_was_appended_is_read_in_its_order_with_its_times()
    {
        using var ledger = ReportLedger.OpenOrCreate(Store);
        ledger.Append([New("r1"), New("r2")], Noon);
        ledger.Append([New("r3")], Noon + Duration.FromHours(1));

        var (entries, head) = ledger.Read();

        Assert.Equal([(1, "r1"), (2, "r2"), (3, "r3")], entries.Select(e => (e.Number, e.Id)));
        Assert.Equal([Noon, Noon + Duration.FromTicks(1), Noon + Duration.FromHours(1)], entries.Select(e => e.Recorded));
        Assert.Equal((3, 64), (head.Number, head.Chain.Length));
    }

    [Fact]
    public void Each_entry_is_later_than_the_one_before_even_where_the_clock_goes_back()
    {
        using var ledger = ReportLedger.OpenOrCreate(Store);
        ledger.Append([New("r1")], Noon);
        ledger.Append([New("r2")], Noon - Duration.FromDays(1));

        Assert.Equal(Noon + Duration.FromTicks(1), ledger.Read().Entries[1].Recorded);
    }

    [Fact]
    public void The_very_same_record_is_kept_once()
    {
        using var ledger = ReportLedger.OpenOrCreate(Store);
        ledger.Append([New("r1"), New("r2")], Noon);

        var receipts = ledger.Append([New("r2"), New("r3")], Noon);

        Assert.Equal([new Receipt(ReceiptKind.Copy, 2), new Receipt(ReceiptKind.Recorded, 3)], receipts);
        Assert.Equal(3, ledger.Read().Entries.Length);
    }

    [Fact]
    public void Another_record_of_the_same_id_is_refused_and_none_of_its_batch_is_kept()
    {
        using var ledger = ReportLedger.OpenOrCreate(Store);
        ledger.Append([New("r1")], Noon);

        var refused = Assert.Throws<LedgerException>(() => ledger.Append([New("r2"), New("r1", "other")], Noon));

        Assert.Equal((LedgerFault.Conflict, 1L), (refused.Fault, refused.Number));
        Assert.Single(ledger.Read().Entries);
        Assert.Equal(
            [new Receipt(ReceiptKind.Recorded, 2), new Receipt(ReceiptKind.Conflict, 1)],
            ledger.Append([New("r2"), New("r1", "other")], Noon, skipsConflicts: true));
    }

    [Fact]
    public void Stated_times_are_kept_and_must_not_go_back()
    {
        using var ledger = ReportLedger.OpenOrCreate(Store);
        ledger.Append([New("r1") with { Stated = Noon }, New("r2") with { Stated = Noon }], Noon + Duration.FromDays(900));

        var late = Assert.Throws<LedgerException>(() => ledger.Append([New("r3") with { Stated = Noon - Duration.FromTicks(1) }], Noon));

        Assert.Equal(LedgerFault.OutOfOrder, late.Fault);
        Assert.Equal([Noon, Noon], ledger.Read().Entries.Select(e => e.Recorded));
        Assert.All(ledger.Read().Entries, e => Assert.True(e.IsStated));
    }

    [Theory]
    [InlineData("UPDATE entry SET line = '{\"id\":\"r2\",\"source\":\"other\"}' WHERE number = 2", "an entry is never changed")]
    [InlineData("UPDATE entry SET line = NULL WHERE number = 2", "an entry is never changed")]
    [InlineData("UPDATE entry SET recorded = 0 WHERE number = 2", "an entry is never changed")]
    [InlineData("DELETE FROM entry WHERE number = 2", "an entry is never taken out")]
    public void The_database_itself_refuses_to_change_an_entry(string sql, string why)
    {
        Fill(3);

        Assert.Contains(why, Assert.Throws<SqliteException>(() => Run(sql)).Message, StringComparison.Ordinal);
        Assert.Equal(3, Read().Length);
    }

    [Theory]
    [InlineData("UPDATE entry SET line = replace(line, 'mission', 'another') WHERE number = 2", 2)]
    [InlineData("UPDATE entry SET line = NULL WHERE number = 2", 2)]
    [InlineData("UPDATE entry SET recorded = recorded - 1 WHERE number = 2", 2)]
    [InlineData("UPDATE entry SET id = 'r9' WHERE number = 2", 2)]
    [InlineData("UPDATE entry SET stated = 1 WHERE number = 2", 2)]
    [InlineData("DELETE FROM entry WHERE number = 2", 2)]
    [InlineData("DELETE FROM entry WHERE number = 1", 1)]
    [InlineData("UPDATE entry SET sha256 = (SELECT sha256 FROM entry WHERE number = 1), line = (SELECT line FROM entry WHERE number = 1) WHERE number = 2", 2)]
    public void What_somebody_changed_by_another_way_is_noticed_with_its_number(string sql, long number)
    {
        Fill(3);
        Run("DROP TRIGGER entry_is_final; DROP TRIGGER entry_stays; " + sql);

        var noticed = Assert.Throws<LedgerException>(() => Read());

        Assert.Equal((LedgerFault.Altered, number), (noticed.Fault, noticed.Number));
    }

    [Fact]
    public void Erasing_leaves_hash_time_and_reason_and_nothing_of_the_words()
    {
        Fill(3, "a name that nobody should read");
        var before = Read();
        using (var ledger = ReportLedger.Open(Store))
        {
            Assert.True(ledger.Erase("r2", "asked for by the person", Noon));
            Assert.False(ledger.Erase("r2", "again", Noon));
            Assert.Equal(LedgerFault.Unknown, Assert.Throws<LedgerException>(() => ledger.Erase("r8", "?", Noon)).Fault);
        }

        var after = Read();

        Assert.Null(after[1].Line);
        Assert.Equal(before.Select(e => (e.Number, e.Recorded, Convert.ToHexString([.. e.Sha256]))), after.Select(e => (e.Number, e.Recorded, Convert.ToHexString([.. e.Sha256]))));
        Assert.Equal("asked for by the person", Value("SELECT reason FROM erasure WHERE number = 2"));
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.All(Directory.GetFiles(_folder), f => Assert.Equal(2, Occurrences(File.ReadAllBytes(f), "a name that nobody should read"u8)));
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_told_from_a_damaged_one_and_a_later_one()
    {
        File.WriteAllText(Store, "{\"id\":\"r1\"}\n" + new string(' ', 4096));
        Assert.Equal(LedgerFault.NotALedger, Assert.Throws<LedgerException>(() => ReportLedger.Open(Store)).Fault);
        File.Delete(Store);
        Run("CREATE TABLE t (x)", SqliteOpenMode.ReadWriteCreate);
        Assert.Equal(LedgerFault.NotALedger, Assert.Throws<LedgerException>(() => ReportLedger.Open(Store)).Fault);
        File.Delete(Store);
        Fill(1);
        Run("PRAGMA user_version = 3");
        Assert.Equal(LedgerFault.TooNew, Assert.Throws<LedgerException>(() => ReportLedger.Open(Store)).Fault);
        Assert.Equal(LedgerFault.Unusable, Assert.Throws<LedgerException>(() => ReportLedger.Open(Path.Combine(_folder, "none.db"))).Fault);
    }

    /// <summary>A byte is flipped at many places: the ledger is read as it was, or the damage is noticed; it is never read as something else.</summary>
    [Fact]
    public void A_damaged_file_is_never_read_as_something_else()
    {
        Fill(200);
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        var (good, bytes) = (Read().Select(e => e.Line).ToList(), File.ReadAllBytes(Store));
        var noticed = 0;
        for (var at = 100; at < bytes.Length; at += 211)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x55;
            File.WriteAllBytes(Store, damaged);
            try
            {
                Assert.Equal(good, Read().Select(e => e.Line));
            }
            catch (LedgerException)
            {
                noticed++;
            }
        }

        Assert.InRange(noticed, 50, int.MaxValue);
    }

    /// <summary>Who keeps a ledger open does not chain to what somebody changed meanwhile.</summary>
    [Theory]
    [InlineData("UPDATE entry SET recorded = recorded + 1 WHERE number = 3", 3)]
    [InlineData("INSERT INTO entry SELECT 4, 'x', recorded + 1, 0, line, sha256, chain FROM entry WHERE number = 3", 4)]
    [InlineData("DELETE FROM entry WHERE number = 3; UPDATE entry SET chain = zeroblob(32) WHERE number = 2", 2)]
    public void Nothing_is_put_behind_last_entries_that_are_not_whole(string sql, long number)
    {
        Fill(2);
        using var ledger = ReportLedger.Open(Store);
        Fill(3);
        Run("DROP TRIGGER entry_is_final; DROP TRIGGER entry_stays; " + sql);

        var noticed = Assert.Throws<LedgerException>(() => ledger.Append([New("r9")], Noon));

        Assert.Equal((LedgerFault.Altered, number), (noticed.Fault, noticed.Number));
    }

    [Fact]
    public void Who_keeps_a_ledger_open_goes_on_behind_what_others_wrote()
    {
        using var ledger = ReportLedger.OpenOrCreate(Store);
        ledger.Append([New("r1")], Noon);
        Fill(3);
        ledger.Append([New("r4"), New("r1")], Noon);
        Run("DROP TRIGGER entry_is_final; UPDATE entry SET chain = sha256 WHERE number = 4");

        Assert.Equal((LedgerFault.Altered, 4L), Assert.Throws<LedgerException>(() => ledger.Append([New("r5")], Noon)) is var e ? (e.Fault, e.Number!.Value) : default);
    }

    [Fact]
    public async Task Several_that_write_at_once_lose_nothing()
    {
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(() =>
        {
            using var ledger = ReportLedger.OpenOrCreate(Store);
            for (var i = 0; i < 25; i++)
            {
                ledger.Append([New($"w{w}-{i}")], Noon);
            }
        }, TestContext.Current.CancellationToken)).ToArray();
        await Task.WhenAll(writers);

        var entries = Read();

        Assert.Equal(100, entries.Length);
        Assert.All(Enumerable.Range(0, 4), w => Assert.Equal(
            Enumerable.Range(0, 25).Select(i => $"w{w}-{i}"), entries.Select(e => e.Id).Where(id => id.StartsWith($"w{w}-", StringComparison.Ordinal))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static NewEntry New(string id, string source = "mission") => new(id, $"{{\"id\":\"{id}\",\"source\":\"{source}\"}}");

    private void Fill(int count, string source = "mission")
    {
        using var ledger = ReportLedger.OpenOrCreate(Store);
        ledger.Append([.. Enumerable.Range(1, count).Select(i => New($"r{i}", source))], Noon);
    }

    private LedgerEntry[] Read()
    {
        using var ledger = ReportLedger.OpenToRead(Store);
        return [.. ledger.Read().Entries];
    }

    private void Run(string sql, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        using var connection = Connect(mode);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private object? Value(string sql)
    {
        using var connection = Connect(SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Store, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static int Occurrences(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> of)
    {
        var count = 0;
        for (int at; (at = bytes.IndexOf(of)) >= 0; bytes = bytes[(at + of.Length)..])
        {
            count++;
        }

        return count;
    }
}

using NodaTime;

namespace Pacta.Ledger;

/// <summary>Erasing: the words of one entry go; its number, id, time and hash stay.</summary>
public sealed partial class ReportLedger
{
    /// <summary>Erases the line of an entry. Its hash, number and time stay, and the reason stands beside them.</summary>
    /// <returns>False if it had been erased before.</returns>
    /// <exception cref="LedgerException">
    /// There is none of that id; or it was erased, and the log beside the file still has the words because somebody reads them: then it has to be done again.
    /// </exception>
    public bool Erase(string id, string reason, Instant now) => Guarded(() =>
    {
        var erased = 0;
        Schema.InTransaction(_connection, () =>
        {
            using (var find = new Statement(_connection, "SELECT number FROM entry WHERE id = ?1"))
            {
                if (!find.Text(1, id).Step())
                {
                    throw new LedgerException(LedgerFault.Unknown, $"there is no record “{id}” in it");
                }
            }

            using var erasure = new Statement(
                _connection, "INSERT INTO erasure (number, erased, reason) SELECT number, ?1, ?2 FROM entry WHERE id = ?3 AND line IS NOT NULL");
            erased = erasure.Number(1, now.ToUnixTimeTicks()).Text(2, reason).Text(3, id).Execute();
            using var blank = new Statement(_connection, "UPDATE entry SET line = NULL WHERE id = ?1 AND line IS NOT NULL");
            blank.Text(1, id).Execute();
        });
        EmptyLog();
        return erased > 0;
    });

    /// <summary>The log has what was written and what it replaced. It is emptied into the file, in which what was taken out is overwritten.</summary>
    private void EmptyLog()
    {
        if (!Waiting.Until(_patience, IsEmpty))
        {
            throw new LedgerException(LedgerFault.StillRead, "the words were erased, and the log beside it still has them while another process reads it");
        }

        bool IsEmpty()
        {
            using var empty = new Statement(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            return !empty.Step() || empty.Number(0) == 0;
        }
    }
}

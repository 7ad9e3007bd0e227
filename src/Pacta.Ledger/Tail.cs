using NodaTime;

namespace Pacta.Ledger;

/// <summary>The last entry, to which the next is chained.</summary>
/// <param name="Recorded">In ticks of 100 nanoseconds since 1970.</param>
internal readonly record struct Tail(long Number, long Recorded, byte[] Chain)
{
    public static readonly Tail OfNothing = new(0, long.MinValue, Ledger.Chain.Start);

    /// <summary>The next entry is later by at least a tick, so that order never hangs on ids; a stated time is taken as it is.</summary>
    public Tail Next(NewEntry entry, Instant now)
    {
        var recorded = entry.Stated?.ToUnixTimeTicks() ?? Later(now);
        if (recorded < Recorded)
        {
            throw new LedgerException(
                LedgerFault.OutOfOrder, $"“{entry.Id}” states that it was recorded before the last entry of the ledger was", Number);
        }

        var sort = entry.Stated is null ? EntrySort.Recorded : EntrySort.Stated;
        return new Tail(Number + 1, recorded, Ledger.Chain.Next(Chain, Number + 1, recorded, sort, entry.Id, entry.Sha256));
    }

    public Tail Next(Telling telling, Instant now)
    {
        var told = Later(now);
        return new Tail(Number + 1, told, Ledger.Chain.Next(Chain, Number + 1, told, EntrySort.Told, telling.ChainedId, telling.Sha256));
    }

    private long Later(Instant now) => Math.Max(now.ToUnixTimeTicks(), Recorded == long.MinValue ? Recorded : Recorded + 1);
}

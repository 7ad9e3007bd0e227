using System.Runtime.Intrinsics;

namespace Pacta.Reports.Plain;

/// <summary>
/// Which name of a member came last behind which: whoever writes reports writes their members in one order, so the bytes of the next name are mostly known before it is
/// read.
/// </summary>
internal sealed class MemberOrder
{
    /// <summary>By the member before; behind the others stands what comes first.</summary>
    private readonly Expected[] _behind = new Expected[(int)PlainMember.Other + 1];

    public MemberOrder() => Array.Fill(_behind, new Expected(default, uint.MaxValue, 0, PlainMember.Other));

    /// <summary>What is expected behind a member, or at first.</summary>
    /// <param name="before"><see cref="PlainMember.Other"/>: none.</param>
    public ref readonly Expected Behind(PlainMember before) => ref _behind[(int)before];

    /// <summary>Notes which name came.</summary>
    /// <param name="written">The name in its quotes and what follows it, the colon included.</param>
    public void Note(PlainMember before, PlainMember member, ReadOnlySpan<byte> written)
    {
        if (written.Length > Vector128<byte>.Count)
        {
            return;
        }

        Span<byte> padded = stackalloc byte[Vector128<byte>.Count];
        padded.Clear();
        written.CopyTo(padded);
        _behind[(int)before] = new Expected(Vector128.Create<byte>(padded), (1u << written.Length) - 1, written.Length, member);
    }

    /// <param name="Written">The name as it is written, with the colon.</param>
    /// <param name="Mask">A bit for each of its bytes; more than there are bytes: nothing is expected.</param>
    internal readonly record struct Expected(Vector128<byte> Written, uint Mask, int Length, PlainMember Member);
}

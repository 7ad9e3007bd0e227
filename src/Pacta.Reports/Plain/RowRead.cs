using System.Runtime.CompilerServices;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Reports.Plain;

/// <summary>Some bytes of a file: where they begin, how many they are, and their hash.</summary>
internal readonly record struct Slice(int Start, int Length, uint Hash)
{
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> utf8) => utf8.Slice(Start, Length);

    /// <summary>The number of the name in a table.</summary>
    public int NumberIn(NumberedNames names, ReadOnlySpan<byte> utf8) => names.Add(In(utf8), Hash);
}

internal readonly record struct RoleSlice(byte Preposition, Slice Name);

internal readonly record struct FieldSlice(Slice Name, long Number, bool IsTruth);

/// <summary>What stands in a line that is a <see cref="ReportRow"/>, before its names have numbers.</summary>
internal struct RowRead
{
    public const int MostRoles = 6;
    public const int MostFields = 8;

    public Slice Id;
    public Slice Source;
    public Slice Event;
    public Slice Kind;
    public long Recorded;
    public long Time;
    public bool IsDay;
    public int RoleCount;
    public int FieldCount;
    public RoleSlices Roles;
    public FieldSlices Fields;

    /// <summary>Adds it to the others, its names to theirs.</summary>
    /// <param name="id">The number of its id.</param>
    /// <returns>The number of its row.</returns>
    public readonly int AddTo(ReportRows rows, ReadOnlySpan<byte> utf8, int id)
    {
        var names = rows.Names;
        Span<RoleName> roles = stackalloc RoleName[MostRoles];
        for (var i = 0; i < RoleCount; i++)
        {
            roles[i] = new RoleName(Roles[i].Preposition, Roles[i].Name.NumberIn(names, utf8));
        }

        Span<FieldNumber> fields = stackalloc FieldNumber[MostFields];
        for (var i = 0; i < FieldCount; i++)
        {
            fields[i] = new FieldNumber(Fields[i].Name.NumberIn(names, utf8), Fields[i].Number, Fields[i].IsTruth);
        }

        return rows.Add(
            new ReportRow(id, Source.NumberIn(names, utf8), Event.NumberIn(names, utf8), Kind.NumberIn(names, utf8), Recorded, Time, 0, 0, 0, 0, IsDay),
            roles[..RoleCount],
            fields[..FieldCount]);
    }

    [InlineArray(MostRoles)]
    public struct RoleSlices
    {
        private RoleSlice _first;
    }

    [InlineArray(MostFields)]
    public struct FieldSlices
    {
        private FieldSlice _first;
    }
}

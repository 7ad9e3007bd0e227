namespace Pacta.Reports.Plain;

/// <summary>The members of plain lines. The prepositions come first, in the ordinal order of their names.</summary>
internal enum PlainMember
{
    Against,
    By,
    From,
    In,
    Into,
    Of,
    On,
    Outside,
    Over,
    Through,
    To,
    Under,
    Id,
    Source,
    Origin,
    Published,
    Recorded,
    Supersedes,
    Retracts,
    Reference,
    Event,
    Kind,
    Claim,
    Polarity,
    Basis,
    Time,
    End,
    Fields,
    Distances,
    Position,
    DerivedFrom,
    Type,

    /// <summary>None of them, or one that no plain line has.</summary>
    Other,
}

internal static class PlainMembers
{
    public const int Prepositions = (int)PlainMember.Under + 1;

    /// <summary>Those of the claim that stands in the line itself.</summary>
    public const uint OfClaim = OfRoles | 1u << (int)PlainMember.Event | 1u << (int)PlainMember.Kind | 1u << (int)PlainMember.Claim | 1u << (int)PlainMember.Polarity
        | 1u << (int)PlainMember.Basis | 1u << (int)PlainMember.Time | 1u << (int)PlainMember.End | OfFields | 1u << (int)PlainMember.DerivedFrom;

    public const uint OfRoles = (1u << Prepositions) - 1;

    public const uint OfFields = 1u << (int)PlainMember.Fields | 1u << (int)PlainMember.Distances | 1u << (int)PlainMember.Position;

    /// <summary>The names of the prepositions, in their order.</summary>
    public static readonly string[] Names = Model.Reports.ReportRow.Prepositions;

    public static PlainMember Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => name.SequenceEqual("id"u8) ? PlainMember.Id
            : name.SequenceEqual("by"u8) ? PlainMember.By
            : name.SequenceEqual("in"u8) ? PlainMember.In
            : name.SequenceEqual("of"u8) ? PlainMember.Of
            : name.SequenceEqual("to"u8) ? PlainMember.To
            : name.SequenceEqual("on"u8) ? PlainMember.On
            : PlainMember.Other,
        3 => name.SequenceEqual("end"u8) ? PlainMember.End : PlainMember.Other,
        4 => name.SequenceEqual("time"u8) ? PlainMember.Time
            : name.SequenceEqual("kind"u8) ? PlainMember.Kind
            : name.SequenceEqual("type"u8) ? PlainMember.Type
            : name.SequenceEqual("into"u8) ? PlainMember.Into
            : name.SequenceEqual("from"u8) ? PlainMember.From
            : name.SequenceEqual("over"u8) ? PlainMember.Over
            : PlainMember.Other,
        5 => name.SequenceEqual("event"u8) ? PlainMember.Event
            : name.SequenceEqual("claim"u8) ? PlainMember.Claim
            : name.SequenceEqual("basis"u8) ? PlainMember.Basis
            : name.SequenceEqual("under"u8) ? PlainMember.Under
            : PlainMember.Other,
        6 => name.SequenceEqual("source"u8) ? PlainMember.Source
            : name.SequenceEqual("fields"u8) ? PlainMember.Fields
            : name.SequenceEqual("origin"u8) ? PlainMember.Origin
            : PlainMember.Other,
        7 => name.SequenceEqual("against"u8) ? PlainMember.Against
            : name.SequenceEqual("outside"u8) ? PlainMember.Outside
            : name.SequenceEqual("through"u8) ? PlainMember.Through
            : PlainMember.Other,
        8 => name.SequenceEqual("recorded"u8) ? PlainMember.Recorded
            : name.SequenceEqual("polarity"u8) ? PlainMember.Polarity
            : name.SequenceEqual("position"u8) ? PlainMember.Position
            : name.SequenceEqual("retracts"u8) ? PlainMember.Retracts
            : PlainMember.Other,
        9 => name.SequenceEqual("published"u8) ? PlainMember.Published
            : name.SequenceEqual("reference"u8) ? PlainMember.Reference
            : name.SequenceEqual("distances"u8) ? PlainMember.Distances
            : PlainMember.Other,
        10 => name.SequenceEqual("supersedes"u8) ? PlainMember.Supersedes : PlainMember.Other,
        12 => name.SequenceEqual("derived_from"u8) ? PlainMember.DerivedFrom : PlainMember.Other,
        _ => PlainMember.Other,
    };
}

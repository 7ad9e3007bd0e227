using System.Collections.Immutable;
using Pacta.Model.Values;

namespace Pacta.Model.Reports;

/// <summary>Do two records say the same? Where they stand does not count.</summary>
public sealed class SameContent : IEqualityComparer<ReportRecord>
{
    public static readonly SameContent Comparer = new();

    private SameContent()
    {
    }

    public bool Equals(ReportRecord? x, ReportRecord? y) => (x, y) switch
    {
        (Report a, Report b) => Bare(a) == Bare(b) && a.Retracts.SequenceEqual(b.Retracts) && SameClaims(a.Claims, b.Claims),
        (CompletenessRecord a, CompletenessRecord b) =>
            a with { Place = default, Kinds = default } == b with { Place = default, Kinds = default } && a.Kinds.SequenceEqual(b.Kinds),
        (JudgementRecord a, JudgementRecord b) => a with { Place = default } == b with { Place = default },
        (CoverageRecord a, CoverageRecord b) => a with { Place = default } == b with { Place = default },
        (GradeRecord a, GradeRecord b) => a with { Place = default } == b with { Place = default },
        (CountRecord a, CountRecord b) => a with { Place = default, Except = default, Includes = default } == b with { Place = default, Except = default, Includes = default }
            && a.Except.SequenceEqual(b.Except) && a.Includes.SequenceEqual(b.Includes),
        (DeterminationRecord a, DeterminationRecord b) => a with { Place = default } == b with { Place = default },
        (CaseRecord a, CaseRecord b) => a with { Place = default, Events = default, Accused = default } == b with { Place = default, Events = default, Accused = default }
            && a.Events.SequenceEqual(b.Events) && a.Accused.SequenceEqual(b.Accused),
        (TrackRecord a, TrackRecord b) => a with { Place = default, Positions = default } == b with { Place = default, Positions = default } && a.Positions.SequenceEqual(b.Positions),
        (null, null) => true,
        _ => false,
    };

    public int GetHashCode(ReportRecord obj) => obj.Id.GetHashCode(StringComparison.Ordinal);

    private static Report Bare(Report report) => report with { Place = default, Retracts = default, Claims = default };

    private static bool SameClaims(ImmutableArray<Claim> a, ImmutableArray<Claim> b) =>
        a.Length == b.Length && a.Zip(b).All(pair => SameClaim(pair.First, pair.Second));

    private static bool SameClaim(Claim a, Claim b) =>
        Bare(a) == Bare(b) && a.Roles.SequenceEqual(b.Roles) && a.Fields.SequenceEqual(b.Fields) && a.DerivedFrom.SequenceEqual(b.DerivedFrom);

    private static Claim Bare(Claim claim) => claim with
    {
        Roles = SmallDictionary<ReportedValue>.Empty,
        Fields = SmallDictionary<ReportedValue>.Empty,
        DerivedFrom = default,
    };
}

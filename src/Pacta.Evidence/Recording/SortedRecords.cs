using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Recording;

/// <summary>Records as they are known as of a moment, in order of recording, and those of them that still stand.</summary>
internal sealed class SortedRecords
{
    private readonly Lazy<ImmutableSortedDictionary<string, Instant>> _heard;
    private readonly Lazy<bool> _arePlain;
    private readonly Lazy<ImmutableArray<string>> _kinds;
    private readonly Lazy<RowsByKind> _byKind;
    private readonly Lazy<ImmutableArray<Dated>> _firstOfSpeakers;

    private SortedRecords(List<Dated> known, StandingRecords standing, Instant? latest, ImmutableArray<Diagnostic> told)
    {
        (Known, Standing, Latest, Told) = (known, standing, latest, told);
        Names = RowNames.Of(known) ?? new();
        _heard = new(() => HeardIn(Known));
        _arePlain = new(() => ArePlain(Standing));
        _kinds = new(() => KindsIn(Standing, Names));
        _byKind = new(() => new RowsByKind(Standing, Names));
        _firstOfSpeakers = new(() => Sources.FirstOfEach(Standing.Records));
    }

    /// <summary>One for each id.</summary>
    public List<Dated> Known { get; }

    public StandingRecords Standing { get; }

    /// <summary>The latest instant at which a record of the input may have been recorded, known by then or not; null: there is none.</summary>
    public Instant? Latest { get; }

    /// <summary>What is wrong with the records.</summary>
    public ImmutableArray<Diagnostic> Told { get; }

    /// <summary>The names of what there are rows of, and room for others.</summary>
    public NumberedNames Names { get; }

    /// <summary>When each source was last heard of.</summary>
    public ImmutableSortedDictionary<string, Instant> Heard => _heard.Value;

    /// <summary>The first record of each who reports something.</summary>
    public ImmutableArray<Dated> FirstOfSpeakers => _firstOfSpeakers.Value;

    /// <summary>Does nothing rest on anything else, and nothing count?</summary>
    public bool IsPlain => _arePlain.Value;

    /// <summary>The kinds of events that plain reports tell of.</summary>
    public ImmutableArray<string> Kinds => _kinds.Value;

    /// <summary>The plain reports by these kinds.</summary>
    public RowsByKind ByKind => _byKind.Value;

    public static SortedRecords Of(IReadOnlyCollection<ReportRecord> records, DateTimeZone zone, Instant? asOf, Instant? publishedAsOf)
    {
        var diagnostics = new DiagnosticBag();
        var all = RecordedTime.Date(records, zone, diagnostics);
        Instant? latest = all.Count == 0 ? null : LatestOf(all);
        if (asOf is not null || publishedAsOf is not null)
        {
            all.RemoveAll(r => !r.IsKnown(asOf, publishedAsOf, zone));
        }

        var known = Duplicates.Remove(all, diagnostics);
        return new SortedRecords(known, Withdrawals.Apply(known, diagnostics), latest, [.. diagnostics.Items]);
    }

    /// <summary>The same, where a report that came too late to be admitted replaces nothing.</summary>
    public SortedRecords Admitting(Admission admission)
    {
        var diagnostics = new DiagnosticBag();
        var known = Known.ConvertAll(admission.WithoutLateReplacement);
        return new SortedRecords(known, Withdrawals.Apply(known, diagnostics), Latest, [.. diagnostics.Items]);
    }

    /// <summary>Sources are the same object from line to line.</summary>
    private static ImmutableSortedDictionary<string, Instant> HeardIn(List<Dated> known)
    {
        // The last of each comes last.
        var last = new Dictionary<string, Instant>(StringComparer.Ordinal);
        string? next = null;
        for (var i = known.Count - 1; i >= 0; i--)
        {
            if (known[i].Record is not (GradeRecord or DeterminationRecord or CaseRecord) && known[i].Record.Speaker is { } speaker && !ReferenceEquals(speaker, next))
            {
                last.TryAdd(speaker, known[i].At);
                next = speaker;
            }
        }

        return last.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static Instant LatestOf(List<Dated> all)
    {
        var latest = all[0].Latest;
        foreach (var dated in all)
        {
            latest = Instant.Max(latest, dated.Latest);
        }

        return latest;
    }

    private static ImmutableArray<string> KindsIn(StandingRecords standing, NumberedNames names)
    {
        var kinds = new HashSet<int>();
        var last = -1;
        foreach (var dated in standing.Records)
        {
            if (dated.Record is Report report && report.IsRow(out var rows, out var row) && ReferenceEquals(rows.Names, names) && rows[row].Kind != last)
            {
                last = rows[row].Kind;
                kinds.Add(last);
            }
        }

        return [.. kinds.Select(k => names[k])];
    }

    private static bool ArePlain(StandingRecords standing)
    {
        foreach (var dated in standing.Records)
        {
            if (dated.Record is CountRecord)
            {
                return false;
            }

            if (dated.Record is not Report report || report.IsRow(out _, out _))
            {
                continue;
            }

            foreach (var claim in report.Claims)
            {
                if (!claim.DerivedFrom.IsEmpty)
                {
                    return false;
                }
            }
        }

        return true;
    }
}

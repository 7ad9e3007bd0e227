using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Tables;

/// <summary>
/// From findings to rows a person can read: findings that differ only in beneficiary become one row, then those that differ only in the
/// calendar year, then those that differ only in the bearer. Nothing is lost: a row knows its findings.
/// </summary>
public static class RowFolder
{
    /// <summary>Fewer alike bearers than this keep a row each.</summary>
    private const int FewBearers = 3;

    /// <summary>Fewer alike counts than this keep a row each.</summary>
    private const int FewCounts = 3;

    public static ImmutableArray<FindingRow> Rows(Agreement agreement, IEnumerable<Finding> findings, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(speech);
        speech = speech.In(agreement.Calendar);
        var times = new TimeWords(agreement.Calendar, speech.Phrases);
        return
        [
            .. findings
                .GroupBy(f => (f.ClausePath, Bearers: Joined(f.Bearers), Trigger: Joined(f.Trigger), f.Line, Looks: LooksOf(f, times, speech)))
                .Select(g => Draft.Of(agreement, g.Key.Looks, speech, [.. g]))
                .GroupBy(d => d.Year is null ? (object)d : (d.Path, d.Bearers, d.To, d.Trigger, d.Line, d.State, d.Certainty, d.Reason, d.Decided))
                .SelectMany(g => Years(g, speech))
                .GroupBy(d => d.Count is { } count ? (d.Path, d.Bearers, d.To, count.Kind, d.Line, d.State, d.Certainty, d.Decided) : (object)d)
                .SelectMany(g => Counts([.. g], times, speech))
                .GroupBy(d => (d.Path, To: d.OwedTo, d.Trigger, d.Line, d.Year, d.State, d.When, d.Certainty, d.Reason, d.Decided, d.IsAlone))
                .SelectMany(g => Bearers(agreement, speech, [.. g])),
        ];
    }

    private static string Joined(ImmutableArray<string> names) => string.Join('\u001f', names);

    private static Looks LooksOf(Finding finding, TimeWords times, Speech speech) => new(
        speech.States.Of(finding),
        WhenWords.Of(finding, times, speech),
        speech.Certainties.WithRecord(finding),
        speech.Reasons.Short(finding),
        string.Join('\n', speech.Late.Beside(finding)));

    private static IEnumerable<Draft> Years(IEnumerable<Draft> alike, Speech speech)
    {
        var drafts = alike.ToList();
        if (drafts.Count == 1 || drafts[0].Year is null)
        {
            return drafts;
        }

        var runs = new List<List<Draft>>();
        foreach (var draft in drafts.OrderBy(d => d.Year))
        {
            if (runs.Count > 0 && runs[^1][^1].Year + 1 == draft.Year)
            {
                runs[^1].Add(draft);
            }
            else
            {
                runs.Add([draft]);
            }
        }

        return runs.Select(run => run.Count == 1
            ? run[0]
            : run[0] with
            {
                Trigger = run[0].Trigger + (run[0].Trigger.Length > 0 ? ", " : string.Empty) + speech.Phrases.Say("time.range", $"{run[0].Year}", $"{run[^1].Year}"),
                Year = null,
                When = string.Empty,
                Findings = [.. run.SelectMany(d => d.Findings)],
            });
    }

    /// <summary>Several counts of a kind of which the same is found: by how many there are, and from when to when. The first tells why.</summary>
    private static ImmutableArray<Draft> Counts(ImmutableArray<Draft> alike, TimeWords times, Speech speech)
    {
        if (alike.Length < FewCounts)
        {
            return alike;
        }

        var spans = alike.SelectMany(d => d.Findings).Select(f => f.Opened).OfType<InstantRange>().ToList();
        var span = spans.Count == 0 ? string.Empty : times.Of(spans.Aggregate((a, b) => a.Cover(b)));
        return
        [
            alike[0] with
            {
                Trigger = speech.Phrases.Say("table.counts", alike[0].Count!.Kind, $"{alike.Length}"),
                When = span.Length > 0 ? speech.Phrases.Say("table.counted", span) : alike[0].When,
                Findings = [.. alike.SelectMany(d => d.Findings)],
            },
        ];
    }

    private static IEnumerable<FindingRow> Bearers(Agreement agreement, Speech speech, ImmutableArray<Draft> alike)
    {
        if (alike.Length < FewBearers || alike[0].IsAlone)
        {
            return alike.Select(d => d.ToRow(d.To is { } to ? speech.Parties.To(d.Who, to) : d.Who));
        }

        var who = speech.Parties.Bearers(agreement, [.. alike.Select(d => d.Who)]);
        return [alike[0].ToRow(alike[0].OwedTo is { } to ? speech.Parties.To(who, to) : who, [.. alike.SelectMany(d => d.Findings)])];
    }

    /// <summary>What a row tells of each of its findings.</summary>
    private readonly record struct Looks(string State, string When, string Certainty, string Reason, string Decided);

    /// <summary>A row in the making.</summary>
    /// <param name="To">All beneficiaries in words.</param>
    /// <param name="OwedTo">The same without the number, by which rows of different bearers are alike.</param>
    /// <param name="Year">Set for a trigger that is a calendar year; it is then not part of <paramref name="Trigger"/>.</param>
    /// <param name="IsAlone">Joint and unattributed bearers are never folded.</param>
    private sealed record Draft(
        string Path,
        string Group,
        string Bearers,
        string Who,
        string? To,
        string? OwedTo,
        string Trigger,
        int? Year,
        string? Line,
        string State,
        string When,
        string Certainty,
        string Reason,
        string Decided,
        bool IsAlone,
        ImmutableArray<Finding> Findings)
    {
        /// <summary>Each is a row of its own: only what is grouped by is compared.</summary>
        public bool Equals(Draft? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        /// <summary>What is counted, where a count is what it is about.</summary>
        public CountName? Count => Findings.Length == 1 && Findings[0].Trigger is [.., var last] ? CountName.Parse(last) : null;

        public static Draft Of(Agreement agreement, Looks looks, Speech speech, ImmutableArray<Finding> alike)
        {
            var first = alike[0];
            var to = alike.Select(f => f.Beneficiary).OfType<string>().ToImmutableArray();
            var inWords = to.Length == 0 ? null : speech.Parties.Beneficiaries(agreement, first.Bearers, to);
            var owed = speech.Parties.EachParty(agreement, first.Bearers, to) ?? inWords;
            var trigger = ClauseLookup.TriggerOf(first);
            var year = trigger is [.., { Length: 4 } last] && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
            var (state, when, certainty, reason, decided) = looks;
            return new Draft(
                first.ClausePath, speech.Clauses.Full(first), Joined(first.Bearers), speech.Parties.Bearer(first), inWords, owed,
                speech.Triggers.Joined(first, year is null ? trigger : trigger[..^1]), year, first.Line, state, when, certainty, reason, decided,
                first.IsJoint || first.IsUnattributed || first.Bearers.Length != 1, alike);
        }

        public FindingRow ToRow(string who, ImmutableArray<Finding>? findings = null)
        {
            var about = Year is { } year ? (Trigger.Length > 0 ? Trigger + ", " : string.Empty) + year.ToString(CultureInfo.InvariantCulture) : Trigger;
            about = Line is null ? about : about.Length > 0 ? $"{about}: {Line}" : Line;
            return new FindingRow(Group, who, about, State, When, Certainty, Reason, Decided.Length > 0 ? [.. Decided.Split('\n')] : [], findings ?? Findings);
        }
    }
}

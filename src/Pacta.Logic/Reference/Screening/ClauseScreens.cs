using Pacta.Logic.Reference.Norms;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference.Screening;

/// <summary>A clause in one way to read it, with the norms of that way.</summary>
internal readonly record struct WayScreen(World World, NormEvaluation Norms, ClauseScreen Screen);

/// <summary>
/// A quick look at a clause in all ways to read it. Ways are mostly alike in what opens the clause, and some in the duty as well: at what is alike it is looked once.
/// </summary>
internal sealed class ClauseScreens
{
    private readonly Clause _clause;
    private readonly Opening[] _openings;

    private ClauseScreens(Clause clause, Opening[] openings, IReadOnlyCollection<FindingNote> notes) => (_clause, _openings, Notes) = (clause, openings, notes);

    /// <summary>What is noted, in any of the ways, of each duty that is found met.</summary>
    public IReadOnlyCollection<FindingNote> Notes { get; }

    /// <summary>Does nothing come of the clause, whatever opens it?</summary>
    public bool IsIdle => _openings.Length > 0 && Array.TrueForAll(_openings, o => o.First.Screen.IsIdle);

    /// <param name="header">What decides when the agreement is in force.</param>
    public static ClauseScreens Of(Agreement agreement, Clause clause, Mentions header, IEnumerable<WayScreen> ways)
    {
        var all = ways.ToList();
        var opener = new Mentions(agreement);
        opener.Add(clause.When);
        var openings = all
            .GroupBy(w => (w.Screen.IsIdle, Readings: NameOf(w.World, t => opener.Clauses.Count > 0 || opener.Readings.ContainsKey(t))))
            .Select(g => OpeningOf(clause, [.. g], AreOwnReadingsOfSentenceOnly(agreement, clause, header)))
            .ToArray();
        return new ClauseScreens(clause, openings, [.. all.SelectMany(w => w.Screen.Duty?.Notes ?? []).Distinct()]);
    }

    /// <summary>Does an event open a duty that is plainly met (yes), or none at all (no), however the text is read?</summary>
    /// <param name="met">The only instance, where there is one.</param>
    public Screened Run(Fact fact, out PlainInstance met)
    {
        met = default;
        var result = Screened.Unsure;
        foreach (var opening in _openings)
        {
            var opens = opening.First.Norms.Opens(opening.First.Screen, opening.Frame, fact, out var at);
            if (opens == Screened.Unsure || (opens == Screened.No && result == Screened.Yes))
            {
                return Screened.Unsure;
            }

            if (opens == Screened.No)
            {
                result = Screened.No;
                continue;
            }

            foreach (var (_, norms, screen) in opening.Duties)
            {
                var here = norms.Screen(_clause, screen, opening.Frame, at, out var instance);
                if (here is Screened.Unsure or Screened.NotPlain)
                {
                    return here;
                }

                if (result != Screened.Unsure && (here != result || instance.Bearer != met.Bearer || instance.Beneficiary != met.Beneficiary))
                {
                    return Screened.Unsure;
                }

                met = result == Screened.Unsure ? instance : met;
                result = here;
            }
        }

        return result;
    }

    private static Opening OpeningOf(Clause clause, List<WayScreen> ways, bool mayShare)
    {
        var duties = new List<WayScreen>();
        foreach (var way in ways)
        {
            if (!mayShare || !duties.Exists(d => AreAlike(clause, d, way)))
            {
                duties.Add(way);
            }
        }

        // The variables of the event that opens it have the same places in all, and those of each duty stand behind them.
        return new Opening(ways[0], [.. duties], new Slot[ways.Max(w => w.Screen.Places)]);
    }

    /// <summary>Whether it makes no other difference how a clause is read than which sentence it has.</summary>
    private static bool AreOwnReadingsOfSentenceOnly(Agreement agreement, Clause clause, Mentions header)
    {
        var mentions = new Mentions(agreement);
        mentions.Add(clause);
        return mentions.Clauses.Count == 0 && header.Clauses.Count == 0 && !header.Readings.ContainsKey(clause.Name);
    }

    /// <summary>Have two ways the same duty? They may differ in what excuses from it, which is looked at where the screens are made.</summary>
    private static bool AreAlike(Clause clause, in WayScreen a, in WayScreen b) =>
        a.Screen.Duty is not null && b.Screen.Duty is not null
        && AreAlike(a.Screen.Sentence, b.Screen.Sentence)
        && NameOf(a.World, t => t != clause.Name) == NameOf(b.World, t => t != clause.Name);

    private static bool AreAlike(Sentence a, Sentence b) =>
        a.Modality == b.Modality
        && a.Timing == b.Timing
        && a.Subject with { Names = [] } == b.Subject with { Names = [] }
        && a.Subject.Names.SequenceEqual(b.Subject.Names)
        && a.Act is DoAct { Pattern: var one } && b.Act is DoAct { Pattern: var other }
        && one with { Roles = [] } == other with { Roles = [] }
        && one.Roles.SequenceEqual(other.Roles);

    private static string NameOf(World world, Func<string, bool> isAsked) => string.Join(';', world.Readings.Where(r => isAsked(r.Key)).Select(r => $"{r.Key}={r.Value}"));

    /// <summary>Ways that have alike what opens the clause.</summary>
    /// <param name="First">One of them.</param>
    /// <param name="Duties">One of each that have the duty alike as well.</param>
    private sealed record Opening(WayScreen First, WayScreen[] Duties, Slot[] Frame);
}

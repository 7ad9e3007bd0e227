using System.Collections.Immutable;
using System.Numerics;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.Packages;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Packages;

/// <summary>The packages of a negotiation in words: what was looked at, options and worths, efficient packages, best ones, excluded ones.</summary>
internal sealed class PackageSections
{
    /// <summary>With more issues than that a package is one cell.</summary>
    private const int MostColumns = 5;

    private readonly PackageFindings _found;
    private readonly PackageWords _words;

    private PackageSections(PackageFindings found, Speech speech) => (_found, _words) = (found, new PackageWords(found, speech));

    private PackageSpace Space => _found.Space;

    public static Told Of(PackageFindings found, Speech speech)
    {
        var sections = new PackageSections(found, speech);
        return new Told(
            sections._words.Say("title", found.Space.Talks.Title),
            [
                sections.Looked(),
                .. found.Emptiness is null ? (Section[])[] : [sections.Nothing(found.Emptiness)],
                .. found.Emptiness is null && found.Optima.All(o => o.Absence == NoOptimum.NotDecided) ? (Section[])[sections.Undecided()] : [],
                .. found.Optima.Any(o => o.Absence == NoOptimum.None) ? (Section[])[sections.Best()] : [],
                .. found.Efficient.Length > 0 ? (Section[])[sections.Efficient()] : [],
                .. found.Counts is { } counts && (counts.Across > 0 || counts.Left < counts.Possible) ? (Section[])[sections.Excluded(counts)] : [],
                sections.Options(),
            ]);
    }

    private Section Looked()
    {
        var lead = new List<string>();
        lead.Add(_words.Counted("count", Space.Count, _words.Counted("issues", Space.Talks.Issues.Length)));
        lead.Add(_found.Search.Method switch
        {
            SearchMethod.Enumeration => _words.Say("enumerated", PackageWords.Number(_found.Search.Bound)),
            SearchMethod.Merge => _words.Say(
                "merged", PackageWords.Number(PackageFinder.MostEnumerated), PackageWords.Number(_found.Search.Looked), PackageWords.Number(_found.Search.Bound)),
            _ => _words.Say(_found.Search.WasAskedFor ? "too_many.asked_for" : "too_many", PackageWords.Number(PackageFinder.MostEnumerated)),
        });
        lead.AddRange(_found.Search.Troubles.Select(_words.Trouble));
        if (_found.Search.Allowance is { } allowance)
        {
            var asked = _words.Counted("questions", _found.Search.Looked);
            var far = _words.Say("allowance." + Names.Snake(allowance.Measure), PackageWords.Number(allowance.Most));
            lead.Add(_found.Search.Solver is { } solver ? _words.Say("solved", solver, asked, far) : _words.Say("own_search", asked, far));
            lead.Add(_words.Say("solved.bound", PackageWords.Number(_found.Search.Bound)));
        }

        if (_found.Counts is { } counts)
        {
            var impossible = Space.Count - counts.Possible;
            lead.AddRange(impossible.IsZero ? Array.Empty<string>() : [_words.Counted("impossible", impossible)]);
            lead.Add(_words.Counted("left", counts.Left, PackageWords.Number(counts.Possible)));
        }

        lead.AddRange(_found.LeftOut.Select(p => _words.Say(Space.Talks.Of(p.Name) is null ? "left_out.unknown" : "left_out.asked", p.Name)));
        if (!_found.WithoutAlternative.IsEmpty)
        {
            lead.Add(_words.Say("no_alternative", _words.Parties(_found.WithoutAlternative)));
        }

        return new Section("looked", _words.Say("looked"), [.. lead], [], [], [_words.Say("worths.remark")]);
    }

    private Section Nothing(Emptiness emptiness) => new(
        "nothing",
        _words.Say("nothing"),
        [_words.Say(emptiness.NonePossible ? "nothing.impossible" : emptiness.Sets.IsEmpty ? "nothing.undecided" : emptiness.AreSmallest ? "nothing.smallest" : "nothing.one")],
        [],
        emptiness.NonePossible ? [.. Space.Talks.Exclusions.Select(e => _words.Say("excludes", e.Text))] : [.. emptiness.Sets.Select(s => string.Join("; ", s.Select(_words.Demand)))],
        emptiness.NonePossible || emptiness.Sets.IsEmpty ? [] : [_words.Say("nothing.remark")]);

    private Section Undecided() => new("undecided", _words.Say("undecided"), [_words.Say("undecided.lead")], [], [], []);

    private Section Best()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        rows.Add([_words.Say("sense"), _words.Say("value"), _words.Say("packages")]);
        var items = new List<string>();
        foreach (var optimum in _words.Plain)
        {
            rows.Add([_words.Kind(optimum.Kind), _words.Value(optimum), optimum.Value is null ? _words.Say("none") : _words.Packages(optimum.Packages.Select(p => p.Number), optimum.Count, optimum.IsCounted)]);
            foreach (var package in optimum.Packages.Where(p => p.BetteredBy is not null))
            {
                items.Add(_words.Say("not_efficient", _words.Kind(optimum.Kind), PackageWords.Number(package.Number), PackageWords.Number(package.BetteredBy ?? 0), BetterFor(package)));
            }

            if (optimum.Packages.Any(p => !p.IsDecided))
            {
                items.Add(_words.Say("efficiency_not_decided", _words.Kind(optimum.Kind)));
            }

            if (optimum is { Kind: OptimumKind.NashProduct, Proof: not Proof.BestFound, Value.Numerator.IsZero: true })
            {
                items.Add(_words.Say("nash_zero"));
            }

            if (!optimum.WithoutShare.IsEmpty && optimum.Kind == OptimumKind.KalaiSmorodinsky)
            {
                items.Add(_words.Say("without_share", _words.Parties(optimum.WithoutShare)));
            }

            if (optimum is { Absence: NoOptimum.None, InefficientTies: false })
            {
                items.Add(_words.Say("ties_not_looked_for", _words.Kind(optimum.Kind)));
            }
        }

        return new Section("best", _words.Say("best"), [_words.Say(_found.Optima.Any(o => !o.IsCounted) ? "best.lead.not_all" : "best.lead"), .. _found.Search.Solver is { } solver ? (string[])[_words.Say("best.claimed", solver)] : []], rows.ToImmutable(), [.. items], [.. _words.Plain.Where(o => o.Value is not null).Select(o => _words.Say("means." + Names.Snake(o.Kind))), _words.Say("best.remark")]);
    }

    private string BetterFor(OptimalPackage package)
    {
        var better = Space.WorthOf(package.BetteredBy ?? package.Number);
        return _words.Parties(Enumerable.Range(0, Space.Parties.Length).Where(p => better[p] > package.Worth[p]));
    }

    private Section Efficient()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        rows.Add([_words.Say("package"), .. IssueColumns(), .. Space.Parties.Select(p => p.Name), _words.Say("best_in")]);
        var points = _found.Efficient.Where(e => e.WorseFor.IsEmpty).ToList();
        foreach (var point in points)
        {
            foreach (var package in point.Packages)
            {
                rows.Add([PackageWords.Number(package), .. OptionCells(package), .. point.Worth.Select((w, p) => _words.Worth(p, w)), _words.BestIn(package)]);
            }
        }

        var lead = new List<string>();
        lead.Add(_words.Say("efficient.lead"));
        lead.Add(_words.Counted(
            _found.Completeness switch
            {
                Completeness.All => "efficient.count",
                Completeness.UpToBound => "efficient.up_to_bound",
                _ => "efficient.undecided",
            },
            _found.EfficientLeft));
        lead.AddRange(points.Any(p => !p.IsCounted) ? [_words.Say("efficient.one_each")] : Array.Empty<string>());
        lead.AddRange(points.Count < _found.EfficientLeft ? [_words.Say("listed_points", PackageWords.Number(points.Count))] : Array.Empty<string>());
        lead.AddRange(points.Any(p => p.Packages.Length < p.Count) ? [_words.Say("listed_ties")] : Array.Empty<string>());
        var others = _found.Efficient.Where(e => !e.WorseFor.IsEmpty)
            .Select(e => _words.Say("efficient_but", _words.Packages(e.Packages, e.Count), _words.Parties(e.WorseFor), Point(e.Worth)));
        return new Section(
            "efficient",
            _words.Say(_found.WithoutAlternative.IsEmpty ? "efficient" : "efficient.unknown"),
            [.. lead],
            rows.ToImmutable(),
            [.. others],
            [_found.WithoutAlternative.Length < Space.Parties.Length ? _words.Say("gains.remark") : _words.Say("points.remark")]);
    }

    private string Point(ImmutableArray<long> worth) => string.Join(", ", worth.Select((w, p) => $"{_words.Party(p)} {_words.Worth(p, w)}"));

    private Section Excluded(PackageCounts counts)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        rows.Add([_words.Say("because_of"), _words.Say("packages")]);
        rows.AddRange(Space.RedLines.Select((r, i) => (ImmutableArray<string>)[_words.Demand(new Demand(r.Party, r.Combination)), PackageWords.Number(counts.ByRedLine[i])]));
        rows.AddRange(Enumerable.Range(0, Space.Parties.Length).Where(p => counts.ByAlternative[p] is not null)
            .Select(p => (ImmutableArray<string>)[_words.Demand(new Demand(p, null)), PackageWords.Number(counts.ByAlternative[p] ?? 0)]));
        var all = counts.Possible - counts.Left;
        return new Section(
            "excluded",
            _words.Say("excluded"),
            [_words.Counted("excluded.lead", all)],
            rows.ToImmutable(),
            [.. _found.Excluded.Select(Why)],
            _found.Excluded.Length < all ? [_words.Say("excluded.listed", PackageWords.Number(_found.Excluded.Length), PackageWords.Number(all))] : []);
    }

    private string Why(ExcludedPackage excluded) => _words.Say(
        "excluded.item",
        PackageWords.Number(excluded.Package.Number),
        string.Join(", ", _words.Options(excluded.Package.Number)),
        string.Join("; ", excluded.Crosses.Select(r => _words.Demand(new Demand(Space.RedLines[r].Party, Space.RedLines[r].Combination)))
            .Concat(excluded.WorseFor.Select(p => _words.Say("worse_for", _words.Party(p), Space.Declared(excluded.Package.Worth[p]).ToString(), _found.AlternativeOf(p)?.ToString() ?? string.Empty)))));

    private Section Options()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        rows.Add([_words.Say("option"), _words.Say("issue"), _words.Say("words"), .. Space.Parties.Select(p => p.Name)]);
        for (var i = 0; i < Space.Talks.Issues.Length; i++)
        {
            var issue = Space.Talks.Issues[i];
            for (var o = 0; o < issue.Options.Length; o++)
            {
                var choice = new Choice(i, o);
                rows.Add([issue.Options[o].Name, issue.Title, issue.Options[o].Title, .. Space.Parties.Select((_, p) => Cell(p, choice))]);
            }
        }

        rows.Add([_words.Say("alternative"), string.Empty, string.Empty, .. Space.Parties.Select((party, p) => AlternativeCell(party, p))]);
        IEnumerable<string> items =
        [
            .. Space.Talks.Exclusions.Select(e => _words.Say("excludes", e.Text)),
            .. Space.RedLines.Where(r => r.Combination.Choices.Length > 1).Select(r => _words.Say("red_line_of", _words.Party(r.Party), r.Combination.Text)),
            .. Space.Parties.SelectMany(p => (Space.Talks.Of(p.Name)?.Together ?? []).Select(t => _words.Say(
                t.Adds < 0 ? "together.costs" : "together.adds", p.Name, t.Combination.Text, Plain(Math.Abs(t.Adds))))),
        ];
        return new Section("options", _words.Say("options"), [], rows.ToImmutable(), [.. items], [_words.Say("options.remark")]);
    }

    private string Cell(int party, Choice choice)
    {
        var worth = Space.Declared(Space.WorthTo(party, choice)).ToString();
        return Space.RedLines.Any(r => r.Party == party && r.Combination.Choices is [var only] && only == choice) ? _words.Say("red_line_cell", worth) : worth;
    }

    private string AlternativeCell(TalkParty party, int place) =>
        _found.AlternativeOf(place) is { } worth ? _words.Say("alternative_cell", worth.ToString(), Space.Talks.Of(party.Name)?.Alternative?.Words ?? string.Empty) : _words.Say("not_declared");

    private static string Plain(decimal value) => value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);

    private IEnumerable<string> IssueColumns() => Space.Talks.Issues.Length <= MostColumns ? Space.Talks.Issues.Select(i => i.Name) : [_words.Say("options.column")];

    private IEnumerable<string> OptionCells(BigInteger package) =>
        Space.Talks.Issues.Length <= MostColumns ? _words.Options(package) : [string.Join(", ", _words.Options(package))];
}

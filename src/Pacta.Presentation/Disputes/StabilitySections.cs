using System.Collections.Immutable;
using System.Globalization;
using Pacta.Negotiation.Stability;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Disputes;

/// <summary>All that is told about a dispute, in its order.</summary>
internal sealed class StabilitySections
{
    /// <summary>A table of more states than this has only those that somebody may stay in.</summary>
    private const int MostRows = 40;

    /// <summary>More states than this are told in detail only if they are asked for.</summary>
    private const int MostDetailed = 12;

    private static readonly Concept[] Concepts = Enum.GetValues<Concept>();

    private readonly StabilityQuestion _question;
    private readonly StabilityAnalysis _analysis;
    private readonly GraphModel _model;
    private readonly DisputeWords _words;
    private readonly ReasonSentences _reasons;

    private StabilitySections(StabilityQuestion question, Speech speech)
    {
        _question = question;
        _analysis = question.Analysis;
        _model = question.Analysis.Model;
        _words = new DisputeWords(_model, speech);
        _reasons = new ReasonSentences(_analysis, _words);
    }

    private IEnumerable<int> States => Enumerable.Range(0, _model.States.Length);

    public static string Title(StabilityQuestion question) => $"{question.Analysis.Model.Dispute.Title} ({question.Analysis.Model.Dispute.Name})";

    public static ImmutableArray<StabilitySection> Of(StabilityQuestion question, Speech speech)
    {
        var sections = new StabilitySections(question, speech);
        return
        [
            sections.Answer(),
            sections.WhoCanDoWhat(),
            sections.WhatIsPreferred(),
            sections.AllStates(),
            sections.Details(),
            .. question.HasInverse ? [sections.WhatWouldHaveToBePreferred()] : Array.Empty<StabilitySection>(),
            sections.HowToRead(),
        ];
    }

    private StabilitySection Answer()
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var nash = States.Where(s => _analysis.OfState(s, Concept.Nash) == Verdict.Stable).ToList();
        var sequential = States.Where(s => _analysis.OfState(s, Concept.Sequential) == Verdict.Stable).Except(nash).ToList();
        var general = States.Where(s => _analysis.OfState(s, Concept.GeneralMetarational) == Verdict.Stable).Except(nash).Except(sequential).ToList();
        lines.Add(nash.Count == 0 ? _words.Say(States.Any(s => _analysis.OfState(s, Concept.Nash) == Verdict.Undetermined) ? "answer.none_known" : "answer.none") : _words.Say("answer.nash", Listed(nash)));
        AddIfAny(sequential, "answer.sequential");
        AddIfAny(general, "answer.general");
        AddIfAny([.. States.Where(s => _analysis.OfState(s, Concept.GeneralMetarational) == Verdict.Undetermined)], "answer.undetermined");
        if (_analysis.JudgesCoalitions && _model.Parties > 1)
        {
            foreach (var state in nash.Concat(sequential).Take(MostDetailed))
            {
                foreach (var coalition in _analysis.Coalitions.Where(c => _analysis.OfCoalition(c, state, Concept.Nash) == Verdict.Unstable).Take(1))
                {
                    var to = _analysis.ReasonOfCoalition(coalition, state, Concept.Nash).Moves[0].To;
                    lines.Add(_words.Say("answer.coalition", _words.State(state), _words.Parties(StabilityAnalysis.Members(coalition)), _words.State(to)));
                }
            }
        }

        return new StabilitySection("answer", _words.Say("answer"), lines.ToImmutable(), [], []);

        void AddIfAny(List<int> states, string key)
        {
            if (states.Count > 0)
            {
                lines.Add(_words.Say(key, Listed(states)));
            }
        }

        string Listed(List<int> states) => states.Count <= MostDetailed
            ? _words.List(states.Select(_words.State))
            : _words.Say("and_more", string.Join(", ", states.Take(MostDetailed).Select(_words.State)), Count(states.Count - MostDetailed));
    }

    private StabilitySection WhoCanDoWhat()
    {
        var dispute = _model.Dispute;
        ImmutableArray<ImmutableArray<string>> rows =
        [
            [_words.Say("party"), _words.Say("option"), _words.Say("meaning")],
            .. dispute.Options.Select(o => ImmutableArray.Create(
                dispute.Parties[o.Party].FullName == dispute.Parties[o.Party].Name ? dispute.Parties[o.Party].Name : $"{dispute.Parties[o.Party].Name}: {dispute.Parties[o.Party].FullName}",
                o.Name, o.Words ?? string.Empty)),
        ];
        ImmutableArray<string> remarks =
        [
            .. dispute.Cites.Select(c => _words.Say("cite", c)),
            .. Said("impossible", dispute.Impossible.Select(s => s.Text)),
            .. Said("irreversible", dispute.Irreversible.Select(s => s.Text)),
            .. Said("merge", dispute.Merged.Select(s => s.Text)),
        ];
        return new StabilitySection("options", _words.Say("options"), remarks, rows, []);

        IEnumerable<string> Said(string key, IEnumerable<string> statements)
        {
            var all = statements.ToList();
            return all.Count == 0 ? [] : [_words.Say(key, string.Join("; ", all))];
        }
    }

    private StabilitySection WhatIsPreferred()
    {
        var lines = _model.States.Length > MostRows
            ? [_words.Say("preferences.too_many")]
            : Enumerable.Range(0, _model.Parties).Select(p => PreferenceOrder.Of(_model, p, _words)).ToImmutableArray();
        return new StabilitySection("preferences", _words.Say("preferences"), lines, [], []);
    }

    private StabilitySection AllStates()
    {
        var isWhole = _model.States.Length <= MostRows;
        var kept = States.Where(s => _analysis.OfState(s, Concept.GeneralMetarational) != Verdict.Unstable).ToList();
        var rows = isWhole ? [.. States] : kept.Take(MostRows).ToList();
        ImmutableArray<string> heading =
        [
            _words.Say("number"), _words.Say("state"), _words.Say("taken"), .. Concepts.Select(c => _words.Say("column." + ReasonSentences.KeyOf(c))),
            .. _analysis.JudgesCoalitions ? [_words.Say("column.coalitions")] : Array.Empty<string>(),
        ];
        ImmutableArray<ImmutableArray<string>> table =
        [
            heading,
            .. rows.Select(s => ImmutableArray.CreateRange<string>(
            [
                DisputeWords.Number(s), _words.NameOf(s) ?? string.Empty, _words.Taken(s), .. Concepts.Select(c => Cell(_analysis.OfState(s, c))),
                .. _analysis.JudgesCoalitions ? [Cell(_analysis.OfCoalitions(s, Concept.Nash))] : Array.Empty<string>(),
            ])),
        ];
        ImmutableArray<string> remarks =
        [
            _words.Say("states.count", Count(_model.States.Length), Count(_model.Moves.Sum(p => p.Sum(m => m.Length)))),
            .. isWhole ? [] : new[] { _words.Say("states.only", Count(kept.Count), Count(rows.Count)) },
            _analysis.JudgesCoalitions
                ? _words.Numbered("coalitions.judged", _analysis.Coalitions.Length)
                : _words.Say("coalitions.too_many", Count(StabilityAnalysis.MostStatesForCoalitions), Count(StabilityAnalysis.MostPartiesForCoalitions)),
        ];
        return new StabilitySection("states", _words.Say("states"), remarks, table, []);

        string Cell(Verdict verdict) => _words.Say("cell." + ReasonSentences.KeyOf(verdict));
    }

    private StabilitySection Details()
    {
        var states = Detailed();
        var entries = states.Select(state => new StabilityEntry(
            Heading(state),
            Summary(state),
            [
                .. Enumerable.Range(0, _model.Parties).Select(p => (_words.Party(p), _reasons.OfParty(p, state))),
                .. _analysis.Coalitions
                    .Where(c => IsTold(c, state))
                    .Select(c => (_words.Say("together", _words.Parties(StabilityAnalysis.Members(c))), _reasons.OfCoalition(c, state))),
            ]));
        var isCut = _question.Outcomes.IsEmpty && states.Count < _model.States.Length;
        return new StabilitySection("details", _words.Say("details"), isCut ? [_words.Say(states.Count == 0 ? "details.none" : "details.cut")] : [], [], [.. entries]);
    }

    private StabilitySection WhatWouldHaveToBePreferred()
    {
        var inverse = new InverseSentences(_model, _words);
        var entries = Detailed().Select(state => new StabilityEntry(
            _words.Say("inverse.entry", Heading(state)),
            inverse.Bound(state),
            [.. Enumerable.Range(0, _model.Parties).Select(p => (_words.Party(p), inverse.Of(p, state)))]));
        return new StabilitySection("inverse", _words.Say("inverse"), [_words.Say("inverse.remark")], [], [.. entries]);
    }

    private StabilitySection HowToRead() => new(
        "reading",
        _words.Say("reading"),
        [
            _words.Say("reading.state"),
            .. Concepts.Select(c => _words.Say("reading." + ReasonSentences.KeyOf(c))),
            .. _analysis.JudgesCoalitions ? [_words.Say("reading.coalition")] : Array.Empty<string>(),
            _words.Say("reading.unknown"),
            _words.Say("reading.limits"),
        ],
        [],
        []);

    /// <summary>The states that are asked for, else those that may last.</summary>
    private List<int> Detailed() => !_question.Outcomes.IsEmpty
        ? [.. _question.Outcomes]
        : [.. States.Where(s => _analysis.OfState(s, Concept.GeneralMetarational) != Verdict.Unstable).Take(MostDetailed)];

    /// <summary>A coalition is told where it can gain what none within it can already; of a state that is asked for, all are that can gain or may.</summary>
    private bool IsTold(int coalition, int state) => _question.Outcomes.IsEmpty
        ? _analysis.OfCoalition(coalition, state, Concept.Nash) == Verdict.Unstable
            && !_analysis.Coalitions.Any(c => c != coalition && (c & coalition) == c && _analysis.OfCoalition(c, state, Concept.Nash) == Verdict.Unstable)
            && StabilityAnalysis.Members(coalition).All(p => _analysis.OfParty(p, state, Concept.Nash) != Verdict.Unstable)
        : _analysis.OfCoalition(coalition, state, Concept.Nash) != Verdict.Stable;

    private string Heading(int state) => _words.Say("heading", DisputeWords.Number(state), _words.NameOf(state) ?? string.Empty, _words.MeaningOf(state) ?? string.Empty, _words.Taken(state));

    private string Summary(int state)
    {
        var stable = Concepts.Where(c => _analysis.OfState(state, c) == Verdict.Stable).Select(c => _words.Say("concept." + ReasonSentences.KeyOf(c))).ToList();
        var unknown = Concepts.Where(c => _analysis.OfState(state, c) == Verdict.Undetermined).Select(c => _words.Say("concept." + ReasonSentences.KeyOf(c))).ToList();
        return _words.Say(
            stable.Count == 0 && unknown.Count == 0 ? "summary.none" : stable.Count == 0 ? "summary.unknown" : "summary.stable",
            _words.List(stable), _words.List(unknown));
    }

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}

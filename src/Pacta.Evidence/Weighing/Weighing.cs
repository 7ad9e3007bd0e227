using System.Collections.Immutable;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Joining;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Weighing;

/// <summary>
/// What counts under a perspective, before anything is joined: whom it accepts, then what its standard of proof asks for. Whatever does not count is
/// listed with the reason; nothing of it is lost, and under another perspective it may count.
/// </summary>
internal sealed class Weighing
{
    private const string Author = "by";

    private readonly Perspective _perspective;
    private readonly ProofStandard? _standard;
    private readonly Vocabulary _vocabulary;
    private readonly Grades _grades;
    private readonly List<LeftOut> _leftOut = [];
    private readonly HashSet<ReportReference> _ungraded = [];
    private (string Source, bool IsAccepted) _last = (string.Empty, false);

    private Weighing(Perspective perspective, Vocabulary vocabulary, ImmutableArray<Graded> grades)
    {
        _perspective = perspective;
        _standard = perspective.Standard is { } name ? vocabulary.Standards.GetValueOrDefault(name) : null;
        _vocabulary = vocabulary;
        _grades = new Grades(grades);
    }

    /// <returns>The statements that count, what does not, and what counts without the grade that is asked for.</returns>
    public static (List<Statement> Counting, ImmutableArray<LeftOut> LeftOut, ImmutableArray<ReportReference> Ungraded) Apply(
        Perspective perspective, Vocabulary vocabulary, List<Statement> statements, ImmutableArray<Graded> grades)
    {
        var weighing = new Weighing(perspective, vocabulary, grades);
        var counting = statements.Where(s => weighing.IsAccepted(s) && weighing.IsGradedEnough(s)).ToList();
        counting = weighing._standard is { Origins: > 1 } standard ? weighing.WithEnoughOrigins(counting, standard) : counting;
        return (counting, [.. weighing._leftOut
            .GroupBy(l => (l.Code, l.About, Arguments: string.Join('\u001f', l.Arguments)))
            .Select(g => g.First() with { Reports = AttributeJoiner.References(g.SelectMany(l => l.Reports)) })
            .OrderBy(l => l.About, StringComparer.Ordinal)
            .ThenBy(l => l.Code)
            .ThenBy(l => string.Join('\u001f', l.Arguments), StringComparer.Ordinal)],
            [.. weighing._ungraded.Order()]);
    }

    /// <summary>Does the perspective accept what this source says? A source that is an actor by itself is a party.</summary>
    public static bool Accepts(Perspective perspective, Vocabulary vocabulary, string source) =>
        perspective.Accepts.Length == 0 || source == Sources.Scenario || (KindOf(vocabulary, source) is { } kind && perspective.Accepts.Contains(kind));

    private static SourceKind? KindOf(Vocabulary vocabulary, string source) =>
        vocabulary.Sources.TryGetValue(source, out var declared) ? declared.Kind : vocabulary.Actors.ContainsKey(source) ? SourceKind.Party : null;

    private bool IsAccepted(Statement statement)
    {
        if (_last.Source != statement.By.Source)
        {
            _last = (statement.By.Source, Accepts(_perspective, _vocabulary, statement.By.Source));
        }

        if (!_last.IsAccepted)
        {
            return KindOf(_vocabulary, statement.By.Source) is { } unwanted
                ? Leave(LeftOutCode.KindNotAccepted, statement, Name(unwanted))
                : Leave(LeftOutCode.NotDeclared, statement);
        }

        return statement.Asserts || _standard is not { DenialCounts: { Length: > 0 } counts } || statement.By.Source == Sources.Scenario
            || (KindOf(_vocabulary, statement.By.Source) is { } kind && counts.Contains(kind))
            || Leave(LeftOutCode.DenialDoesNotCount, statement, KindOf(_vocabulary, statement.By.Source) is { } other ? Name(other) : string.Empty);
    }

    private bool IsGradedEnough(Statement statement)
    {
        if (_standard is null || statement.By.Source == Sources.Scenario)
        {
            return true;
        }

        return Meets(statement, _standard.Reliability, _grades.Reliability(statement))
            && Meets(statement, _standard.Credibility is { } figure ? (char)('0' + figure) : null, _grades.Credibility(statement));
    }

    /// <summary>What nobody graded, or could judge, is not graded lower: that a grade is missing is told, and decides nothing.</summary>
    private bool Meets(Statement statement, char? asked, char? graded)
    {
        if (asked is not { } least)
        {
            return true;
        }

        if (graded is not { } grade)
        {
            _ungraded.Add(statement.By);
            return true;
        }

        return grade <= least || Leave(LeftOutCode.GradedLower, statement, $"{grade}", $"{least}");
    }

    /// <summary>
    /// Of each event (of a thing: over all its observations) whether enough origins say that it happened, and, apart from that, by whom. What else is said of
    /// it, by whomever, stays: rival figures are for the findings to tell.
    /// </summary>
    private List<Statement> WithEnoughOrigins(List<Statement> statements, ProofStandard standard)
    {
        var origins = new Origins(statements, _vocabulary);
        var kept = new List<Statement>(statements.Count);
        foreach (var happening in statements.GroupBy(s => s.Event, StringComparer.Ordinal))
        {
            var asserting = happening.Where(s => s.Asserts).ToList();
            var count = origins.Count(asserting);
            if (asserting.Count > 0 && count < standard.Origins && !IsGiven(asserting, standard))
            {
                _leftOut.Add(new LeftOut(
                    LeftOutCode.TooFewOrigins, happening.Key, [$"{count}", $"{standard.Origins}"], AttributeJoiner.References(asserting.Select(s => s.By))));
                continue;
            }

            var last = asserting.GroupBy(s => s.Voice).ToDictionary(g => g.Key, g => g.Max(s => s.At));
            var doubtful = new HashSet<string>(StringComparer.Ordinal);
            foreach (var said in asserting
                .Where(s => s.At == last[s.Voice] && s.Roles.ContainsKey(Author))
                .GroupBy(s => CanonicalOrder.TextOf(s.Roles[Author]), StringComparer.Ordinal))
            {
                if (origins.Count(said) < standard.Origins && !IsGiven(said, standard))
                {
                    doubtful.Add(said.Key);
                    _leftOut.Add(new LeftOut(
                        LeftOutCode.TooFewOriginsForAuthor, happening.Key, [$"{origins.Count(said)}", $"{standard.Origins}", $"{said.First().Roles[Author]}"], AttributeJoiner.References(said.Select(s => s.By))));
                }
            }

            kept.AddRange(happening.Select(s => s.Asserts && s.Roles.TryGetValue(Author, out var by) && doubtful.Contains(CanonicalOrder.TextOf(by))
                ? s with { Roles = s.Roles.Remove(Author) }
                : s));
        }

        return kept;
    }

    /// <summary>Given by a scenario, or admitted: said by a party of what it did itself.</summary>
    private bool IsGiven(IEnumerable<Statement> statements, ProofStandard standard) => statements.Any(s =>
        s.By.Source == Sources.Scenario || (standard.AdmissionSuffices && (s.Basis == Basis.Admission || IsOfItself(s))));

    private bool IsOfItself(Statement statement) =>
        (_vocabulary.Sources.TryGetValue(statement.By.Source, out var source) ? source.Kind == SourceKind.Party ? source.Affiliation : null : statement.By.Source) is { } actor
        && statement.Roles.TryGetValue(Author, out var by) && by is NameValue or AllOfValue && AttributeJoiner.NamesOf(by).Contains(actor);

    private bool Leave(LeftOutCode code, Statement statement, params ReadOnlySpan<string> arguments)
    {
        _leftOut.Add(new LeftOut(code, statement.Event, [.. arguments], [statement.By]));
        return false;
    }

    private static string Name(SourceKind kind) => kind.ToString().ToLowerInvariant();
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Joining;

/// <summary>Joins claims with the same event id into one fact; of things and states, one fact for each time of observation.</summary>
internal static class FactJoiner
{
    /// <summary>The facts, ordered by key.</summary>
    /// <param name="statements">They are the caller's no longer.</param>
    public static ImmutableArray<Fact> Join(List<Statement> statements, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        CanonicalOrder.Sort(statements);
        return Join(statements, new Happenings(statements), vocabulary, diagnostics);
    }

    /// <param name="statements">In canonical order.</param>
    public static ImmutableArray<Fact> Join(List<Statement> statements, Happenings happenings, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        var facts = new List<Fact>(statements.Count);
        for (var first = 0; first < statements.Count; first++)
        {
            if (!happenings.IsFirst(first))
            {
                continue;
            }

            if (happenings.IsAlone(first))
            {
                AddAlone(facts, statements[first], diagnostics);
                continue;
            }

            AddGroup(facts, [.. happenings.From(first).Select(i => statements[i])], vocabulary, diagnostics);
        }

        CanonicalOrder.Sort(facts);
        return [.. facts];
    }

    /// <summary>All that is said about one event.</summary>
    public static void AddGroup(List<Fact> facts, List<Statement> happening, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        var (kind, fitting) = KindOf(happening, vocabulary, diagnostics);
        if (fitting.TrueForAll(s => s.Form is FactForm.Event or FactForm.Count))
        {
            Add(facts, fitting[0].Event, kind, [.. fitting], diagnostics);
            return;
        }

        foreach (var group in fitting.GroupBy(KeyOf, StringComparer.Ordinal))
        {
            Add(facts, group.Key, kind, [.. group], diagnostics);
        }
    }

    /// <summary>The only statement about its event.</summary>
    public static void AddAlone(List<Fact> facts, Statement only, DiagnosticBag diagnostics)
    {
        if (only is not { Asserts: true, Counted: null })
        {
            Add(facts, KeyOf(only), only.Kind.Name, [only], diagnostics);
        }
        else if (Alone(KeyOf(only), only.Kind.Name, only, diagnostics) is { } fact)
        {
            facts.Add(fact);
        }
    }

    private static void Add(List<Fact> facts, string key, string kind, ImmutableArray<Statement> said, DiagnosticBag diagnostics)
    {
        var fact = said is [{ Asserts: true, Counted: null } only] ? Alone(key, kind, only, diagnostics) : Join(key, kind, said, diagnostics);
        if (fact is not null)
        {
            facts.Add(fact);
        }
    }

    /// <summary>Statements with one key are about one fact.</summary>
    public static string KeyOf(Statement statement) => statement is { Form: FactForm.Thing or FactForm.State, Time: { } time }
        ? $"{statement.Event}@{MomentText.Format(time)}"
        : statement.Event;

    /// <summary>The most special of the kinds reported for one id. A kind that does not fit those recorded before it is an error.</summary>
    internal static (string Kind, List<Statement> Fitting) KindOf(List<Statement> happening, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        Statement? first = null;
        var fitting = new List<Statement>();
        foreach (var statement in happening)
        {
            if (first is null || vocabulary.IsA(statement.Kind.Name, first.Kind.Name))
            {
                first = statement;
            }
            else if (!vocabulary.IsA(first.Kind.Name, statement.Kind.Name))
            {
                diagnostics.KindsClash(statement, first.Kind.Name, first);
                continue;
            }

            fitting.Add(statement);
        }

        return (first?.Kind.Name ?? string.Empty, fitting);
    }

    /// <summary>What one statement says of which there is no other: as <see cref="Join(string, string, ImmutableArray{Statement}, DiagnosticBag)"/> has it.</summary>
    private static Fact? Alone(string key, string kind, Statement said, DiagnosticBag diagnostics)
    {
        if (said.Time is not { } time)
        {
            diagnostics.NobodySaysWhen(said);
            return null;
        }

        ImmutableArray<ReportReference> by = [said.By];
        return new Fact(
            key,
            said.Event,
            kind,
            said.Form,
            AttributeJoiner.Alone(time, by),
            said.End is { } end ? AttributeJoiner.Alone(end, by) : null,
            Attributes(said.Roles, by),
            Attributes(said.Fields, by),
            by,
            [],
            said.At);
    }

    private static SmallDictionary<Attribute<Value>> Attributes(SmallDictionary<Value> values, ImmutableArray<ReportReference> by) => Attributes(values.Pairs, by);

    /// <param name="values">In the order of their names.</param>
    /// <param name="by">Who says all of it.</param>
    public static SmallDictionary<Attribute<Value>> Attributes(ReadOnlySpan<KeyValuePair<string, Value>> values, ImmutableArray<ReportReference> by)
    {
        if (values.IsEmpty)
        {
            return SmallDictionary<Attribute<Value>>.Empty;
        }

        var attributes = new KeyValuePair<string, Attribute<Value>>[values.Length];
        for (var i = 0; i < attributes.Length; i++)
        {
            var (name, value) = values[i];
            attributes[i] = new(name, AttributeJoiner.Alone(value, by));
        }

        return SmallDictionary<Attribute<Value>>.Of(ImmutableCollectionsMarshal.AsImmutableArray(attributes));
    }

    internal static Fact? Join(string key, string kind, ImmutableArray<Statement> said, DiagnosticBag diagnostics)
    {
        var standing = WithoutSelfContradiction(said);
        var asserting = standing.Where(s => s.Asserts).ToList();
        if (asserting.Count == 0)
        {
            return null;
        }

        var time = AttributeJoiner.Join(asserting.SelectMany(s => s.Time is { } t ? [(t, s)] : Array.Empty<(Model.Time.When, Statement)>()), [], MomentText.Format);
        if (time is null)
        {
            diagnostics.NobodySaysWhen(asserting[0]);
            return null;
        }

        var denying = standing.Where(s => s.DeniesOccurrence && Meets(s, asserting, standing)).ToList();

        // Who denies that it happened need not deny each of its values too.
        standing.RemoveAll(s => s.Against is not null && denying.Contains(s));
        var end = AttributeJoiner.Join(asserting.SelectMany(s => s.End is { } t ? [(t, s)] : Array.Empty<(Model.Time.When, Statement)>()), [], MomentText.Format);
        var roles = Attributes(asserting, s => s.Roles, standing, s => s.DeniedRoles);
        var fields = Attributes(asserting, s => s.Fields, standing, s => s.DeniedFields);
        return new Fact(
            key,
            asserting[0].Event,
            kind,
            asserting[0].Form,
            time.Value,
            end,
            roles,
            fields,
            AttributeJoiner.References(asserting.Select(s => s.By)),
            AttributeJoiner.References(denying.Select(s => s.By)),
            asserting.Min(s => s.At))
        {
            Counted = CountsOf(asserting, fields),
            UnmetDenials =
            [
                .. Unmet(standing, s => s.DeniedRoles, roles).Concat(Unmet(standing, s => s.DeniedFields, fields))
                    .Distinct()
                    .OrderBy(d => d.Attribute, StringComparer.Ordinal)
                    .ThenBy(d => d.By)
                    .ThenBy(d => d.Value, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>What those say whose numbers stand.</summary>
    private static ImmutableArray<CountSaid> CountsOf(List<Statement> asserting, SmallDictionary<Attribute<Value>> fields) =>
        asserting.TrueForAll(s => s.Counted is null) ? [] :
        [
            .. asserting.Select(s => s.Counted).OfType<CountSaid>()
                .Where(c => fields["count"].Alternatives.Any(a => a.AssertedBy.Contains(c.By)))
                .OrderBy(c => c.By),
        ];

    /// <summary>Who denies a value that nobody asserts, or no longer: it contradicts nobody, and must not be lost.</summary>
    private static IEnumerable<UnmetDenial> Unmet(
        List<Statement> standing, Func<Statement, IEnumerable<KeyValuePair<string, Value>>> denies, SmallDictionary<Attribute<Value>> attributes) =>
        standing
            .Where(s => s.Against is null)
            .SelectMany(s => denies(s).Select(d => (d.Key, d.Value, s.By)))
            .Where(d => !attributes.TryGetValue(d.Key, out var said) || !said.Alternatives.Any(a => AttributeJoiner.Meets(d.Value, a.Value)))
            .Select(d => new UnmetDenial(d.Key, $"{d.Value}", d.By));

    /// <summary>A denial of single claims says that it did not happen only where nobody says so but those claims.</summary>
    private static bool Meets(Statement denial, List<Statement> asserting, List<Statement> standing) =>
        denial.Against is null || asserting.TrueForAll(a => standing.Exists(s => s.Voice == denial.Voice && s.IsAgainst(a)));

    /// <summary>A voice that first said that it happened and then that it did not (or the other way) stands by what it said last.</summary>
    private static List<Statement> WithoutSelfContradiction(ImmutableArray<Statement> said)
    {
        if (!said.Any(IsDenial))
        {
            return [.. said];
        }

        var asserted = Last(said.Where(s => s.Asserts));
        var denied = Last(said.Where(IsDenial));
        return
        [
            .. said.Where(s => !(s.Asserts && denied.TryGetValue(s.Voice, out var no) && no > s.At)
                && !(IsDenial(s) && asserted.TryGetValue(s.Voice, out var yes) && yes > s.At)),
        ];

        // A voice that contradicts a single claim of somebody else says nothing against what it said itself.
        static bool IsDenial(Statement statement) => statement is { DeniesOccurrence: true, Against: null };

        static Dictionary<(string, string), Instant> Last(IEnumerable<Statement> statements) =>
            statements.GroupBy(s => s.Voice).ToDictionary(g => g.Key, g => g.Max(s => s.At));
    }

    private static ImmutableSortedDictionary<string, Attribute<Value>> Attributes(
        List<Statement> asserting,
        Func<Statement, IEnumerable<KeyValuePair<string, Value>>> asserts,
        List<Statement> standing,
        Func<Statement, IEnumerable<KeyValuePair<string, Value>>> denies)
    {
        var denied = standing.SelectMany(s => denies(s).Select(d => (d.Key, Said: (d.Value, s)))).ToLookup(d => d.Key, d => d.Said, StringComparer.Ordinal);
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, Attribute<Value>>(StringComparer.Ordinal);
        foreach (var group in asserting.SelectMany(s => asserts(s).Select(a => (a.Key, Said: (a.Value, s)))).GroupBy(a => a.Key, a => a.Said, StringComparer.Ordinal))
        {
            if (AttributeJoiner.Join(group, [.. denied[group.Key]], CanonicalOrder.TextOf) is { } attribute)
            {
                attributes[group.Key] = attribute;
            }
        }

        return attributes.ToImmutable();
    }
}

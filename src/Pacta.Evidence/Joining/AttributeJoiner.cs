using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Evidence.Joining;

/// <summary>
/// One attribute of a fact from all that is said about it: rival values, each with who asserts and who denies it. A voice has one live
/// value: what it said last; values that it said at the same time stand side by side.
/// </summary>
internal static class AttributeJoiner
{
    /// <summary>What one statement says and no other speaks of.</summary>
    public static Attribute<T> Alone<T>(T value, ImmutableArray<ReportReference> by)
        where T : class => new(value, by);

    /// <param name="text">Differs whenever two values do, and gives the order.</param>
    /// <returns>Null if nobody (still) asserts a value.</returns>
    public static Attribute<T>? Join<T>(
        IEnumerable<(T Value, Statement By)> asserted,
        IReadOnlyCollection<(T Value, Statement By)> denied,
        Func<T, string> text)
        where T : class
    {
        var said = asserted.ToList();
        if (said.Count == 1 && denied.Count == 0)
        {
            return Alone<T>(said[0].Value, [said[0].By.By]);
        }

        var last = new Dictionary<(string, string), Instant>();
        foreach (var (_, by) in said)
        {
            last[by.Voice] = last.TryGetValue(by.Voice, out var at) ? Instant.Max(at, by.At) : by.At;
        }

        var openly = denied.Where(d => d.By.Against is null).ToList();
        said.RemoveAll(s => s.By.At < last[s.By.Voice] || IsUndone(s, openly));
        var denials = denied.Where(d => !IsUndone(d, said) && Meets(d, said, denied)).ToLookup(d => d.Value, d => d.By.By);
        ImmutableArray<Alternative<T>> alternatives =
        [
            .. said.GroupBy(s => s.Value, s => s.By.By)
                .Select(g => (Text: text(g.Key), Alternative: new Alternative<T>(g.Key, References(g), References(denials[g.Key])) { NamesDenied = NamesDenied(g.Key, openly, said) }))
                .OrderBy(a => a.Text, StringComparer.Ordinal)
                .ThenBy(a => a.Alternative.AssertedBy[0])
                .Select(a => a.Alternative),
        ];
        return alternatives.Length == 0 ? null : new Attribute<T>(alternatives);
    }

    /// <summary>Does a denial meet a value: as it was asserted, or some of the names of which it is said to be one?</summary>
    public static bool Meets(Value denied, Value asserted) =>
        denied.Equals(asserted) || (asserted is OneOfValue oneOf && NamesOf(denied) is { Length: > 0 } names && names.All(oneOf.Names.Contains));

    private static ImmutableArray<DeniedName> NamesDenied<T>(T asserted, List<(T Value, Statement By)> openly, List<(T Value, Statement By)> said)
        where T : class => asserted is not OneOfValue oneOf ? [] :
    [
        .. openly
            .Where(d => d.Value is Value denied && !denied.Equals(oneOf) && Meets(denied, oneOf) && !IsUndone(d, said))
            .SelectMany(d => NamesOf((Value)(object)d.Value).Select(n => (Name: n, d.By.By)))
            .GroupBy(d => d.Name, d => d.By, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DeniedName(g.Key, References(g))),
    ];

    public static ImmutableArray<string> NamesOf(Value value) => value switch
    {
        NameValue name => [name.Name],
        OneOfValue oneOf => oneOf.Names,
        AllOfValue all => all.Names,
        _ => [],
    };

    public static ImmutableArray<ReportReference> References(IEnumerable<ReportReference> references) => [.. references.Distinct().Order()];

    /// <summary>A denial of single claims meets a value that nobody asserts but those claims.</summary>
    private static bool Meets<T>((T Value, Statement By) denial, List<(T Value, Statement By)> said, IReadOnlyCollection<(T Value, Statement By)> denied)
        where T : class =>
        denial.By.Against is null
        || said.TrueForAll(s => !s.Value.Equals(denial.Value) || denied.Any(d => d.By.Voice == denial.By.Voice && d.By.IsAgainst(s.By)));

    /// <summary>Did the same voice later say the opposite of the same value?</summary>
    private static bool IsUndone<T>((T Value, Statement By) said, IReadOnlyCollection<(T Value, Statement By)> opposite)
        where T : class =>
        opposite.Any(o => o.By.Voice == said.By.Voice && o.By.At > said.By.At && o.Value.Equals(said.Value));
}

using System.Collections.Immutable;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Evidence.Live;

/// <summary>Do two parts of a history say the same? Records compare the arrays in them by where they lie, and not by what is in them.</summary>
internal static class Same
{
    public static bool Facts(Fact a, Fact b) =>
        ReferenceEquals(a, b)
        || (a.Key == b.Key && a.Id == b.Id && a.Kind == b.Kind && a.Form == b.Form && a.Known == b.Known
            && Attributes(a.Time, b.Time)
            && (a.End is { } end ? b.End is { } other && Attributes(end, other) : b.End is null)
            && Attributes(a.Roles, b.Roles)
            && Attributes(a.Fields, b.Fields)
            && a.AssertedBy.SequenceEqual(b.AssertedBy)
            && a.DeniedBy.SequenceEqual(b.DeniedBy)
            && All(a.Counted, b.Counted, Counts)
            && a.UnmetDenials.SequenceEqual(b.UnmetDenials));

    public static bool TakenBack(TakenBack a, TakenBack b) => a with { Events = b.Events } == b && a.Events.SequenceEqual(b.Events);

    public static bool LeftOut(LeftOut a, LeftOut b) =>
        a with { Arguments = b.Arguments, Reports = b.Reports } == b && a.Arguments.SequenceEqual(b.Arguments) && a.Reports.SequenceEqual(b.Reports);

    public static bool Completeness(Completeness a, Completeness b) => a with { Kinds = b.Kinds } == b && a.Kinds.SequenceEqual(b.Kinds);

    public static bool Cases(Case a, Case b) =>
        a with { Steps = b.Steps, Events = b.Events, Replies = b.Replies } == b
        && a.Steps.SequenceEqual(b.Steps)
        && a.Events.SequenceEqual(b.Events)
        && All(a.Replies, b.Replies, (x, y) => x.Accused == y.Accused && x.Said.SequenceEqual(y.Said));

    public static bool All<T>(ImmutableArray<T> a, ImmutableArray<T> b, Func<T, T, bool> same)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (!same(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Counts(CountSaid a, CountSaid b) =>
        a with { Except = b.Except, Includes = b.Includes } == b && a.Except.SequenceEqual(b.Except) && a.Includes.SequenceEqual(b.Includes);

    private static bool Attributes(SmallDictionary<Attribute<Value>> a, SmallDictionary<Attribute<Value>> b) =>
        a.Count == b.Count && a.All(one => b.TryGetValue(one.Key, out var other) && Attributes(one.Value, other));

    private static bool Attributes<T>(Attribute<T> a, Attribute<T> b)
        where T : class => a.IsPlain(out _) && b.IsPlain(out _) ? Alternatives(a.Alternatives[0], b.Alternatives[0])
        : All([.. a.Alternatives], [.. b.Alternatives], Alternatives);

    private static bool Alternatives<T>(Alternative<T> a, Alternative<T> b) =>
        EqualityComparer<T>.Default.Equals(a.Value, b.Value)
        && a.AssertedBy.SequenceEqual(b.AssertedBy)
        && a.DeniedBy.SequenceEqual(b.DeniedBy)
        && All(a.NamesDenied, b.NamesDenied, (x, y) => x.Name == y.Name && x.By.SequenceEqual(y.By));
}

using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Norms;

/// <summary>
/// The states that are possible for an instance, with the causes where there is more than one: a decision tree in which an unknown test
/// takes both branches (docs/semantics.md, 12).
/// </summary>
internal sealed record Possible(ImmutableSortedSet<ClauseState> States, ImmutableHashSet<Cause> Causes, Derivation Why)
{
    private static readonly ImmutableArray<ImmutableSortedSet<ClauseState>> Sets = [.. Enum.GetValues<ClauseState>().Select(s => ImmutableSortedSet.Create(s))];

    private static readonly ImmutableArray<ImmutableArray<ClauseState>> Lists = [.. Enum.GetValues<ClauseState>().Select(s => ImmutableArray.Create(s))];

    public ClauseState? Only => States.Count == 1 ? States[0] : null;

    public static Possible State(ClauseState state, Derivation why) => new(SetOf(state), [], why);

    /// <summary>Only this state.</summary>
    public static ImmutableSortedSet<ClauseState> SetOf(ClauseState state) => Sets[(int)state];

    /// <summary>States in their order.</summary>
    public static ImmutableArray<ClauseState> ListOf(ImmutableSortedSet<ClauseState> states) => states.Count == 1 ? Lists[(int)states[0]] : [.. states];

    public static bool AreSame(ImmutableSortedSet<ClauseState> a, ImmutableSortedSet<ClauseState> b) =>
        ReferenceEquals(a, b) || (a.Count == b.Count && (a.Count == 1 ? a[0] == b[0] : a.SetEquals(b)));

    public static Possible If(Judged test, Func<Possible> yes, Func<Possible> no)
    {
        switch (test.Truth)
        {
            case Truth.True:
                return yes();
            case Truth.False:
                return no();
            default:
                var (a, b) = (yes(), no());
                var states = a.States.Union(b.States);
                if (states.Count == 1)
                {
                    return a;
                }

                if (ReferenceEquals(a.Why, Derivations.Untold) || ReferenceEquals(b.Why, Derivations.Untold))
                {
                    return new Possible(states, test.Causes.Union(a.Causes).Union(b.Causes), Derivations.Untold);
                }

                // What follows either way is named where the test can be told that it hangs on.
                string[] ways = test.Why is null ? [] : [string.Join(" or ", a.States), string.Join(" or ", b.States)];
                var why = Derivations.Make(DerivationCode.Undecided, Truth.Unknown, [test.Why, a.Why, b.Why], [], [], [string.Join(" or ", states), .. ways]);
                return new Possible(states, test.Causes.Union(a.Causes).Union(b.Causes), why);
        }
    }
}

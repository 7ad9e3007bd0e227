using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference.Norms;

/// <summary>
/// The states that are possible for an instance, with the causes where there is more than one: a decision tree in which an unknown test
/// takes both branches (docs/semantics.md, 12).
/// </summary>
internal sealed record Possible(StateSet States, ImmutableHashSet<Cause> Causes, Derivation Why)
{
    public ClauseState? Only => States.Count == 1 ? States[0] : null;

    /// <summary>Does it hang on something disputed?</summary>
    public bool HangsOnDisputes
    {
        get
        {
            foreach (var cause in Causes)
            {
                if (cause.IsDispute)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public static Possible State(ClauseState state, Derivation why) => new(StateSet.Of(state), [], why);

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
                string[] ways = test.Why is null ? [] : [a.States.Told, b.States.Told];
                var why = Derivations.Make(DerivationCode.Undecided, Truth.Unknown, [test.Why, a.Why, b.Why], [], [], [states.Told, .. ways]);
                return new Possible(states, test.Causes.Union(a.Causes).Union(b.Causes), why);
        }
    }
}

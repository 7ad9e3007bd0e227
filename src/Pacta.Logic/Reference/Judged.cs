using System.Collections.Immutable;
using Pacta.Model;
using Pacta.Model.Findings;

namespace Pacta.Logic.Reference;

/// <summary>A truth value with the causes of its uncertainty (none unless it is U) and, where asked for, its derivation.</summary>
internal readonly record struct Judged(Truth Truth, ImmutableHashSet<Cause> Causes, Derivation? Why)
{
    private static readonly ImmutableHashSet<Cause> None = [];

    public static readonly Judged True = new(Truth.True, None, null);

    public static readonly Judged False = new(Truth.False, None, null);

    public static Judged Unknown(Cause cause, Derivation? why = null) => new(Truth.Unknown, [cause], why);

    public static Judged Of(Truth truth, ImmutableHashSet<Cause> causes, Derivation? why = null) =>
        truth == Truth.Unknown ? new(truth, causes, why) : new(truth, None, why);

    public Judged And(Judged other) => Combine(other, Truth.And(other.Truth));

    public Judged Or(Judged other) => Combine(other, Truth.Or(other.Truth));

    public Judged Not() => this with { Truth = Truth.Not() };

    /// <summary>With what makes the moment doubtful at which it was asked, where the answer is.</summary>
    public Judged At(ImmutableHashSet<Cause> causes) => Truth == Truth.Unknown ? this with { Causes = Causes.Union(causes) } : this;

    public Judged Because(Derivation? why) => this with { Why = why };

    /// <summary>
    /// Is it unknown only because nobody reported something (docs/semantics.md, 2: exceptions are not presumed)? What is unknown without a cause is so
    /// because of the moment at which it is asked, whose time is not known exactly.
    /// </summary>
    public bool IsOnlyMissing => Truth == Truth.Unknown && Causes.Count > 0 && Causes.All(c => c.Kind is CauseKind.Missing or CauseKind.Judged);

    private Judged Combine(Judged other, Truth truth)
    {
        if (truth != Truth.Unknown)
        {
            return new(truth, None, Truth == truth ? Why : other.Why);
        }

        var causes = Truth == Truth.Unknown ? Causes : [];
        return new(truth, other.Truth == Truth.Unknown ? causes.Union(other.Causes) : causes, Truth == truth ? Why : other.Why);
    }
}

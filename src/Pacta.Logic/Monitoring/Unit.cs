using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Reference;
using Pacta.Model.Findings;

namespace Pacta.Logic.Monitoring;

/// <summary>A part of a clause that is evaluated by itself, what was found of it, and on what that hangs.</summary>
internal sealed class Unit(ClauseUnits of, string root, bool isFact)
{
    public ClauseUnits Of { get; } = of;

    /// <summary>The key of the event or count, or the name of the bearer; empty: the rest.</summary>
    public string Root { get; } = root;

    public bool IsFact { get; } = isFact;

    /// <summary>Whether it may be plainly met, as far as is known.</summary>
    public bool MayBePlain { get; set; } = true;

    /// <summary>What was found; empty where only <see cref="Lean"/> is kept of it.</summary>
    public ImmutableArray<Finding> Findings { get; set; } = [];

    /// <summary>Where all is plainly met: what is kept of it. The findings are found again when somebody asks.</summary>
    public LeanFindings? Lean { get; set; }

    public bool IsLean => Lean is not null;

    /// <summary>Who is found to have acted against a prohibition, by the ways to read the text.</summary>
    public ImmutableArray<BrokenBy> Broken { get; set; } = [];

    /// <summary>What it asked the history for.</summary>
    public ReadKey[] Reads { get; set; } = [];

    /// <summary>When the end of the history reaches it, it is evaluated anew.</summary>
    public Instant? Next { get; set; }

    /// <summary>Whether it is evaluated anew whenever the end of the history moves.</summary>
    public bool DependsOnEnd { get; set; }
}

/// <summary>An author of an act that a prohibition rules out, in one way to read the text.</summary>
/// <param name="Reading">As <see cref="Run.NameOf"/> has it.</param>
internal readonly record struct BrokenBy(string Reading, string Bearer, bool IsNamed);

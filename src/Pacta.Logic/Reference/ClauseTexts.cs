using System.Collections.Immutable;
using Pacta.Logic.Reference.Norms;
using Pacta.Logic.Reference.Readings;
using Pacta.Logic.Reference.Screening;

namespace Pacta.Logic.Reference;

/// <summary>What the texts of a clause are.</summary>
/// <param name="Readings">The texts whose reading is open.</param>
/// <param name="Tried">The combinations of readings that are evaluated, each with its world.</param>
internal sealed record ClauseTexts(Mentions Mentions, List<Variable> Readings, Ways Ways, ImmutableArray<(ImmutableArray<int> Sides, World World)> Tried)
{
    /// <summary>Which of them may come to the same; null: each is evaluated.</summary>
    public AlikeReadings? Alike { get; init; }

    /// <summary>What of the clause is not verified, without its exceptions; null: nobody has asked yet.</summary>
    public ImmutableArray<string>? Unverified { get; set; }

    /// <summary>A quick look in each of them; null: nobody has asked yet.</summary>
    public ClauseScreens? Screens { get; set; }
}

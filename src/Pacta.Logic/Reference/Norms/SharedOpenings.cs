using Pacta.Model.Agreements;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference.Norms;

/// <summary>
/// What an event opens by a trigger that every reading of the text has alike: found once for all of them; and once for all worlds that take sides in a dispute, if it was
/// found without asking for any. Only where nobody takes down what is read.
/// </summary>
internal sealed class SharedOpenings(Agreement agreement)
{
    private readonly Dictionary<Pattern, bool> _areAlike = new(ReferenceEqualityComparer.Instance);
    private Kept? _undecided;
    private Kept? _decided;

    public List<Opening?> Of(Pattern when, Fact fact, Evaluation evaluation, Func<List<Opening?>> find)
    {
        if (!IsAlike(when))
        {
            return find();
        }

        if (evaluation.World.Sides.IsEmpty)
        {
            _undecided = _undecided is { } last && last.IsOf(when, fact) ? last : new Kept(when, fact, find());
            return _undecided.Found;
        }

        if (_decided is { } known && known.IsOf(when, fact))
        {
            return known.Found;
        }

        var found = find();
        _decided = evaluation.HasAskedForSides ? null : new Kept(when, fact, found);
        return found;
    }

    private sealed record Kept(Pattern When, Fact Fact, List<Opening?> Found)
    {
        public bool IsOf(Pattern when, Fact fact) => ReferenceEquals(When, when) && ReferenceEquals(Fact, fact);
    }

    private bool IsAlike(Pattern when)
    {
        if (!_areAlike.TryGetValue(when, out var isAlike))
        {
            var mentions = new Mentions(agreement);
            mentions.Add(when);
            isAlike = mentions.Readings.Count == 0 && mentions.Clauses.Count == 0;
            _areAlike.Add(when, isAlike);
        }

        return isAlike;
    }
}

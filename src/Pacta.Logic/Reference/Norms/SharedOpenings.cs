using Pacta.Model.Agreements;
using Pacta.Model.Histories;

namespace Pacta.Logic.Reference.Norms;

/// <summary>
/// What an event opens by a trigger that every reading of the text has alike: found once for all of them. Only for worlds that take no side in a dispute, and where
/// nobody takes down what is read.
/// </summary>
internal sealed class SharedOpenings(Agreement agreement)
{
    private readonly Dictionary<Pattern, bool> _areAlike = new(ReferenceEqualityComparer.Instance);
    private (Pattern? When, Fact? Fact, List<Opening?> Found) _last = (null, null, []);

    public List<Opening?> Of(Pattern when, Fact fact, Func<List<Opening?>> find)
    {
        if (!IsAlike(when))
        {
            return find();
        }

        if (!ReferenceEquals(_last.When, when) || !ReferenceEquals(_last.Fact, fact))
        {
            _last = (when, fact, find());
        }

        return _last.Found;
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

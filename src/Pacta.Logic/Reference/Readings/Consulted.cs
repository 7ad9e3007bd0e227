using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Readings;

/// <summary>
/// Of an evaluation in one world: what it asked of the nouns whose reading may be open. Most of what it asks is whether an event is of a certain kind at all, and most
/// events are not, however that is read: another world that has the same answers has the same result, and need not be evaluated.
/// </summary>
internal sealed class Consulted
{
    /// <summary>Beyond so many questions it takes as long to ask them again as to evaluate anew.</summary>
    private const int Most = 32;

    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);
    private readonly HashSet<NoneOf> _none = [];

    /// <summary>Whether it hangs on more than single answers: only the same world has the same result.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Nouns whose words are part of the result: they have to be read alike.</summary>
    public IReadOnlyCollection<string> Nouns => _nouns;

    /// <summary>What was found not to be meant by a noun.</summary>
    public IReadOnlyCollection<NoneOf> None => _none;

    public void Noun(string name) => _nouns.Add(name);

    public void NotMeant(string name, Fact fact, InstantRange? at)
    {
        _none.Add(new NoneOf(name, fact, at));
        IsWhole |= _none.Count > Most;
    }

    public void All() => IsWhole = true;

    /// <summary>Takes over what was asked for the sake of one of the answers.</summary>
    public void Add(Consulted others)
    {
        _nouns.UnionWith(others._nouns);
        _none.UnionWith(others._none);
        IsWhole |= others.IsWhole || _none.Count > Most;
    }
}

/// <summary>That an event is none of those that a noun means.</summary>
/// <param name="At">When that was asked; null: of all times.</param>
internal readonly record struct NoneOf(string Noun, Fact Fact, InstantRange? At);

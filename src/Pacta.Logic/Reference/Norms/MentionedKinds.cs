using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Which kinds of facts are among those that are mentioned, or descend from one: found once for each kind, for there may be millions of facts.</summary>
internal sealed class MentionedKinds(Mentions mentions, Vocabulary vocabulary)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Mostly it is the same as of the fact before.</summary>
    private (string? Kind, bool IsMentioned) _last;

    public bool Include(string kind)
    {
        if (!ReferenceEquals(kind, _last.Kind))
        {
            _last = (kind, Find(kind));
        }

        return _last.IsMentioned;
    }

    private bool Find(string kind)
    {
        if (!_known.TryGetValue(kind, out var isMentioned))
        {
            isMentioned = mentions.Kinds.Any(k => vocabulary.IsA(kind, k));
            _known.Add(kind, isMentioned);
        }

        return isMentioned;
    }
}

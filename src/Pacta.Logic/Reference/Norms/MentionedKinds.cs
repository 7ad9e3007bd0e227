using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Which kinds of facts are among those that are mentioned, or descend from one: found once for each kind, for there may be millions of facts.</summary>
internal sealed class MentionedKinds(Mentions mentions, Vocabulary vocabulary)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public bool Include(string kind)
    {
        if (!_known.TryGetValue(kind, out var isMentioned))
        {
            isMentioned = mentions.Kinds.Any(k => vocabulary.IsA(kind, k));
            _known.Add(kind, isMentioned);
        }

        return isMentioned;
    }
}

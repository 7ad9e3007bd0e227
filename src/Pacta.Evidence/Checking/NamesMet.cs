using Pacta.Evidence.Joining;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>
/// What claims name that must be an event, or else something may have to be said of it: <see cref="NamedThings"/> decides. Each name is taken down where it was
/// understood, so that nobody has to come to millions of claims for it again.
/// </summary>
/// <param name="places">The zones and lines of the agreement; null: they are not checked.</param>
internal sealed class NamesMet(Vocabulary vocabulary, IReadOnlySet<string>? places)
{
    private readonly List<string> _names = [];
    private bool _hasUnknown;

    public void AddRole(RoleForm form, Value value)
    {
        if (!form.MayBePlace && !form.IsOfEvent)
        {
            return;
        }

        if (value is NameValue only)
        {
            Add(only.Name, form.MayBePlace);
            return;
        }

        foreach (var name in AttributeJoiner.NamesOf(value))
        {
            Add(name, form.MayBePlace);
        }
    }

    public void AddField(string name)
    {
        if (name.StartsWith(NamedThings.DistancePrefix, StringComparison.Ordinal) && name[NamedThings.DistancePrefix.Length..] is var from)
        {
            _hasUnknown |= !NamedThings.IsPlace(from, places) && !vocabulary.Actors.ContainsKey(from);
        }
    }

    /// <summary>Is there nothing to be said of any of them?</summary>
    /// <param name="happenings">All events of the input.</param>
    public bool AreKnown(Happenings happenings) => !_hasUnknown && happenings.AreSpokenOf(_names);

    private void Add(string name, bool mayBePlace)
    {
        if (!mayBePlace || !NamedThings.IsPlace(name, places))
        {
            _names.Add(name);
        }
    }
}

using Pacta.Evidence.Joining;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>
/// What claims name that must be an event, or else something may have to be said of it: <see cref="NamedThings"/> decides. Each name is taken down where it was
/// first understood, so that nobody has to come to millions of claims for it again.
/// </summary>
/// <param name="places">The zones and lines of the agreement; null: they are not checked.</param>
/// <param name="all">Of the input: names are kept by their numbers.</param>
internal sealed class NamesMet(Vocabulary vocabulary, IReadOnlySet<string>? places, NumberedNames all)
{
    /// <summary>Each name once as an event, and once as a place, by its number: what is unknown as the one may be known as the other.</summary>
    private readonly List<int> _names = [];

    /// <summary>For each name the record that brought it.</summary>
    private readonly List<int> _records = [];

    /// <summary>By the numbers of names, as what they were met.</summary>
    private Purposes[] _met = [];

    private readonly SortedSet<int> _unknown = [];

    /// <summary>The record whose claims are being understood.</summary>
    public int Record { get; set; }

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
            if (!NamedThings.IsPlace(from, places) && !vocabulary.Actors.ContainsKey(from))
            {
                _unknown.Add(Record);
            }
        }
    }

    /// <summary>The records, in order, that were the first to name something that may be unknown. Where others name the same, they may be missing.</summary>
    /// <param name="isEvent">Is what has the name of that number an event of the input?</param>
    public IReadOnlyCollection<int> RecordsOfUnknown(Predicate<int> isEvent)
    {
        for (var i = 0; i < _names.Count; i++)
        {
            if (!isEvent(_names[i]))
            {
                _unknown.Add(_records[i]);
            }
        }

        return _unknown;
    }

    /// <param name="name">The number of a name that is to be an event.</param>
    public void AddEvent(int name) => Add(name, Purposes.Event);

    /// <param name="name">The number of a name that is to be a place, and is none that is known.</param>
    public void AddPlace(int name) => Add(name, Purposes.Place);

    private void Add(int name, Purposes purpose)
    {
        if (name >= _met.Length)
        {
            Array.Resize(ref _met, Math.Max(all.Count, name + 1));
        }

        if ((_met[name] & purpose) == Purposes.None)
        {
            _met[name] |= purpose;
            _names.Add(name);
            _records.Add(Record);
        }
    }

    private void Add(string name, bool mayBePlace)
    {
        if (!mayBePlace || !NamedThings.IsPlace(name, places))
        {
            Add(all.Add(name), mayBePlace ? Purposes.Place : Purposes.Event);
        }
    }

    [Flags]
    private enum Purposes : byte
    {
        None = 0,
        Event = 1,
        Place = 2,
    }
}

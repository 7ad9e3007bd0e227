using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;

namespace Pacta.Certificates.Hiding;

/// <summary>
/// Names in the place of names: a source is told by its class and a number, a record by a number. They are the same throughout one file, and follow the order
/// in which things were recorded, so that nothing that goes by that order changes.
/// </summary>
internal sealed class Pseudonyms
{
    private readonly Vocabulary _vocabulary;
    private readonly HashSet<string> _places;
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken;
    private readonly HashSet<string> _bodies;
    private readonly int _width;

    /// <param name="records">In the order in which they were recorded.</param>
    /// <param name="places">The zones and lines of the agreements.</param>
    public Pseudonyms(Vocabulary vocabulary, ImmutableArray<ReportRecord> records, IEnumerable<string> places)
    {
        _vocabulary = vocabulary;
        _places = places.ToHashSet(StringComparer.Ordinal);
        _taken =
        [
            .. vocabulary.Sources.Keys, .. vocabulary.Actors.Keys, .. vocabulary.Groups.Keys, .. _places, .. records.Select(r => r.Id),
            .. records.OfType<Report>().SelectMany(r => r.Claims).Select(c => c.Event),
        ];
        _width = records.Length.ToString(CultureInfo.InvariantCulture).Length;
        foreach (var record in records)
        {
            Record(record.Id);
            if (record is Report report)
            {
                Claims(report);
            }
        }

        foreach (var record in records)
        {
            Voices(record).ToList().ForEach(v => Source(v));
        }

        _bodies = records.OfType<DeterminationRecord>().Select(d => d.Body).ToHashSet(StringComparer.Ordinal);
        foreach (var step in records.OfType<CaseRecord>())
        {
            Somebody(step.By);
        }

        var hidden = _records.Keys.Concat(_sources.Keys.Where(s => !vocabulary.Actors.ContainsKey(s))).ToList();
        foreach (var name in records.OfType<Report>().SelectMany(r => r.Claims).Select(c => c.Event).Concat(records.OfType<CaseRecord>().Select(c => c.Case)).Distinct(StringComparer.Ordinal).Where(e => hidden.Exists(h => Names(e, h))))
        {
            _events[name] = New("event");
        }
    }

    /// <summary>The sources that are declared, or that are parties by themselves, under their pseudonyms.</summary>
    public ImmutableArray<Source> Declared => [.. _declared.Values.OrderBy(s => s.Name, StringComparer.Ordinal)];

    public string Record(string id)
    {
        if (!_records.TryGetValue(id, out var name))
        {
            _records[id] = name = "r" + (++Next("r")).ToString("D" + _width, CultureInfo.InvariantCulture);
        }

        return name;
    }

    public string Source(string source)
    {
        if (source == "scenario")
        {
            return source;
        }

        if (!_sources.TryGetValue(source, out var name))
        {
            var known = _vocabulary.Sources.GetValueOrDefault(source) ?? (_vocabulary.Actors.ContainsKey(source) ? new Source(source, SourceKind.Party, source, source) : null);
            _sources[source] = name = New(known is null ? "source" : known.Kind == SourceKind.Party ? "party_source" : known.Kind.ToString().ToLowerInvariant());
            if (known is not null)
            {
                _declared.Add(name, known with { Name = name, FullName = name });
            }
        }

        return name;
    }

    /// <summary>Who takes a step of a case: an actor, or a body that decides, is no secret.</summary>
    public string Somebody(string name) => _vocabulary.Actors.ContainsKey(name) || _bodies.Contains(name) ? name : Source(name);

    /// <summary>What a grade is about: a record, or a source.</summary>
    public string Target(string target) => _records.ContainsKey(target) || !_sources.ContainsKey(target) ? Record(target) : Source(target);

    /// <summary>The id of an event stays, unless it tells who reported it.</summary>
    public string Event(string id) => _events.GetValueOrDefault(id, id);

    /// <summary>A text in which ids of events, or places that only a reporter knows, stand.</summary>
    public string Renamed(string text) => _events.Concat(_unknown).OrderByDescending(e => e.Key.Length)
        .Aggregate(text, (t, e) => e.Key.Length == 0 ? t : t == e.Key ? e.Value : t.Replace(e.Key, e.Value, StringComparison.Ordinal));

    /// <summary>An actor or a place that the agreement knows stays, and so does the id of an event; a place that only the reporter knows does not.</summary>
    public string Named(string name, bool isPlace) =>
        _vocabulary.Actors.ContainsKey(name) || _vocabulary.Groups.ContainsKey(name) || IsPlace(name) ? name
        : !isPlace || _events.ContainsKey(name) || _taken.Contains(name) ? Event(name)
        : Unknown(name, "place");

    /// <summary>A text that somebody wrote freely: the same text is the same again, and no more.</summary>
    public string FreeText(string text) => Unknown(text, "text");

    /// <summary>Does a name have another in it, as a part of its own?</summary>
    private static bool Names(string name, string other)
    {
        for (var at = name.IndexOf(other, StringComparison.Ordinal); at >= 0; at = name.IndexOf(other, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(name[at - 1])) && (at + other.Length == name.Length || !char.IsLetterOrDigit(name[at + other.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Voices(ReportRecord record) => record switch
    {
        Report report => report.Origin is { } origin ? [report.Source, origin] : [report.Source],
        CompletenessRecord complete => [complete.Source],
        JudgementRecord judgement => [judgement.Source],
        CoverageRecord coverage => [coverage.Source],
        CountRecord count => [count.Source],
        GradeRecord grade => [grade.Assessor],
        _ => [],
    };

    /// <summary>Claims keep the order of their ids, by which they go where they were recorded at once.</summary>
    private void Claims(Report report)
    {
        var ids = report.Claims.Select(c => c.Id).Where(id => id != report.Id).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            _records.TryAdd(ids[i], $"{Record(report.Id)}#{(i + 1).ToString("D" + ids.Count.ToString(CultureInfo.InvariantCulture).Length, CultureInfo.InvariantCulture)}");
        }
    }

    private bool IsPlace(string name) => _places.Contains(name)
        || name.StartsWith("territory of ", StringComparison.Ordinal)
        || (name.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var at && _places.Contains(name[..at]));

    private string Unknown(string name, string what)
    {
        if (!_unknown.TryGetValue(name, out var known))
        {
            _unknown[name] = known = New(what);
        }

        return known;
    }

    private string New(string what)
    {
        while (true)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{what}_{++Next(what)}");
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }

    private ref int Next(string what) => ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, what, out _);
}

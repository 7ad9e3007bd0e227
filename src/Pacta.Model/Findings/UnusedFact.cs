using System.Collections.Immutable;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Model.Findings;

/// <summary>Why no finding rests on something that was reported; the words are in Pacta.Presentation. Each names its arguments.</summary>
public enum UnusedCode
{
    /// <summary>It lies after the instant through which the history is complete.</summary>
    AfterHistory,

    /// <summary>No clause speaks of its kind.</summary>
    KindNotMentioned,

    /// <summary>Only commitments whose existence is disputed speak of its kind.</summary>
    OnlyDisputed,

    /// <summary>It happened before the agreement was in force.</summary>
    BeforeInForce,

    /// <summary>It happened when the agreement was not in force, between its provisional application and its entry into force.</summary>
    NotInForce,

    /// <summary>It happened after the agreement had ended.</summary>
    AfterEnd,

    /// <summary>Those whose act or thing it is were suspended then: who.</summary>
    Suspended,

    /// <summary>Those whose act or thing it is had left then: who.</summary>
    Left,

    /// <summary>Those whose act or thing it is are neither parties nor named by the text: who.</summary>
    NotBound,
}

/// <summary>
/// Something that was reported and that no finding cites: what is reported may be of no consequence, but it may not disappear. Where an agreement speaks of little
/// of what is reported there are very many, so each holds no more than the fact, and says what that says.
/// </summary>
public readonly record struct UnusedFact
{
    private readonly Fact _fact;
    private readonly ImmutableArray<When> _times;

    public UnusedFact(Fact fact, UnusedCode? why, ImmutableArray<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(fact);
        (_fact, Why, Arguments) = (fact, why, arguments);
    }

    public string Id => _fact.Id;

    public string Kind => _fact.Kind;

    /// <summary>Is it a number of events that a source counted?</summary>
    public bool IsCount => _fact.Form == FactForm.Count;

    internal Fact Fact => _fact;

    internal string Key => _fact.Key;

    /// <summary>As reported; several, where reports differ.</summary>
    public ImmutableArray<When> Times
    {
        get => !_times.IsDefault ? _times : _fact.Time.IsPlain(out var time) ? [time] : [.. _fact.Time.Alternatives.Select(a => a.Value)];
        init => _times = value;
    }

    /// <summary>Null where no reason is certain: no clause may be about it as it is described, or it changes nothing that is told.</summary>
    public UnusedCode? Why { get; }

    public ImmutableArray<string> Arguments { get; init; }

    /// <summary>Who asserts it and who denies it. Of nearly all facts there is one report.</summary>
    public ImmutableArray<ReportReference> Reports => _fact.IsRow(out _, out _)
        ? _fact.AssertedBy
        : [.. _fact.AssertedBy.Concat(_fact.DeniedBy).Concat(_fact.UnmetDenials.Select(d => d.By)).Distinct().Order()];
}

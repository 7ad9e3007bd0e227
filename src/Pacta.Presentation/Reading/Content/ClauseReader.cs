using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Presentation.Reading.Calendar;
using Pacta.Presentation.Reading.Plain;

namespace Pacta.Presentation.Reading.Content;

/// <summary>Reads one clause. Its trigger is shared by its readings, and what each of them introduces is known to its exceptions.</summary>
internal sealed class ClauseReader
{
    private readonly Agreement _agreement;
    private readonly Clause _clause;
    private readonly TermReader _terms;

    /// <summary>Knows what the trigger introduces.</summary>
    private readonly PlainWords _words;

    /// <summary>Knows what any of the readings introduces.</summary>
    private readonly PlainWords _known;

    /// <summary>Knows also what exceptions introduce.</summary>
    private readonly PlainWords _all;
    private readonly string _trigger;
    private readonly ImmutableArray<ReadWay> _ways;
    private readonly ImmutableArray<ReadException> _exceptions;

    public ClauseReader(Agreement agreement, Clause clause, TermReader terms)
    {
        (_agreement, _clause, _terms, _words) = (agreement, clause, terms, new PlainWords(agreement));
        _trigger = _words.Trigger(clause);
        _known = _words.Fork();
        _ways = [.. clause.Readings.Select(Way)];
        _all = _known.Fork();
        _exceptions = [.. clause.Exceptions.Select(e => Exception(e, _known))];
    }

    public ReadClause Read() => new(_clause, _trigger, _ways, _exceptions, CodeText.Of(_clause.Origin), CountingRules.Of(_clause), _terms.UsedBy(Code()));

    /// <summary>What is due only after something: the times that the agreement's own dates do not fix.</summary>
    public IEnumerable<DueAfter> Relative() =>
    [
        .. _clause.Readings.SelectMany(r => Relative(r.Content.Sentence, r.Name, null, _trigger, Origin)),
        .. _exceptions.SelectMany(Relative),
    ];

    private IEnumerable<DueAfter> Relative(ReadException of) =>
    [
        .. of.Exception.Sentence is { } sentence ? Relative(sentence, null, of.Exception.Name, _trigger.Length > 0 ? $"{_trigger} where {of.If}" : $"Where {of.If}", ExceptionOrigin) : [],
        .. of.Below.SelectMany(Relative),
    ];

    private IEnumerable<DueAfter> Relative(Sentence sentence, string? reading, string? exception, string when, string origin)
    {
        var (timing, told) = (sentence.Timing, _all.Timing(sentence, origin));
        if (sentence.Modality is Modality.Must or Modality.MustNot && timing.Cycle is null && (timing.NoLater is not null || timing.Within is not null) && (when.Length > 0 || !IsFixed(timing)))
        {
            yield return new DueAfter(_clause, reading, exception, when, told);
        }

        if (sentence.Otherwise is { } otherwise)
        {
            foreach (var below in Relative(otherwise, reading, exception, "Failing that,", "that"))
            {
                yield return below;
            }
        }
    }

    /// <summary>Does the agreement itself say by which day?</summary>
    private bool IsFixed(Timing timing) => (timing.NoLater ?? timing.Within?.Anchor) is { } time && new FixedTimes(_agreement).Deadline(time) is not null;

    /// <summary>What a time counts from that names nothing.</summary>
    private string Origin => _clause.When is null ? "the clause begins to bind" : ExceptionOrigin;

    /// <summary>The same in an exception, which begins with what it is about.</summary>
    private string ExceptionOrigin => _clause.When?.Variable ?? "that";

    private ReadWay Way(Reading<Rule> reading)
    {
        var words = _words.Fork();
        var rule = reading.Content;
        var condition = rule.While is { } holds ? words.While(holds) + " " : string.Empty;
        var sentences = Sentences(rule.Sentence, words, _clause.Status, Origin);
        var lead = _trigger.Length > 0 ? $"{_trigger} {condition}" : condition;
        var first = sentences[0] with { Text = Capital(lead + sentences[0].Text) };
        _known.Learn(words);
        return new ReadWay(reading.Name, reading.HeldBy, sentences.SetItem(0, first));
    }

    private ReadException Exception(ClauseException exception, PlainWords known)
    {
        var words = known.Fork();
        var condition = words.Condition(exception.If);
        var instead = exception.Sentence is { } sentence ? Sentences(sentence, words, _clause.Status, ExceptionOrigin) : [];
        _all.Learn(words);
        return new ReadException(exception, condition, instead, CodeText.Of(exception.Origin), [.. exception.Exceptions.Select(e => Exception(e, words))]);
    }

    /// <summary>A sentence, and what follows where it is not kept.</summary>
    private static ImmutableArray<ReadSentence> Sentences(Sentence sentence, PlainWords words, Status of, string trigger)
    {
        var told = ImmutableArray.CreateBuilder<ReadSentence>();
        told.Add(Ended(words.Sentence(sentence, of, trigger)));
        for (var otherwise = sentence.Otherwise; otherwise is not null; otherwise = otherwise.Otherwise)
        {
            told.Add(Ended(words.Otherwise(otherwise, of)));
        }

        return told.ToImmutable();
    }

    private static ReadSentence Ended(PlainSentence sentence) => new(sentence.Text + (sentence.Below.IsEmpty ? "." : ":"), sentence.Below);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>All of its code in which words can stand that are declared.</summary>
    private IEnumerable<string> Code() =>
    [
        _clause.When?.Text ?? string.Empty,
        .. _clause.Readings.SelectMany(r => new[] { r.Content.While?.Text ?? string.Empty, r.Content.Sentence.Text }),
        .. _clause.Exceptions.SelectMany(Code),
    ];

    private static IEnumerable<string> Code(ClauseException exception) => [exception.If.Text, exception.Sentence?.Text ?? string.Empty, .. exception.Exceptions.SelectMany(Code)];
}

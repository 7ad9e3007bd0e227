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
    private readonly PlainWords _words;
    private readonly string _trigger;
    private readonly ImmutableArray<ReadWay> _ways;
    private readonly ImmutableArray<ReadException> _exceptions;

    public ClauseReader(Agreement agreement, Clause clause, TermReader terms)
    {
        (_agreement, _clause, _terms, _words) = (agreement, clause, terms, new PlainWords(agreement));
        _trigger = _words.Trigger(clause);
        var known = _words.Fork();
        _ways = [.. clause.Readings.Select(r => Way(r, known))];
        _exceptions = [.. clause.Exceptions.Select(e => Exception(e, known))];
    }

    public ReadClause Read() => new(_clause, _trigger, _ways, _exceptions, CodeText.Of(_clause.Origin), CountingRules.Of(_clause), _terms.UsedBy(Code()));

    /// <summary>What is due only after something: the times that the agreement's own dates do not fix.</summary>
    public IEnumerable<DueAfter> Relative() =>
    [
        .. _clause.Readings.SelectMany(r => Relative(r.Content.Sentence, r.Name, null)),
        .. _clause.Exceptions.SelectMany(Relative),
    ];

    private IEnumerable<DueAfter> Relative(ClauseException exception) =>
    [
        .. exception.Sentence is { } sentence ? Relative(sentence, null, exception.Name) : [],
        .. exception.Exceptions.SelectMany(Relative),
    ];

    private IEnumerable<DueAfter> Relative(Sentence sentence, string? reading, string? exception)
    {
        var times = new FixedTimes(_agreement);
        if (new PlainWords(_agreement).Reading(_clause, sentence) is var told && told.Length > 0 && sentence.Timing.Cycle is null
            && (_clause.When is not null || sentence.Timing.NoLater is not { } latest || times.Deadline(latest) is null)
            && (_clause.When is not null || sentence.Timing.Within is not { Anchor: { } anchor } || times.Deadline(anchor) is null)
            && (sentence.Timing.NoLater ?? (object?)sentence.Timing.Within) is not null)
        {
            yield return new DueAfter(_clause, reading, exception, _trigger, told);
        }

        if (sentence.Otherwise is { } otherwise)
        {
            foreach (var below in Relative(otherwise, reading, exception))
            {
                yield return below;
            }
        }
    }

    private ReadWay Way(Reading<Rule> reading, PlainWords known)
    {
        var words = _words.Fork();
        var rule = reading.Content;
        var condition = rule.While is { } holds ? words.While(holds) + " " : string.Empty;
        var sentences = Sentences(rule.Sentence, words, _clause.Status, _clause.When?.Variable ?? "that");
        var lead = _trigger.Length > 0 ? $"{_trigger} {condition}" : condition;
        var first = sentences[0] with { Text = Capital(lead + sentences[0].Text) };
        known.Learn(words);
        return new ReadWay(reading.Name, reading.HeldBy, sentences.SetItem(0, first));
    }

    private ReadException Exception(ClauseException exception, PlainWords known)
    {
        var words = known.Fork();
        var condition = words.Condition(exception.If);
        return new ReadException(
            exception,
            condition,
            exception.Sentence is { } sentence ? Sentences(sentence, words, _clause.Status, _clause.When?.Variable ?? "that") : [],
            CodeText.Of(exception.Origin),
            [.. exception.Exceptions.Select(e => Exception(e, words))]);
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

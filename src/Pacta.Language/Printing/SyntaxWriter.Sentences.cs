using System.Collections.Immutable;
using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>Sentences and their times.</summary>
internal sealed partial class SyntaxWriter
{
    /// <summary>A sentence with times reads better in lines that are not too long.</summary>
    private const int SentenceWidth = 90;

    /// <summary>On one line if it is short; else each time, unless and otherwise has a line of its own.</summary>
    private void Sentence(SentenceSyntax sentence)
    {
        var hasTail = !sentence.Timings.IsEmpty || sentence.Unless is not null || sentence.Otherwise is not null;
        var flat = hasTail ? Flat(w => w.SentenceParts(sentence, isBroken: false)) : "";
        var isBroken = layout.Indent + flat.Length > SentenceWidth || flat.Contains('\n', StringComparison.Ordinal);
        SentenceParts(sentence, isBroken);
    }

    private void SentenceParts(SentenceSyntax sentence, bool isBroken)
    {
        Subject(sentence.Subject);
        Write(sentence.Modal switch
        {
            Modal.Must => " must ",
            Modal.MustNot => " must not ",
            Modal.May => " may ",
            _ when sentence.Subject.Each is not null || (sentence.Subject.Names.Length == 1 && !sentence.Subject.Together) => " has power to ",
            _ => " have power to ",
        });
        Act(sentence.Act);
        var parts = sentence.Timings.Select(t => (Action)(() => Timing(t))).ToList();
        if (sentence.Unless is { } unless)
        {
            parts.Add(() =>
            {
                Write("unless ");
                Condition(unless);
            });
        }

        if (sentence.Otherwise is { } otherwise)
        {
            parts.Add(() =>
            {
                Write("otherwise ");
                Sentence(otherwise);
            });
        }

        if (!isBroken)
        {
            foreach (var part in parts)
            {
                Write(" ");
                part();
            }

            return;
        }

        layout.EndLine();
        layout.Deeper();
        foreach (var part in parts)
        {
            part();
            layout.EndLine();
        }

        layout.Shallower();
    }

    private void Subject(SubjectSyntax subject)
    {
        if (subject.Each is { } each)
        {
            Write($"each {each.Text}");
            Optional(" ", subject.Variable);
        }
        else
        {
            Names(subject.Names);
        }

        if (subject.Together)
        {
            Write(" together");
        }
    }

    private void Act(ActSyntax act)
    {
        switch (act)
        {
            case KeepAct keep:
                Write("keep ");
                Condition(keep.Condition);
                break;
            case HaveAct have:
                Write("have ");
                Pattern(have.Pattern);
                break;
            case DoAct perform:
                Write($"{perform.Verb.Text} ");
                Pattern(perform.Pattern);
                break;
        }
    }

    private void Timing(TimingSyntax timing)
    {
        switch (timing)
        {
            case NoLaterTiming later:
                Write("no later than ");
                Time(later.Time);
                break;
            case NoEarlierTiming earlier:
                Write("no earlier than ");
                Time(earlier.Time);
                break;
            case WithinTiming within:
                Write("within ");
                Duration(within.Duration);
                if (within.Anchor is { } anchor)
                {
                    Write(within.IsBefore ? " before " : " after ");
                    Time(anchor);
                }

                break;
            case EffectiveTiming effective:
                Write("effective ");
                Time(effective.Time);
                break;
            case YearlyTiming yearly:
                Write($"every {yearly.Cycle.Text}");
                if (yearly is { Day: { } day, Month: { } month })
                {
                    Write($" by {Number(day)} {month.Text}");
                }

                break;
            case EveryTiming every:
                Write("every ");
                Duration(every.Duration);
                break;
            case SpanTiming span:
                Span(span.Limit);
                break;
        }
    }

    private void Spans(ImmutableArray<SpanSyntax> spans)
    {
        foreach (var span in spans)
        {
            Write(" ");
            Span(span);
        }
    }

    private void Span(SpanSyntax span)
    {
        Write(span.IsUntil ? "until " : "as from ");
        Time(span.Time);
    }
}

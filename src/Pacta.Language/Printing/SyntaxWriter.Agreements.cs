using System.Collections.Immutable;
using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>Agreements, clauses, exceptions and their sentences.</summary>
internal sealed partial class SyntaxWriter
{
    private void Agreement(AgreementSyntax agreement)
    {
        Write($"agreement {Quoted(agreement.Title)} as {agreement.Name.Text}");
        Block(agreement.Span, () =>
        {
            foreach (var header in agreement.Headers)
            {
                Item(header, () => Header(header));
            }

            if (!comments.HasSource && !agreement.Items.IsEmpty)
            {
                layout.BlankLine();
            }

            Declarations(agreement.Items);
        });
    }

    private void Header(HeaderSyntax header)
    {
        switch (header)
        {
            case StatusHeader status:
                Write($"status {status.Status.Text}{(status.IsDisputed ? " disputed" : "")}");
                break;
            case SignedHeader signed:
                Write($"signed {Moment(signed.Date)}");
                break;
            case ProvisionalHeader provisional:
                Write("provisional");
                Spans(provisional.Spans);
                break;
            case EntersIntoForceHeader enters:
                Write("enters into force ");
                Time(enters.Time);
                break;
            case ExpiresHeader expires:
                Write("expires ");
                Time(expires.Time);
                break;
            case TimeZoneHeader zone:
                Write($"time zone {Quoted(zone.Zone)}");
                break;
            case PartiesHeader parties:
                Write("parties ");
                Names(parties.Parties);
                break;
            case CiteHeader cite:
                Write($"cite {Quoted(cite.Citation)}");
                break;
            case UseHeader use:
                Write("use ");
                Names(use.Vocabularies);
                break;
            case ParticipationHeader participation:
                Write(participation.IsWithdrawn ? "withdrawn by " : "suspended by ");
                Names(participation.By);
                Spans(participation.Spans);
                break;
            case HolidaysHeader holidays:
                Write("holidays ");
                List(holidays.Dates, d => Write(Moment(d)));
                break;
        }
    }

    private void Part(PartSyntax part)
    {
        Write($"part {Quoted(part.Number)}");
        Optional(part.Title);
        Block(part.Span, () => Declarations(part.Items));
    }

    private void Clause(ClauseSyntax clause)
    {
        Write($"clause {clause.Name.Text}{Reference(clause.Reference)}");
        Block(clause.Span, () =>
        {
            Notes(clause.Notes);
            if (clause.Status is { } status)
            {
                Item(status, () => Write($"status {status.Text}"));
            }

            foreach (var claim in clause.Claims)
            {
                Item(claim, () =>
                {
                    Write($"{(claim.IsDenied ? "denied" : "claimed")} by {claim.By.Text}");
                    Optional(claim.Words);
                });
            }

            if (clause.When is { } when)
            {
                Item(when, () =>
                {
                    Write("when ");
                    Pattern(when);
                });
            }

            foreach (var reading in clause.Readings)
            {
                Reading(reading, isShort: false, _ => { }, () => Rule(reading.Content));
            }
        });
    }

    private void Rule(RuleSyntax rule)
    {
        if (rule.While is { } condition)
        {
            Item(condition, () =>
            {
                Write("while ");
                Condition(condition);
            });
        }

        if (rule.Sentence is { } sentence)
        {
            Item(sentence, () => Sentence(sentence));
        }
    }

    private void Exception(ExceptionSyntax exception)
    {
        Write($"exception {exception.Name.Text} to ");
        Names(exception.To);
        Write(Reference(exception.Reference));
        Block(exception.Span, () =>
        {
            Notes(exception.Notes);
            Item(exception.If, () =>
            {
                Write("if ");
                Condition(exception.If);
            });
            if (exception.Sentence is { } sentence)
            {
                Item(sentence, () => Sentence(sentence));
            }
        });
    }

    private static string Reference(ReferenceSyntax? reference) => reference is null ? "" : $" at {Quoted(reference.Article)}";

    private void Notes(ImmutableArray<NoteSyntax> notes)
    {
        foreach (var note in notes)
        {
            Item(note, () =>
            {
                Write(note.Kind switch { NoteKind.Text => "text", NoteKind.Note => "note", _ => "unverified" });
                Optional(" ", note.Language);
                Optional(note.Content);
            });
        }
    }

    // ---- the sentence

    /// <summary>On one line if it fits; else each time, unless and otherwise has a line of its own.</summary>
    private void Sentence(SentenceSyntax sentence)
    {
        var hasTail = !sentence.Timings.IsEmpty || sentence.Unless is not null || sentence.Otherwise is not null;
        var flat = hasTail ? Flat(w => w.SentenceParts(sentence, isBroken: false)) : "";
        var isBroken = layout.Indent + flat.Length > Layout.Width || flat.Contains('\n', StringComparison.Ordinal);
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

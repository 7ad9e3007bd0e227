using System.Collections.Immutable;
using Pacta.Language.Syntax;

namespace Pacta.Language.Printing;

/// <summary>Agreements, clauses and exceptions.</summary>
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

    /// <summary>What every agreement says stands behind the keywords in one column.</summary>
    private void Header(HeaderSyntax header)
    {
        switch (header)
        {
            case StatusHeader status:
                Write($"status    {status.Status.Text}{(status.IsDisputed ? " disputed" : "")}");
                break;
            case SignedHeader signed:
                Write($"signed    {Moment(signed.Date)}");
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
                Write("parties   ");
                Names(parties.Parties);
                break;
            case CiteHeader cite:
                Write($"cite      {Quoted(cite.Citation)}");
                break;
            case UseHeader use:
                Write("use       ");
                Names(use.Vocabularies);
                break;
            case ParticipationHeader participation:
                Write(participation.IsWithdrawn ? "withdrawn by " : "suspended by ");
                Names(participation.By);
                Spans(participation.Spans);
                break;
            case SurvivalHeader { Survival: var survival }:
                Survival(survival);
                break;
            case AdmissionHeader { Admission: var admission }:
                Admission(admission);
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

            foreach (var survival in clause.Survivals)
            {
                Item(survival, () => Survival(survival));
            }

            if (clause.Admission is { } admission)
            {
                Item(admission, () => Admission(admission));
            }
        });
    }

    private void Survival(SurvivalSyntax survival)
    {
        Write("survives");
        Optional(" ", survival.What);
        if (survival.Length is { } length)
        {
            Write(" for ");
            Duration(length);
        }
    }

    private void Admission(AdmissionSyntax admission)
    {
        Write(admission.Within is null ? "admits all reports" : "admits reports within ");
        if (admission.Within is { } length)
        {
            Duration(length);
        }
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
}

using System.Collections.Immutable;
using System.Text;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.LanguageServer.Documents;
using Pacta.Model.Agreements;
using Pacta.Model.Text;
using Pacta.Presentation.Words;
using Act = Pacta.Model.Agreements.Act;
using DoAct = Pacta.Model.Agreements.DoAct;
using HaveAct = Pacta.Model.Agreements.HaveAct;
using KeepAct = Pacta.Model.Agreements.KeepAct;

namespace Pacta.LanguageServer.Features.Telling;

/// <summary>
/// A clause or an exception in plain words: what sets it off, who is bound to what by when, what takes it away, in every reading; then the words and limits that it names, as they are
/// declared, and what was not checked.
/// </summary>
internal sealed class ClauseInWords(Analysed analysed, ClauseSymbol symbol)
{
    private readonly StringBuilder _text = new();
    private readonly ResolvedTimes _times = new(symbol.Owner.Agreement is { } its ? analysed.Analysis.Result.Agreements.FirstOrDefault(a => a.Name == its.Name) : null);

    public string Tell()
    {
        Head();
        if (BoundClause() is { } clause)
        {
            Rules(clause);
            Exceptions(clause.Exceptions);
            Remarks(clause.Remarks);
        }
        else if (BoundException() is { } exception)
        {
            Line($"Where {Words.Said(exception.If.Text)}, this takes the place of {Words.Said(string.Join(", ", ((ExceptionSyntax)symbol.Syntax).To.Select(t => t.Text)))}{(exception.Sentence is null ? ", and nothing is asked." : ":")}");
            if (exception.Sentence is { } sentence)
            {
                Line(Sentence(sentence, null));
            }

            Exceptions(exception.Exceptions);
            Remarks(exception.Remarks);
        }

        Named();
        return _text.ToString().TrimEnd();
    }

    private Clause? BoundClause() => analysed.Analysis.Result.Agreements.SelectMany(a => a.Clauses).FirstOrDefault(c => IsHere(c.Origin));

    private ClauseException? BoundException() =>
        analysed.Analysis.Result.Agreements.SelectMany(a => a.Clauses).SelectMany(c => Below(c.Exceptions)).FirstOrDefault(e => IsHere(e.Origin));

    private static IEnumerable<ClauseException> Below(ImmutableArray<ClauseException> exceptions) => exceptions.SelectMany(e => Below(e.Exceptions).Prepend(e));

    private bool IsHere(Origin origin) => ReferenceEquals(origin.File, symbol.Owner.File) && origin.Span == symbol.Syntax.Span;

    private void Head()
    {
        var article = symbol.Reference is { } reference ? $"{Words.Escaped(reference)} " : string.Empty;
        var chapters = symbol.Parts.Select(p => p.Title is { } title ? $"{p.Number.Value} {title.Value}" : p.Number.Value);
        var way = string.Join(" · ", chapters.Prepend(symbol.Owner.Agreement?.Syntax.Title.Value ?? string.Empty).Where(w => w.Length > 0).Select(Words.Escaped));
        Line($"**{article}{Words.Said(symbol.Name.Text)}** · {(symbol.IsException ? "exception" : "clause")}");
        Line(way);
    }

    private void Rules(Clause clause)
    {
        foreach (var reading in clause.Readings)
        {
            var heldBy = reading.HeldBy.IsEmpty ? string.Empty : $", held by {Words.Said(string.Join(", ", reading.HeldBy))}";
            var head = reading.Name is { } name ? $"Read as **{Words.Said(name)}**{heldBy}: " : string.Empty;
            Line(head + Sentence(reading.Content.Sentence, Setting(clause.When, reading.Content.While)));
        }

        if (clause.Status.Standing != Standing.Legal || clause.Status.Disputed)
        {
            Line($"It is {Words.Escaped(Speech.Default.Clauses.Of(clause.Status))}.");
        }
    }

    private static string Setting(Pattern? when, Condition? during) => (when, during) switch
    {
        (null, null) => string.Empty,
        ({ } trigger, null) => $"Whenever there is {Words.Said(Wording.WithArticle(trigger.Text))}: ",
        (null, { } state) => $"As long as {Words.Said(state.Text)}: ",
        ({ } trigger, { } state) => $"Whenever there is {Words.Said(Wording.WithArticle(trigger.Text))}, and as long as {Words.Said(state.Text)}: ",
    };

    private string Sentence(Sentence sentence, string? setting)
    {
        var text = new StringBuilder(setting);
        text.Append(Words.Said(sentence.Subject.Text)).Append(' ').Append(Duty(sentence.Modality, sentence.Act)).Append(Times(sentence.Timing));
        if (sentence.Unless is { } unless)
        {
            text.Append(", unless ").Append(Words.Said(unless.Text));
        }

        text.Append('.');
        if (sentence.Otherwise is { } otherwise)
        {
            text.Append(" Failing that, ").Append(Sentence(otherwise, null));
        }

        return setting is null ? text.ToString() : Words.Capital(text.ToString());
    }

    private static string Duty(Modality modality, Act act)
    {
        var word = modality switch
        {
            Modality.Must => "must",
            Modality.MustNot => "must not",
            Modality.May => "may",
            _ => "has power to",
        };
        return act switch
        {
            KeepAct keep => $"must see to it at every moment that {Words.Said(string.Join(" and ", keep.Lines.Select(l => l.Text)))}",
            HaveAct have => $"{word} have {Words.Said(have.Pattern.Text)} at any moment",
            DoAct done => $"{word} {Words.Said($"{done.Verb} {done.Pattern.Text}")}",
            _ => $"{word} {Words.Said(act.Text)}",
        };
    }

    private string Times(Timing timing)
    {
        var words = new List<string>();
        Say("at the latest ", timing.NoLater);
        Say("not before ", timing.NoEarlier);
        if (timing.Within is { } within)
        {
            words.Add(within.Anchor is { } anchor ? $"within {within.Length} {(within.Before ? "before" : "after")} {Words.Said(anchor.Text)}" : $"within {within.Length} of that");
        }

        if (timing.Cycle is { } cycle)
        {
            words.Add(Words.Said(cycle.Text));
        }

        Say("with effect from ", timing.Effective);
        Say("as from ", timing.From);
        Say("until ", timing.Until);
        return words.Count == 0 ? string.Empty : ", " + string.Join(", ", words);

        void Say(string word, TimeExpression? time)
        {
            if (time is not null)
            {
                words.Add(word + Words.Said(time.Text) + (time is not FixedTime && _times.DateOf(time) is { } date ? $" (that is {date})" : string.Empty));
            }
        }
    }

    private void Exceptions(ImmutableArray<ClauseException> exceptions)
    {
        foreach (var exception in exceptions)
        {
            var name = $"{(exception.Reference is { } reference ? Words.Escaped(reference) + " " : string.Empty)}{Words.Said(exception.Name)}";
            Line($"Not where {Words.Said(exception.If.Text)} ({name}){(exception.Sentence is { } sentence ? ": then " + Sentence(sentence, null) : ".")}");
        }
    }

    private void Remarks(Remarks remarks)
    {
        foreach (var unverified in remarks.Unverified)
        {
            Line(unverified.Length == 0 ? "Not checked against the text." : $"Not checked against the text: {Words.Escaped(unverified)}.");
        }

        foreach (var text in remarks.Texts)
        {
            Line($"“{Words.Escaped(text.Content)}”");
        }

        foreach (var note in remarks.Notes)
        {
            Line(Words.Escaped(note));
        }
    }

    /// <summary>The nouns, amounts, zones and lines that it names, and those that they name.</summary>
    private void Named()
    {
        var told = new HashSet<NamedContentSymbol>();
        var waiting = new Queue<NamedThing>(NamesIn(symbol.Owner.File, symbol.Syntax.Span));
        var lines = new List<string>();
        while (waiting.TryDequeue(out var thing))
        {
            if (thing.Subject is not NamedContentSymbol content || !told.Add(content))
            {
                continue;
            }

            lines.Add(new NameInWords(analysed).Content(content));
            var syntax = content is DefineSymbol define ? define.Syntax.Span : ((TableSymbol)content).Syntax.Span;
            foreach (var next in NamesIn(content.Owner.File, syntax))
            {
                waiting.Enqueue(next);
            }
        }

        if (lines.Count > 0)
        {
            _text.Append("---\n\n");
            lines.ForEach(Line);
        }
    }

    private IEnumerable<NamedThing> NamesIn(SourceText file, TextSpan span) =>
        analysed.Analysis.Names.In(file).Where(u => span.Start <= u.Span.Start && u.Span.End <= span.End).Select(u => u.Thing);

    private void Line(string text)
    {
        if (text.Length > 0)
        {
            _text.Append(text).Append("\n\n");
        }
    }
}

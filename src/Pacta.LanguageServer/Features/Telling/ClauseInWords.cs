using System.Collections.Immutable;
using System.Text;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.LanguageServer.Documents;
using Pacta.Model.Agreements;
using Pacta.Model.Text;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Words;

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
            var read = Read(clause);
            Rules(clause, read);
            Exceptions(read.Exceptions);
            Remarks(clause.Remarks);
        }
        else if (BoundException() is { } exception)
        {
            Line($"Where {Words.Escaped(exception.If)}, this takes the place of {Words.Said(string.Join(", ", ((ExceptionSyntax)symbol.Syntax).To.Select(t => t.Text)))}{(exception.Instead.IsEmpty ? ", and nothing is asked." : ":")}");
            Sentences(string.Empty, exception.Instead, exception.Exception.Sentence);
            Exceptions(exception.Below);
            Remarks(exception.Exception.Remarks);
        }

        Named();
        return _text.ToString().TrimEnd();
    }

    private Clause? BoundClause() => Whole.FirstOrDefault(c => IsHere(c.Origin));

    /// <summary>The clauses of which a sentence could be read; of one that is being written there is nothing to tell yet.</summary>
    private IEnumerable<Clause> Whole => analysed.Analysis.Result.Agreements.SelectMany(a => a.Clauses).Where(c => !c.Readings.IsEmpty);

    private ReadException? BoundException() =>
        Whole.FirstOrDefault(c => Below(c.Exceptions).Any(e => IsHere(e.Origin))) is { } clause
            ? Below(Read(clause).Exceptions).First(e => IsHere(e.Exception.Origin))
            : null;

    /// <summary>The clause in the words of <c>pacta read</c>.</summary>
    private ReadClause Read(Clause clause) => AgreementReader.Read(analysed.Analysis.Result.Agreements.First(a => a.Clauses.Contains(clause)), clause);

    private static IEnumerable<ClauseException> Below(ImmutableArray<ClauseException> exceptions) => exceptions.SelectMany(e => Below(e.Exceptions).Prepend(e));

    private static IEnumerable<ReadException> Below(ImmutableArray<ReadException> exceptions) => exceptions.SelectMany(e => Below(e.Below).Prepend(e));

    private bool IsHere(Origin origin) => ReferenceEquals(origin.File, symbol.Owner.File) && origin.Span == symbol.Syntax.Span;

    private void Head()
    {
        var article = symbol.Reference is { } reference ? $"{Words.Escaped(reference)} " : string.Empty;
        var chapters = symbol.Parts.Select(p => p.Title is { } title ? $"{p.Number.Value} {title.Value}" : p.Number.Value);
        var way = string.Join(" · ", chapters.Prepend(symbol.Owner.Agreement?.Syntax.Title.Value ?? string.Empty).Where(w => w.Length > 0).Select(Words.Escaped));
        Line($"**{article}{Words.Said(symbol.Name.Text)}** · {(symbol.IsException ? "exception" : "clause")}");
        Line(way);
    }

    private void Rules(Clause clause, ReadClause read)
    {
        foreach (var (way, reading) in read.Ways.Zip(clause.Readings))
        {
            var heldBy = way.HeldBy.IsEmpty ? string.Empty : $", held by {Words.Said(string.Join(", ", way.HeldBy))}";
            Sentences(way.Name is { } name ? $"Read as **{Words.Said(name)}**{heldBy}: " : string.Empty, way.Plain, reading.Content.Sentence);
        }

        if (clause.Status.Standing != Standing.Legal || clause.Status.Disputed)
        {
            Line($"It is {Words.Escaped(Speech.Default.Clauses.Of(clause.Status))}.");
        }
    }

    /// <summary>A sentence and what follows where it is not kept, with what is asked one by one as a list; then the dates to which its times come.</summary>
    private void Sentences(string head, ImmutableArray<ReadSentence> plain, Sentence? sentence)
    {
        foreach (var told in plain)
        {
            Line(head + Words.Escaped(told.Text));
            if (!told.Below.IsEmpty)
            {
                Line(string.Join('\n', told.Below.Select(b => $"- {Words.Escaped(b)}")));
            }

            head = string.Empty;
        }

        var dates = new List<string>();
        for (var part = sentence; part is not null; part = part.Otherwise)
        {
            var timing = part.Timing;
            dates.AddRange(new[] { timing.NoLater, timing.NoEarlier, timing.From, timing.Until, timing.Effective }
                .OfType<TimeExpression>()
                .Where(t => t is not FixedTime && _times.DateOf(t) is not null)
                .Select(t => $"{Words.Said(t.Text)} is {_times.DateOf(t)}"));
        }

        if (dates.Count > 0)
        {
            Line($"({string.Join("; ", dates)})");
        }
    }

    private void Exceptions(ImmutableArray<ReadException> exceptions)
    {
        foreach (var exception in exceptions)
        {
            var name = $"{(exception.Exception.Reference is { } reference ? Words.Escaped(reference) + " " : string.Empty)}{Words.Said(exception.Exception.Name)}";
            Line($"Not where {Words.Escaped(exception.If)} ({name}){(exception.Instead.IsEmpty ? "." : ": then")}");
            Sentences(string.Empty, exception.Instead, exception.Exception.Sentence);
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

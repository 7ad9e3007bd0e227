using System.Collections.Immutable;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.Language.Parsing;

/// <summary>Clauses and exceptions.</summary>
internal sealed partial class FileParser
{
    private ClauseSyntax? Clause()
    {
        var start = Advance().Start;
        var name = Name("the clause", SyntaxErrors.ClauseExample);
        var failed = name is null;
        var reference = failed ? null : Reference(SyntaxErrors.ClauseExample, out failed);
        _article = reference?.Article.Value;
        var parts = new ClauseParts();
        var body = new Body<RuleSyntax>(() => new RuleContent(this));
        _isInClause = true;
        var isBlock = BlockAfterHead($"clause {name?.Text}", start, () => ClauseItem(parts, body), SyntaxErrors.ClauseExample, failed);
        _isInClause = false;
        _article = null;
        if (!isBlock)
        {
            return null;
        }

        EndItem("the clause");
        if (name is null)
        {
            return null;
        }

        var rules = body.Finish();
        if (rules.All(r => r.Content.Sentence is null) && !body.HasFailed && !parts.HasFailed)
        {
            Add(SyntaxErrors.EmptyClause(name.Text), name.Span);
        }

        if (rules.IsEmpty || parts.HasFailed)
        {
            // Without its 'when' a sentence speaks of nobody.
            rules = [new ReadingSyntax<RuleSyntax>(name.Span, null, [], new RuleSyntax(name.Span, null, null))];
        }

        return new ClauseSyntax(
            SpanFrom(start), name, reference, body.Notes.ToImmutable(), parts.Status, parts.Claims.ToImmutable(), parts.When, rules, parts.Survivals.ToImmutable(), parts.Admission);
    }

    /// <summary>What a clause says once for all its readings.</summary>
    private sealed class ClauseParts
    {
        public Identifier? Status { get; set; }

        public ImmutableArray<ClaimSyntax>.Builder Claims { get; } = ImmutableArray.CreateBuilder<ClaimSyntax>();

        public PatternSyntax? When { get; set; }

        public ImmutableArray<SurvivalSyntax>.Builder Survivals { get; } = ImmutableArray.CreateBuilder<SurvivalSyntax>();

        public AdmissionSyntax? Admission { get; set; }

        public bool HasFailed { get; set; }
    }

    private void ClauseItem(ClauseParts parts, Body<RuleSyntax> body)
    {
        const string WhenExample = "when exercise x by A in zone_of_application";
        switch (Current.Word)
        {
            case Word.Status when Peek().IsName:
                if (parts.Status is not null)
                {
                    Missing(SyntaxErrors.SecondLine("status"));
                    SkipItem();
                    return;
                }

                Advance();
                parts.Status = TakeIdentifier();
                parts.HasFailed |= !EndItem("the status");
                break;
            case Word.Claimed or Word.Denied when Peek().Word == Word.By:
                var isDenied = At(Word.Denied);
                var start = Advance().Start;
                Advance();
                if (Name("who claims or denies it", "claimed by gorbachev \"interview, 2008\"") is not { } by)
                {
                    SkipItem();
                    return;
                }

                var words = OptionalText();
                parts.Claims.Add(new ClaimSyntax(SpanFrom(start), isDenied, by, words));
                parts.HasFailed |= !EndItem("the claim");
                break;
            case Word.When:
                if (parts.When is not null || body.Readings.Count > 0 || body.Plain is { IsEmpty: false })
                {
                    Unexpected(parts.When is null ? SyntaxErrors.LateWhen() : SyntaxErrors.SecondLine("when"));
                }

                Advance();
                if (Pattern(WhenExample) is not { } when)
                {
                    parts.HasFailed = true;
                    SkipItem();
                    return;
                }

                parts.When ??= when;
                parts.HasFailed |= !EndItem("the line");
                break;
            case Word.Survives when AtSurvival:
                if (Survival() is not { } survival)
                {
                    parts.HasFailed = true;
                    SkipItem();
                    return;
                }

                parts.Survivals.Add(survival);
                parts.HasFailed |= !EndItem("the line");
                break;
            case Word.Admits when AtAdmission:
                if (parts.Admission is not null)
                {
                    Missing(SyntaxErrors.SecondLine("admits"));
                    SkipItem();
                    return;
                }

                if (Admission() is not { } admission)
                {
                    parts.HasFailed = true;
                    SkipItem();
                    return;
                }

                parts.Admission = admission;
                parts.HasFailed |= !EndItem("the line");
                break;
            default:
                if (Prose())
                {
                    body.HasFailed = true;
                }
                else if (MendFirstWord())
                {
                    ClauseItem(parts, body);
                }
                else
                {
                    BodyItem(body);
                }

                break;
        }
    }

    /// <summary>
    /// A sentence of the text itself, copied into the clause: a long line with a capital letter, articles and the words of treaties. Reports it as a whole and skips it;
    /// anything said of a part of it would send the reader from one word to the next.
    /// </summary>
    private bool Prose()
    {
        const int Shortest = 9;
        if (Current.Kind != TokenKind.Name || !char.IsAsciiLetterUpper(_text[Current.Start]))
        {
            return false;
        }

        var (end, small, hasModal) = (EndOfItem(), 0, false);
        for (var i = 0; i < end; i++)
        {
            var word = Peek(i).Kind is TokenKind.Name or TokenKind.Variable ? TextOf(Peek(i)).ToLowerInvariant() : string.Empty;
            small += word is "the" or "a" or "an" or "its" or "their" or "of" or "such" or "this" or "that" or "which" ? 1 : 0;
            hasModal |= word is "shall" or "will" or "must" or "may" or "undertakes" or "undertake" or "agrees" or "agree" or "reserves" or "cannot" or "can" or "should";
        }

        if (end < Shortest || small < 2 || !hasModal)
        {
            return false;
        }

        var line = OnOneLine(_text[Current.Start..Peek(end - 1).End]);
        var place = new Model.Text.TextSpan(Current.Start, Peek(end - 1).End - Current.Start);
        ReportLexicalMistakes(_at - 1);
        while (_reportedLexical < _lexicalMistakes.Count && _lexicalMistakes[_reportedLexical].TokenIndex <= _at + end)
        {
            _reportedLexical++;
        }

        Add(SyntaxErrors.Prose(line) with { InsteadOf = place }, place);
        _reportedAt = _at;
        _at += end;
        SkipItem();
        return true;
    }

    private static readonly string[] ClauseWords = ["when", "while", "text", "note", "unverified", "status", "claimed", "reading", "survives", "each"];

    /// <summary>
    /// A line that begins with two words is no sentence, for a sentence begins with a party and 'must': the first word is misspelt.
    /// Reports it and puts the right word in its place.
    /// </summary>
    private bool MendFirstWord()
    {
        if (Current is not { Kind: TokenKind.Name, Word: Word.None } || !(Peek().IsWord || Peek().Kind == TokenKind.Text)
            || RightModal(TextOf(Peek())) is not null || Spelling.Nearest(TextOf(Current), ClauseWords) is not { } meant)
        {
            return false;
        }

        Unexpected(SyntaxErrors.MisspeltItem(TextOf(Current), meant, SyntaxErrors.ClauseExample));
        _guessedAt = _at;
        _tokens[_at] = Current with { Word = Words.Find(meant) };
        return true;
    }

    private sealed class RuleContent(FileParser parser) : Content<RuleSyntax>
    {
        private ConditionSyntax? _while;
        private SentenceSyntax? _sentence;

        public override bool IsEmpty => _while is null && _sentence is null;

        public override RuleSyntax Value => new(new Model.Text.TextSpan(Start, End - Start), _while, _sentence);

        public override bool Line()
        {
            if (parser.AtSurvival)
            {
                return parser.Unexpected(SyntaxErrors.SurvivalInReading());
            }

            if (parser.AtAdmission)
            {
                return parser.Unexpected(SyntaxErrors.AdmissionInReading());
            }

            if (_sentence is not null)
            {
                return parser.Unexpected(
                    parser.At(Word.While) ? SyntaxErrors.LateWhile()
                    : parser.LooseCondition(OnOneLine(parser._text[_sentence.Span.Start.._sentence.Span.End])) ?? SyntaxErrors.SecondSentence());
            }

            if (!parser.At(Word.While))
            {
                _sentence = parser.Sentence();
                return _sentence is not null;
            }

            if (_while is not null)
            {
                return parser.Missing(SyntaxErrors.SecondLine("while"));
            }

            parser.Advance();
            _while = parser.Condition();
            return _while is not null;
        }
    }

    private ExceptionSyntax? Exception()
    {
        var example = ItemWords.Example(Word.Exception);
        var start = Advance().Start;
        var name = Name("the exception", example);
        var to = name is not null && Expect(Word.To, example) ? Names("the clause it is an exception to", example) : null;
        var failed = to is null;
        var reference = failed ? null : Reference(example, out failed);
        _article = reference?.Article.Value;
        var notes = ImmutableArray.CreateBuilder<NoteSyntax>();
        var rule = new ExceptionRule();
        _isInClause = true;
        var isBlock = BlockAfterHead($"exception {name?.Text}", start, () => ExceptionItem(notes, rule), example, failed);
        _isInClause = false;
        _article = null;
        if (!isBlock)
        {
            return null;
        }

        EndItem("the exception");
        if (name is null || to is not { } clauses)
        {
            return null;
        }

        if (rule.If is null)
        {
            if (!rule.HasFailed)
            {
                Add(SyntaxErrors.ExceptionWithoutIf(name.Text), name.Span);
            }

            return null;
        }

        return new ExceptionSyntax(SpanFrom(start), name, clauses, reference, notes.ToImmutable(), rule.If, rule.Sentence);
    }

    private sealed class ExceptionRule
    {
        public ConditionSyntax? If { get; set; }

        public SentenceSyntax? Sentence { get; set; }

        public bool HasFailed { get; set; }
    }

    private void ExceptionItem(ImmutableArray<NoteSyntax>.Builder notes, ExceptionRule rule)
    {
        if (AtNote)
        {
            rule.HasFailed |= !NoteItem(notes);
            return;
        }

        if (At(Word.If))
        {
            if (rule.If is not null)
            {
                Missing(SyntaxErrors.SecondIf());
            }

            Advance();
            var condition = Condition();
            rule.If ??= condition;
            Finish(condition is not null);
            return;
        }

        if (rule.Sentence is not null || AtSurvival || AtAdmission)
        {
            Unexpected(AtSurvival ? SyntaxErrors.SurvivalInException() : AtAdmission ? SyntaxErrors.AdmissionInException() : SyntaxErrors.SecondSentence());
            Finish(false);
            return;
        }

        rule.Sentence = Sentence();
        Finish(rule.Sentence is not null);

        void Finish(bool isRead)
        {
            if (!isRead)
            {
                SkipItem();
            }

            rule.HasFailed |= !isRead || !EndItem("the line");
        }
    }
}

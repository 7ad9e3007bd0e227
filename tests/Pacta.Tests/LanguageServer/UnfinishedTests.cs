using CsCheck;
using Pacta.Language.Lexing;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Features;
using Pacta.LanguageServer.Features.Completion;
using Pacta.LanguageServer.Protocol;
using Pacta.Tests.Agreements;

namespace Pacta.Tests.LanguageServer;

/// <summary>Texts that are being written: anything may be missing in them, and nothing may go wrong because of that.</summary>
public sealed class UnfinishedTests
{
    private static readonly Document[] Files =
    [
        .. Directory.GetFiles(Library.Folder, "*.pacta", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => new Document(f, FilePaths.UriOf(f), File.ReadAllText(f), null)),
    ];

    private static readonly WorkspaceState State = Files.Aggregate(WorkspaceState.Empty, (state, file) => state.With(file));

    [Fact]
    public void Whatever_is_left_out_or_doubled_there_is_an_answer_to_everything()
    {
        // A file, where in it, how many tokens, and what becomes of them.
        Gen.Select(Gen.Int[0, Files.Length - 1], Gen.Double.Unit, Gen.Int[1, 12], Gen.Int[0, 3]).Sample(
            (file, place, count, change) =>
            {
                var document = Changed(Files[file], place, count, change, out var offset);
                var state = State.With(document);
                var analysed = new Analyses().Of(document, state, CancellationToken.None);

                Completing.Of(analysed, offset, hasSnippets: true);
                Hovering.Of(analysed, offset, hasMarkdown: true);
                Finding.Definition(analysed, offset);
                Outlining.Of(document);
                Folding.Of(document);
                LayingOut.Of(document);
                Running.LensesOf(document);
                Colouring.Of(analysed);
                Hinting.Of(analysed, new Pacta.LanguageServer.Protocol.Range(new Position(0, 0), new Position(int.MaxValue, 0)));
                Diagnosing.Of(analysed, []);
                Mending.Of(analysed, new Pacta.LanguageServer.Protocol.Range(new Position(0, 0), new Position(int.MaxValue, 0)));
            },
            iter: 150);
    }

    [Fact]
    public void Every_name_of_the_library_can_be_asked_about()
    {
        var analyses = new Analyses();
        foreach (var file in Files)
        {
            var analysed = analyses.Of(file, State, CancellationToken.None);
            Assert.Empty(analysed.Diagnostics);
            foreach (var use in analysed.Analysis.Names.In(file.Source))
            {
                Assert.True(Hovering.Of(analysed, use.Span.Start, hasMarkdown: true) is not null, $"{file.Path}: {file.Text.Substring(use.Span.Start, use.Span.Length)} ({use.Thing.Sort})");
                Assert.Single(Finding.Definition(analysed, use.Span.Start));
            }
        }
    }

    [Fact]
    public void Nearly_every_word_of_the_library_that_is_none_of_the_language_has_a_meaning()
    {
        var analyses = new Analyses();
        var (known, unknown) = (0, new List<string>());
        foreach (var file in Files)
        {
            var names = analyses.Of(file, State, CancellationToken.None).Analysis.Names.In(file.Source).Select(u => u.Span.Start).ToHashSet();
            foreach (var token in Lexer.Read(file.Text).Tokens.Where(t => t.Kind is TokenKind.Name or TokenKind.Variable && t.Word == Word.None))
            {
                var isKnown = names.Contains(token.Start);
                known += isKnown ? 1 : 0;
                if (!isKnown)
                {
                    unknown.Add(file.Text[token.Start..token.End]);
                }
            }
        }

        // What is left are words with a meaning of their own (party, start, breached ...), verbs, languages of texts, units of time and who holds a reading.
        Assert.True(known > 2.5 * unknown.Count, $"{known} known, {unknown.Count} not: {string.Join(", ", unknown.CountBy(u => u).OrderByDescending(u => u.Value).Take(60).Select(u => $"{u.Key} {u.Value}"))}");
    }

    [Fact]
    public void Nothing_is_kept_of_an_earlier_text_of_the_same_files()
    {
        var analyses = new Analyses();
        var earlier = Analysed(analyses, version: 1);
        var now = Analysed(analyses, version: 2);
        GC.Collect();

        Assert.False(earlier.IsAlive, "What was found of a text that has changed since is still held.");
        Assert.True(now.IsAlive, "What was found of the text as it is now is made anew for each question.");
        GC.KeepAlive(analyses);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Analysed(Analyses analyses, int version)
    {
        var document = new Document(Files[0].Path, Files[0].Uri, Files[0].Text, version);
        return new WeakReference(analyses.Of(document, State.With(document), CancellationToken.None).Analysis);
    }

    private static Document Changed(Document file, double place, int count, int change, out int offset)
    {
        var tokens = Lexer.Read(file.Text).Tokens;
        var first = Math.Min((int)(place * tokens.Length), tokens.Length - 1);
        var last = Math.Min(first + count, tokens.Length - 1);
        var (start, end) = (tokens[first].Start, Math.Max(tokens[first].Start, tokens[last].Start));
        var cut = file.Text[start..end];
        var text = change switch
        {
            0 => file.Text[..start] + file.Text[end..],
            1 => file.Text[..end] + cut + file.Text[end..],
            2 => file.Text[..end],
            _ => file.Text[..start] + string.Join(' ', cut.Split(' ').Reverse()) + file.Text[end..],
        };
        offset = Math.Min(start, text.Length);
        return new Document(file.Path, file.Uri, text, 1);
    }
}

using CsCheck;
using Pacta.Language.Parsing;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Tests.Language.Parsing;

/// <summary>What is left when something is wrong: one message, and all the rest of the file.</summary>
public sealed class RecoveryTests
{
    private const string Sample = """
        vocabulary base {
          unit km is 1_000 m
          kind weapon (weapons) is asset with range km
          event hold exercise (exercises) is activity by actor in place with troops person, alert truth
          state member (members) by actor S of alliance N
            begins when accession by S to N
            ends when withdrawal_notice by S to N
          actor aland "Aland", borland
          group both { aland, borland as from 1999-03-12 }
        }

        agreement "Test agreement" as test {
          status legal
          signed 1999-12-01
          time zone "UTC"
          parties aland, borland

          zone security_zone { up to 15 km from front }
          part "V" "Notices" {
            define big_exercise at "40" {
              reading strict by usni { means exercise x where troops of x at least 9_000 }
              reading loose {
                means exercise x where any of {
                  troops of x at least 13_000
                  tanks of x at least 300
                }
              }
            }
            clause notice at "38" {
              text en "42 days or more"
              when big_exercise x by A in area
              A must give notification of x to each other party
                no later than 42 days before start of x
                unless there was consent by each other party
                otherwise aland has power to make withdrawal w
            }
            exception alert_exercise to notice at "41" {
              if x is alert and duration of x at most 72 hours
              A must give notification of x to each other party no later than start of x
            }
          }
          part "VI" {
            amount quota of party P at "107" {
              15 if number of weapons of P more than 900
              number of weapons of P / 60 rounded up otherwise
            }
            clause limits at "108" {
              each party P must keep all of {
                number of weapons of P in area at most quota of P
                number of inspections to P per calendar year at most 3
              }
                as from 40 months after entry_into_force
            }
          }
        }

        scenario "a late notice" of test {
          2021-09-10 exercise north_wind by aland in area with troops about 12_800 reported 2021-09-11 by smm
          expect breached notice by aland to borland on 2021-09-10 because big_exercise
        }
        """;

    [Fact]
    public void The_sample_itself_is_right() => Reading.File(Sample);

    [Fact]
    public void A_lost_brace_gives_one_message_and_keeps_every_clause()
    {
        foreach (var at in Enumerable.Range(0, Sample.Length).Where(i => Sample[i] is '{' or '}'))
        {
            var (diagnostics, file) = Read(Sample.Remove(at, 1));

            Assert.True(diagnostics.Count == 1, $"brace at {Place(at)}: {string.Join(" | ", diagnostics.Select(d => d.Headline))}");
            Assert.Equal(["limits", "notice"], Clauses(file.Items).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_brace_too_many_gives_one_message()
    {
        foreach (var at in Enumerable.Range(0, Sample.Length).Where(i => Sample[i] is '}'))
        {
            var (diagnostics, _) = Read(Sample.Insert(at, "} "));

            Assert.True(diagnostics.Count == 1, $"brace at {Place(at)}: {string.Join(" | ", diagnostics.Select(d => d.Headline))}");
        }
    }

    [Fact]
    public void A_word_lost_or_written_twice_gives_at_most_one_message()
    {
        foreach (var (start, length) in WordsOf(Sample))
        {
            var lost = Read(Sample.Remove(start, length)).Diagnostics;
            Assert.True(lost.Count <= 1, $"without the word at {Place(start)}: {string.Join(" | ", lost.Select(d => d.Headline))}");

            var doubled = Read($"{Sample[..(start + length)]} {Sample[start..]}").Diagnostics;
            Assert.True(doubled.Count <= 1, $"with the word at {Place(start)} twice: {string.Join(" | ", doubled.Select(d => d.Headline))}");
        }
    }

    [Fact]
    public void Any_text_is_read_to_its_end_without_an_exception() =>
        Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Int[0, 80], Gen.String[0, 12]).Array[1, 6].Sample(
            edits =>
            {
                var text = edits.Aggregate(Sample, (t, e) => t[..Math.Min(e.Item1, t.Length)] + e.Item3 + t[Math.Min(e.Item1 + e.Item2, t.Length)..]);
                var (diagnostics, _) = Read(text);
                Assert.All(diagnostics.SelectMany(d => d.Labels), l => Assert.InRange(l.Span.End, l.Span.Start, text.Length));
            },
            iter: 2_000);

    [Fact]
    public void Very_deep_nesting_is_a_message_and_no_crash()
    {
        var (diagnostics, _) = Read($"amount deep {{ {new string('(', 100_000)} }}");

        Assert.Equal(SyntaxErrors.TooDeepCode, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Several_independent_mistakes_give_as_many_messages() =>
        Assert.Equal(3, Read(Sample.Replace("15 km", "15km").Replace("no later than start", "not later than start").Replace("2021-09-11", "2021-09-31")).Diagnostics.Count);

    private static (IReadOnlyList<Diagnostic> Diagnostics, FileSyntax File) Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var file = Parser.Parse(new SourceText("test.pacta", text), diagnostics);
        return (diagnostics.Items, file);
    }

    private static IEnumerable<string> Clauses(IEnumerable<DeclarationSyntax> items) => items.SelectMany(i => i switch
    {
        AgreementSyntax agreement => Clauses(agreement.Items),
        PartSyntax part => Clauses(part.Items),
        ClauseSyntax clause => [clause.Name.Text],
        _ => [],
    });

    private static IEnumerable<(int Start, int Length)> WordsOf(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var length = 0;
            while (start + length < text.Length && (char.IsLetterOrDigit(text[start + length]) || text[start + length] is '_' or '-'))
            {
                length++;
            }

            if (length > 0)
            {
                yield return (start, length);
                start += length;
            }
        }
    }

    private static LinePosition Place(int offset) => new SourceText("test.pacta", Sample).PositionOf(offset);
}

using System.Globalization;
using CsCheck;
using Pacta.Checking;
using Pacta.Language.Compilation;
using Pacta.Linting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Tests.Linting;

/// <summary>
/// That a clause can never apply is said exactly of those that apply to none of all exercises there can be: generated conditions on a figure, a yes and no, a kind, also through a
/// define, against every combination of their values.
/// </summary>
public sealed class NeverAppliesLaws
{
    private const string Words = """
        vocabulary words {
          unit person
          event hold exercise is activity by actor with troops person, alert truth
          event hold drill is exercise
          event hold parade is exercise
          event give notification by actor of activity to actor
          actor aland, borland
        }

        """;

    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("PACTA_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 400;

    private static Gen<string> Of(params string[] some) => Gen.Int[0, some.Length - 1].Select(i => some[i]);

    private static readonly Gen<string> Simple = Gen.OneOf(
        Gen.Select(Of("at least", "at most", "more than", "less than"), Gen.Int[1, 3], (relation, number) => $"troops of x {relation} {number}"),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], (low, high) => $"troops of x is {Math.Min(low, high)} .. {Math.Max(low, high)}"),
        Of("x is alert", "x is not alert", "x is drill", "x is not drill", "x is parade", "x is not exercise"));

    private static readonly Gen<string> Conditions = Gen.OneOf(
        Simple,
        Gen.Select(Simple, Simple, (a, b) => $"any of {{\n{a}\n{b}\n}}"),
        Gen.Select(Simple, Simple, Simple, (a, b, c) => $"any of {{\n{a}\nall of {{\n{b}\n{c}\n}}\n}}"));

    /// <summary>Every exercise that the conditions tell apart.</summary>
    private static readonly string Reports = string.Concat(
        from kind in new[] { "exercise", "drill", "parade" }
        from half in Enumerable.Range(1, 7)
        from alert in new[] { "true", "false" }
        let troops = (half / 2m).ToString(CultureInfo.InvariantCulture)
        let id = $"{kind}_{half}_{alert}"
        select $$$"""{"id":"{{{id}}}","source":"staff","recorded":"2021-06-01","event":"{{{id}}}","kind":"{{{kind}}}","time":"2021-05-01","by":"aland","fields":{"troops":{{{troops}}},"alert":{{{alert}}}}}""" + "\n");

    [Fact]
    public void What_never_applies_is_what_applies_to_nothing()
    {
        var bag = new DiagnosticBag();
        var records = ReportReader.Read(new SourceText("all.jsonl", Reports), bag, keepGoing: false).Records;
        Assert.Empty(bag.Items);
        var (never, sometimes) = (0, 0);
        Gen.Select(Conditions.List[1, 3], Conditions.List[1, 2], Gen.Bool).Sample(
            (inNoun, inClause, isDefined) =>
            {
                // What the noun asks is asked of the noun's own variable.
                var noun = $"all of {{\n{string.Join('\n', inNoun)}\n}}".Replace(" x ", " y ", StringComparison.Ordinal).Replace("\nx ", "\ny ", StringComparison.Ordinal);
                var clause = $"all of {{\n{string.Join('\n', isDefined ? inClause : [.. inNoun, .. inClause])}\n}}";
                SourceText[] files =
                [
                    new("generated.pacta", Words + $$"""
                        agreement "Accord" as accord {
                          status legal
                          enters into force 2021-01-01
                          time zone "UTC"
                          parties aland, borland
                          use words
                          define sort at "1" { means exercise y where {{(isDefined ? noun : "troops of y at least 0")}} }
                          clause notice at "2" {
                            when sort x by A where {{clause}}
                            A must give notification of x to each other party no later than start of x
                          }
                        }
                        """),
                ];
                var compiled = Compiler.Compile(files);
                if (compiled.HasErrors)
                {
                    // A kind that is asked to be what it can never be is an error already.
                    return;
                }

                var isSaid = Linter.Lint(compiled, files).Any(d => d.Code == "PACTA1003");
                var found = Checker.Check(new CheckRequest(compiled.Agreements, records)).Agreements[0].Findings;
                _ = found.IsEmpty ? never++ : sometimes++;
                Assert.True(isSaid == found.IsEmpty, $"{(isSaid ? "said to apply to nothing" : "not said to apply to nothing")}, and applies to {found.Length}: {files[0].Content}");
            },
            iter: Cases,
            threads: 1);
        Assert.True(never > 0 && sometimes > 0, $"the cases ask too little: {never} never, {sometimes} sometimes");
    }
}

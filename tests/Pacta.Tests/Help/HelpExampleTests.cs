using Pacta.Presentation.Help;
using Pacta.Tests.Language;

namespace Pacta.Tests.Help;

/// <summary>
/// The examples of <c>pacta help</c>, each put where it may stand: there is a place where the wrong one gets just that message, and the right one none.
/// </summary>
public sealed class HelpExampleTests
{
    /// <summary>Never alone: what tells of many messages stands behind some of them.</summary>
    private static readonly string[] BehindOthers = ["PACTA0517", "PACTA0607", "PACTA0917"];

    /// <summary>What a page can tell of and no example of a few lines can bring about.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["PACTA0391"] = "an example would have sixty-one lines: it is made below",
        ["PACTA0542"] = "a line without any time is refused before (PACTA0506): only a program that makes records by itself gets it",
        ["PACTA0561"] = "it takes a table of positions beside reports: TrackCommandTests",
        ["PACTA0619"] = "it is about a table of positions: PositionTableTests",
        ["PACTA0904"] = "who may read a file is no matter of its text; StoreDamageTests take a right away",
        ["PACTA0924"] = "it takes another process that writes: StoreDamageTests",
        ["PACTA0929"] = "a fault of Pacta, which RecordFindingsTests feign",
        ["PACTA0932"] = "a fault of Pacta",
        ["PACTA0939"] = "it takes another run that writes: StateDamageTests",
        ["PACTA0960"] = "a fault of Pacta",
    };

    public static TheoryData<string> Codes => [.. HelpPages.Codes.Where(c => !Exceptions.ContainsKey(c))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_gets_the_message_and_the_right_one_none(string code)
    {
        var page = HelpPages.Find(code)!;
        var places = CodesOf(code, page.Wrong).Zip(CodesOf(code, page.Right), (wrong, right) => (Wrong: wrong, Right: right)).ToList();

        Assert.True(places.Exists(p => IsShown(code, p.Wrong, p.Right)), $"{code}, wrong and right in each place:\n{string.Join('\n', places.Select(p => $"{string.Join(' ', p.Wrong)} | {string.Join(' ', p.Right)}").Distinct())}");
    }

    [Fact]
    public void Few_examples_are_not_tried_and_each_for_a_reason()
    {
        Assert.Equal(10, Exceptions.Count);
        Assert.Equal([], Exceptions.Keys.Except(HelpPages.Codes, StringComparer.Ordinal));
        Assert.Equal([], BehindOthers.Except(HelpPages.Codes, StringComparer.Ordinal));
    }

    /// <summary>The example of PACTA0391, which no page could hold.</summary>
    [Fact]
    public void Sixty_statements_are_read_and_the_next_one_is_too_many()
    {
        static string Statements(int count) => $"preferences of town by order {{\n{string.Concat(Enumerable.Repeat("  not abandon\n", count))}}}";

        Assert.Contains(Fragments.CodesOf(Statements(61)).Zip(Fragments.CodesOf(Statements(60))), p => p is (["PACTA0391"], []));
    }

    private static bool IsShown(string code, string[] wrong, string[] right) => code switch
    {
        _ when BehindOthers.Contains(code, StringComparer.Ordinal) => wrong.Contains(code, StringComparer.Ordinal) && !right.Contains(code, StringComparer.Ordinal),
        _ when IsLint(code) => wrong.Contains(code, StringComparer.Ordinal) && !right.Contains(code, StringComparer.Ordinal) && wrong.Concat(right).All(IsLint),
        _ => wrong is [var only] && only == code && right is [],
    };

    private static bool IsLint(string code) => code.StartsWith("PACTA10", StringComparison.Ordinal);

    /// <summary>By its hundred a code is of an agreement, of reports, of a table, of a formula, of a command, or of pacta lint.</summary>
    private static IEnumerable<string[]> CodesOf(string code, string example) => code[5..7] switch
    {
        "01" or "02" or "03" or "04" => Fragments.CodesOf(example),
        "05" when !example.StartsWith("pacta ", StringComparison.Ordinal) => ReportExamples.CodesOf(example),
        "10" => LintExamples.CodesOf(example),
        _ => CommandExamples.CodesOf(example),
    };
}

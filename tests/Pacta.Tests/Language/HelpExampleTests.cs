using Pacta.Presentation.Help;

namespace Pacta.Tests.Language;

/// <summary>The examples of <c>pacta help</c> for what is wrong in agreements: the wrong one gets just that message somewhere where it may stand, and the right one none.</summary>
public sealed class HelpExampleTests
{
    public static TheoryData<string> Codes => [.. HelpPages.Codes.Where(c => c[5] is '0' && c[6] is >= '1' and <= '4')];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_gets_the_message_and_the_right_one_none(string code)
    {
        var page = HelpPages.Find(code)!;

        Assert.True(Fragments.CodesOf(page.Wrong).Any(c => c is [var only] && only == code), $"wrong: {page.Wrong}\nnowhere {code} alone, but {string.Join("; ", Fragments.CodesOf(page.Wrong).Select(c => string.Join(' ', c)).Distinct())}");
        Assert.True(Fragments.CodesOf(page.Right).Any(c => c is []), $"right: {page.Right}\nnowhere without a message, but {string.Join("; ", Fragments.CodesOf(page.Right).Select(c => string.Join(' ', c)).Distinct())}");
    }
}

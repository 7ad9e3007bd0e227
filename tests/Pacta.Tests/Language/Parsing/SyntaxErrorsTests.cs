using System.Reflection;
using System.Text.RegularExpressions;
using Pacta.Language.Parsing;

namespace Pacta.Tests.Language.Parsing;

public sealed class SyntaxErrorsTests
{
    private static readonly string[] Codes =
    [
        .. typeof(SyntaxErrors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.Name.EndsWith("Code", StringComparison.Ordinal)).Select(f => (string)f.GetRawConstantValue()!),
    ];

    [Fact]
    public void Each_kind_of_mistake_has_a_code_of_its_own() => Assert.Equal(Codes.Distinct(), Codes);

    [Fact]
    public void Codes_of_characters_and_sentences_begin_with_01() =>
        Assert.All(Codes, c => Assert.Matches(new Regex("^PACTA01[0-9]{2}$", RegexOptions.None, TimeSpan.FromSeconds(1)), c));
}

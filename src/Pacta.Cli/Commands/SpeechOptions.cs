using System.CommandLine;
using Pacta.Presentation.Phrases;
using Pacta.Presentation.Words;

namespace Pacta.Cli.Commands;

/// <summary>In which language and under which mandate findings are told.</summary>
internal sealed class SpeechOptions
{
    public SpeechOptions()
    {
        Mandate.AcceptOnlyFromAmong([.. Enum.GetValues<Mandate>().Select(NameOf)]);
        Language.AcceptOnlyFromAmong([.. Phrasebook.Languages]);
    }

    public Option<string> Mandate { get; } = new("--mandate")
    {
        Description = "How far the words may go: observe, assess, attribute or determine. What is found is the same.",
        HelpName = "NAME",
        DefaultValueFactory = _ => NameOf(Presentation.Words.Mandate.Assess),
    };

    public Option<string> Language { get; } = new("--language")
    {
        Description = $"The language of what is said about findings: {string.Join(", ", Phrasebook.Languages)}.",
        HelpName = "CODE",
        DefaultValueFactory = _ => Phrasebook.English.Language,
    };

    /// <summary><c>CitedAndMore</c> as <c>cited_and_more</c>: how keys of phrases and members of JSON are written.</summary>
    public static string SnakeOf<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    public static string NameOf(Mandate mandate) => mandate.ToString().ToLowerInvariant();

    /// <summary>For what is no finding: the mandate plays no part.</summary>
    public Speech ReadLanguage(ParseResult parse) => new(Phrasebook.Of(parse.GetValue(Language)!)!, Presentation.Words.Mandate.Assess);

    public Speech Read(ParseResult parse)
    {
        // A command that tells no findings has no such option.
        var mandate = Enum.GetValues<Mandate>().First(m => NameOf(m) == (parse.GetValue(Mandate) ?? NameOf(Presentation.Words.Mandate.Assess)));
        var phrases = Phrasebook.Of(parse.GetValue(Language)!)!;
        return mandate == Presentation.Words.Mandate.Assess && phrases == Phrasebook.English ? Speech.Default : new Speech(phrases, mandate);
    }
}

using Pacta.Language.Compilation;
using Pacta.Model.Text;

namespace Pacta.Cli.Beginning;

/// <summary>From what somebody writes to names of the agreement language.</summary>
internal static class AnswerNames
{
    /// <summary>"Republic of Aland" as <c>republic_of_aland</c>; null where nothing is left of it that a name can be made of.</summary>
    public static string? NameOf(string words)
    {
        var letters = words.Trim().ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        var name = string.Join('_', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return IsName(name) ? name : null;
    }

    /// <summary>Is it a name, and no word of the language? The compiler says so.</summary>
    public static bool IsName(string name) => name.Length >= 2 && char.IsLetter(name[0]) && !char.IsDigit(name[0])
        && Compiler.Compile([new SourceText("name.pacta", $"vocabulary words {{\n  actor {name}\n}}")]) is { HasErrors: false, Vocabulary.Actors: { Count: 1 } actors } && actors.ContainsKey(name);

    /// <summary>The plural of a noun, of "request for explanation" that of the request; null where it has none that differs from it.</summary>
    public static string? PluralOf(string noun)
    {
        var of = Joints.Select(j => noun.IndexOf(j, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(noun.Length).Min();
        var (head, rest) = (noun[..of], noun[of..]);
        return head switch
        {
            [.., 's'] or [.., 'x'] or [.., 'z'] => null,
            [.., var before, 'y'] when before is not ('a' or 'e' or 'i' or 'o' or 'u') => head[..^1] + "ies" + rest,
            _ => char.IsAsciiLetterLower(head[^1]) ? head + "s" + rest : null,
        };
    }

    private static readonly string[] Joints = ["_of_", "_for_", "_on_", "_to_", "_in_"];
}

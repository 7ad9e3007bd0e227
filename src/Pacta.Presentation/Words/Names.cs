using System.Collections.Frozen;
using System.Text;
using Pacta.Model.Findings;
using Pacta.Model.Values;

namespace Pacta.Presentation.Words;

/// <summary>Names of our own enumerations, as machines and trees write them.</summary>
internal static class Names
{
    /// <summary>The noun of the language for what happens when a clause is not kept.</summary>
    public const string Breach = "breach";

    /// <summary><c>NotPerformed</c> as <c>not performed</c>.</summary>
    public static string Spaced(string name) => Joined(name, ' ');

    /// <summary><c>NotPerformed</c> as <c>not_performed</c>.</summary>
    public static string Snake(string name) => Joined(name, '_');

    /// <summary>A value of one of our own enumerations as machines write it: <c>not_performed</c>.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => SnakeOf<T>.Names.TryGetValue(value, out var name) ? name : Snake(value.ToString());

    /// <summary>
    /// A state as machines write it. No output says "breached" as Pacta's own word: a file is read by people too.
    /// </summary>
    public static string Of(ClauseState state) => state switch
    {
        ClauseState.Met => "consistent",
        ClauseState.Breached => "not_consistent",
        _ => Snake(state),
    };

    /// <summary>A step of a derivation as machines write it.</summary>
    public static string Of(DerivationCode step) => step switch
    {
        DerivationCode.Violated => "ruled_out",
        DerivationCode.NoViolation => "nothing_reported",
        DerivationCode.BreachOf => "not_consistent_with",
        _ => Snake(step),
    };

    /// <summary>"Met or Breached", as the logic names states.</summary>
    public static string OfStates(string names) => string.Join(
        " or ", names.Split(" or ").Select(n => Enum.TryParse<ClauseState>(n, out var state) ? Of(state) : n));

    /// <summary>What a step or a cause names, as machines write it; <c>breach</c> is the noun of the language, and no word of Pacta's own.</summary>
    public static string ForMachines(string text) => text == Breach ? "not_consistent_with" : Composed.Plain(TriggerWords.ForMachines(text));

    /// <summary>Each name is made once: a file of findings has millions.</summary>
    private static class SnakeOf<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().Distinct().ToFrozenDictionary(v => v, v => Snake(v.ToString()));
    }

    private static string Joined(string name, char joint)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append(joint);
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}

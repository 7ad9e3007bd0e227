using Pacta.Language.Lexing;

namespace Pacta.Language.Parsing;

/// <summary>The many words for a duty, a prohibition and a permission, and the passive.</summary>
internal sealed partial class FileParser
{
    private static readonly (string Phrase, string Right)[] Modals = [.. AllModals().OrderByDescending(m => m.Phrase.Length)];

    private static IEnumerable<(string Phrase, string Right)> AllModals()
    {
        string[] promises = ["undertakes", "undertake", "agrees", "agree", "commits", "commit", "pledges", "pledge", "shall undertake", "shall agree"];
        string[] being = ["is", "are", "shall be", "will be", "must be"];
        foreach (var promise in promises)
        {
            yield return ($"{promise} to", "must");
            yield return ($"{promise} not to", "must not");
        }

        foreach (var lead in promises.Select(p => p + " to").Concat(["shall", "will", "should", "must", "agrees to", "is to", "are to"]))
        {
            yield return ($"{lead} refrain from", "must not");
            yield return ($"{lead} abstain from", "must not");
        }

        foreach (var be in being)
        {
            foreach (var word in (string[])["obliged", "required", "bound", "obligated", "committed", "under an obligation"])
            {
                yield return ($"{be} {word} to", "must");
            }

            foreach (var word in (string[])["prohibited", "forbidden", "barred", "precluded"])
            {
                yield return ($"{be} {word} from", "must not");
            }

            foreach (var word in (string[])["entitled", "permitted", "allowed", "free", "authorised", "authorized", "at liberty"])
            {
                yield return ($"{be} {word} to", "may");
                yield return ($"{be} not {word} to", "must not");
            }
        }

        foreach (var have in (string[])["has", "have", "shall have", "retains", "retain", "reserves", "reserve"])
        {
            yield return ($"{have} the right to", "may");
            yield return ($"{have} a right to", "may");
            yield return ($"{have} right to", "may");
        }

        foreach (var word in (string[])["shall", "will", "should"])
        {
            yield return (word, "must");
            yield return ($"{word} not", "must not");
        }

        yield return ("refrains from", "must not");
        yield return ("abstains from", "must not");
        yield return ("is to", "must");
        yield return ("are to", "must");
        yield return ("is not to", "must not");
        yield return ("are not to", "must not");
        yield return ("has to", "must");
        yield return ("have to", "must");
        yield return ("ought to", "must");
        yield return ("may not", "must not");
        yield return ("can not", "must not");
        yield return ("cannot", "must not");
        yield return ("can", "may");
        yield return ("might", "may");
    }

    /// <summary>Where the modal stands, something else does; the example is the sentence itself, if it can be mended.</summary>
    private Mistake? LooseModal()
    {
        if (FirstSpelt(0, Modals) is not { } loose)
        {
            return null;
        }

        if (loose.Length <= 2 && IsPassive(loose.Length))
        {
            return PassiveOf(Written(0, loose.Length + 2), loose.Length, loose.Right);
        }

        var isGerund = loose.Phrase.EndsWith("from", StringComparison.Ordinal);
        var verb = isGerund ? VerbOf(TextOf(Peek(loose.Length))) : TextOf(Peek(loose.Length));
        var rest = verb is null || EndsLine(Peek(loose.Length)) ? null : $"{verb} {RestOfItem(loose.Length + 1)}".TrimEnd();
        var example = rest is null || ItemSoFar.Length == 0 ? null : $"{ItemSoFar} {loose.Right} {rest}";
        var mistake = SyntaxErrors.WrongModal(Written(0, loose.Length), loose.Right, example);
        return isGerund ? mistake with { Instead = null } : mistake;
    }

    /// <summary>The verb of <c>opening</c>, of a verb itself the same; null where it may be no verb.</summary>
    private static string? VerbOf(string word) => word switch
    {
        "having" => "have",
        "making" => "make",
        "giving" => "give",
        "taking" => "take",
        "using" => "use",
        "declaring" => "declare",
        "the" or "a" or "any" => null,
        _ => word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : word,
    };

    /// <summary>The verb of a participle; null where spelling does not tell.</summary>
    private static string? VerbOfParticiple(string word) => word switch
    {
        "given" => "give",
        "held" => "hold",
        "sent" => "send",
        "made" => "make",
        "withdrawn" => "withdraw",
        "taken" => "take",
        "kept" => "keep",
        "opened" => "open",
        "started" => "start",
        _ => null,
    };

    /// <summary><c>be notified</c>, <c>be withdrawn</c>: what is done, and not who does it.</summary>
    /// <param name="at">Where it stands, counted from the current token.</param>
    private bool IsPassive(int at = 0) => IsText(Peek(at), "be") && (!Peek(at + 1).IsName || IsParticiple(Peek(at + 1)));

    private bool IsParticiple(Token token) => token.Kind == TokenKind.Name && TextOf(token) is var word
        && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("wn", StringComparison.Ordinal)
            || word is "held" or "sent" or "done" or "made" or "kept" or "met" or "told" or "paid" or "built" or "put" or "set" or "brought" or "left" or "laid");

    /// <param name="passive">As it is written: "must be withdrawn".</param>
    /// <param name="be">Where <c>be</c> stands, counted from the current token.</param>
    private Mistake PassiveOf(string passive, int be, string modal)
    {
        var noun = ItemSoFar.EndsWith(" must not", StringComparison.Ordinal) ? ItemSoFar[..^9] : ItemSoFar.EndsWith(" must", StringComparison.Ordinal) ? ItemSoFar[..^5] : ItemSoFar;
        var verb = Peek(be + 1).IsName || Peek(be + 1).Kind == TokenKind.Name ? VerbOfParticiple(TextOf(Peek(be + 1))) : null;
        if (verb is null || noun.Length == 0 || noun.Contains(' ', StringComparison.Ordinal))
        {
            return SyntaxErrors.Passive(passive, null);
        }

        var by = Peek(be + 2).Word == Word.By ? be + 3 : 0;
        var end = by == 0 ? be + 2 : by + (Peek(by).Word == Word.Each ? 2 : 1);
        var who = by == 0 ? "each party" : Written(by, end);
        return SyntaxErrors.Passive(passive, $"{who} {modal} {verb} {noun} {RestOfItem(end)}".TrimEnd());
    }
}

using Pacta.Language.Binding.Names;
using Pacta.Language.Lexing;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;

namespace Pacta.LanguageServer.Features;

/// <summary>
/// Another name for something, in all files. The singular and the plural of a noun are renamed each for itself: only the places where the same word stands.
/// </summary>
internal static class Renaming
{
    /// <summary>Null where no name stands.</summary>
    public static PrepareRenameResult? Prepare(Analysed analysed, int offset) =>
        analysed.NameAt(offset) is { } use ? new PrepareRenameResult(analysed.Document.RangeOf(use.Span), TextOf(analysed.Document, use)) : null;

    /// <exception cref="ProtocolException">No name stands there, or the new one cannot be a name, or means something already.</exception>
    public static WorkspaceEdit Rename(Analysed analysed, int offset, string newName, Analyses analyses, CancellationToken cancellation)
    {
        if (analysed.NameAt(offset) is not { } use)
        {
            throw Failed("No name stands here.");
        }

        var oldName = TextOf(analysed.Document, use);
        Check(analysed, use, oldName, newName);
        var changes = new Dictionary<string, TextEdit[]>(StringComparer.Ordinal);
        foreach (var group in Finding.Uses(analysed, use.Thing, analyses, cancellation).Where(u => TextOf(u.Document, u.Use) == oldName).GroupBy(u => u.Document))
        {
            changes[group.Key.Uri] = [.. group.Select(u => new TextEdit(group.Key.RangeOf(u.Use.Span), newName))];
        }

        return new WorkspaceEdit(changes);
    }

    private static void Check(Analysed analysed, NameUse use, string oldName, string newName)
    {
        var isVariable = use.Thing.Sort == NameSort.Variable;
        var tokens = Lexer.Read(newName);
        if (tokens.Mistakes.Count > 0 || tokens.Tokens is not [{ Kind: var kind, Word: var word } token, ..] || token.End - token.Start != newName.Length
            || kind != (isVariable ? TokenKind.Variable : TokenKind.Name))
        {
            throw Failed(isVariable
                ? $"“{newName}” cannot be a variable: one letter, digits may follow."
                : $"“{newName}” cannot be a name: two letters or more, and only letters, digits and underscores.");
        }

        if (word.IsReserved())
        {
            throw Failed($"“{newName}” is a word of the language and cannot be a name. Add what tells it apart, such as {newName}_1.");
        }

        if (newName != oldName && Taken(analysed, use, newName) is { } what)
        {
            throw Failed($"“{newName}” is {what} already. Choose another name.");
        }
    }

    /// <summary>What has the name already where it would be seen.</summary>
    private static string? Taken(Analysed analysed, NameUse use, string name)
    {
        switch (use.Thing.Subject)
        {
            case Symbol symbol:
                return symbol is UnitSymbol ? symbol.Owner.FindUnit(name)?.What
                    : symbol.Owner.Visible().Concat(analysed.Analysis.Declared.Scopes.Where(s => s.Visible().Contains(symbol.Owner))).Select(s => s.FindOwn(name)?.What).FirstOrDefault(w => w is not null);
            case ClauseSymbol clause:
                return clause.Owner.Agreement?.FindClause(name) is null ? null : "a clause of this agreement";
            case Scope:
                return analysed.Analysis.Declared.Vocabularies.Exists(v => v.Name == name) ? "a vocabulary"
                    : analysed.Analysis.Declared.FindAgreement(name) is not null ? "an agreement"
                    : null;
            case Variable variable:
                return Clash(analysed, use, name, variable);
            default:
                return null;
        }
    }

    /// <summary>A variable of that letter in the same clause: in the stretch from the first to the last place of this one.</summary>
    private static string? Clash(Analysed analysed, NameUse use, string name, Variable variable)
    {
        var names = analysed.Analysis.Names.In(analysed.Document.Source).ToList();
        var mine = names.Where(u => u.Thing.Equals(use.Thing)).ToList();
        var block = Outlining.BlockAround(analysed.Document, variable.Span.Start);
        return names.Exists(u => u.Thing.Sort == NameSort.Variable && u.Thing.Name == name && block.Start <= u.Span.Start && u.Span.End <= block.End && mine.Count > 0)
            ? "a variable of this clause"
            : null;
    }

    private static string TextOf(Document document, NameUse use) => document.Text.Substring(use.Span.Start, use.Span.Length);

    private static ProtocolException Failed(string message) => new(ProtocolException.RequestFailed, message);
}

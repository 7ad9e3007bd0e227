using Pacta.Model.Agreements;

namespace Pacta.Presentation.Reading.Plain;

/// <summary>
/// Clauses in plain words, part by part from what is bound: who, must or must not, what, on which conditions, by when. Nothing is said that the clause
/// does not say; where a part has no sentence of its own, its words in the file stand in quotation marks. The sentences are English in every
/// language of a document, because the words that agreements are written with are.
/// </summary>
/// <remarks>
/// One object reads what shares its variables: a clause with its exceptions, a define, a table. A variable is introduced where it is first met, "a notifiable
/// exercise (x)", and stands alone from then on.
/// </remarks>
internal sealed partial class PlainWords
{
    private readonly Agreement _agreement;
    private readonly PlainNames _names;

    /// <summary>The variables that were introduced.</summary>
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Variables of which a reader was told that they stand for a party.</summary>
    private readonly HashSet<string> _parties = new(StringComparer.Ordinal);

    /// <summary>Variables that the trigger introduced by nothing but their letter: who binds them must be a party (docs/semantics.md, 6).</summary>
    private readonly HashSet<string> _anybody = new(StringComparer.Ordinal);

    public PlainWords(Agreement agreement) => (_agreement, _names) = (agreement, new PlainNames(agreement));

    private PlainWords(PlainWords other)
        : this(other._agreement) => Learn(other);

    /// <summary>Takes over the variables that another has introduced.</summary>
    public void Learn(PlainWords other)
    {
        _known.UnionWith(other._known);
        _parties.UnionWith(other._parties);
        _anybody.UnionWith(other._anybody);
    }

    public PlainNames Names => _names;

    /// <summary>The same with all variables that are known so far: what one reading introduces means nothing in another.</summary>
    public PlainWords Fork() => new(this);

    /// <summary>The words of the file, for what has no sentence.</summary>
    private static string Quoted(string text) => $"“{Words(text)}”";

    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>"A", "A and B", "A, B and C".</summary>
    private static string Joined(IEnumerable<string> items, string last)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Count - 1)) + $" {last} {all[^1]}";
    }
}

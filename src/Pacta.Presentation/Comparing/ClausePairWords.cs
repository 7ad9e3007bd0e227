using Pacta.Model.Agreements;
using Pacta.Negotiation.Matching;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>How two clauses that correspond are called together.</summary>
internal static class ClausePairWords
{
    public static string Both(ClausePair pair, Speech speech) => pair switch
    {
        { First: { } a, Second: { } b } when ClauseWords.Full(a) != ClauseWords.Full(b) => $"{ClauseWords.Full(a)} / {ClauseWords.Full(b)}",
        _ => Name(pair.First ?? pair.Second, speech),
    };

    public static string Name(Clause? clause, Speech speech) => clause is null ? speech.Phrases.Say("compare.none") : ClauseWords.Full(clause);
}

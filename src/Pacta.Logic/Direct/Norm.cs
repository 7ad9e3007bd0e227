using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Logic.Direct;

/// <summary>A sentence that binds, with what conditions it: the sentence of a clause, of an exception, or after <c>otherwise</c>.</summary>
/// <param name="When">Null: it binds from the clause's beginning, or is opened by another sentence.</param>
internal sealed record Norm(string Path, Sentence Sentence, Pattern? When, Condition? While, ImmutableArray<ClauseException> Exceptions)
{
    public static Norm Of(Clause clause)
    {
        var rule = clause.Readings[0].Content;
        return new Norm(clause.Path, rule.Sentence, clause.When, rule.While, clause.Exceptions);
    }

    public static Norm? Of(ClauseException exception) =>
        exception.Sentence is { } sentence ? new Norm(exception.Path, sentence, null, null, exception.Exceptions) : null;

    /// <summary>What a breach opens.</summary>
    public Norm? Otherwise => Sentence.Otherwise is { } sentence ? new Norm(Path + "/otherwise", sentence, null, null, []) : null;
}

using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Content;

namespace Pacta.Negotiation.Redlining;

/// <summary>A clause as it is encoded, line by line: the trigger with the sentence, each reading, its exceptions at any depth.</summary>
public static class Wording
{
    public static ImmutableArray<string> Of(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return
        [
            .. clause.Readings.Select(r => PieceReader.Words(
                (r.Name is { } name ? $"reading {name}: " : string.Empty)
                + (clause.When is { } trigger ? $"when {trigger.Text}: " : string.Empty)
                + (r.Content.While is { } condition ? $"while {condition.Text} " : string.Empty)
                + r.Content.Sentence.Text)),
            .. clause.Exceptions.SelectMany(e => Of(e, string.Empty)),
        ];
    }

    private static IEnumerable<string> Of(ClauseException exception, string to) =>
    [
        PieceReader.Words($"exception {exception.Name}{to}: if {exception.If.Text}{(exception.Sentence is { } sentence ? " " + sentence.Text : string.Empty)}"),
        .. exception.Exceptions.SelectMany(e => Of(e, $" to {exception.Name}")),
    ];
}

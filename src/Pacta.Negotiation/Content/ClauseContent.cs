using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Content;

/// <summary>All that a clause says: trigger, sentence, exceptions at any depth, readings, and what the words mean that it uses. Notes and texts are not part of it.</summary>
internal static class ClauseContent
{
    public static Piece Of(Clause clause, Agreement agreement, Meanings meanings) =>
        new("clause", Aspect.Act, "clause", clause.Name, [.. Parts(clause, agreement, meanings)]);

    public static IEnumerable<Piece> Parts(Clause clause, Agreement agreement, Meanings meanings)
    {
        var reader = new PieceReader(meanings);
        if (clause.Status != agreement.Status)
        {
            var standing = $"{clause.Status.Standing}{(clause.Status.Disputed ? " disputed" : string.Empty)}".ToLowerInvariant();
            yield return Piece.Leaf("standing", Aspect.Standing, standing, standing);
        }

        if (clause.Claims.Length > 0)
        {
            var claims = string.Join(", ", clause.Claims.Select(c => $"{(c.IsDenied ? "denied" : "claimed")} by {c.By}"));
            yield return Piece.Leaf("claims", Aspect.Standing, claims, claims);
        }

        // "survives" alone says the same as a line for each.
        foreach (var (slot, outlives) in new[] { ("withdrawal", clause.Survival.Withdrawal), ("expiry", clause.Survival.Expiry) })
        {
            if (outlives is not null)
            {
                var words = $"survives {slot}{(outlives.Length is { } length ? $" for {length}" : string.Empty)}";
                yield return Piece.Leaf("survives " + slot, Aspect.Survival, outlives.Length is { } known ? PieceReader.Length(known) : words, words);
            }
        }

        if (clause.AdmitsWithin is { } within)
        {
            yield return Piece.Leaf("admits", Aspect.Admission, PieceReader.Length(within), $"admits reports within {within}");
        }

        if (clause.When is { } trigger)
        {
            yield return reader.Pattern(trigger, "when", Aspect.Trigger, "when") with { Within = new Within(WithinForm.Trigger, string.Empty) };
        }

        foreach (var reading in clause.Readings.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            var parts = reader.Rule(reading.Content);
            if (reading.Name is { } name)
            {
                yield return new Piece("reading " + name, Aspect.Reading, "reading", $"{name}: {PieceReader.Words(reading.Content.Sentence.Text)}", [.. parts, Holders(reading.HeldBy)])
                {
                    Within = new Within(WithinForm.Reading, name),
                };
            }
            else
            {
                foreach (var part in parts)
                {
                    yield return part;
                }
            }
        }

        foreach (var exceptions in reader.Exceptions(clause.Exceptions))
        {
            yield return exceptions;
        }
    }

    /// <summary>Who holds a reading.</summary>
    public static Piece Holders(ImmutableArray<string> holders) =>
        Piece.Leaf("held by", Aspect.Holders, string.Join('|', holders.Order(StringComparer.Ordinal)), string.Join(", ", holders));
}

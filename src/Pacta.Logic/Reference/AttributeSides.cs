using System.Collections.Immutable;
using Pacta.Model.Histories;
using Pacta.Model.Values;
using FactAttribute = Pacta.Model.Histories.Attribute<Pacta.Model.Values.Value>;

namespace Pacta.Logic.Reference;

/// <summary>One way to believe what is said of a role or field.</summary>
/// <param name="Value">Null: it is not what was said, and nobody says what it is.</param>
/// <param name="Of">What was asserted.</param>
/// <param name="Without">Of "one of" several names, those that are believed not to be it.</param>
internal sealed record AttributeSide(Value? Value, Alternative<Value> Of, ImmutableArray<string> Without)
{
    /// <summary>Who says what makes this side differ: who asserts the value, or who denies it or those names.</summary>
    public ImmutableArray<ReportReference> By =>
        Without.Length > 0 ? [.. Of.NamesDenied.Where(d => Without.Contains(d.Name)).SelectMany(d => d.By).Distinct().Order()]
        : Value is null ? Of.DeniedBy
        : Of.AssertedBy;
}

/// <summary>
/// The sides of a disputed role or field (docs/semantics.md, 12): each value that is asserted; of "one of" several names, what is left if
/// names are believed that deny; of a single value, that it is another. Their order is the index by which a world names them.
/// </summary>
internal static class AttributeSides
{
    /// <summary>Of more denied names than this only each by itself and all of them are tried.</summary>
    private const int MostCombined = 3;

    public static ImmutableArray<AttributeSide> Of(FactAttribute attribute)
    {
        var sides = ImmutableArray.CreateBuilder<AttributeSide>();
        foreach (var said in attribute.Alternatives)
        {
            sides.Add(new AttributeSide(said.Value, said, []));
            if (said.Value is OneOfValue oneOf)
            {
                sides.AddRange(Subsets([.. said.NamesDenied.Select(d => d.Name)]).Select(w => new AttributeSide(Left(oneOf, w), said, w)));
            }
        }

        if (attribute.Alternatives is [{ DeniedBy.Length: > 0 } only])
        {
            sides.Add(new AttributeSide(null, only, []));
        }

        return sides.ToImmutable();
    }

    /// <summary>Is there a way to believe what is said in which nobody says what it is? Then it may be anybody or anything else.</summary>
    public static bool MayBeNone(FactAttribute attribute) => attribute.IsDisputed && Of(attribute).Any(s => s.Value is null);

    private static Value? Left(OneOfValue oneOf, ImmutableArray<string> without) => oneOf.Names.Where(n => !without.Contains(n)).ToImmutableArray() switch
    {
        [] => null,
        [var last] => new NameValue(last),
        var several => new OneOfValue(several),
    };

    private static IEnumerable<ImmutableArray<string>> Subsets(ImmutableArray<string> names)
    {
        if (names.Length > MostCombined)
        {
            return names.Select(n => ImmutableArray.Create(n)).Append(names);
        }

        return Enumerable.Range(1, (1 << names.Length) - 1).Select(bits => names.Where((_, i) => (bits & (1 << i)) != 0).ToImmutableArray());
    }
}

namespace Pacta.Language.Parsing;

/// <summary>What is said about a mistake, all but the place.</summary>
/// <param name="Code">Stable; see <see cref="SyntaxErrors"/>.</param>
/// <param name="Headline">Stands alone.</param>
/// <param name="Label">Stands beside the underlined characters.</param>
/// <param name="Help">How to mend it.</param>
/// <param name="Example">Something right that looks like it.</param>
internal sealed record Mistake(string Code, string Headline, string Label, string Help, string Example);

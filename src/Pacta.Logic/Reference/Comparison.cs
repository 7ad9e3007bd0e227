using Pacta.Model;

namespace Pacta.Logic.Reference;

/// <summary>That something was compared with a bound while an agreement was evaluated.</summary>
/// <param name="Text">The comparison as it is written.</param>
/// <param name="IsOn">Both are known exactly, and are the same.</param>
/// <param name="Truth">Whether it holds.</param>
public readonly record struct Comparison(string Text, bool IsOn, Truth Truth);

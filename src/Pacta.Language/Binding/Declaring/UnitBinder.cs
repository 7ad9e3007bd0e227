using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

/// <summary>Units: those that are declared, and those of time.</summary>
internal static class UnitBinder
{
    /// <summary>The dimension of elapsed time; its root unit is the second.</summary>
    public const string Time = "time";

    /// <summary>Units that need no declaration. Months and years have no fixed length and are none.</summary>
    public static readonly IReadOnlyList<Unit> BuiltIn =
    [
        new("count", "", 1m), new("%", "", 0.01m),
        new("second", Time, 1m), new("seconds", Time, 1m),
        new("minute", Time, 60m), new("minutes", Time, 60m),
        new("hour", Time, 3_600m), new("hours", Time, 3_600m),
        new("day", Time, 86_400m), new("days", Time, 86_400m),
        new("week", Time, 604_800m), new("weeks", Time, 604_800m),
    ];

    public static Unit? Find(Scope scope, string name) => scope.FindUnit(name)?.Unit ?? BuiltIn.FirstOrDefault(u => u.Name == name);

    public static bool IsCalendarUnit(string name) => name is "month" or "months" or "year" or "years";

    public static IEnumerable<string> NamesIn(Scope scope) => scope.VisibleUnits.Select(u => u.Name).Concat(BuiltIn.Select(u => u.Name));

    /// <summary>
    /// The unit that is probably meant. A name of two letters is told from another by one of them, and centimetres are no misspelt kilometres: there nothing is suggested.
    /// </summary>
    public static Suggestion? Suggest(Scope scope, Identifier name) => ShortNames.TryGetValue(name.Text.ToLowerInvariant(), out var unit) && NamesIn(scope).Contains(unit, StringComparer.Ordinal)
        ? Suggestion.Named(scope.File, name, unit)
        : name.Text.Length <= 2 ? null : Suggestion.For(scope.File, name, NamesIn(scope));

    /// <summary>What units are called in full.</summary>
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["kilometre"] = "km",
        ["kilometres"] = "km",
        ["kilometer"] = "km",
        ["kilometers"] = "km",
        ["kms"] = "km",
        ["metre"] = "m",
        ["metres"] = "m",
        ["meter"] = "m",
        ["meters"] = "m",
        ["millimetre"] = "mm",
        ["millimetres"] = "mm",
        ["millimeter"] = "mm",
        ["millimeters"] = "mm",
        ["ton"] = "t",
        ["tons"] = "t",
        ["tonne"] = "t",
        ["tonnes"] = "t",
        ["people"] = "person",
        ["soldiers"] = "person",
        ["troops"] = "person",
    };

    /// <summary>The units of a dimension, for messages: "m, km or mm".</summary>
    public static IReadOnlyList<string> NamesOf(Scope scope, string dimension) => dimension == Time
        ? ["hours", "days"]
        : [.. scope.VisibleUnits.Where(u => u.Unit.Dimension == dimension).OrderBy(u => u.Unit.Factor).Select(u => u.Name)];

    /// <summary>Does the dimension count (persons, tonnes)? It has one unit only, so a number without unit can mean nothing else.</summary>
    public static bool Counts(Scope scope, string dimension) =>
        dimension.Length > 0 && dimension != Time && scope.VisibleUnits.All(u => u.Unit.Dimension != dimension || u.Name == dimension);

    /// <summary>The unit <c>m</c>, which distances on maps need.</summary>
    public static Unit? Metre(Scope scope) => scope.FindUnit("m")?.Unit;

    /// <summary>Works out the dimension and factor of all units of a scope.</summary>
    public static void BindAll(Scope scope)
    {
        foreach (var unit in scope.Units)
        {
            var (at, factor) = (unit, 1m);
            HashSet<UnitSymbol> seen = [];
            while (at.Syntax is { Factor: { } number, Base: { IsMissing: false } next })
            {
                if (!seen.Add(at))
                {
                    scope.All.Report(scope.File, unit.Span, null, UnitErrors.UnitCycle(unit.Name));
                    break;
                }

                factor *= number.Value;
                scope.All.Names?.Use(at.Owner.File, next, at.Owner.FindUnit(next.Text));
                if (at.Owner.FindUnit(next.Text) is not { } found)
                {
                    scope.All.Report(scope.File, next.Span, null, UnitErrors.UnknownUnit(next.Text, Suggest(scope, next)));
                    break;
                }

                at = found;
            }

            unit.Unit = new Unit(unit.Name, at.Name, factor);
        }
    }
}

using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Logic.Reference.Screening;

/// <summary>
/// Makes screens of patterns and conditions, in one way to read the text. They mirror the rules of docs/semantics.md, 4, for exact facts in the shapes that
/// most texts have; in whatever other shape, a screen is unsure.
/// </summary>
internal sealed class ScreenMaker(Agreement agreement, HistoryIndex index, World world)
{
    private readonly HashSet<string> _defining = new(StringComparer.Ordinal);

    public Names Names { get; } = new(agreement.Vocabulary, index);

    public PatternScreen Make(Pattern pattern, Scope scope)
    {
        if (pattern.Instance is not null)
        {
            return UnsurePattern.Instance;
        }

        switch (pattern.Noun)
        {
            case KindNoun { Form: KindForm.Event } kind:
                var (place, isBound) = PlaceOf(pattern, scope);
                return new KindPattern(agreement.Vocabulary, Evaluation.IsEventNoun(kind.Name) ? null : kind.Name, place, isBound, Roles(pattern, scope), Where(pattern, scope));
            case DefinedNoun defined when _defining.Add(defined.Name):
                var inner = new Scope();
                var meaning = Make(MeaningOf(defined.Name), inner);
                _defining.Remove(defined.Name);
                var (own, known) = PlaceOf(pattern, scope);
                return meaning is UnsurePattern ? meaning : new DefinedPattern(meaning, inner.Count, own, known, Roles(pattern, scope), Where(pattern, scope));
            default:
                return UnsurePattern.Instance;
        }
    }

    /// <summary>What a defined noun means.</summary>
    public NounScreen Meaning(string name)
    {
        _defining.Add(name);
        var scope = new Scope();
        var screen = Make(MeaningOf(name), scope);
        _defining.Remove(name);
        return new NounScreen(screen, scope.Count);
    }

    private Pattern MeaningOf(string name) => ReadingOf(name, agreement.Definitions[name].Readings).Content;

    private Reading<T> ReadingOf<T>(string name, ImmutableArray<Reading<T>> readings) =>
        readings.Length > 1 && world.Readings.TryGetValue(name, out var chosen) ? readings.First(r => r.Name == chosen) : readings[0];

    private static (int? Place, bool IsBound) PlaceOf(Pattern pattern, Scope scope) =>
        pattern.Variable is not { } variable ? (null, false)
        : scope.PlaceOf(variable) is { } known ? (known, true)
        : (scope.Bind(variable), false);

    private RoleScreen[] Roles(Pattern pattern, Scope scope) => [.. pattern.Roles.Select(r => Make(r, scope))];

    private ConditionScreen? Where(Pattern pattern, Scope scope) => pattern.Where is { } where ? Make(where, scope) : null;

    private RoleScreen Make(RoleArgument role, Scope scope)
    {
        switch (role.Argument)
        {
            case VariableArgument variable:
                return scope.PlaceOf(variable.Variable) is { } known ? new BoundRole(role.Preposition, known) : new BindingRole(Names, role.Preposition, scope.Bind(variable.Variable));
            case ActorArgument { IsGroup: false } actor:
                return new ActorRole(role.Preposition, actor.Name);
            case PatternArgument { Pattern: { Noun: KindNoun { Form: KindForm.Event } or DefinedNoun } pattern }:
                return new NestedRole(Names, role.Preposition, Make(pattern, scope));
            case PlaceArgument { Place: TablePlace { Parameter: null } zone } when role.Preposition != "outside":
                return new ZoneRole(role.Preposition, zone.Table);
            case PatternArgument { Pattern.Variable: { } unknown } when scope.PlaceOf(unknown) is null:
                scope.Bind(unknown);
                return UnsureRole.Instance;
            default:
                return UnsureRole.Instance;
        }
    }

    private ConditionScreen Make(Condition condition, Scope scope) => condition switch
    {
        AllCondition all when !all.Operands.Any(o => o is ThereCondition) => new SeveralScreen([.. all.Operands.Select(o => Make(o, scope))], Screened.No),
        AnyCondition any => new SeveralScreen([.. any.Operands.Select(o => Make(o, scope))], Screened.Yes),
        NotCondition not => new NotScreen(Make(not.Operand, scope)),
        CompareCondition { Left: FieldTerm field, Right: NumberTerm number } compare when scope.PlaceOf(field.Of) is { } place =>
            new FieldScreen(place, field.Field.Name, compare.Relation, number.Range, isLeft: true),
        CompareCondition { Left: NumberTerm number, Right: FieldTerm field } compare when scope.PlaceOf(field.Of) is { } place =>
            new FieldScreen(place, field.Field.Name, compare.Relation, number.Range, isLeft: false),
        FieldIsTrueCondition field when scope.PlaceOf(field.Of) is { } place => new TruthScreen(place, field.Field.Name),
        IsOneOfCondition { Actors.IsEmpty: true } isOneOf when scope.PlaceOf(isOneOf.Subject) is { } place && isOneOf.Nouns.All(n => n is KindNoun { Form: KindForm.Event } or DefinedNoun) =>
            new OneOfScreen(place, [.. isOneOf.Nouns.Select(n => Make(new Pattern(n.Name, n, null, null, [], null), new Scope()))], []),
        _ => UnsureCondition.Instance,
    };
}

using System.Collections.Immutable;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Duties;

namespace Pacta.Linting.Holding;

/// <summary>Two conditions that cannot hold together, in their words.</summary>
internal sealed record Clash(string First, string Second);

/// <summary>
/// What must hold at the same time, as far as it is about numbers, kinds, actors, texts and yes or no of named things. Whatever else is said leaves it as it is: it
/// finds some contradictions and never one that is none.
/// </summary>
internal sealed record Claims
{
    private readonly Agreement _agreement;
    private ImmutableDictionary<string, NumberSpan> _numbers = ImmutableDictionary<string, NumberSpan>.Empty;
    private ImmutableList<Choice> _choices = [];
    private ImmutableDictionary<string, string> _names = ImmutableDictionary<string, string>.Empty;
    private ImmutableHashSet<string> _within = [];
    private ImmutableList<ImmutableArray<Func<Claims, Claims>>> _alternatives = [];
    private Clash? _clash;
    private int _fresh;

    private Claims(Agreement agreement) => _agreement = agreement;

    /// <summary>Null: they may all hold.</summary>
    public Clash? Clash => _clash ?? Alternatives();

    private enum ChoiceSort
    {
        Kind,
        Actor,
        Text,
        Truth,
    }

    /// <summary>Something is one of these, or none of them.</summary>
    private sealed record Choice(ChoiceSort Sort, string Of, ImmutableArray<string> Options, bool IsDenied, string Words);

    public static Claims Of(Agreement agreement) => new(agreement);

    /// <summary>There is something that matches.</summary>
    public Claims With(Pattern? pattern) => pattern is null ? this : With(pattern, pattern.Variable is { } name ? Canonical(name) : null);

    /// <summary>It is so.</summary>
    public Claims With(Condition? condition) => _clash is not null ? this : condition switch
    {
        AllCondition all => all.Operands.Aggregate(this, (claims, c) => claims.With(c)),
        AnyCondition any => OneOf([.. any.Operands.Select(o => (Func<Claims, Claims>)(c => Here(c).With(o)))]),
        RangeCondition { Low: NumberTerm low, High: NumberTerm high } range when Key(range.Term) is { } key && Exact(low) is { } from && Exact(high) is { } to =>
            With(key, new NumberSpan(from, false, range.Text, to, false, range.Text)),
        ThereCondition there => With(there.Pattern),
        NotCondition { Operand: NotCondition again } => With(again.Operand),
        NotCondition not => Simple(not.Operand, isDenied: true, not.Text),
        _ => Simple(condition, isDenied: false, condition?.Text ?? string.Empty),
    };

    /// <summary>The figure that a comparison is about, and what it leaves of it; null where it is about something else.</summary>
    public (string Key, NumberSpan Span)? FigureOf(Condition condition) =>
        (this with { _numbers = ImmutableDictionary<string, NumberSpan>.Empty }).With(condition)._numbers is { Count: 1 } numbers ? (numbers.First().Key, numbers.First().Value) : null;

    /// <summary>A condition without others in it, or that it is not so.</summary>
    /// <param name="words">How all of it is written, the denial included.</param>
    private Claims Simple(Condition? condition, bool isDenied, string words) => condition switch
    {
        CompareCondition compare => With(compare with { Text = words }, isDenied),
        IsOneOfCondition isOneOf => With(isOneOf with { Text = words }, isDenied),
        FieldIsTrueCondition field => With(new Choice(ChoiceSort.Truth, $"{field.Field.Name} of {Canonical(field.Of)}", ["yes"], isDenied, words)),
        TextIsCondition text when Key(text.Term) is { } key => With(new Choice(ChoiceSort.Text, key, [.. text.Texts.Select(t => t.ToUpperInvariant())], isDenied, words)),
        _ => this,
    };

    private Claims With(Pattern pattern, string? subject)
    {
        var claims = subject is null ? this with { _fresh = _fresh + 1 } : this;
        subject ??= $"#{claims._fresh}";
        if (pattern.Variable is { } variable)
        {
            claims = claims with { _names = claims._names.SetItem(variable, subject) };
        }

        claims = claims.With(pattern.Noun, subject, pattern.Text);
        foreach (var role in pattern.Roles)
        {
            claims = role.Argument switch
            {
                PatternArgument of => claims.With(of.Pattern),
                _ => claims,
            };
        }

        return claims.With(pattern.Where);
    }

    private Claims With(Noun noun, string subject, string words)
    {
        switch (noun)
        {
            case KindNoun kind when IsSort(kind):
                return With(new Choice(ChoiceSort.Kind, subject, [kind.Name], false, words));
            case MemberNoun member:
                var all = member.Group == MemberNoun.Parties ? BoundActors.Parties(_agreement) : BoundActors.Members(_agreement, member.Group);
                return With(new Choice(ChoiceSort.Actor, subject, all, false, words));
            case DefinedNoun defined when _agreement.Definitions.TryGetValue(defined.Name, out var definition) && !_within.Contains(defined.Name):
                return OneOf([.. definition.Readings.Select(r => (Func<Claims, Claims>)(c => c.Inside(defined.Name, r.Content, subject)))]);
            default:
                return this;
        }
    }

    /// <summary>What a noun means, with its own variables: only what it is about is known outside.</summary>
    private Claims Inside(string name, Pattern meaning, string subject)
    {
        var inside = (this with { _names = ImmutableDictionary<string, string>.Empty, _within = _within.Add(name) }).With(meaning, subject);
        return inside with { _names = _names, _within = _within };
    }

    /// <summary>At least one of several. Where there is one only, it is what holds; of more, they are tried when all else is known.</summary>
    private Claims OneOf(ImmutableArray<Func<Claims, Claims>> several) => several.Length == 1 ? several[0](this) : this with { _alternatives = _alternatives.Add(several) };

    /// <summary>Why none of several alternatives can hold beside all the rest.</summary>
    private Clash? Alternatives() => _alternatives
        .Select((several, i) => several.Select(a => a(this with { _alternatives = _alternatives.RemoveRange(0, i + 1) }).Clash).ToList())
        .FirstOrDefault(clashes => clashes.Count > 0 && clashes.TrueForAll(c => c is not null))?[0];

    /// <summary>Later, and with the names that are meant here.</summary>
    private Claims Here(Claims later) => later with { _names = _names, _within = _within };

    private Claims With(IsOneOfCondition isOneOf, bool isDenied)
    {
        if (isOneOf.Subject is not VariableArgument { Variable: var variable } || (isOneOf.Nouns.IsEmpty && isOneOf.Actors.IsEmpty))
        {
            return this;
        }

        if (isOneOf.Nouns.IsEmpty)
        {
            // Whoever is or is not a member of a group may change; a single actor does not.
            return isDenied && isOneOf.Actors.Any(a => a.IsGroup)
                ? this
                : With(new Choice(ChoiceSort.Actor, Canonical(variable), [.. isOneOf.Actors.SelectMany(a => BoundActors.Members(_agreement, a.Name))], isDenied, isOneOf.Text));
        }

        return isOneOf.Actors.IsEmpty && isOneOf.Nouns.All(IsSort)
            ? With(new Choice(ChoiceSort.Kind, Canonical(variable), [.. isOneOf.Nouns.Select(n => n.Name)], isDenied, isOneOf.Text))
            : this;
    }

    private Claims With(CompareCondition compare, bool isDenied)
    {
        var (left, relation, right) = (compare.Left, compare.Relation, compare.Right);
        if (left is NumberTerm)
        {
            (left, right) = (right, left);
            relation = relation switch
            {
                Relation.AtLeast => Relation.AtMost,
                Relation.AtMost => Relation.AtLeast,
                Relation.MoreThan => Relation.LessThan,
                Relation.LessThan => Relation.MoreThan,
                _ => relation,
            };
        }

        if (right is not NumberTerm number || Exact(number) is not { } value || Key(left) is not { } key)
        {
            return this;
        }

        return (relation, isDenied) switch
        {
            (Relation.AtLeast, false) or (Relation.LessThan, true) => With(key, NumberSpan.AtLeast(value, false, compare.Text)),
            (Relation.MoreThan, false) or (Relation.AtMost, true) => With(key, NumberSpan.AtLeast(value, true, compare.Text)),
            (Relation.AtMost, false) or (Relation.MoreThan, true) => With(key, NumberSpan.AtMost(value, false, compare.Text)),
            (Relation.LessThan, false) or (Relation.AtLeast, true) => With(key, NumberSpan.AtMost(value, true, compare.Text)),
            (Relation.Equal, false) => With(key, new NumberSpan(value, false, compare.Text, value, false, compare.Text)),
            _ => this,
        };
    }

    private Claims With(string key, NumberSpan span)
    {
        var both = _numbers.GetValueOrDefault(key, NumberSpan.All).And(span);
        return this with { _numbers = _numbers.SetItem(key, both), _clash = _clash ?? (both.IsEmpty ? new Clash(both.LowWords, both.HighWords) : null) };
    }

    private Claims With(Choice choice)
    {
        var other = _choices.FirstOrDefault(c => c.Sort == choice.Sort && c.Of == choice.Of && Excludes(c, choice));
        return this with { _choices = _choices.Add(choice), _clash = _clash ?? (other is null ? null : new Clash(other.Words, choice.Words)) };
    }

    private bool Excludes(Choice one, Choice other) => (one.IsDenied, other.IsDenied) switch
    {
        (false, false) => !one.Options.Any(a => other.Options.Any(b => MayBeBoth(one.Sort, a, b))),
        (false, true) => one.Options.All(a => other.Options.Any(b => IsA(one.Sort, a, b))),
        (true, false) => other.Options.All(a => one.Options.Any(b => IsA(one.Sort, a, b))),
        _ => false,
    };

    private bool MayBeBoth(ChoiceSort sort, string one, string other) => IsA(sort, one, other) || IsA(sort, other, one);

    private bool IsA(ChoiceSort sort, string one, string other) => one == other || (sort == ChoiceSort.Kind && _agreement.Vocabulary.IsA(one, other));

    /// <summary>What a term is about, the same for the same thing; null where that is not known.</summary>
    private string? Key(Term term) => term switch
    {
        FieldTerm field => $"{field.Field.Name} of {Canonical(field.Of)}",
        DistanceTerm distance => $"distance from {Canonical(distance.From)} to {distance.To.Text}",
        DurationTerm duration => $"duration of {Canonical(duration.Of)}",
        AggregateTerm when _within.IsEmpty => term.Text,
        _ => null,
    };

    private string Canonical(Argument argument) => argument is VariableArgument variable ? Canonical(variable.Variable) : argument.Text;

    /// <summary>Variables of a define are its own.</summary>
    private string Canonical(string variable) => _names.GetValueOrDefault(variable) ?? (_within.IsEmpty ? variable : $"{string.Join('/', _within.Order(StringComparer.Ordinal))}/{variable}");

    /// <summary>A thing or an event is of one kind; an actor may be in several states.</summary>
    private bool IsSort(Noun noun) => noun is KindNoun { Form: not KindForm.State } && _agreement.Vocabulary.Kinds.ContainsKey(noun.Name);

    private static decimal? Exact(NumberTerm number) => number.Range.IsExact ? number.Range.Low : null;
}

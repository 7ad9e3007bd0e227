using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;

namespace Pacta.Negotiation.Content;

/// <summary>
/// Reads sentences and what they consist of. One reader reads what shares its variables: a clause, a define, a table. A variable is known by
/// where it is first bound, whatever its letter.
/// </summary>
internal sealed partial class PieceReader(Meanings meanings)
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public static string Words(string text) => Space().Replace(text, " ").Trim();

    public IEnumerable<Piece> Rule(Rule rule)
    {
        if (rule.While is { } condition)
        {
            yield return Condition(condition, "while", Aspect.While) with { Within = new Within(WithinForm.While, string.Empty) };
        }

        foreach (var piece in Sentence(rule.Sentence))
        {
            yield return piece;
        }
    }

    public IEnumerable<Piece> Sentence(Sentence sentence)
    {
        yield return Bearer(sentence.Subject);
        yield return Piece.Leaf("modality", Aspect.Modality, sentence.Modality.ToString(), sentence.Modality switch
        {
            Modality.Must => "must",
            Modality.MustNot => "must not",
            Modality.May => "may",
            _ => "has power to",
        });
        yield return Act(sentence.Act);
        if (Timing(sentence.Timing) is { } timing)
        {
            yield return timing;
        }

        if (sentence.Unless is { } unless)
        {
            yield return Condition(unless, "unless", Aspect.Unless) with { Within = new Within(WithinForm.Unless, string.Empty) };
        }

        if (sentence.Otherwise is { } otherwise)
        {
            yield return new Piece("otherwise", Aspect.Otherwise, "otherwise", Words(otherwise.Text), [.. Sentence(otherwise)]) { Within = new Within(WithinForm.Otherwise, string.Empty) };
        }
    }

    public Piece Exception(ClauseException exception) => new(
        string.Empty,
        Aspect.Exception,
        "exception",
        Words($"if {exception.If.Text}" + (exception.Sentence is { } told ? $": {told.Text}" : string.Empty)),
        [
            Condition(exception.If, "if", Aspect.Condition),
            .. exception.Sentence is { } sentence ? (Piece[])[new Piece("sentence", Aspect.Act, "sentence", Words(sentence.Text), [.. Sentence(sentence)])] : [],
            .. Exceptions(exception.Exceptions),
        ])
    {
        Within = new Within(WithinForm.Exception, exception.Name),
    };

    public IEnumerable<Piece> Exceptions(ImmutableArray<ClauseException> exceptions) => exceptions.IsEmpty
        ? []
        : [new Piece("exceptions", Aspect.Exception, "exceptions", string.Join("; ", exceptions.Select(e => e.Name)), [.. exceptions.Select(Exception)]) { IsSet = true }];

    private Piece Bearer(Subject subject)
    {
        var form = (subject.Each is null ? "names" : "each") + (subject.Together ? " together" : string.Empty);
        return subject.Each is { } each
            ? new Piece("bearer", Aspect.Bearer, form, Words(subject.Text), [Pattern(each, "each", Aspect.Bearer, "bearer")])
            : new Piece("bearer", Aspect.Bearer, form, Words(subject.Text),
            [
                .. subject.Names.Select(n => Argument(n, string.Empty, Aspect.Bearer, "bearer")),

                // Somebody who is only a variable of the trigger must be a party.
                .. subject.Names.Any(n => n is VariableArgument) ? meanings.Parties() : [],
            ])
            {
                IsSet = true,
            };
    }

    private Piece Act(Act act) => act switch
    {
        DoAct toDo => new Piece("act", Aspect.Act, "do " + toDo.Verb, Words(toDo.Text), [Pattern(toDo.Pattern, "what", Aspect.Act, "act")]),
        HaveAct have => new Piece("act", Aspect.Act, "have", Words(have.Text), [Pattern(have.Pattern, "what", Aspect.Act, "act")]),
        KeepAct { Lines: [var only] } keep => new Piece("act", Aspect.Act, "keep", Words(keep.Text), [Condition(only, "what", Aspect.Act)]),
        KeepAct keep => new Piece("act", Aspect.Act, "keep all", Words(keep.Text), [.. keep.Lines.Select(l => Condition(l, string.Empty, Aspect.Condition))]) { IsSet = true },
        _ => Piece.Leaf("act", Aspect.Act, act.GetType().Name + Words(act.Text), Words(act.Text)),
    };

    public Piece Pattern(Pattern pattern, string slot, Aspect aspect, string position)
    {
        var parts = ImmutableArray.CreateBuilder<Piece>();
        var bound = string.Empty;
        if (pattern.Variable is { } variable && !_variables.TryAdd(variable, position))
        {
            bound = "=" + _variables[variable];
        }

        parts.AddRange(pattern.Roles
            .OrderBy(r => r.Preposition, StringComparer.Ordinal)
            .GroupBy(r => r.Preposition, StringComparer.Ordinal)
            .SelectMany(g => g.Select((r, i) => Argument(r.Argument, $"{g.Key}{(i == 0 ? string.Empty : $"{i}")}", AspectOf(r), $"{position}.{g.Key}{i}") is var piece
                ? piece with { Text = r.Preposition == "outside" ? "outside " + piece.Text : piece.Text }
                : piece)));
        if (pattern.Where is { } where)
        {
            parts.Add(Condition(where, "where", Aspect.Condition));
        }

        var (head, meaning) = Noun(pattern.Noun);
        parts.AddRange(meaning);
        return new Piece(slot, aspect, $"{head}{bound}{(pattern.Instance is { } instance ? "#" + instance : string.Empty)}", Words(pattern.Text), parts.ToImmutable());
    }

    private (string Head, IEnumerable<Piece> Meaning) Noun(Noun noun) => noun switch
    {
        DefinedNoun defined => ("defined", meanings.Define(defined.Name)),
        MemberNoun { Group: MemberNoun.Parties } => ("party", meanings.Parties()),
        MemberNoun member => ("member", meanings.Group(member.Group)),
        BreachNoun breach => ("breach", meanings.Clause(breach.Clause)),
        KindNoun kind => ("kind " + kind.Name, meanings.Kind(kind.Name)),
        _ => ($"{noun.GetType().Name} {noun.Name}", []),
    };

    private static Aspect AspectOf(RoleArgument role) => role switch
    {
        { Argument: PlaceArgument } => Aspect.Place,
        { Preposition: "by" } => Aspect.By,
        { Preposition: "to" } => Aspect.To,
        _ => Aspect.Role,
    };

    private Piece Argument(Argument argument, string slot, Aspect aspect, string position)
    {
        var text = Words(argument.Text);
        switch (argument)
        {
            case VariableArgument variable:
                _variables.TryAdd(variable.Variable, position);
                return Piece.Leaf(slot, aspect, "var " + _variables[variable.Variable], "variable " + text);
            case ActorArgument actor:
                return new Piece(slot, aspect, "actor " + actor.Name, text, actor.IsGroup ? [.. meanings.Group(actor.Name)] : []);
            case PatternArgument { Pattern: var pattern }:
                return Pattern(pattern, slot, aspect, position) with { Text = text };
            case EachArgument each:
                return new Piece(slot, aspect, each.Other ? "each other" : "each one", text, [Pattern(each.Pattern, "each", aspect, position)]);
            case PlaceArgument { Place: var place }:
                return Place(place, slot);
            case InstanceArgument instance:
                return Piece.Leaf(slot, aspect, "instance " + instance.Id, text);
            case TextArgument told:
                return Piece.Leaf(slot, aspect, $"text {told.Value.ToUpperInvariant()}", text);
            default:
                return Piece.Leaf(slot, aspect, $"{argument.GetType().Name} {text}", text);
        }
    }

    public Piece Place(Place place, string slot)
    {
        var text = Words(place.Text);
        switch (place)
        {
            case TablePlace table:
                return new Piece(
                    slot,
                    Aspect.Place,
                    meanings.IsTold(table.Table) ? "zone" : "zone " + table.Table,
                    text,
                    [.. table.Parameter is { } parameter ? (Piece[])[Argument(parameter, "of", Aspect.Place, slot + ".of")] : [], .. meanings.Table(table.Table)]);
            case TerritoryPlace territory:
                return new Piece(slot, Aspect.Place, "territory", text, [Argument(territory.Of, "of", Aspect.Place, slot + ".territory")]);
            case CoastPlace coast:
                return new Piece(slot, Aspect.Place, "coast", text, [Argument(coast.Of, "of", Aspect.Place, slot + ".coast")]);
            case BorderPlace border:
                return new Piece(
                    slot, Aspect.Place, "border", text,
                    [Argument(border.Of, "of", Aspect.Place, slot + ".border"), .. border.With is { } with ? (Piece[])[Argument(with, "with", Aspect.Place, slot + ".with")] : []]);
            case VariablePlace variable:
                _variables.TryAdd(variable.Variable, slot);
                return Piece.Leaf(slot, Aspect.Place, "var " + _variables[variable.Variable], text);
            default:
                return Piece.Leaf(slot, Aspect.Place, text, text);
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}

using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Values;

namespace Pacta.Logic.Direct;

/// <summary>What the variables stand for.</summary>
internal sealed record Bindings(ImmutableSortedDictionary<string, Individual> ByName)
{
    public static readonly Bindings Empty = new(ImmutableSortedDictionary.Create<string, Individual>(StringComparer.Ordinal));

    public Individual? Find(string name) => ByName.GetValueOrDefault(name);

    public Bindings With(string? name, Individual individual) => name is null ? this : new(ByName.SetItem(name, individual));
}

// Which individuals a noun phrase describes (docs/semantics.md, 4).
internal sealed partial class Walk
{
    private Individual Named(string name) =>
        _chronicle.Find(name)
        ?? (_agreement.Vocabulary.Actors.ContainsKey(name) || IsGroup(name) ? new Someone(name) : new Somewhere(name));

    private Individual Individual(Argument argument, Bindings env) => argument switch
    {
        VariableArgument variable => env.Find(variable.Variable) ?? throw new NotSupportedException($"nothing is called {variable.Variable} here"),
        ActorArgument actor => new Someone(actor.Name),
        InstanceArgument instance => Named(instance.Id),
        EachArgument each => env.Find(KeyOf(each)) ?? throw new NotSupportedException($"'{each.Text}' stands here for nothing"),
        _ => throw new NotSupportedException($"'{argument.Text}' for one individual"),
    };

    private static string KeyOf(EachArgument each) => each.Pattern.Variable ?? "each " + each.Text;

    /// <summary>Everything that a pattern describes, with what its variables then stand for.</summary>
    private IEnumerable<(Individual Individual, Bindings Env)> Described(Pattern pattern, Bindings env, Instant at) =>
        from individual in Candidates(pattern.Noun, at)
        from fitting in Fits(pattern, individual, env, individual is Happening happening ? happening.Start : at)
        select (individual, fitting);

    private IEnumerable<Individual> Candidates(Noun noun, Instant at) => noun switch
    {
        KindNoun { Form: KindForm.Event } => _chronicle.Events.Where(e => e.Start <= _horizon),
        KindNoun { Form: KindForm.Thing } => _chronicle.Things.Where(t => t.IsThere(at)),
        DefinedNoun defined => Candidates(MeaningOf(defined).Noun, at),
        KindNoun or ActorNoun or MemberNoun => People(noun, at),
        BreachNoun breach => _breaches.Where(b => IsClause(b.ClausePath, breach.Clause) && b.At <= at),
        _ => throw new NotSupportedException($"every {noun.Name}"),
    };

    private IEnumerable<Individual> People(Noun noun, Instant at) => noun switch
    {
        MemberNoun { Group: MemberNoun.Parties } => PartiesAt(at).Select(p => new Someone(p)),
        MemberNoun member => MembersAt(member.Group, at).Select(p => new Someone(p)),
        _ => _agreement.Vocabulary.Actors.Keys.Where(a => _cast.Contains(a) || PartiesAt(at).Contains(a)).Select(p => new Someone(p)),
    };

    private Pattern MeaningOf(DefinedNoun noun) => _agreement.Definitions[noun.Name].Readings[0].Content;

    private IEnumerable<Bindings> Fits(Pattern pattern, Individual individual, Bindings env, Instant at)
    {
        if (!IsA(individual, pattern.Noun, at) || (pattern.Instance is { } id && individual.Name != id))
        {
            return [];
        }

        if (pattern.Variable is { } variable && env.Find(variable) is { } bound && !Same(bound, individual, at))
        {
            return [];
        }

        IEnumerable<Bindings> fitting = [env.Find(pattern.Variable ?? string.Empty) is null ? env.With(pattern.Variable, individual) : env];
        foreach (var role in pattern.Roles.OrderBy(r => IsStated(individual, r, at) ? 0 : 1))
        {
            fitting = fitting.SelectMany(e => FitsRole(role, individual, e, at)).ToArray();
        }

        return pattern.Where is { } where ? fitting.SelectMany(e => Solutions(where, e, at)) : fitting;
    }

    private static bool IsStated(Individual individual, RoleArgument role, Instant at) =>
        role.Argument is not PlaceArgument && role.Preposition != "outside" && NamesIn(individual, role.Preposition, at) is not null;

    private bool IsA(Individual individual, Noun noun, Instant at) => (noun, individual) switch
    {
        (KindNoun { Form: KindForm.State } state, Someone someone) => IsInState(state.Name, [someone], at),
        (KindNoun kind, Happening happening) => kind.Form == KindForm.Event
            && (kind.Name is "activity" or "request" || _agreement.Vocabulary.IsA(happening.Kind, kind.Name)),
        (KindNoun kind, Lasting thing) => kind.Form == KindForm.Thing
            && (kind.Name == "asset" || _agreement.Vocabulary.IsA(thing.Kind, kind.Name)),
        (DefinedNoun defined, _) => Fits(MeaningOf(defined), individual, Bindings.Empty, at).Any(),
        (ActorNoun, Someone) => true,
        (MemberNoun { Group: MemberNoun.Parties }, Someone someone) => PartiesAt(at).Contains(someone.Name),
        (MemberNoun member, Someone someone) => IsMember(someone.Name, member.Group, at),
        (BreachNoun breach, Breach broken) => IsClause(broken.ClausePath, breach.Clause),
        (PlaceNoun, Somewhere) => true,
        _ => false,
    };

    private static bool IsClause(string path, string name) => path == name || path.EndsWith("/" + name, StringComparison.Ordinal);

    /// <summary>The same individual, or a member of the group that the variable stands for.</summary>
    private bool Same(Individual bound, Individual found, Instant at) =>
        bound.Name == found.Name
        || (bound is Someone && found is Someone && IsGroup(bound.Name) && IsMember(found.Name, bound.Name, at));

    private IEnumerable<Bindings> FitsRole(RoleArgument role, Individual individual, Bindings env, Instant at)
    {
        if (role.Preposition == "outside")
        {
            return role.Argument is PlaceArgument outside && !IsIn(individual, "in", outside.Place, env, at) ? [env] : [];
        }

        if (role.Argument is PlaceArgument inside)
        {
            return IsIn(individual, role.Preposition, inside.Place, env, at) ? [env] : [];
        }

        var names = NamesIn(individual, role.Preposition, at)
            ?? throw new NotSupportedException($"'{role.Preposition}' of {individual.Name} is not reported");
        return names.SelectMany(n => FitsArgument(role.Argument, n, env, at));
    }

    private IEnumerable<Bindings> FitsArgument(Argument argument, string name, Bindings env, Instant at)
    {
        var individual = Named(name);
        return argument switch
        {
            VariableArgument { Variable: var variable } => env.Find(variable) is not { } bound ? [env.With(variable, individual)]
                : Same(bound, individual, at) ? [env] : [],
            EachArgument each => Same(Individual(each, env), individual, at) ? [env] : [],
            ActorArgument actor => actor.Name == name || (actor.IsGroup && IsMember(name, actor.Name, at)) ? [env] : [],
            InstanceArgument instance => instance.Id == name ? [env] : [],
            PatternArgument nested => Fits(nested.Pattern, individual, env, individual is Happening h ? h.Start : at),
            TextArgument text => string.Equals(text.Value, name, StringComparison.OrdinalIgnoreCase) ? [env] : [],
            _ => throw new NotSupportedException($"'{argument.Text}' in a role"),
        };
    }

    private static ImmutableArray<string>? NamesIn(Individual individual, string preposition, Instant at)
    {
        if (individual is Breach breach && preposition == "by")
        {
            return breach.Bearers;
        }

        return Chronicle.Role(individual, preposition, at) switch
        {
            null => null,
            NameValue name => [name.Name],
            AllOfValue all => all.Names,
            TextValue text => [text.Text],
            var value => throw new NotSupportedException($"{value} in a role"),
        };
    }

    // ------------------------------------------------------------------------------------------------ places

    private bool IsIn(Individual individual, string preposition, Place place, Bindings env, Instant at) =>
        TryIsIn(individual, preposition, place, env, at)
        ?? throw new NotSupportedException($"whether {individual.Name} is in {place.Text} is not reported");

    /// <summary>Null: nobody said so, nor that it is elsewhere.</summary>
    private bool? TryIsIn(Individual individual, string preposition, Place place, Bindings env, Instant at)
    {
        string[] prepositions = preposition == "in" ? ["in", "into", "on"] : [preposition];
        string[] inside = [.. prepositions.SelectMany(p => NamesIn(individual, p, at) ?? [])];
        var outside = NamesIn(individual, "outside", at) ?? [];
        return place switch
        {
            VariablePlace variable => inside.Contains(Individual(new VariableArgument(variable.Text, variable.Variable), env).Name),
            TerritoryPlace territory => IsInTerritory(inside, outside, territory, env, at),
            TablePlace table => IsInZone(inside, outside, individual, preposition, table, env, at),
            _ => throw new NotSupportedException($"the place '{place.Text}'"),
        };
    }

    private bool? IsInTerritory(string[] inside, ImmutableArray<string> outside, TerritoryPlace territory, Bindings env, Instant at)
    {
        var owner = Individual(territory.Of, env);
        string[] of = IsGroup(owner.Name) ? [.. MembersAt(owner.Name, at)] : [owner.Name];
        if (of.Any(o => inside.Contains($"territory of {o}")))
        {
            return true;
        }

        var isElsewhere = inside.Any(n => n.StartsWith("territory of ", StringComparison.Ordinal));
        return isElsewhere || of.All(o => outside.Contains($"territory of {o}")) ? false : null;
    }

    private bool? IsInZone(
        string[] inside, ImmutableArray<string> outside, Individual individual, string preposition, TablePlace place, Bindings env, Instant at)
    {
        var table = _agreement.Tables[place.Table];
        if (table.Parameter is null && inside.Contains(table.Name))
        {
            return true;
        }

        if (table.Parameter is null && outside.Contains(table.Name))
        {
            return false;
        }

        var within = Bindings.Empty;
        if (table.Parameter is { } parameter && place.Parameter is { } argument)
        {
            within = within.With(parameter.Variable, Individual(argument, env));
        }

        if (RowOf(table, within, at) is not { } row)
        {
            throw new NotSupportedException($"no row of {table.Name} applies");
        }

        if (row.Within is not null || row.Height is not null || row.Values.Any(v => v is BandRow { Side: not BandSide.Both }))
        {
            throw new NotSupportedException($"{table.Name} is drawn: {row.Text}");
        }

        var isKnown = true;
        var isInside = false;
        foreach (var value in row.Values)
        {
            var part = value switch
            {
                PlaceRow listed => TryIsIn(individual, preposition, listed.Place, within, at),
                BandRow band => Distance(individual, band.From, within, at) is { } distance ? distance <= band.Metres : null,
                _ => null,
            };
            isKnown &= part is not null;
            isInside |= part == true;
        }

        var isBarred = row.ButNot is { } but ? TryIsIn(individual, preposition, but, within, at) : false;
        if (isBarred == true)
        {
            return false;
        }

        return isInside ? (isBarred is null ? null : true) : isKnown ? false : null;
    }

    /// <summary>The reported distance from a line or zone, in metres; null if nobody reported it.</summary>
    private decimal? Distance(Individual individual, Place from, Bindings env, Instant at) =>
        Chronicle.Field(individual, "distance from " + NameOf(from, env, at), at) is NumberValue number ? number.Range.Low : null;

    /// <summary>The name under which a line is reported: its own, or that of the line that its row names.</summary>
    private string NameOf(Place place, Bindings env, Instant at)
    {
        if (place is not TablePlace { Table: var name, Parameter: var argument })
        {
            throw new NotSupportedException($"the distance from '{place.Text}'");
        }

        var table = _agreement.Tables[name];
        if (table.Parameter is null || argument is null)
        {
            return name;
        }

        var within = Bindings.Empty.With(table.Parameter.Variable, Individual(argument, env));
        return RowOf(table, within, at) is { Values: [PlaceRow listed] }
            ? NameOf(listed.Place, within, at)
            : throw new NotSupportedException($"no row of {name} applies");
    }

    private Row? RowOf(Table table, Bindings env, Instant at) => table.Readings[0].Content.FirstOrDefault(r =>
        (r.From is not { } from || Beginning(StampOf(from, env, at)) <= at)
        && (r.Until is not { } until || at <= Deadline(StampOf(until, env, at)))
        && (r.If is not { } condition || Holds(condition, env, at)));

    // ------------------------------------------------------------------------------------------------ actors, groups, states

    private ImmutableArray<string> PartiesAt(Instant at) =>
        [.. _agreement.Parties.SelectMany(p => Flattened(p, at)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Flattened(string name, Instant at) =>
        IsGroup(name) ? MembersAt(name, at).SelectMany(m => Flattened(m, at)) : [name];

    private IEnumerable<string> MembersAt(string group, Instant at) => _agreement.Vocabulary.Groups[group].Members
        .Where(m => m.From is not { } first || FirstMoment(first) <= at)
        .Where(m => at <= LastDay(m.Until))
        .Select(m => m.Member);

    private bool IsGroup(string name) => _agreement.Vocabulary.Groups.ContainsKey(name);

    private bool IsMember(string name, string group, Instant at) =>
        MembersAt(group, at).Any(m => m == name || (_agreement.Vocabulary.Groups.ContainsKey(m) && IsMember(name, m, at)));

    /// <summary>The latest event that begins the state for these, without one since that ends it.</summary>
    private bool IsInState(string state, ImmutableArray<Individual?> fillers, Instant at)
    {
        var kind = _agreement.Vocabulary.States[state];
        var env = Bindings.Empty;
        foreach (var (variable, filler) in kind.RoleVariables.Zip(fillers))
        {
            env = filler is null ? env : env.With(variable, filler);
        }

        var until = Instant.Min(at, _horizon);
        foreach (var begin in _chronicle.Events.Where(e => e.Start <= until))
        {
            foreach (var begun in Fits(kind.Begins, begin, env, begin.Start))
            {
                var since = _chronicle.Events.Where(e => e.Start <= until && e.Start >= begin.Start && e != begin);
                if (kind.Ends is not { } ends || !since.Any(e => Fits(ends, e, begun, e.Start).Any()))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using NodaTime;
using Pacta.Logic.Reference.Screening;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference.Norms;

/// <summary>Why something that a clause could be about stands in no finding: only what is certain is given as the reason.</summary>
internal sealed partial class NormEvaluation
{
    /// <summary>Why the agreement does not bind in a stretch between the moments at which that may change; null: it may.</summary>
    private Dictionary<int, UnusedCode?> WhyNotLiveIn => field ??= [];

    private HashSet<string>? _bound;

    private readonly Dictionary<string, Authors> _alone = new(StringComparer.Ordinal);

    /// <summary>What clauses survive, each once: what a clause survives is no reason for that clause.</summary>
    private ImmutableArray<Survival>? _survivals;

    public (UnusedCode? Why, ImmutableArray<string> Arguments) WhyUnused(Fact fact)
    {
        var at = fact.IsRow(out _, out _) && fact.ExactTime is { } exact ? InstantRange.At(exact) : _evaluation.TimeOf(fact).Range;
        if (at.Earliest > Horizon)
        {
            return (UnusedCode.AfterHistory, []);
        }

        var happens = fact.Form is FactForm.Event or FactForm.Count;
        if ((happens && at.IsExact ? WhyNotLive(at.Earliest) : WhyNotLive(fact, at, happens)) is { } why)
        {
            return (why, []);
        }

        return happens ? WhyNotBound(fact, at) : (null, []);
    }

    private UnusedCode? WhyNotLive(Instant at)
    {
        var stretch = StretchOf(at);
        if (!WhyNotLiveIn.TryGetValue(stretch, out var why))
        {
            why = WhyNotLive(null, InstantRange.At(at), happens: true);
            WhyNotLiveIn.Add(stretch, why);
        }

        return why;
    }

    /// <param name="fact">Of what lasts, how long; null: it happens.</param>
    private UnusedCode? WhyNotLive(Fact? fact, InstantRange at, bool happens)
    {
        // A thing or a state lasts: that it was there before says nothing, unless it was over by then.
        var last = happens ? at : _evaluation.EndOf(fact!)?.Range ?? AtHorizon;
        return Survivals.All(s => _evaluation.IsAfterEnd(at, s)) ? UnusedCode.AfterEnd
            : _evaluation.IsBeforeInForce(last) ? UnusedCode.BeforeInForce
            : happens && Survivals.All(s => _evaluation.InForce(at, s).Truth == Truth.False) ? UnusedCode.NotInForce
            : null;
    }

    private ImmutableArray<Survival> Survivals => _survivals ??= [.. _agreement.Clauses.Select(c => c.Survival).Append(Survival.None).Distinct()];

    private (UnusedCode? Why, ImmutableArray<string> Arguments) WhyNotBound(Fact fact, InstantRange at)
    {
        var authors = AuthorsOf(fact);
        if (authors.MayBeAbsent && WhyAbsent(authors.Names, at) is { } absent)
        {
            return (absent, authors.Names);
        }

        return authors.MayBeBound ? (null, []) : (UnusedCode.NotBound, authors.Names);
    }

    private UnusedCode? WhyAbsent(ImmutableArray<string> authors, InstantRange at) =>
        Survivals.All(s => authors.All(a => _evaluation.Absent(a, Rest.Withdrawn, at, null, s).Truth == Truth.True)) ? UnusedCode.Left
        : authors.All(a => _evaluation.Absent(a, Rest.Suspended, at).Truth == Truth.True) ? UnusedCode.Suspended
        : null;

    private Authors AuthorsOf(Fact fact)
    {
        if (fact.IsRow(out _, out _))
        {
            return Exact.TryName(fact, By, out var only) ? Alone(only.Text) : Authors.Unknown;
        }

        // Whoever was named and is denied to be the author may be anybody else.
        return fact.Roles.TryGetValue("by", out var by) && !FactStore.IsDenied(by)
            ? Of([.. by.Alternatives.SelectMany(a => FactStore.NamesOf(a.Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
            : Authors.Unknown;
    }

    /// <summary>Few names are the authors of many facts.</summary>
    private Authors Alone(string name)
    {
        if (!_alone.TryGetValue(name, out var authors))
        {
            authors = Of([name]);
            _alone.Add(name, authors);
        }

        return authors;
    }

    private Authors Of(ImmutableArray<string> names)
    {
        if (names.IsEmpty)
        {
            return Authors.Unknown;
        }

        _bound ??= NamedAsBound();
        return new Authors(names, _evaluation.MaySomebodyBeAbsent && names.All(_evaluation.MayBeAbsent), names.Any(_bound.Contains) || _bound.Count == 0);
    }

    /// <summary>The parties and whoever a sentence names as its subject; empty where a noun may stand for anybody.</summary>
    private HashSet<string> NamedAsBound()
    {
        var subjects = _agreement.Clauses
            .SelectMany(c => c.Readings.Select(r => r.Content.Sentence).Concat(c.Exceptions.SelectMany(SentencesOf)))
            .SelectMany(AndWhatFollows)
            .Select(s => s.Subject)
            .ToList();
        if (_agreement.Parties.Length == 0 || subjects.Exists(s => s.Each is { Noun: not MemberNoun } || s.Names.Any(n => n is not (ActorArgument or VariableArgument))))
        {
            return [];
        }

        // A variable of a trigger stands for a party, or for whom a noun of that trigger names.
        if (_agreement.Clauses.Any(c => c.When is { } when && subjects.Exists(s => s.Names.OfType<VariableArgument>().Any(v => IsNamedByNoun(when, v.Variable)))))
        {
            return [];
        }

        return
        [
            .. _agreement.Parties.SelectMany(_evaluation.ActorsOf),
            .. subjects.SelectMany(s => s.Names).OfType<ActorArgument>().SelectMany(a => _evaluation.ActorsOf(a.Name)),
            .. subjects.Select(s => s.Each?.Noun).OfType<MemberNoun>().Where(n => n.Group != MemberNoun.Parties).SelectMany(n => _evaluation.ActorsOf(n.Group)),
        ];
    }

    private static IEnumerable<Sentence> SentencesOf(ClauseException exception) =>
        (exception.Sentence is { } own ? [own] : Array.Empty<Sentence>()).Concat(exception.Exceptions.SelectMany(SentencesOf));

    private static IEnumerable<Sentence> AndWhatFollows(Sentence sentence)
    {
        for (var at = sentence; at is not null; at = at.Otherwise)
        {
            yield return at;
        }
    }

    /// <summary>Whose act or thing something may be, and what can be said of that without knowing when.</summary>
    /// <param name="MayBeAbsent">Is each of them absent at some time, or may be?</param>
    private sealed record Authors(ImmutableArray<string> Names, bool MayBeAbsent, bool MayBeBound)
    {
        public static Authors Unknown { get; } = new([], MayBeAbsent: false, MayBeBound: true);
    }
}

using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Direct;

/// <summary>
/// One walk through the instants of a history. At each instant, in this order: what was due before has expired; powers used take effect;
/// open duties end where the agreement no longer binds; lasting duties are looked at; events, beginnings and breaches open duties; acts
/// discharge them.
/// </summary>
internal sealed partial class Walk
{
    private readonly Agreement _agreement;
    private readonly AgreementCalendar _calendar;
    private readonly Chronicle _chronicle;
    private readonly Instant _horizon;
    private readonly Instant _recordBegins;
    private readonly HashSet<string> _cast;
    private readonly Norm[] _norms;

    /// <summary>Powers that something has to open.</summary>
    private readonly Norm[] _powers;

    private readonly SortedSet<Instant> _agenda = [];
    private readonly List<Track> _tracks = [];
    private readonly Dictionary<string, Track> _lasting = new(StringComparer.Ordinal);
    private readonly List<Breach> _breaches = [];
    private readonly Queue<(Breach Breach, string Label, Norm? Otherwise, Instance Instance)> _raised = [];
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);

    public Walk(Agreement agreement, History history)
    {
        _agreement = agreement;
        _calendar = _agreement.Calendar;
        _chronicle = new Chronicle(_agreement, history);
        _horizon = history.Through;
        _recordBegins = _chronicle.Beginning;
        _cast = [.. history.Facts.SelectMany(f => f.Roles.Values).SelectMany(r => NamesOf(r.Alternatives[0].Value))];
        _norms = [.. _agreement.Clauses.Select(Norm.Of)];
        _powers = [.. _norms.SelectMany(n => new[] { n.When is null ? null : n, n.Otherwise }).OfType<Norm>().Where(n => n.Sentence.Modality == Modality.Power)];
    }

    private static IEnumerable<string> NamesOf(Value value) => value switch
    {
        NameValue name => [name.Name],
        AllOfValue all => all.Names,
        _ => [],
    };

    public ImmutableArray<DirectFinding> Run()
    {
        ReadForce();
        Plan();
        while (_agenda.Count > 0)
        {
            var now = _agenda.Min;
            _agenda.Remove(now);
            Step(now);
        }

        foreach (var plan in _chronicle.Events.Where(e => e.Start > _horizon))
        {
            foreach (var norm in _norms)
            {
                OpenBy(norm, plan, plan.Start);
            }
        }

        return
        [
            .. _tracks.Where(IsListed)
                .Select(t => t.Finding())
                .OrderBy(f => f.ClausePath, StringComparer.Ordinal)
                .ThenBy(f => string.Join('+', f.Bearers), StringComparer.Ordinal)
                .ThenBy(f => f.Beneficiary, StringComparer.Ordinal)
                .ThenBy(f => string.Join('+', f.Trigger), StringComparer.Ordinal)
                .ThenBy(f => f.Line, StringComparer.Ordinal),
        ];
    }

    private bool IsListed(Track track) => track.State is not (null or ClauseState.Dormant) && track switch
    {
        Ban ban => !ban.HasActs,
        Quota { IsCeiling: true } ceiling => ceiling.WasLive && (ceiling.HasCount || IsCurrent(ceiling)),
        Quota floor => IsWhollyLive(floor),
        Duty { Norm.Sentence.Timing.Cycle: not null } period => MayBind(LifeOf(period.Path, period.Instance, period.Due)),
        _ => true,
    };

    private void Step(Instant now)
    {
        var events = _chronicle.Events.Where(e => e.Start == now).ToArray();
        Expire(now);
        CloseQuotas(now);
        UsePowers(events, now, isTriggered: false);
        EndDuties(now);
        foreach (var norm in _norms.Where(n => n.When is null))
        {
            Look(norm, now);
            Watch(norm, events, now);
        }

        foreach (var norm in _norms)
        {
            Begin(norm, now);
            foreach (var happening in events)
            {
                OpenBy(norm, happening, now);
            }
        }

        OpenByBreaches(now);
        LookAtGrounds(events, now);
        foreach (var duty in _tracks.OfType<Duty>().ToArray())
        {
            foreach (var act in events)
            {
                Discharge(duty, act);
            }
        }
    }

    private void OpenByBreaches(Instant now)
    {
        while (_raised.TryDequeue(out var next))
        {
            foreach (var norm in _norms)
            {
                OpenBy(norm, next.Breach, now);
            }

            if (next.Otherwise is { } otherwise)
            {
                Open(otherwise, next.Instance.Env, next.Instance.Trigger.Add(next.Label), now, next.Breach);
            }
        }
    }

    private void Breached(Track track, Norm norm, Instant at)
    {
        track.Enter(ClauseState.Breached, at);
        var (subject, ordinal) = (norm.Sentence.Subject, track.TimesIn(ClauseState.Breached));
        var line = norm.Sentence.Act is KeepAct { Lines: { Length: > 1 } lines } ? lines.ToList().FindIndex(l => l.Text == track.Line) + 1 : 0;
        var isForSeveral = !subject.Together
            && (subject.Each is not null || subject.Names.Length > 1 || subject.Names.Any(n => n is ActorArgument { IsGroup: true }
                || (n is VariableArgument v && track.Instance.Env.Find(NamedBy(v.Variable)!) is not null)));
        var label = (isForSeveral ? " by " + track.Instance.Bearers[0] : string.Empty)
            + (track.Instance.Beneficiary is { } to && Eaches.In(norm.Sentence.Act).Count > 0 ? " to " + to : string.Empty)
            + (line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" of line {line}") : string.Empty)
            + (ordinal > 1 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" ({ordinal})") : string.Empty);
        var name = $"breach of {norm.Path[(norm.Path.LastIndexOf('/') + 1)..]}{label}: {string.Join(',', track.Instance.Trigger)}";
        var breach = new Breach(name, _breaches.Count, norm.Path, track.Instance.Bearers, at);
        _breaches.Add(breach);
        _raised.Enqueue((breach, "breach" + label, norm.Otherwise, track.Instance));
    }

    private bool IsClauseIn(ClauseStateCondition condition, Instant at)
    {
        Track[] all = [.. _tracks.Where(t => IsClause(t.Path, condition.Clause))];
        if (all.OfType<Duty>().Any(d => d.Norm.Sentence.Timing.Cycle is not null) && (_departures.Count > 0 || _norms.Any(n => n.Sentence.Modality == Modality.Power)))
        {
            throw new NotSupportedException($"the state of {condition.Clause}, which repeats, where somebody may leave before it is due");
        }

        if (_norms.Any(n => n.When is not null && IsLasting(n) && IsClause(n.Path, condition.Clause)) && _chronicle.Events.Any(e => e.Start == at))
        {
            throw new NotSupportedException($"the state of {condition.Clause} while it may begin");
        }

        var isQuiet = at <= _horizon && _chronicle.Events.Count(e => e.Start == at) <= 1;
        if (!isQuiet || all.Any(t => t.ChangesAt(at) || (t is Duty duty && duty.Due + InstantRange.Tick == at)))
        {
            throw new NotSupportedException($"the state of {condition.Clause} while it changes");
        }

        ClauseState?[] states = [.. all.Select(t => t.StateAt(at))];
        return states.Contains(condition.State)
            && (condition.State != ClauseState.Met || !states.Any(s => s is ClauseState.Breached or ClauseState.Open));
    }

    // ------------------------------------------------------------------------------------------------ instants at which anything can change

    private void Plan()
    {
        foreach (var happening in _chronicle.Events)
        {
            Note(happening.Start);
            Note(happening.End);
        }

        foreach (var seen in _chronicle.Things.SelectMany(t => t.Observations))
        {
            Note(seen.At);
            NoteAfter(seen.Until ?? Instant.MaxValue);
        }

        foreach (var (from, to) in _inForce)
        {
            NoteSpan(from, to);
        }

        foreach (var participation in _agreement.Participations)
        {
            NoteSpan(participation.From, participation.Until);
        }

        NoteSurvivals();
        foreach (var membership in _agreement.Vocabulary.Groups.Values.SelectMany(g => g.Members))
        {
            NoteSpan(membership.From, membership.Until);
        }

        foreach (var row in _agreement.Tables.Values.SelectMany(t => t.Readings[0].Content))
        {
            NoteSpan(row.From, row.Until);
        }

        foreach (var norm in _norms)
        {
            if (norm.When is null)
            {
                NoteSpan(norm.Sentence.Timing.From, norm.Sentence.Timing.Until);
                NotePeriods(norm);
            }

            NoteExceptions(norm.Exceptions);
        }

        foreach (var window in Windows.In(_agreement))
        {
            NoteWindow(window);
        }

        Note(_horizon);
    }

    private void NoteExceptions(IEnumerable<ClauseException> exceptions)
    {
        foreach (var exception in exceptions)
        {
            if (Norm.Of(exception) is { } own)
            {
                NoteSpan(own.Sentence.Timing.From, own.Sentence.Timing.Until);
                NoteQuotas(own);
            }

            NoteExceptions(exception.Exceptions);
        }
    }

    private void Note(Instant? instant)
    {
        if (instant is { } at && at <= _horizon && at > Instant.MinValue)
        {
            _agenda.Add(at);
        }
    }

    private void NoteAfter(Instant last)
    {
        if (last < _horizon)
        {
            _agenda.Add(last + InstantRange.Tick);
        }
    }

    private void NoteSpan(Instant from, Instant to)
    {
        Note(from);
        NoteAfter(to);
    }

    private void NoteSpan(TimeExpression? from, TimeExpression? until)
    {
        if (from is not null)
        {
            Note(FirstMoment(from));
        }

        NoteAfter(LastDay(until));
    }

    /// <summary>When events fall out of a window.</summary>
    private void NoteWindow(Window window)
    {
        if (window is SlidingWindow { Calendar: true, Length.Unit: var unit })
        {
            NoteTurns(unit);
        }

        foreach (var date in _chronicle.Events.Where(e => e.Start <= _horizon).Select(e => _calendar.DateOf(e.Start)).Distinct())
        {
            switch (window)
            {
                case CalendarWindow period:
                    Note(_calendar.StartOf(NextPeriod(PeriodStart(date, period.Unit), period.Unit)));
                    break;
                case SlidingWindow { Calendar: true, Length: var length }:
                    Note(_calendar.StartOf(NextPeriod(PeriodStart(date, length.Unit), length.Unit, length.Amount)));
                    Note(_calendar.StartOf(NextPeriod(PeriodStart(date, length.Unit), length.Unit, length.Amount + 1)));
                    break;
                case SlidingWindow { Length: { IsElapsed: false } length }:
                    var leaves = _calendar.Move(date, length, 1);
                    for (var day = -5; day <= 5; day++)
                    {
                        Note(_calendar.StartOf(leaves.PlusDays(day)));
                    }

                    break;
                default:
                    break;
            }
        }

        if (window is SlidingWindow { Length: { IsElapsed: true } elapsed })
        {
            foreach (var happening in _chronicle.Events)
            {
                Note(_calendar.LastInstant(happening.Start, elapsed, back: false));
                NoteAfter(_calendar.LastInstant(happening.Start, elapsed, back: false));
            }
        }
    }

    /// <summary>The beginnings of calendar periods.</summary>
    private void NoteTurns(LapseUnit unit)
    {
        for (var start = PeriodStart(_calendar.DateOf(Began), unit); _calendar.StartOf(start) <= _horizon; start = NextPeriod(start, unit))
        {
            Note(_calendar.StartOf(start));
        }
    }
}

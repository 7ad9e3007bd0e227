using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;

namespace Pacta.Logic.Direct;

// Prohibited acts (docs/semantics.md, 9).
internal sealed partial class Walk
{
    /// <summary>Each act that was not to be done is a breach of its own.</summary>
    private void Watch(Norm norm, Happening[] events, Instant now)
    {
        if (norm.Sentence is not { Modality: Modality.MustNot, Act: DoAct act })
        {
            return;
        }

        var grounds = norm.When is null ? [Ground.Always] : _grounds.GetValueOrDefault(norm.Path, []);
        HashSet<string> seen = [];
        foreach (var instance in grounds
            .Where(g => now >= BeginningOf(norm.Sentence.Timing, g.Env) && IsInSpan(norm.Sentence.Timing, now, g.Env))
            .SelectMany(g => InstancesOf(norm.Sentence, g.Env, g.Trigger, now))
            .ToArray())
        {
            var ban = BanOf(norm, instance, now);
            seen.Add(ban.Instance.Key);
            if (!IsLive(norm.Path, instance, now))
            {
                continue;
            }

            foreach (var happening in events.Where(e => Performs(norm, instance, e)))
            {
                var env = Fits(act.Pattern, happening, instance.Env, now).First();
                if (norm.While is { } condition && !Holds(condition, env, now))
                {
                    continue;
                }

                ban.HasActs = true;
                Forbid(norm, instance with { Trigger = instance.Trigger.Add(happening.Name), Env = env }, happening, now);
            }
        }

        foreach (var ban in _lasting.Values.OfType<Ban>().Where(b => b.Path == norm.Path && b.State is not null && !seen.Contains(b.Instance.Key)))
        {
            ban.Enter(ClauseState.Lapsed, now);
        }
    }

    /// <summary>The single finding of a bearer who did nothing of the kind.</summary>
    private Ban BanOf(Norm norm, Instance instance, Instant now)
    {
        var bearer = new Instance(instance.Bearers, null, instance.Trigger, Bindings.Empty);
        var key = $"{norm.Path} {bearer.Key}";
        if (!_lasting.TryGetValue(key, out var ban))
        {
            ban = new Ban(norm, bearer);
            _lasting.Add(key, ban);
            _tracks.Add(ban);
        }

        var life = LifeOf(norm.Path, bearer, now);
        if (MayBind(life) || ban.State is not null)
        {
            ban.Enter(life == Life.Live ? ClauseState.Met : EndOf(life), now);
        }

        return (Ban)ban;
    }

    private readonly HashSet<string> _forbidden = new(StringComparer.Ordinal);

    private void Forbid(Norm norm, Instance instance, Happening act, Instant now)
    {
        if (!_forbidden.Add($"{norm.Path} {instance.Key}"))
        {
            return; // seen at this instant already
        }

        var track = new Track(norm.Path, null, instance);
        _tracks.Add(track);
        if (IsExcused(norm, instance, now, act))
        {
            track.Enter(ClauseState.Excused, now);
        }
        else
        {
            Breached(track, norm, now);
        }
    }
}

using Pacta.Model.Agreements;

namespace Pacta.Exploration.Texts;

/// <summary>Whose facts a clause asks about: those of whoever it binds, or anybody's. What nobody else can do anything about need not be tried by others.</summary>
internal sealed partial class ReachReader
{
    public const string By = "by";
    public const string Owner = "of";

    /// <summary>Behind which an actor may stand.</summary>
    private static readonly string[] Prepositions = [By, Owner, "to", "from", "against", "on", "under"];

    /// <summary>Who is bound, if all sentences name him alike: a variable, or one actor.</summary>
    private Argument? _bearer;

    /// <summary>Each bound by himself, so that what he does not do himself is somebody else's.</summary>
    private bool _isEachAlone;

    private void FindBearer(Clause clause)
    {
        var subjects = Roles.Sentences(clause).Select(s => s.Subject).ToList();
        var bearers = subjects.ConvertAll(s => s switch
        {
            { Each.Variable: { } variable } => new VariableArgument(variable, variable),
            { Each: null, Names: [var one] } => one,
            _ => null,
        });
        _bearer = bearers is [{ } first, ..] && bearers.TrueForAll(b => b is not null && IsSame(b, first)) ? first : null;
        _isEachAlone = (subjects.Count == 1 || _bearer is not null) && subjects.TrueForAll(s => !s.Together && (s.Each is not null || s.Names.All(n => n is VariableArgument or ActorArgument)));
    }

    /// <param name="implied">The preposition behind which the bearer stands without being named.</param>
    private void ReadDoer(Pattern pattern, string? implied = null)
    {
        foreach (var preposition in Prepositions)
        {
            var named = pattern.Roles.FirstOrDefault(r => r.Preposition == preposition)?.Argument;
            var isOwn = _isEachAlone && (named is null ? preposition == implied : IsBearer(named));
            if (named is ActorArgument { IsGroup: false } actor)
            {
                _reach.Named.UnionWith(KindsOf(pattern.Noun).Select(k => (k, preposition, actor.Name)));
            }
            else if (!isOwn)
            {
                _reach.OfAnybody.UnionWith(KindsOf(pattern.Noun).Select(k => (k, preposition)));
            }
        }
    }

    private bool IsBearer(Argument argument) => _bearer is { } bearer && argument switch
    {
        PatternArgument { Pattern.Variable: { } variable } => IsSame(new VariableArgument(variable, variable), bearer),
        _ => IsSame(argument, bearer),
    };

    private static bool IsSame(Argument one, Argument other) => (one, other) switch
    {
        (VariableArgument a, VariableArgument b) => a.Variable == b.Variable,
        (ActorArgument { IsGroup: false } a, ActorArgument { IsGroup: false } b) => a.Name == b.Name,
        _ => false,
    };

    /// <summary>Within it, variables of the same name are others.</summary>
    private void Elsewhere(Action read)
    {
        var (bearer, isEachAlone) = (_bearer, _isEachAlone);
        (_bearer, _isEachAlone) = (null, false);
        read();
        (_bearer, _isEachAlone) = (bearer, isEachAlone);
    }
}

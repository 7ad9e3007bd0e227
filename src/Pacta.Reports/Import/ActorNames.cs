using System.Collections.Immutable;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Reports.Import;

/// <summary>Actors of an agreement by the names that a data set gives them; a name without one is made into one, and told of at the end.</summary>
internal sealed class ActorNames(ImmutableDictionary<string, string> actors)
{
    private readonly SortedDictionary<string, int> _made = new(StringComparer.Ordinal);

    public bool Knows(string name) => actors.ContainsKey(name);

    /// <summary>Null if the name has no letter from which an actor's could be made.</summary>
    public string? Of(string name)
    {
        if (actors.TryGetValue(name, out var actor))
        {
            return actor;
        }

        if (TableText.Slug(name) is not { Length: > 0 } slug)
        {
            return null;
        }

        _made[name] = _made.GetValueOrDefault(name) + 1;
        return slug;
    }

    public void TellMade(string path, DiagnosticBag diagnostics)
    {
        foreach (var (name, count) in _made)
        {
            diagnostics.Add(new Diagnostic(
                "PACTA0608", Severity.Note, $"\"{name}\" became the actor {TableText.Slug(name)} ({count} times)",
                [new Label(new SourceText(path, string.Empty), new TextSpan(0, 0), "no actor was given for it")],
                "Name the actor of your agreement for it.", $"--actor \"{name}={TableText.Slug(name)}\""));
        }
    }
}

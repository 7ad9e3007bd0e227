using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pacta.Model.Agreements;
using Pacta.Negotiation.Histories;

namespace Pacta.Presentation.Histories;

/// <summary>Illustrations as scenarios of the language: what is written can be put into a file and run.</summary>
public static class IllustrationText
{
    /// <summary>What is to be written: of several that are the same history with the same outcome, one, whose title says all that it shows. No two titles are the same.</summary>
    public static ImmutableArray<(string Title, Illustration Illustration)> Titled(Agreement agreement, IEnumerable<Illustration> illustrations)
    {
        ArgumentNullException.ThrowIfNull(illustrations);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. illustrations.GroupBy(i => string.Concat(Body(agreement, i).Lines), StringComparer.Ordinal).Select(g =>
            {
                var title = $"{g.First().Name}: {string.Join(", ", g.Select(Shown).Distinct(StringComparer.Ordinal))}";
                var number = seen[title] = seen.GetValueOrDefault(title) + 1;
                return (number == 1 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({number})"), g.First());
            }),
        ];
    }

    /// <summary>The scenarios, and the actors who stand in and are declared nowhere.</summary>
    public static string Of(Agreement agreement, IReadOnlyList<(string Title, Illustration Illustration)> illustrations)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(illustrations);
        var text = new StringBuilder();
        var invented = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (title, illustration) in illustrations)
        {
            text.Append(text.Length == 0 ? string.Empty : "\n").Append(Scenario(agreement, title, illustration, invented));
        }

        if (invented.Count > 0)
        {
            text.Append("\nactor ").AppendJoin(", ", invented).Append('\n');
        }

        return text.ToString();
    }

    private static string Scenario(Agreement agreement, string title, Illustration illustration, SortedSet<string> invented)
    {
        var (lines, standIns) = Body(agreement, illustration);
        invented.UnionWith(standIns.Taken.Select(t => t.Invented).Where(n => !agreement.Vocabulary.Actors.ContainsKey(n)));
        return $"scenario \"{title}\" of {agreement.Name} {{\n{string.Concat(lines.Select(l => $"  {l}\n"))}}}\n";
    }

    /// <summary>Who stands in for whom, what happens, and what follows.</summary>
    private static (ImmutableArray<string> Lines, StandIns StandIns) Body(Agreement agreement, Illustration illustration)
    {
        var standIns = new StandIns(agreement);
        var facts = new FactLines(agreement, standIns);
        List<string> told = [.. facts.All(illustration.History)];
        var state = illustration.State is { } found ? found.ToString().ToLowerInvariant() : "dormant";
        var under = illustration.Reading is { Name: { Length: > 0 } reading } ? $" under {reading}" : string.Empty;
        var because = illustration is { Kind: IllustrationKind.State, About: { Length: > 0 } exception } ? $" because {exception}" : string.Empty;
        var expectation = $"expect {state} {illustration.Name} by {standIns.NameOf(illustration.Party)} on {facts.Time(illustration.History.Through, byDay: true)}{under}{because}";
        return ([.. standIns.Taken.Select(t => $"{t.Invented} stands in for {t.Real}"), .. told, expectation], standIns);
    }

    private static string Shown(Illustration illustration)
    {
        var about = illustration.About.Replace('"', '’');
        return illustration.Kind switch
        {
            IllustrationKind.State when about.Length > 0 => $"excused by {about}",
            IllustrationKind.State => illustration.State is { } state ? state.ToString().ToLowerInvariant() : "not in play",
            IllustrationKind.OnBound => $"exactly on “{about}”",
            IllustrationKind.BesideBound => $"beside “{about}”",
            IllustrationKind.LastMoment => "at the last moment",
            _ => "after the last moment",
        };
    }
}

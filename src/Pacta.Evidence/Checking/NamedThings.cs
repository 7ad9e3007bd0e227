using Pacta.Evidence.Joining;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Places;
using Pacta.Model.Values;

namespace Pacta.Evidence.Checking;

/// <summary>
/// What claims name: other events by their ids, and zones and lines. A misspelt one would join nothing and say nothing, so each name that
/// nobody knows is told of, once. It need not be wrong: an exercise is notified before anybody reports it, and a place may be known to the reporter alone.
/// </summary>
internal static class NamedThings
{
    public const string DistancePrefix = "distance from ";
    public const string TerritoryPrefix = "territory of ";
    private const string Of = " of ";

    /// <param name="ids">Whatever the input speaks of, also what is not known yet as of the moment: its ids are spelt right.</param>
    /// <param name="happenings">All events of the input, if they are known; null: they are looked for.</param>
    /// <param name="places">The zones and lines of the agreement; null: they are not checked.</param>
    public static void Check(
        List<Statement> statements, EventIds ids, Vocabulary vocabulary, IReadOnlySet<string>? places, DiagnosticBag diagnostics,
        Happenings? happenings = null)
    {
        var warned = new HashSet<string>(StringComparer.Ordinal);
        var kinds = new Dictionary<Kind, KindForms>(ReferenceEqualityComparer.Instance);
        KindForms? last = null;

        // What was looked at once needs no second look, also where it was told of.
        var met = new RecentlyMet<SmallDictionary<Value>, Kind?>(statements.Count);
        foreach (var statement in statements)
        {
            if (!ReferenceEquals(last?.Kind, statement.Kind) && !kinds.TryGetValue(statement.Kind, out last))
            {
                last = new KindForms(statement.Kind);
                kinds.Add(statement.Kind, last);
            }

            if (IsNew(statement.Roles, statement.Kind))
            {
                CheckRoles(statement, last!);
            }

            if (IsNew(statement.Fields, statement.Kind))
            {
                CheckDistances(statement);
            }
        }

        bool IsEvent(string name) => happenings?.IsSpokenOf(name) ?? ids.Contains(name);

        bool IsNew(SmallDictionary<Value> named, Kind kind)
        {
            if (named.IsEmpty || (met.TryGet(named, out var of) && ReferenceEquals(of, kind)))
            {
                return false;
            }

            met.Keep(named, kind);
            return true;
        }

        void CheckRoles(Statement statement, KindForms forms)
        {
            foreach (var (preposition, value) in statement.Roles.Pairs)
            {
                var form = forms.Role(preposition);
                if (form.MayBePlace)
                {
                    if (value is NameValue only && IsPlace(only.Name, places))
                    {
                        continue;
                    }

                    foreach (var name in AttributeJoiner.NamesOf(value))
                    {
                        if (!IsPlace(name, places) && !IsEvent(name) && warned.Add(name))
                        {
                            diagnostics.UnknownPlace(statement.Place, name, $"\"{preposition}\":", places!, isDistance: false);
                        }
                    }
                }
                else if (form.IsOfEvent)
                {
                    if (value is NameValue only && IsEvent(only.Name))
                    {
                        continue;
                    }

                    foreach (var name in AttributeJoiner.NamesOf(value))
                    {
                        if (!IsEvent(name) && !vocabulary.Actors.ContainsKey(name) && warned.Add(name))
                        {
                            diagnostics.UnknownEvent(statement.Place, name, preposition, statement.Kind, form.Nouns, ids.All);
                        }
                    }
                }
            }
        }

        void CheckDistances(Statement statement)
        {
            foreach (var (field, _) in statement.Fields.Pairs)
            {
                if (field.StartsWith(DistancePrefix, StringComparison.Ordinal) && field[DistancePrefix.Length..] is var from
                    && !IsPlace(from, places) && !vocabulary.Actors.ContainsKey(from) && warned.Add(from))
                {
                    diagnostics.UnknownPlace(statement.Place, from, "\"distances\":", places!, isDistance: true);
                }
            }
        }
    }

    /// <summary>A zone with a parameter is named with it: <c>first_10 of aland</c>.</summary>
    public static bool IsPlace(string name, IReadOnlySet<string>? places) =>
        places is null
        || places.Contains(name)
        || (DrawnNames.Plain(name) is { } plain && plain.Length < name.Length && IsPlace(plain, places))
        || name.StartsWith(TerritoryPrefix, StringComparison.Ordinal)
        || (name.IndexOf(Of, StringComparison.Ordinal) is > 0 and var at && places.Contains(name[..at]));
}

using System.Collections.Immutable;
using Pacta.Model.Agreements;

namespace Pacta.Evidence.Checking;

/// <summary>What a role of a kind takes.</summary>
/// <param name="Nouns">As declared; none: the kind has no such role.</param>
/// <param name="IsPlace">A place, by name.</param>
/// <param name="MustBeActor">Nothing but an actor or an alliance.</param>
internal sealed record RoleForm(string Preposition, ImmutableArray<string> Nouns, bool IsPlace, bool MustBeActor)
{
    /// <summary>Another event, by its id.</summary>
    public bool IsOfEvent { get; } = !Nouns.IsEmpty && !Nouns.Contains("place") && !Nouns.Any(n => n is "actor" or "alliance" or "party");

    /// <summary>A place, as far as anybody says.</summary>
    public bool MayBePlace { get; } = Nouns.IsEmpty || Nouns.Contains("place");

    public static RoleForm Of(Kind kind, string preposition)
    {
        ImmutableArray<string> nouns = [.. kind.Roles.Where(r => r.Preposition == preposition).Select(r => r.Noun)];
        var isPlace = nouns.Contains("place") || (nouns.IsEmpty && preposition is "in" or "outside" && kind.Form != KindForm.State);
        return new RoleForm(preposition, nouns, isPlace, !isPlace && nouns.All(n => n is "actor" or "alliance"));
    }
}

/// <summary>What roles and fields of a kind take, found once for each kind: millions of claims may be of one.</summary>
internal sealed class KindForms(Kind kind)
{
    private readonly List<RoleForm> _roles = [];
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);

    public Kind Kind => kind;

    public RoleForm Role(string preposition)
    {
        foreach (var role in _roles)
        {
            if (role.Preposition == preposition)
            {
                return role;
            }
        }

        var form = RoleForm.Of(kind, preposition);
        _roles.Add(form);
        return form;
    }

    public Field? Field(string name)
    {
        if (!_fields.TryGetValue(name, out var field) && kind.Fields.TryGetValue(name, out field))
        {
            _fields.Add(name, field);
        }

        return field;
    }
}

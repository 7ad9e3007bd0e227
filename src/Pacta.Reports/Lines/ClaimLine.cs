using System.Collections.Immutable;
using Pacta.Model.Reports;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>One claim: the members that stand in the line itself, or in one object of its <c>claims</c>.</summary>
internal static class ClaimLine
{
    public const string DistancePrefix = "distance from ";

    private const string DistanceExample = """{"distances":{"contact_line":{"value":12,"unit":"km"}}}""";

    /// <summary>The prepositions, in the order in which they are written.</summary>
    public static readonly ImmutableArray<string> Prepositions =
        ["by", "to", "of", "in", "into", "from", "over", "through", "on", "against", "under", "outside"];

    /// <summary>Every member of a claim but its id; none of them may stand beside <c>claims</c>.</summary>
    public static readonly ImmutableArray<string> MemberNames =
    [
        "event", "kind", "claim", "polarity", "basis", "time", "end", .. Prepositions, "fields", "distances", "position", "derived_from",
    ];

    public static readonly OrderedDictionary<string, ClaimSubject> Subjects = new(StringComparer.Ordinal)
    {
        ["occurrence"] = ClaimSubject.Occurrence,
        ["attribution"] = ClaimSubject.Attribution,
        ["field"] = ClaimSubject.Field,
    };

    public static readonly OrderedDictionary<string, Polarity> Polarities = new(StringComparer.Ordinal)
    {
        ["asserts"] = Polarity.Asserts,
        ["denies"] = Polarity.Denies,
    };

    public static readonly OrderedDictionary<string, Basis> Bases = new(StringComparer.Ordinal)
    {
        ["direct"] = Basis.Direct,
        ["sensor"] = Basis.Sensor,
        ["hearsay"] = Basis.Hearsay,
        ["admission"] = Basis.Admission,
        ["inference"] = Basis.Inference,
    };

    /// <summary>Reads a claim whose id is <paramref name="id"/>; the caller finishes the members.</summary>
    public static Claim Read(Members members, string id)
    {
        var line = members.Line;
        var happening = members.RequiredName("event", "Claims with the same id are about the same event, thing or state.", LineErrors.RightLine);
        if (happening.Contains('@', StringComparison.Ordinal) && members.Node["event"] is { } at)
        {
            line.AtSign(at);
        }

        var kind = members.RequiredName("kind", "It is the noun that the agreement's vocabulary declares: exercise, tank, notification.", LineErrors.RightLine);
        var subject = members.Word("claim", Subjects, ClaimSubject.Occurrence);
        var polarity = members.Word("polarity", Polarities, Polarity.Asserts);
        var basis = members.Word("basis", Bases, Basis.Unstated);
        var time = members.Take("time") is { } start ? Times.When(line, start, "time") : null;
        var end = members.Take("end") is { } last ? Times.When(line, last, "end") : null;
        var claim = new Claim(id, happening, kind, subject, polarity, basis, time, end, Roles(members), Fields(members), members.NameList("derived_from"));
        Check(members, claim);
        return claim;
    }

    private static ImmutableSortedDictionary<string, ReportedValue> Roles(Members members)
    {
        var roles = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        foreach (var preposition in Prepositions)
        {
            if (members.Take(preposition) is { } node && Names.Role(members.Line, node, preposition) is { } value)
            {
                roles[preposition] = value;
            }
        }

        return roles.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, ReportedValue> Fields(Members members)
    {
        var line = members.Line;
        var fields = ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);
        foreach (var field in Object(members, "fields", """{"fields":{"troops":12800}}"""))
        {
            if ((field.Name == "count" ? Values.Count(line, field.Value, field.Name) : Values.Field(line, field.Value, field.Name)) is { } value)
            {
                fields[field.Name] = value;
            }
        }

        foreach (var distance in Object(members, "distances", DistanceExample))
        {
            if (distance is { Name: "unit", Value.Kind: JsonKind.Text })
            {
                // {"value":12,"unit":"km"}: the name of the line was left out.
                line.DistanceFromNothing(distance, DistanceExample);
                break;
            }

            if (Values.Number(line, distance.Value, distance.Name, $"{{\"distances\":{{\"{LineErrors.Shortened(distance.Name)}\":{{\"value\":12,\"unit\":\"km\"}}}}}}") is { } value)
            {
                fields[DistancePrefix + distance.Name] = value;
            }
        }

        if (members.Take("position") is { } point && Values.Position(line, point) is { } position)
        {
            fields["position"] = position;
        }

        return fields.ToImmutable();
    }

    private static ImmutableArray<JsonMember> Object(Members members, string name, string example)
    {
        if (members.Take(name) is not { } node || Members.Of(members.Line, node, name, name, example) is not { } inner)
        {
            return [];
        }

        foreach (var member in inner.Node.Members)
        {
            CheckName(members.Line, member, name);
        }

        return inner.Node.Members;
    }

    /// <summary>The name of a member of <c>fields</c> or <c>distances</c>.</summary>
    public static void CheckName(LineContext line, JsonMember member, string within)
    {
        var name = new JsonNode(JsonKind.Text, member.NameSpan, member.Name, [], []);
        if (!Names.IsName(member.Name))
        {
            line.NotAName(name, within);
        }
        else if (Names.IsTooLong(member.Name))
        {
            line.NameTooLong(name, within);
        }
        else if (within == "fields" && (member.Name == "position" || member.Name.StartsWith(DistancePrefix, StringComparison.Ordinal)))
        {
            line.WrongFieldName(member);
        }
    }

    private static void Check(Members members, Claim claim)
    {
        var line = members.Line;
        if (IsMisspelt(members, "polarity", Polarities) || IsMisspelt(members, "claim", Subjects))
        {
            // What else the claim must state depends on that word.
            return;
        }

        if (claim.Subject == ClaimSubject.Occurrence && claim.Polarity == Polarity.Asserts && !members.Has("time"))
        {
            line.Missing(members.Node, members.What, "time", "Say when it happened, as exactly as is known: a year is enough.", """{"time":"2021-09"}""");
        }

        if (claim.Subject == ClaimSubject.Attribution && !members.Has("by"))
        {
            line.Missing(members.Node, "A claim of attribution", "by", "Say who did it, or, in a denial, who did not.", """{"claim":"attribution","polarity":"denies","by":"aland"}""");
        }

        if (claim.Subject == ClaimSubject.Field && !Prepositions.Any(members.Has) && !members.Has("fields") && !members.Has("distances") && !members.Has("position"))
        {
            line.SaysNothing(
                members.Node, "A claim about a field states no field",
                "State the field with its value; in a denial, the value that is denied.", """{"claim":"field","polarity":"denies","fields":{"troops":200000}}""");
        }

        if (claim is { Time: { } time, End: { } end } && Times.IsBefore(end.To, time.From))
        {
            line.EndsFirst(members.Node["end"] ?? members.Node, "end", "time");
        }
    }

    private static bool IsMisspelt<T>(Members members, string name, IReadOnlyDictionary<string, T> words) =>
        members.Node[name] is { } node && (node.Kind != JsonKind.Text || !words.ContainsKey(node.Text));
}

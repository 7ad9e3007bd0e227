using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Reports;
using Pacta.Reports.Json;

namespace Pacta.Reports.Lines;

/// <summary>A record of the type <c>report</c>: one claim in the line itself, or several in <c>claims</c>, or only a retraction.</summary>
internal static class ReportLine
{
    private const string What = "A report";

    public static Report Read(Members members)
    {
        var id = members.RequiredName("id", "Every record has an id of its own: corrections and findings cite it.", LineErrors.RightLine);
        var source = members.RequiredName("source", "Say who reports: a name declared with \"source\" in the agreement's file.", LineErrors.RightLine);
        var origin = members.Name("origin");
        var published = members.Moment("published");
        var recorded = members.Moment("recorded");
        var supersedes = members.Name("supersedes");
        var retracts = members.NameList("retracts");
        var reference = members.Text("reference");
        var claims = Claims(members, id);
        CheckWhen(members, claims);
        members.Finish();
        return new Report(id, members.Line.Place, source, origin, published, recorded, supersedes, retracts, claims, reference);
    }

    /// <summary>The id of the n-th claim of a report (from 0) that gives it none.</summary>
    public static string DefaultClaimId(string report, int index) => report + "#" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<Claim> Claims(Members members, string id)
    {
        if (members.Take("claims") is { } list)
        {
            return Several(members, list, id);
        }

        if (ClaimLine.MemberNames.Any(members.Has))
        {
            return [ClaimLine.Read(members, id)];
        }

        if (!members.Has("retracts"))
        {
            members.Line.SaysNothing(
                members.Node, "This report says nothing", "Give it an event and a kind, or \"claims\", or what it \"retracts\".", LineErrors.RightLine);
        }

        foreach (var name in ClaimLine.MemberNames)
        {
            members.Take(name);
        }

        return [];
    }

    private static ImmutableArray<Claim> Several(Members members, JsonNode list, string id)
    {
        var line = members.Line;
        const string Example = """{"claims":[{"event":"e1","kind":"exercise","time":"2021"},{"event":"e2","kind":"exercise","time":"2022"}]}""";
        if (list.Kind != JsonKind.Array || list.Items.Length == 0)
        {
            line.WrongType(list, "claims", "a list of claims", Example);
            return [];
        }

        foreach (var member in members.Node.Members.Where(m => ClaimLine.MemberNames.Contains(m.Name)))
        {
            members.Take(member.Name);
            line.Error(
                "PACTA0505", member.NameSpan, $"\"{member.Name}\" stands beside \"claims\"", "belongs into a claim",
                "With \"claims\", every claim says everything itself.", Example);
        }

        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var item in list.Items)
        {
            if (Members.Of(line, item, "claims", "A claim", Example) is { } claim)
            {
                claims.Add(ClaimLine.Read(claim, claim.Name("id") ?? DefaultClaimId(id, claims.Count)));
                claim.Finish();
                CheckId(line, claims, item);
            }
        }

        return claims.ToImmutable();
    }

    private static void CheckId(LineContext line, ImmutableArray<Claim>.Builder claims, JsonNode item)
    {
        if (claims.Take(claims.Count - 1).Any(c => c.Id == claims[^1].Id))
        {
            line.Error(
                "PACTA0514", (item["id"] ?? item).Span, $"Two claims of this report have the id \"{claims[^1].Id}\"", "already taken",
                "Give each claim an id of its own, or none.", null);
        }
    }

    private static void CheckWhen(Members members, ImmutableArray<Claim> claims)
    {
        var stated = members.Has("recorded") || members.Has("published") || members.Has("time")
            || claims.Any(c => c.Time is not null) || members.Line.HasErrors;
        if (!stated)
        {
            members.Line.Missing(
                members.Node, What, "recorded", "Nothing here says when the report was made. Give \"recorded\" or \"published\".",
                """{"id":"r2","source":"smm","recorded":"2021-09-12","retracts":["r1"]}""");
        }
    }
}

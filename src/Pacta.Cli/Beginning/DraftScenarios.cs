using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Pacta.Cli.Beginning;

/// <summary>For each clause of a draft a first scenario, in which it is kept, exactly at its bound where it has one. What happens in it is invented, and so is told of invented parties.</summary>
internal static class DraftScenarios
{
    /// <summary>The year of what is made up, where the agreement is not in force yet.</summary>
    private const int FirstYear = 2025;

    private static readonly string[] Invented = ["aland", "borland"];

    public static void Write(List<string> lines, Draft draft, string agreement)
    {
        foreach (var clause in draft.Clauses)
        {
            var (first, second) = Sides(clause, draft);
            lines.Add(string.Empty);
            lines.Add($"scenario \"{clause.Name.Replace('_', ' ')}: kept{(clause is NearLineClause ? string.Empty : " at the very bound")} (invented)\" of {agreement} {{");
            if (NeedStandIns(draft))
            {
                lines.Add($"aland stands in for {draft.Parties[first].Name}");
                lines.Add($"borland stands in for {draft.Parties[second].Name}");
            }

            lines.AddRange(Told(clause, draft, Name(first, draft, "aland"), Name(second, draft, "borland")));
            lines.Add("}");
        }
    }

    /// <summary>Parties that are invented themselves are told by their own names.</summary>
    public static bool NeedStandIns(Draft draft) => !draft.Parties.Any(p => Invented.Contains(p.Name));

    private static string Name(int party, Draft draft, string invented) => NeedStandIns(draft) ? invented : draft.Parties[party].Name;

    /// <summary>Whom the clause binds, and another.</summary>
    private static (int First, int Second) Sides(DraftClause clause, Draft draft)
    {
        var first = clause switch
        {
            CeilingClause { Bound: { } bound } => bound,
            NearLineClause { Bound: { } bound } => bound,
            YearlyClause { Bound: { } bound } => bound,
            _ => 0,
        };
        return (first, Enumerable.Range(0, draft.Parties.Length).First(i => i != first));
    }

    private static IEnumerable<string> Told(DraftClause clause, Draft draft, string first, string second)
    {
        var begin = draft.EntryIntoForce?.Date ?? new LocalDate(FirstYear, 1, 1);
        switch (clause)
        {
            case NoticeClause notice:
                var start = begin.PlusDays(notice.Days + 30);
                return
                [
                    $"{Day(start.PlusDays(-notice.Days))} notification of sample by {first} to {second}",
                    $"{Day(start)} {notice.Act} sample by {first}{(notice.Troops is { } troops ? $" with troops {DraftText.Number(troops)}" : string.Empty)}",
                    $"expect met {clause.Name} of sample by {first} to {second} on {Day(start)}",
                ];
            case CeilingClause ceiling:
                return
                [
                    $"{Day(begin.PlusDays(10))} {ceiling.Thing} sample of {first}{(ceiling.Zone is { } zone ? $" in {zone}" : string.Empty)} with count {DraftText.Number(ceiling.Number)}",
                    $"expect met {clause.Name} by {first} on {Day(begin.PlusDays(11))}",
                ];
            case NearLineClause near:
                return
                [
                    $"{Day(begin.PlusDays(10))} {near.Thing} sample of {first} outside {near.Zone}",
                    $"expect met {clause.Name} by {first} on {Day(begin.PlusDays(11))}",
                ];
            case YearlyClause yearly:
                var due = new LocalDate(begin.Year + 1, yearly.Month, Math.Min(yearly.Day, CalendarSystem.Iso.GetDaysInMonth(begin.Year + 1, yearly.Month)));
                return
                [
                    $"{Day(due)} {yearly.Document} by {first} to {second}",
                    $"expect met {clause.Name} by {first} to {second} on {Day(due.PlusDays(1))}",
                ];
            case AnswerClause answer:
                var sent = begin.PlusDays(10).At(new LocalTime(10, 0));
                var given = answer.IsHours ? sent.PlusHours(answer.Length) : sent.PlusDays(answer.Length);
                return
                [
                    $"{Clock(sent)} {answer.Request} sample by {second} to {first}",
                    $"{(answer.IsHours ? Given(sent, answer.Length, draft) : Day(given.Date))} {answer.Answer} to sample by {first}",
                    $"expect met {clause.Name} of sample by {first} on {Day(given.Date.PlusDays(2))}",
                ];
            default:
                return [];
        }
    }

    /// <summary>So many hours later by the clock of the time zone, which may have been put forward or back in between.</summary>
    private static string Given(LocalDateTime sent, int hours, Draft draft)
    {
        var zone = DateTimeZoneProviders.Tzdb[draft.TimeZone];
        return Clock((zone.AtLeniently(sent).ToInstant() + Duration.FromHours(hours)).InZone(zone).LocalDateTime);
    }

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Clock(LocalDateTime time) => time.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;

namespace Pacta.Bench;

/// <summary>Reports of the kinds that the shipped agreements speak of, by random parties over eight years; the same for the same seed.</summary>
internal static class ReportGenerator
{
    private static readonly string[] Parties = ["russia", "belarus", "ukraine", "poland", "france", "germany", "italy", "turkey", "usa", "spain"];

    public static string Lines(int count, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var party = Parties[random.Next(Parties.Length)];
            var other = Parties[random.Next(Parties.Length)];
            var day = new DateTime(2012, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(3_000)).AddMinutes(random.Next(1_440));
            var time = day.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z";
            var claim = (i % 5) switch
            {
                0 => $"\"event\":\"e{i}\",\"kind\":\"exercise\",\"by\":\"{party}\",\"in\":[\"zone_of_application\",\"territory of {party}\"],"
                    + $"\"fields\":{{\"troops\":{random.Next(20_000)},\"tanks\":{random.Next(300)},\"armoured_vehicles\":0,\"artillery\":0}}",
                1 => $"\"event\":\"e{i}\",\"kind\":\"notification\",\"by\":\"{party}\",\"of\":\"e{i - 1}\",\"to\":\"{other}\"",
                2 => $"\"event\":\"t{random.Next(500)}\",\"kind\":\"tank\",\"of\":\"{party}\",\"in\":\"area_of_application\",\"fields\":{{\"count\":{random.Next(300)}}}",
                3 => $"\"event\":\"e{i}\",\"kind\":\"explanation_request\",\"by\":\"{party}\",\"to\":\"{other}\",\"of\":\"e{i - 3}\"",
                _ => $"\"event\":\"f{i}\",\"kind\":\"fire\",\"by\":\"{party}\",\"in\":\"certain_areas\"",
            };
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"r{i}\",\"source\":\"monitor\",\"recorded\":\"{time}\",\"time\":\"{time}\",{claim}}}\n");
        }

        return text.ToString();
    }
}

using System.Globalization;

namespace Pacta.Bench.Checking;

/// <summary>
/// Large exercises, each notified to each other party by a report of its own, one in two hundred of them not, and as many too late; over eight years, in the order of
/// time. Each report is about one duty of 56, in each of the 32 ways to read the clause, and how many sorties were flown nobody says.
/// </summary>
internal sealed class NoticesWorkload(int count, int seed)
{
    private const double MissingShare = 0.005;
    private const double LateShare = 0.005;

    private static readonly double Seconds = TimeSpan.FromDays(8 * 365).TotalSeconds;

    public IEnumerable<string> Lines(IReadOnlyList<string> parties)
    {
        var random = new Random(seed);
        var lines = new List<(double At, string Line)>();
        var step = Seconds / count * parties.Count;
        for (var exercise = 0; lines.Count < count; exercise++)
        {
            var (at, by) = (TimeSpan.FromDays(90).TotalSeconds + (exercise * step), parties[random.Next(parties.Count)]);
            foreach (var other in parties.Where(p => p != by && random.NextDouble() >= MissingShare))
            {
                var days = random.NextDouble() < LateShare ? random.Next(1, 41) : random.Next(43, 80);
                Add(at - TimeSpan.FromDays(days).TotalSeconds, $"\"event\":\"n{lines.Count}\",\"kind\":\"notification\",\"by\":\"{by}\",\"of\":\"x{exercise}\",\"to\":\"{other}\"");
            }

            Add(at, string.Create(
                CultureInfo.InvariantCulture,
                $"\"event\":\"x{exercise}\",\"kind\":\"exercise\",\"by\":\"{by}\",\"in\":\"zone_of_application\",\"fields\":{{\"troops\":{random.Next(9_500, 12_500)},\"tanks\":{random.Next(200)},\"alert\":false}}"));
        }

        return lines.OrderBy(l => l.At).Select(l => l.Line);

        void Add(double at, string claim) => lines.Add((at, AnswersWorkload.Line(lines.Count, at, claim)));
    }
}

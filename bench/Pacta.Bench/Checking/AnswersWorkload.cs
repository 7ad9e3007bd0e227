using System.Globalization;

namespace Pacta.Bench.Checking;

/// <summary>
/// Reports about the Vienna Document as one source makes them: small exercises, requests to explain one, and replies, nearly all of them within 48 hours; 57
/// parties over eight years, in the order of time.
/// </summary>
internal sealed class AnswersWorkload(int count, int seed)
{
    public const string Agreement = "vienna-document-2011/vienna-document.pacta";

    private const double LateShare = 0.015;
    private const double DisputedShare = 0.01;
    private const double ExerciseShare = 0.1;
    private const int Recent = 50;

    private static readonly DateTime Start = new(2012, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly double Seconds = TimeSpan.FromDays(8 * 365).TotalSeconds;

    /// <summary>As docs/reports.md has them. The names are those of the agreement's parties; what is said of them is made up by chance.</summary>
    /// <param name="parties">The actors that may act.</param>
    /// <param name="isDisputed">Whether of one reply in a hundred another source says that it was not given.</param>
    public IEnumerable<string> Lines(IReadOnlyList<string> parties, bool isDisputed)
    {
        var random = new Random(seed);
        var waiting = new PriorityQueue<string, double>();
        var exercises = new List<(string Id, string By)>();
        var (time, step, number) = (0.0, Seconds / count * 1.9, 0);
        while (number < count)
        {
            time -= Math.Log(1 - random.NextDouble()) * step;
            while (waiting.TryPeek(out var line, out var due) && due <= time)
            {
                waiting.Dequeue();
                yield return line;
            }

            if (exercises.Count == 0 || random.NextDouble() < ExerciseShare)
            {
                var by = parties[random.Next(parties.Count)];
                exercises.Add(($"x{number}", by));
                yield return Line(number++, time, string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"event\":\"{exercises[^1].Id}\",\"kind\":\"exercise\",\"by\":\"{by}\",\"in\":\"zone_of_application\",\"fields\":{{\"troops\":{random.Next(100, 4_000)},\"tanks\":{random.Next(100)},\"armoured_vehicles\":{random.Next(200)},\"artillery\":{random.Next(100)}}}"));
                continue;
            }

            var (exercise, asked) = exercises[^(1 + random.Next(Math.Min(Recent, exercises.Count)))];
            var asking = parties[random.Next(parties.Count)];
            if (asking == asked)
            {
                continue;
            }

            var hours = random.NextDouble() < LateShare ? random.Next(50, 200) : random.Next(1, 48);
            var request = number++;
            yield return Line(request, time, $"\"event\":\"q{request}\",\"kind\":\"explanation_request\",\"by\":\"{asking}\",\"to\":\"{asked}\",\"of\":\"{exercise}\"");
            var answered = time + (hours * 3_600);
            waiting.Enqueue(Line(number++, answered, $"\"event\":\"a{request}\",\"kind\":\"reply\",\"by\":\"{asked}\",\"to\":\"q{request}\""), answered);
            if (isDisputed && random.NextDouble() < DisputedShare)
            {
                waiting.Enqueue(Line(number++, answered, $"\"polarity\":\"denies\",\"event\":\"a{request}\",\"kind\":\"reply\"", "borland_ministry"), answered);
            }
        }

        while (waiting.TryDequeue(out var line, out _))
        {
            yield return line;
        }
    }

    /// <summary>A reply that was given in time and comes on record years later.</summary>
    public static string Late(string request, string by, NodaTime.Instant asked) =>
        $"{{\"id\":\"late\",\"source\":\"cedria_observers\",\"recorded\":\"{Stamp(Seconds)}\",\"time\":\"{asked + NodaTime.Duration.FromHours(1)}\",\"event\":\"late\",\"kind\":\"reply\",\"by\":\"{by}\",\"to\":\"{request}\"}}";

    public static string Line(int number, double time, string claim, string source = "cedria_observers") =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"r{number}\",\"source\":\"{source}\",\"recorded\":\"{Stamp(time)}\",\"time\":\"{Stamp(time)}\",{claim}}}");

    private static string Stamp(double seconds) => Start.AddSeconds(Math.Floor(seconds)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z";
}

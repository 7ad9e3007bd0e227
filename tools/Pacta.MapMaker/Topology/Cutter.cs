namespace Pacta.MapMaker.Topology;

/// <summary>Draws lines through a unit, from its edge to its edge or in a ring inside.</summary>
internal static class Cutter
{
    /// <summary>Metres. Ends of lines that are nearer than this to another end or to a corner of the unit's outline are meant to be there.</summary>
    public const double Near = 500;

    /// <summary>Returns by how many metres ends were moved, at most.</summary>
    public static double Cut(EdgeTable table, short unit, List<Corner[]> lines, double near = Near)
    {
        var outline = table.Edges.Where(e => e.Left == unit || e.Right == unit).SelectMany(e => new[] { e.From, e.To }).Distinct().ToArray();
        var moved = 0.0;
        var ends = new List<int>();
        // Where two lines have the very same end they meet.
        var meetings = lines.SelectMany(l => new[] { l[0], l[^1] }).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        foreach (var line in lines)
        {
            var numbers = line.Skip(1).SkipLast(1).Select(table.Number).ToList();
            numbers.Insert(0, End(line[0]));
            numbers.Add(End(line[^1]));
            for (var i = 0; i + 1 < numbers.Count; i++)
            {
                table.AddCut(numbers[i], numbers[i + 1], unit);
            }
        }

        return moved;

        int End(Corner end)
        {
            if (meetings.Contains(end))
            {
                return table.Number(end);
            }

            var (best, distance) = (-1, double.PositiveInfinity);
            foreach (var candidate in ends.Concat(outline))
            {
                var metres = Metres(table.Corners[candidate], end);
                if (metres < distance)
                {
                    (best, distance) = (candidate, metres);
                }
            }

            if (distance > near)
            {
                best = table.Number(end);
                distance = 0;
            }

            moved = Math.Max(moved, distance);
            ends.Add(best);
            return best;
        }
    }

    public static double Metres(Corner a, Corner b)
    {
        var east = Corner.East(a, b) * Math.Cos((a.Y + b.Y) / 2e6 * Math.PI / 180);
        return Math.Sqrt((east * east) + ((double)(b.Y - a.Y) * (b.Y - a.Y))) * 0.11132;
    }
}

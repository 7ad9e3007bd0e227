using System.Globalization;
using System.Text;
using Pacta.CpSat;

// Says which solver it is, and then answers questions, each on lines that end with "solve", until its input ends.
using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
output.WriteLine($"{Asked.Protocol} CP-SAT {Asked.Version}");
var asked = new Asked();
while (input.ReadLine() is { } line)
{
    try
    {
        if (line == "solve")
        {
            output.WriteLine(asked.Solve());
            asked = new Asked();
        }
        else
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            asked.Take(words[0], [.. words.Skip(1).Select(w => long.Parse(w, CultureInfo.InvariantCulture))]);
        }
    }
    catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException or ArgumentException or InvalidOperationException)
    {
        output.WriteLine($"failed {e.Message.ReplaceLineEndings(" ")}");
        return 2;
    }
}

return 0;

using System.Globalization;
using System.Text;
using Pacta.Monitor.Input;
using Pacta.Monitor.Planning;
using Pacta.Monitor.Running;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;

namespace Pacta.Tests.Monitor;

/// <summary>Formulas over one stream: each has the verdicts that it has alone, whether its time points are looked at one by one or together.</summary>
public sealed class ManyFormulasTests
{
    private const string Signature = "p(int)\nq(int)";

    private const string Log = "@1 p(1) q(4);@2 p(2);@3;@8 q(2);@9 p(3);@30 p(6);@31 q(3) q(6);@32 p(1) p(5);@50 q(9);";

    private static readonly string[] Formulas =
        ["p(x)", "p(x) AND NOT EVENTUALLY[0,7] q(x)", "p(x) AND NOT ONCE[0,40] q(x)", "q(x) AND PREV p(y)", "p(x) AND NEXT[0,9] q(x)", "NOT EVENTUALLY[0,3] p(1)"];

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(64, true)]
    [InlineData(1, false)]
    [InlineData(64, false)]
    public void Each_has_the_verdicts_that_it_has_alone(int together, bool skipsQuiet)
    {
        var all = VerdictsOf(together, skipsQuiet, Formulas);

        Assert.Equal(Formulas.Select(f => string.Join('\n', Run.Lines(Signature, f, Log))), all);
        Assert.All(all, a => Assert.NotEmpty(a));
        foreach (var formula in Formulas)
        {
            Assert.Equal(string.Join('\n', Run.Lines(Signature, formula, Log)), VerdictsOf(together, skipsQuiet, formula).Single());
        }
    }

    private static List<string> VerdictsOf(int together, bool skipsQuiet, params string[] formulas)
    {
        var engine = new Engine(SignatureReader.Read(Signature), 0, together);
        foreach (var formula in formulas)
        {
            Compiler.Compile(FormulaChecker.Check(FormulaParser.Parse(formula), engine.Signature), engine, probes: true, skipsQuiet);
        }

        var told = new Told();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Log));
        new LogScanner(stream, engine, told, () => { }).Run();
        return [.. engine.Plans.Select(p => string.Join('\n', told.Lines.Where(l => l.Plan == p).Select(l => l.Line)))];
    }

    private sealed class Told : IVerdictSink
    {
        public List<(FormulaPlan Plan, string Line)> Lines { get; } = [];

        public void Verdict(FormulaPlan plan, int timePoint, long stamp, ReadOnlySpan<long> rows, int count)
        {
            var found = plan.Width == 0 ? ["true"] : rows.ToArray().Chunk(plan.Width).Select(r => $"({string.Join(',', r.Select(v => v.ToString(CultureInfo.InvariantCulture)))})");
            Lines.Add((plan, string.Create(CultureInfo.InvariantCulture, $"@{stamp} (time point {timePoint}): {string.Join(' ', found)}")));
        }

        public void Decided(FormulaPlan plan, int timePoint, long stamp, int count)
        {
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Pacta.Negotiation.Packages;
using Pacta.Negotiation.Solving;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Packages;

/// <summary>Small words about packages: numbers, options, demands, senses of "best".</summary>
internal sealed class PackageWords(PackageFindings findings, Speech speech)
{
    private PackageSpace Space => findings.Space;

    public string Say(string key, params ReadOnlySpan<string> arguments) => speech.Phrases.Say("packages." + key, arguments);

    public string Counted(string key, BigInteger count, string more = "") => Say(key + (count.IsOne ? ".one" : ".many"), Number(count), more);

    public static string Number(BigInteger number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public string Party(int party) => Space.Parties[party].Name;

    public string Parties(IEnumerable<int> parties) => string.Join(", ", parties.Select(Party));

    /// <summary>The names of the options of a package, issue by issue.</summary>
    public ImmutableArray<string> Options(BigInteger package) => [.. Space.OptionsOf(package).Select((o, i) => Space.Talks.Issues[i].Options[o].Name)];

    /// <summary>A worth, and how much that is above the alternative: <c>60 (+25)</c>.</summary>
    public string Worth(int party, long worth)
    {
        var told = Space.Declared(worth).ToString();
        if (findings.AlternativeOf(party) is not { } alternative)
        {
            return told;
        }

        var gain = new Rational(
            (Space.Declared(worth).Numerator * alternative.Denominator) - (alternative.Numerator * Space.Declared(worth).Denominator),
            Space.Declared(worth).Denominator * alternative.Denominator);
        return Say("worth_and_gain", told, (gain.Numerator.Sign < 0 ? string.Empty : "+") + gain);
    }

    /// <summary>In which senses a package is best.</summary>
    public string BestIn(BigInteger package) => string.Join(", ", Plain.Where(o => o.Packages.Any(p => p.Number == package)).Select(o => Kind(o.Kind)));

    /// <summary>The optima that are not refined, and those refined ones that leave fewer packages.</summary>
    public IEnumerable<Optimum> Plain => findings.Optima.Where(o => PlainOf(o.Kind) is not { } plain || TellsApart(findings.Optima.First(p => p.Kind == plain), o));

    private static bool TellsApart(Optimum plain, Optimum refined) => plain.Count > refined.Count || !plain.IsCounted || plain.Proof != refined.Proof;

    public string Kind(OptimumKind kind) => Say("kind." + Names.Snake(kind));

    public string Demand(Demand demand) => demand.Combination is { } line
        ? Say("demand.red_line", Party(demand.Party), line.Text)
        : Say("demand.alternative", Party(demand.Party), findings.AlternativeOf(demand.Party)?.ToString() ?? string.Empty);

    /// <summary>The numbers of packages, the first of which are listed.</summary>
    /// <param name="isCounted">There are no more than the count says.</param>
    public string Packages(IEnumerable<BigInteger> numbers, BigInteger count, bool isCounted = true)
    {
        if (!isCounted)
        {
            return Say("and_perhaps_more", string.Join(", ", numbers.Select(Number)));
        }

        List<BigInteger> listed = [.. numbers];
        var told = string.Join(", ", listed.Select(Number));
        return listed.Count < count ? Counted("and_more", count - listed.Count, told) : told;
    }

    /// <summary>The value of an optimum with what it is a value of.</summary>
    public string Value(Optimum optimum) => optimum is { Absence: NoOptimum.None, Proof: Proof.BestFound } ? Say("best_found", Plainly(optimum)) : Plainly(optimum);

    private string Plainly(Optimum optimum) => optimum.Value is not { } value ? Say("no_optimum." + Names.Snake(optimum.Absence), Parties(findings.WithoutAlternative))
        : optimum.Kind is OptimumKind.KalaiSmorodinsky or OptimumKind.KalaiSmorodinskyRefined ? Say("share", value.ToString(), PerCent(value))
        : value.ToString();

    /// <summary>What went wrong with a solver, and what to do about it.</summary>
    public string Trouble(SolverTrouble trouble) => trouble.Kind switch
    {
        SolverTroubleKind.NotInstalled => Say("trouble.not_installed." + (trouble.Solver == "z3" ? "z3" : "cp_sat")),
        SolverTroubleKind.Refuted => Say("trouble.refuted." + trouble.Detail, trouble.Solver),
        _ => Say("trouble." + Names.Snake(trouble.Kind), trouble.Solver, trouble.Detail),
    };

    /// <summary>To a tenth of a per cent.</summary>
    private static string PerCent(Rational share) =>
        ((decimal)(((share.Numerator * 2000) + share.Denominator) / (share.Denominator * 2)) / 10).ToString("0.#", CultureInfo.InvariantCulture);

    private static OptimumKind? PlainOf(OptimumKind kind) => kind switch
    {
        OptimumKind.EgalitarianRefined => OptimumKind.Egalitarian,
        OptimumKind.KalaiSmorodinskyRefined => OptimumKind.KalaiSmorodinsky,
        _ => null,
    };
}

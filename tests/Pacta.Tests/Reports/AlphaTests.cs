using System.Text;
using CsCheck;
using Pacta.Model.Codings;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Reports.Coding;

namespace Pacta.Tests.Reports;

/// <summary>
/// The worked examples of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011): yes or no (two
/// observers), names (two observers), and four observers of twelve units with missing values on each scale.
/// </summary>
public sealed class AlphaTests
{
    /// <summary>Units are rows, observers columns; a point is a missing value.</summary>
    private const string FourObservers =
        """
        unit,A,B,C,D
        1,1,1,.,1
        2,2,2,3,2
        3,3,3,3,3
        4,3,3,3,3
        5,2,2,2,2
        6,1,2,3,4
        7,4,4,4,4
        8,1,1,2,1
        9,2,2,2,2
        10,.,5,5,5
        11,.,.,1,1
        12,.,3,.,.
        """;

    [Theory]
    [InlineData("nominal", 0.743)]
    [InlineData("ordinal", 0.815)]
    [InlineData("interval", 0.849)]
    [InlineData("ratio", 0.797)]
    public void Four_observers_with_missing_values_agree_as_published(string scale, double alpha)
    {
        var agreement = Of(FourObservers, scale);

        Assert.Equal(alpha, Math.Round(agreement.Alpha ?? double.NaN, 3));
        Assert.Equal((12, 11, 40), (agreement.Units, agreement.PairableUnits, agreement.PairableValues));
        Assert.Equal(1 - (agreement.Observed / agreement.Expected), agreement.Alpha);
    }

    /// <summary>Ten units, two observers, 0.095: rows with the coincidences that are published, ten of 0 with 0, four of 0 with 1 and two of 1 with 1.</summary>
    [Fact]
    public void Two_observers_of_a_yes_or_no_agree_as_published()
    {
        var (meg, owen) = ("0100000000", "1110010010");
        var agreement = Of("unit,Meg,Owen\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"{i},{meg[i]},{owen[i]}\n")), "nominal");

        Assert.Equal(0.095, Math.Round(agreement.Alpha ?? double.NaN, 3));
        Assert.Equal((4.0 / 10, 4), (agreement.Observed, agreement.Disagreements.Length));
    }

    /// <summary>Twelve units, two observers, five names, 0.692.</summary>
    [Fact]
    public void Two_observers_of_names_agree_as_published()
    {
        var (ben, gerry) = ("aabbdcccedda", "babbbccceddd");
        var agreement = Of("unit,Ben,Gerry\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i},{ben[i]},{gerry[i]}\n")), "nominal");

        Assert.Equal(0.692, Math.Round(agreement.Alpha ?? double.NaN, 3));
    }

    [Fact]
    public void Where_nothing_varies_or_nothing_can_be_paired_there_is_no_alpha()
    {
        var alike = Of("unit,A,B\n1,x,x\n2,x,x\n3,y,\n", "nominal");
        Assert.Equal((null, NoAlpha.NoVariation, 4, null), (alike.Alpha, alike.Why, alike.PairableValues, alike.Interval));
        Assert.Equal((0.0, 0.0), (alike.Observed, alike.Expected));

        var apart = Of("unit,A,B\n1,x,\n2,,y\n", "nominal");
        Assert.Equal((null, NoAlpha.NoPairs, 2, null), (apart.Alpha, apart.Why, apart.Units, apart.Observed));
    }

    /// <summary>The figures of a definition that looks at each pair, against those that are computed from sums.</summary>
    [Fact]
    public void Alpha_is_what_its_definition_says() => Gen.Select(Gen.Double[0, 5].Select(d => Math.Round(d)).Array[0, 4].Array[1, 12], Gen.Enum<Scale>()).Sample((units, scale) =>
    {
        var alpha = Alpha.Of(units, scale);
        List<double[]> pairable = [.. units.Where(u => u.Length > 1)];
        double[] all = [.. pairable.SelectMany(u => u)];
        double Delta(double c, double k) => scale switch
        {
            Scale.Nominal => c == k ? 0 : 1,
            Scale.Interval => (c - k) * (c - k),
            Scale.Ratio => c == k ? 0 : (c - k) / (c + k) * ((c - k) / (c + k)),
            _ => c == k ? 0 : Math.Pow(all.Count(g => g >= Math.Min(c, k) && g <= Math.Max(c, k)) - ((all.Count(g => g == c) + all.Count(g => g == k)) / 2.0), 2),
        };
        var observed = pairable.Sum(u => u.SelectMany((c, i) => u.Where((_, j) => i != j).Select(k => Delta(c, k))).Sum() / (u.Length - 1)) / Math.Max(1, all.Length);
        var expected = all.SelectMany(c => all.Select(k => Delta(c, k))).Sum() / Math.Max(1, (double)all.Length * (all.Length - 1));

        Assert.Equal(all.Length, alpha.Values);
        Assert.Equal(observed, alpha.Observed, 9);
        Assert.Equal(expected, alpha.Expected, 9);
    });

    [Fact]
    public void Neither_the_names_of_coders_nor_the_order_of_units_matters()
    {
        var rows = FourObservers.Split('\n').Skip(1).Select(l => l.TrimEnd('\r').Split(',')).Reverse().Select(c => string.Join(',', c[0], c[4], c[2], c[3], c[1]));
        var turned = "unit,Z,Y,X,W\n" + string.Join('\n', rows);

        Assert.Equal(Of(FourObservers, "interval").Alpha ?? 0, Of(turned, "interval").Alpha ?? 1, 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_alpha_lies_in_it()
    {
        var (first, again, other) = (Of(FourObservers, "ordinal"), Of(FourObservers, "ordinal"), Of(FourObservers, "ordinal", seed: 2));

        Assert.Equal(first.Interval, again.Interval);
        Assert.NotEqual(first.Interval, other.Interval);
        Assert.True(first.Interval!.Low < first.Alpha && first.Alpha < first.Interval.High && first.Interval.High <= 1);
        Assert.InRange(first.Interval.Resamples, 1900, 2000);
    }

    [Fact]
    public void A_long_table_says_the_same_as_one_with_a_column_for_each_coder()
    {
        var rows = FourObservers.Split('\n').Skip(1).Select(l => l.TrimEnd('\r').Split(','));
        var table = "Coder;Value;Unit\n" + string.Concat(rows.SelectMany(r => Enumerable.Range(1, 4).Select(i => $"{"ABCD"[i - 1]};{r[i]};{r[0]}\n")));

        Assert.Equal(Of(FourObservers, "ratio").Alpha, Of(table, "ratio").Alpha);
    }

    [Fact]
    public void Words_have_ranks_in_the_order_that_is_named()
    {
        const string Table = "unit,A,B\n1,low,low\n2,medium,high\n3,high,high\n4,low,medium\n";

        Assert.Equal(Of("unit,A,B\n1,1,1\n2,2,3\n3,3,3\n4,1,2\n", "ordinal").Alpha, Of(Table, "ordinal:low,medium,high").Alpha);
        var (agreement, bag) = Compare(Table, "ordinal");
        Assert.Empty(agreement.Attributes);
        Assert.Equal(("PACTA0616", "\"low\", which A coded for codes of 1, is no value of an ordinal scale of numbers"), (Assert.Single(bag.Items).Code, bag.Items[0].Headline));
    }

    [Theory]
    [InlineData("unit,A,B\n1,x,y\n1,z,y\n", "PACTA0615", "A coded codes of 1 before, as \"x\"", 3)]
    [InlineData("unit,coder,value\n1,A,x\n1,B,y\n2,,y\n", "PACTA0615", "A coding needs its unit and its coder", 4)]
    [InlineData("unit,A\n1,x\n", "PACTA0614", "This is no table of codings", 1)]
    [InlineData("unit,A,A\n1,x,y\n", "PACTA0614", "This is no table of codings", 1)]
    public void What_is_wrong_in_a_table_is_located(string table, string code, string headline, int line)
    {
        var error = Assert.Single(Compare(table, "nominal").Diagnostics.Items);

        Assert.Equal((code, headline, line), (error.Code, error.Headline, error.Labels[0].File.PositionOf(error.Labels[0].Span.Start).Line));
    }

    [Theory]
    [InlineData("ratio", true)]
    [InlineData("a=b=Interval", true)]
    [InlineData("severity=ordinal:low,high", true)]
    [InlineData("severity=ordinal:low", false)]
    [InlineData("severity=ordinal:low,low", false)]
    [InlineData("severity=nominal:low,high", false)]
    [InlineData("=ratio", false)]
    [InlineData("1", false)]
    public void A_scale_is_read_as_it_is_written(string text, bool isScale) => Assert.Equal(isScale, ScaleChoice.Parse(text) is not null);

    private static AttributeAgreement Of(string table, string scale, long seed = CoderComparer.UsualSeed)
    {
        var (agreement, bag) = Compare(table, scale, seed);
        Assert.Empty(bag.Items);
        return Assert.Single(agreement.Attributes);
    }

    private static (CoderAgreement Agreement, DiagnosticBag Diagnostics) Compare(string table, string scale, long seed = CoderComparer.UsualSeed)
    {
        var (bag, attributes) = (new DiagnosticBag(), new Dictionary<string, CodedAttribute>());
        CodingTables.Read("codes.csv", "codes", new MemoryStream(Encoding.UTF8.GetBytes(table)), attributes, bag);
        return (CoderComparer.Compare(attributes.Values, [ScaleChoice.Parse(scale)!], seed, new SourceText("codes.csv", ""), bag), bag);
    }
}

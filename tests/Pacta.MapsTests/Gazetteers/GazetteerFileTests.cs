using Pacta.Maps.Gazetteers;

namespace Pacta.MapsTests.Gazetteers;

/// <summary>Files as GeoNames and NGA give them away, with invented places.</summary>
public sealed class GazetteerFileTests
{
    private const string Aland =
        "1\tMária-Stad\tMaria-Stad\tMariastad,Мария-Штадт\t60.1\t19.9\tP\tPPLC\tXA\t\t01\t\t\t\t12000\t\t\tEtc/UTC\t2026-01-01\n" +
        "2\tNorth Port\tNorth Port\t\t95\t19.9\tP\tPPL\tXA\t\t01\t\t\t\t0\t\t\tEtc/UTC\t2026-01-01\n" +
        "three\tSouth Port\tSouth Port\t\t60\t19.9\tP\tPPL\tXA\t\t01\t\t\t\t0\t\t\tEtc/UTC\t2026-01-01\n" +
        "4\tshort line\n" +
        "5\tWest Port\tWest Port\t\t60.2\t19.1\tP\tPPL\tXB\t\t02\t\t\t\t300\t\t\tEtc/UTC\t2026-01-01\n" +
        "5\tWest Port\tWest Port\t\t60.2\t19.1\tP\tPPL\tXB\t\t02\t\t\t\t300\t\t\tEtc/UTC\t2026-01-01\n";

    [Fact]
    public void Lines_that_cannot_be_read_are_told_and_the_rest_is_read()
    {
        var (gazetteer, problems) = new GazetteerFiles().AddGeoNames(new StringReader(Aland), "XA.txt").Read(new DateOnly(2026, 1, 2));

        Assert.Equal(
            [
                "XA.txt, line 2: latitude '95' and longitude '19.9' are no place; give degrees, north and east of zero, with a point before the fraction, as 50.45466 and 30.5238",
                "XA.txt, line 3: 'three' is no number of a place; a place has a whole number, as 703448",
                "XA.txt, line 4: there are 2 fields instead of 19; each line has geonameid, name, asciiname, alternatenames, latitude, longitude, … with tabs between them",
                "XA.txt, line 6: place 5 is there twice; leave one of the lines out; the first one is taken",
            ],
            problems.Select(p => p.ToString()));
        Assert.Equal([1L, 5L], gazetteer.Places.Select(p => p.Id));
        Assert.Equal(1, gazetteer.Find("мария штадт").Place!.Id);
        Assert.Equal(12000, gazetteer.Find("MARIASTAD").Place!.Inhabitants);
    }

    [Fact]
    public void Countries_can_be_chosen_and_alternate_names_added()
    {
        var files = new GazetteerFiles { Countries = ["XB"] };
        files.AddGeoNames(new StringReader(Aland), "XA.txt");
        files.AddAlternateNames(new StringReader("11\t5\tde\tWesthafen\n12\t5\tlink\thttps://example.org\n13\t99\tde\tAnderswo\nx\ty\n"), "alternateNamesV2.txt");
        var (gazetteer, problems) = files.Read(new DateOnly(2026, 1, 2));

        Assert.Equal(5, gazetteer.Find("Westhafen").Place!.Id);
        Assert.Empty(gazetteer.Find("Anderswo").Candidates);
        Assert.Single(gazetteer.Places);
        Assert.Equal("alternateNamesV2.txt, line 4: there is no number of a place in the second field; each line has alternateNameId, geonameid, isolanguage, alternate name, … with tabs between them", problems[^1].ToString());
    }

    [Theory]
    [InlineData("RC\tUFI\tUNI\tLAT\tLONG\tDSG\tCC1\tADM1\tFULL_NAME_RO\tFULL_NAME_ND_RO")]
    [InlineData("rk\tufi\tuni\tlat_dd\tlong_dd\tdesig_cd\tcc_ft\tadm1\tfull_name\tfull_nm_nd")]
    public void Several_names_of_the_names_server_are_one_place(string titles)
    {
        var text = titles + "\n1\t-77\t1\t60.1\t19.9\tPPL\tXA\t01\tMária-Stad\tMaria-Stad\n1\t-77\t2\t60.1\t19.9\tPPL\tXA\t01\tStad Mária\tStad Maria\n1\t-78\t3\t60.1\n";
        var (gazetteer, problems) = new GazetteerFiles().AddNga(new StringReader(text), "xa.txt").Read(new DateOnly(2026, 1, 2));

        var place = Assert.Single(gazetteer.Places);
        Assert.Equal((-77L, "PPL"), (place.Id, place.Kind));
        Assert.Equal(-77, gazetteer.Find("stad maria").Place!.Id);
        Assert.Equal("xa.txt, line 4: there are 4 fields, and the titles promise 10; give every line as many fields as there are titles, with tabs between them", Assert.Single(problems).ToString());
    }

    [Fact]
    public void A_file_without_titles_is_told()
    {
        var (_, problems) = new GazetteerFiles().AddNga(new StringReader("1\t2\t3\n"), "xa.txt").Read(new DateOnly(2026, 1, 2));

        Assert.StartsWith("xa.txt, line 1: the first line does not have the titles UFI, LAT", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }
}

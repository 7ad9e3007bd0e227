namespace Pacta.Reports.Import;

/// <summary>Codes of the UCDP GED code book.</summary>
internal static class UcdpGedCodes
{
    /// <summary>type_of_violence 3: an organised group attacks civilians; <c>side_b</c> says "Civilians".</summary>
    public const string OneSided = "3";

    /// <summary>event_clarity 2: the event is known only from a summary of several.</summary>
    public const string LowClarity = "2";

    /// <summary>
    /// The radius within which we take a point to lie, by where_prec. The code book describes the classes (1 the exact place, 2 near it,
    /// 3 the district, 4 the region, 5 a line or an area, 6 the country, 7 sea or air); apart from the 25 km of class 2
    /// <b>the radii are an assumption of ours</b>. For classes 6 and 7 the point says nothing about the place: null.
    /// </summary>
    public static double? RadiusMetres(string wherePrecision) => wherePrecision switch
    {
        "1" => 2_000,
        "2" => 25_000,
        "3" => 50_000,
        "4" => 150_000,
        "5" => 150_000,
        _ => null,
    };
}

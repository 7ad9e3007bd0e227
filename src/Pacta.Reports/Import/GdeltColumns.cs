namespace Pacta.Reports.Import;

/// <summary>
/// The columns of GDELT 2.0, whose files have no header, in the order of its code book of 19 February 2015 as the headers of
/// github.com/linwoodc3/gdelt2HeaderRows repeat it; what is said of them comes from there.
/// </summary>
internal static class GdeltColumns
{
    public static readonly string[] Events =
    [
        "GlobalEventID", "SQLDATE", "MonthYear", "Year", "FractionDate",
        .. Actor("Actor1"), .. Actor("Actor2"),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        .. Place("Actor1Geo"), .. Place("Actor2Geo"), .. Place("ActionGeo"),
        "DATEADDED", "SOURCEURL",
    ];

    public static readonly string[] Mentions =
    [
        "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
        "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
    ];

    /// <summary>
    /// The radius within which we take a point to lie, by the type of the match: 1 the country, 2 a state of the United States, 3 a city or
    /// landmark there, 4 a city or landmark elsewhere, 5 a first-order division elsewhere. Points of countries and states are their centroids.
    /// <b>The radii are an assumption of ours</b>; the centroid of a country says nothing about the place: null.
    /// </summary>
    public static double? RadiusMetres(string type) => type switch
    {
        "3" or "4" => 10_000,
        "2" or "5" => 150_000,
        _ => null,
    };

    private static IEnumerable<string> Actor(string name) =>
        new[] { "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code" }.Select(c => name + c);

    private static IEnumerable<string> Place(string name) =>
        new[] { "Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID" }.Select(c => name + "_" + c);
}

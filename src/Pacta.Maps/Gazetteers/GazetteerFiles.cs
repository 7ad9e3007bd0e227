using System.Collections.Immutable;
using System.Globalization;
using Pacta.Geography.Shapes;

namespace Pacta.Maps.Gazetteers;

/// <summary>
/// Reads the gazetteer files that are given away by GeoNames (<c>allCountries.txt</c>, <c>cities500.txt</c>, <c>UA.txt</c>; with <c>alternateNamesV2.txt</c> more
/// spellings) and by the NGA GEOnet Names Server: UTF-8, fields between tabs. A line that cannot be read is told, and the others are read.
/// </summary>
public sealed class GazetteerFiles
{
    /// <summary>Problems beyond this many are counted only.</summary>
    private const int MostProblems = 1000;

    private readonly List<(NamedPlace Place, List<string> Folded)> places = [];
    private readonly Dictionary<long, int> byId = [];
    private readonly List<GazetteerProblem> problems = [];
    private readonly HashSet<string> titles = [];

    /// <summary>Countries by ISO 3166-1 alpha-2 to keep; all if there are none.</summary>
    public ImmutableHashSet<string> Countries { get; init; } = [];

    /// <summary>GeoNames: one place per line, 19 fields.</summary>
    public GazetteerFiles AddGeoNames(TextReader reader, string file)
    {
        titles.Add("GeoNames");
        foreach (var (number, fields) in Lines(reader))
        {
            if (fields.Length != 19)
            {
                Problem(file, number, $"there are {fields.Length} fields instead of 19", "each line has geonameid, name, asciiname, alternatenames, latitude, longitude, … with tabs between them");
            }
            else if (Place(file, number, fields[0], fields[4], fields[5]) is var (id, position) && (Countries.IsEmpty || Countries.Contains(fields[8])))
            {
                _ = long.TryParse(fields[14], NumberStyles.None, CultureInfo.InvariantCulture, out var inhabitants);
                Put(new NamedPlace(id, fields[1], fields[8].Length == 2 ? [fields[8]] : [], "", "", fields[10], position, fields[7], inhabitants), fields[2], fields[3].Split(','));
            }
        }

        return this;
    }

    /// <summary>GeoNames: more spellings of places that were added before; those of other places are passed over.</summary>
    public GazetteerFiles AddAlternateNames(TextReader reader, string file)
    {
        foreach (var (number, fields) in Lines(reader))
        {
            if (fields.Length < 4 || !long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                Problem(file, number, "there is no number of a place in the second field", "each line has alternateNameId, geonameid, isolanguage, alternate name, … with tabs between them");
            }
            else if (byId.TryGetValue(id, out var place) && fields[2] is not ("link" or "post" or "iata" or "icao" or "faac" or "wkdt" or "unlc" or "abbr" or "tcid"))
            {
                foreach (var folded in SpellingRules.Folded(fields[3], "", []).Where(f => !places[place].Folded.Contains(f)))
                {
                    places[place].Folded.Add(folded);
                }
            }
        }

        return this;
    }

    /// <summary>NGA GEOnet Names Server: one name per line, with a line of titles; several lines with one UFI are one place.</summary>
    public GazetteerFiles AddNga(TextReader reader, string file)
    {
        titles.Add("NGA GEOnet Names Server");
        Dictionary<string, int>? columns = null;
        foreach (var (number, fields) in Lines(reader))
        {
            if (columns is null)
            {
                columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
                for (var i = 0; i < fields.Length; i++)
                {
                    columns.TryAdd(fields[i].Trim('"', ' ', '﻿'), i);
                }

                if (!columns.ContainsKey("ufi") || Column("lat_dd", "lat") < 0 || Column("long_dd", "long") < 0 || NameColumn() < 0)
                {
                    Problem(file, number, "the first line does not have the titles UFI, LAT (or LAT_DD), LONG (or LONG_DD) and FULL_NAME_RO (or FULL_NAME)", "take the file as it comes from the GEOnet Names Server, with its line of titles");
                    return this;
                }

                continue;
            }

            var (name, longest) = (NameColumn(), new[] { columns["ufi"], Column("lat_dd", "lat"), Column("long_dd", "long"), NameColumn() }.Max());
            if (fields.Length <= longest)
            {
                Problem(file, number, $"there are {fields.Length} fields, and the titles promise {columns.Count}", "give every line as many fields as there are titles, with tabs between them");
            }
            else if (Place(file, number, fields[columns["ufi"]], fields[Column("lat_dd", "lat")], fields[Column("long_dd", "long")]) is var (id, position))
            {
                if (byId.TryGetValue(id, out var known))
                {
                    places[known].Folded.AddRange(SpellingRules.Folded(fields[name], "", []).Where(f => !places[known].Folded.Contains(f)));
                    continue;
                }

                // NGA has GENC codes of two or three letters; what is not of two letters is left to the map.
                var country = Value(fields, "cc_ft", "cc1").Split(',')[0].Trim();
                if (Countries.IsEmpty || Countries.Contains(country))
                {
                    Put(new NamedPlace(id, fields[name], country.Length == 2 ? [country] : [], "", "", Value(fields, "adm1"), position, Value(fields, "desig_cd", "dsg"), 0), Value(fields, "full_nm_nd", "full_name_nd_ro"), []);
                }
            }
        }

        return this;

        int Column(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (columns!.TryGetValue(name, out var column))
                {
                    return column;
                }
            }

            return -1;
        }

        int NameColumn() => Column("full_name_ro", "full_name");

        string Value(string[] fields, params ReadOnlySpan<string> names) => Column(names) is >= 0 and var column && column < fields.Length ? fields[column] : "";
    }

    /// <summary>All that was read.</summary>
    /// <param name="date">The day of the files.</param>
    public GazetteerReading Read(DateOnly date)
    {
        var builder = new NameStore.Builder();
        places.ForEach(p => builder.Add(p.Folded));
        var (names, starts) = builder.Build();
        var licence = titles.Contains("GeoNames") ? "CC BY 4.0" : "public domain";
        var source = new GazetteerSource(string.Join(", ", titles.Order(StringComparer.Ordinal)), licence, string.Join(", ", titles.Order(StringComparer.Ordinal)), date, "files of the user");
        return new GazetteerReading(new Gazetteer(source, [.. places.Select(p => p.Place)], new NameStore(names, starts)), [.. problems]);
    }

    private void Put(NamedPlace place, string ascii, string[] alternates)
    {
        byId[place.Id] = places.Count;
        places.Add((place, SpellingRules.Folded(place.Name, ascii, alternates)));
    }

    private (long Id, GeoPoint Position)? Place(string file, int line, string id, string latitude, string longitude)
    {
        if (!long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Problem(file, line, $"'{id}' is no number of a place", "a place has a whole number, as 703448");
        }
        else if (!double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var lat) || !double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var lon)
            || !(Math.Abs(lat) <= 90) || !(Math.Abs(lon) <= 180))
        {
            Problem(file, line, $"latitude '{latitude}' and longitude '{longitude}' are no place", "give degrees, north and east of zero, with a point before the fraction, as 50.45466 and 30.5238");
        }
        else if (byId.ContainsKey(number) && titles.Count == 1 && titles.Contains("GeoNames"))
        {
            Problem(file, line, $"place {number} is there twice", "leave one of the lines out; the first one is taken");
        }
        else
        {
            return (number, new GeoPoint(lat, lon));
        }

        return null;
    }

    private void Problem(string file, int line, string problem, string fix)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(new GazetteerProblem(file, line, problem, fix));
        }
        else if (problems.Count == MostProblems)
        {
            problems.Add(new GazetteerProblem(file, line, "there are more lines like that", "mend those before, and read the file again"));
        }
    }

    private static IEnumerable<(int Number, string[] Fields)> Lines(TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0)
            {
                yield return (number, line.Split('\t'));
            }
        }
    }
}

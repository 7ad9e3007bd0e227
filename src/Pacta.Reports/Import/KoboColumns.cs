using Pacta.Model.Text;

namespace Pacta.Reports.Import;

/// <summary>
/// What an export of KoboToolbox says by itself. The columns <c>_id</c>, <c>_uuid</c> and <c>_submission_time</c> are in every export; a question
/// for a point has the point itself and, beside it, <c>_NAME_latitude</c>, <c>_NAME_longitude</c>, <c>_NAME_altitude</c> and
/// <c>_NAME_precision</c> (github.com/kobotoolbox/formpack, schema/fields.py).
/// </summary>
internal static class KoboColumns
{
    private const string Latitude = "_latitude";

    /// <summary>The id of a mapping that does not say one.</summary>
    public static readonly TextSpec NotSaid = new([], null);

    /// <summary>The mapping with the defaults that this table allows; null, and an error, if its rows have no ids.</summary>
    public static CsvMapping? Fill(CsvMapping mapping, Table table)
    {
        var columns = mapping.Columns.ToBuilder();
        var filled = mapping;
        if (ReferenceEquals(mapping.Id, NotSaid))
        {
            var key = table.Find("_uuid") is not null ? "_uuid" : table.Find("_id") is not null ? "_id" : null;
            if (key is null)
            {
                table.Diagnostics.Error(
                    "PACTA0602", new SourceText(table.Path, string.Empty), new TextSpan(0, 0), "This is no export of KoboToolbox: it has no column _uuid and no column _id",
                    "looked for in the header",
                    "Of forms with repeated groups only the first table has them. Say in the mapping what the id is, or import the table as csv or xlsx.", "\"id\":\"kobo-{_parent_index}-{_index}\"");
                return null;
            }

            var id = new TextSpec([new Piece("kobo-", false), new Piece(key, true)], null);
            filled = filled with { Id = id, Event = ReferenceEquals(mapping.Event, NotSaid) ? id : mapping.Event };
            columns.Add((key, default));
        }

        if (mapping.Recorded is null && table.Find("_submission_time") is not null)
        {
            filled = filled with { Recorded = new MomentSpec(new TextSpec([new Piece("_submission_time", true)], null), null) { IsUtc = true } };
            columns.Add(("_submission_time", default));
        }

        if (!mapping.Fields.Any(f => f.Name == "position") && Points(table) is [var point])
        {
            filled = filled with { Fields = mapping.Fields.Add(("position", new GeopointSpec(new TextSpec([new Piece(point, true)], null), null))) };
            columns.Add((point, default));
        }

        return filled with { Columns = columns.ToImmutable() };
    }

    /// <summary>The questions for points: <c>site/point</c>, where there is <c>site/_point_latitude</c> or <c>_point_latitude</c>.</summary>
    private static List<string> Points(Table table) =>
    [
        .. table.Columns.Where(column =>
        {
            var at = column.LastIndexOf('/') + 1;
            return table.Find($"{column[..at]}_{column[at..]}{Latitude}") is not null || table.Find($"_{column[at..]}{Latitude}") is not null;
        }),
    ];
}

using Pacta.Model.Reports;
using Pacta.Model.Values;

namespace Pacta.Evidence.Recording;

/// <summary>The names of an input of which there are rows.</summary>
internal static class RowNames
{
    /// <returns>Those of the first row; null: there is none.</returns>
    public static NumberedNames? Of(IEnumerable<Dated> records)
    {
        foreach (var dated in records)
        {
            if (dated.Record is Report report && report.IsRow(out var rows, out _))
            {
                return rows.Names;
            }
        }

        return null;
    }
}

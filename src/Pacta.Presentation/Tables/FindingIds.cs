using Pacta.Model.Findings;

namespace Pacta.Presentation.Tables;

/// <summary>Ids as people type them: the first digits, as many as tell all findings apart.</summary>
public static class FindingIds
{
    private const int Shortest = 6;

    public static int Length(IEnumerable<Finding> findings)
    {
        var ids = findings.Select(f => f.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var length = Shortest;
        for (var i = 1; i < ids.Count; i++)
        {
            length = Math.Max(length, Common(ids[i - 1], ids[i]) + 1);
        }

        return length;
    }

    public static string Short(Finding finding, int length)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Id.Length <= length ? finding.Id : finding.Id[..length];
    }

    private static int Common(string a, string b)
    {
        var i = 0;
        while (i < Math.Min(a.Length, b.Length) && a[i] == b[i])
        {
            i++;
        }

        return i;
    }
}

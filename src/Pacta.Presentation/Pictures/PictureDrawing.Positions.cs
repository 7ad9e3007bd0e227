using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;

namespace Pacta.Presentation.Pictures;

/// <summary>What was reported with a position, and what is found about it.</summary>
internal sealed partial class PictureDrawing
{
    private const double SignSize = 16;

    private void WritePositions()
    {
        foreach (var one in _content.Positions.GroupBy(p => p.Of.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // Observations of one thing, from the first to the last.
            List<ImmutableArray<PlacedPosition>> times = [.. one.GroupBy(p => p.Of.Key, StringComparer.Ordinal).Select(g => g.ToImmutableArray()).OrderBy(g => Earliest(g[0].Of)).ThenBy(g => g[0].Of.Key, StringComparer.Ordinal)];
            using (_html.In("g", ("class", "position")))
            {
                if (times.Count > 1)
                {
                    Path("track", Shown([.. times.Select(t => t[0].At)]).Select(p => (p, false)));
                    foreach (var earlier in times.SkipLast(1).SelectMany(t => t).Where(p => _frame.Shows(p.At)))
                    {
                        var (x, y) = _frame.Of(earlier.At);
                        _html.Empty("circle", ("class", "dot"), ("cx", N(x)), ("cy", N(y)), ("r", "1.8"));
                    }
                }

                foreach (var position in times[^1].Where(p => _frame.Shows(p.At)))
                {
                    WritePosition(one.Key, position);
                }
            }
        }
    }

    private NodaTime.Instant Earliest(Fact fact) => fact.Time.Alternatives.Min(a => a.Value.In(_content.Agreement.Calendar.Zone).Earliest);

    private void WritePosition(string id, PlacedPosition position)
    {
        var (x, y) = _frame.Of(position.At);
        if (position.AccuracyMetres / _frame.MetresPerDot >= 4)
        {
            Path("about", [(Circle(position.At, position.AccuracyMetres), true)]);
        }

        var findings = _content.Findings.GetValueOrDefault(id, []);
        ImmutableArray<(string Sign, Finding? Finding)> signs = findings.IsEmpty
            ? [(PictureSigns.Reported, null)]
            : [.. findings.Select(f => (Sign: PictureSigns.Of(f), Finding: (Finding?)f)).DistinctBy(s => s.Sign)];
        for (var i = 0; i < signs.Length; i++)
        {
            var link = signs[i].Finding is { } finding ? _link?.Invoke(finding) : null;
            if (link is null)
            {
                WriteSign(signs[i].Sign, x + (i * SignSize), y, id, position);
                continue;
            }

            using (_html.In("a", ("href", link)))
            {
                WriteSign(signs[i].Sign, x + (i * SignSize), y, id, position);
            }
        }

        var right = x + ((signs.Length - 1) * SignSize);
        _labels.Take(x - 7, y - 7, right + 7, y + 7);
        Name(
            "name",
            id,
            [(right + 10, y + 4, -1), (x - 10, y + 4, 1), (x, y - 11, 0), (x, y + 20, 0), (right + 10, y - 9, -1), (right + 10, y + 17, -1), (x - 10, y - 9, 1), (x - 10, y + 17, 1)]);
    }

    private void WriteSign(string sign, double x, double y, string id, PlacedPosition position)
    {
        using (_html.In("g"))
        {
            _html.Element("title", PictureLegend.TextOf(id, position, _content, _speech));
            _html.Empty("use", ("href", $"#{_prefix}m-{sign}"), ("x", N(x - (SignSize / 2))), ("y", N(y - (SignSize / 2))), ("width", N(SignSize)), ("height", N(SignSize)));
        }
    }
}

using System.Text;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Pictures;

/// <summary>Keeps names on a picture apart: what would lie on another or run out of the picture takes its next place, or none.</summary>
internal sealed class LabelPlacing(double width, double height)
{
    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    public const double TextHeight = 12;

    /// <summary>About how wide a text is in dots, at twelve dots of height: no font is known here.</summary>
    public static double WidthOf(string text) => text.EnumerateRunes().Sum(r =>
        DisplayWidth.Of(r.ToString()) > 1 ? 13.0 : r.Value is 'i' or 'l' or 'j' or 't' or 'f' or '.' or ',' or ':' or ' ' ? 4.2 : r.Value is 'm' or 'w' or 'M' or 'W' ? 10.5 : Rune.IsUpper(r) ? 8.6 : 7.0);

    /// <summary>A place that nothing else may take.</summary>
    public void Take(double left, double top, double right, double bottom) => _taken.Add((left, top, right, bottom));

    /// <summary>The first free one of several baselines for a text; <c>Anchor</c> is -1 for a text that begins there, 0 for one in the middle, 1 for one that ends there.</summary>
    public (double X, double Y, int Anchor)? Place(string text, IEnumerable<(double X, double Y, int Anchor)> places)
    {
        var wide = WidthOf(text);
        foreach (var (x, y, anchor) in places)
        {
            var left = anchor < 0 ? x : anchor == 0 ? x - (wide / 2) : x - wide;
            var box = (Left: left, Top: y - TextHeight + 2, Right: left + wide, Bottom: y + 3);
            if (box.Left >= 2 && box.Right <= width - 2 && box.Top >= 2 && box.Bottom <= height - 2 && !_taken.Exists(t => t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom))
            {
                _taken.Add(box);
                return (x, y, anchor);
            }
        }

        return null;
    }

    /// <summary>A text in lines of at most so many dots.</summary>
    public static IEnumerable<string> Lines(string text, double most)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && WidthOf(line + " " + word) > most)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        yield return line;
    }
}

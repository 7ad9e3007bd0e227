using System.Collections.Immutable;
using System.Text;

namespace Pacta.Negotiation.Redlining;

/// <summary>What became of a stretch of text.</summary>
public enum RedlineForm
{
    Same,

    /// <summary>Only the first text has it.</summary>
    Deleted,

    /// <summary>Only the second text has it.</summary>
    Inserted,
}

/// <summary>A stretch of text that both have, or one. A blank before it is part of it.</summary>
public sealed record RedlineRun(RedlineForm Form, string Text);

/// <summary>
/// Two texts word by word. What is the same and what was deleted make the first text, what is the same and what was inserted the second, but for
/// blanks; what was deleted stands before what was put in its place.
/// </summary>
public static class Redline
{
    /// <summary>Where less than this share of the words is in both, nobody is helped by finding them: one text stands in place of the other.</summary>
    private const double Alike = 0.25;

    /// <summary>So few letters that are the same between two changes only break them up.</summary>
    private const int Scrap = 3;

    /// <summary>Tables beyond this are compared sentence by sentence.</summary>
    private const int MostCells = 16_000_000;

    public static ImmutableArray<RedlineRun> Between(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (Words.Of(first), Words.Of(second));
        var stretches = Merged(Stretches(a, b));
        var same = stretches.Where(s => s.IsSame).Sum(s => s.Second.Length);
        if (same * 2 < Alike * (a.Length + b.Length))
        {
            stretches = [new Stretch(IsSame: false, a, b)];
        }

        return [.. stretches.SelectMany(Runs)];
    }

    /// <summary>Do two texts differ in more than blanks?</summary>
    public static bool Differ(ImmutableArray<RedlineRun> runs) => runs.Any(r => r.Form != RedlineForm.Same);

    private static IEnumerable<RedlineRun> Runs(Stretch stretch) => stretch.IsSame
        ? [new RedlineRun(RedlineForm.Same, Text(stretch.Second))]
        :
        [
            .. stretch.First.Length > 0 ? (RedlineRun[])[new RedlineRun(RedlineForm.Deleted, Text(stretch.First))] : [],
            .. stretch.Second.Length > 0 ? (RedlineRun[])[new RedlineRun(RedlineForm.Inserted, Text(stretch.Second))] : [],
        ];

    private static List<Stretch> Stretches(Word[] a, Word[] b)
    {
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start].Text == b[start].Text)
        {
            start++;
        }

        // What both end with is found by the table where there is room for one: a word that was put in early would else be taken for one that comes late.
        var end = 0;
        var isSmall = ((long)(a.Length - start) + 1) * (b.Length - start + 1) <= MostCells;
        while (!isSmall && end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)].Text == b[^(end + 1)].Text)
        {
            end++;
        }

        var (first, second) = (a[start..^end], b[start..^end]);
        return
        [
            .. start > 0 ? (Stretch[])[new Stretch(IsSame: true, a[..start], b[..start])] : [],
            .. first.Length + second.Length == 0 ? [] : ((long)first.Length + 1) * (second.Length + 1) <= MostCells ? Middle(first, second) : Coarse(first, second),
            .. end > 0 ? (Stretch[])[new Stretch(IsSame: true, a[^end..], b[^end..])] : [],
        ];
    }

    /// <summary>The longest sequence of words that both have, found from the ends so that it can be read off from the beginning.</summary>
    private static List<Stretch> Middle(Word[] a, Word[] b)
    {
        var width = b.Length + 1;
        var longest = new ushort[(a.Length + 1) * width];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                longest[(i * width) + j] = a[i].Text == b[j].Text
                    ? (ushort)(longest[((i + 1) * width) + j + 1] + 1)
                    : Math.Max(longest[((i + 1) * width) + j], longest[(i * width) + j + 1]);
            }
        }

        var steps = new List<(bool IsSame, Word? First, Word? Second)>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i].Text == b[j].Text)
            {
                steps.Add((true, a[i++], b[j++]));
            }
            else if (j == b.Length || (i < a.Length && IsDeletedNext(i, j)))
            {
                steps.Add((false, a[i++], null));
            }
            else
            {
                steps.Add((false, null, b[j++]));
            }
        }

        return Grouped(steps);

        // Where both ways keep as much, the one that comes sooner to something that both have: the changes are then as short as they can be.
        bool IsDeletedNext(int i, int j)
        {
            var (deleted, inserted) = (longest[((i + 1) * width) + j], longest[(i * width) + j + 1]);
            return deleted != inserted ? deleted > inserted : ToMatch(i, j, deletes: true) <= ToMatch(i, j, deletes: false);
        }

        int ToMatch(int i, int j, bool deletes)
        {
            var most = longest[(i * width) + j];
            for (var steps = 1; deletes ? i + steps < a.Length : j + steps < b.Length; steps++)
            {
                var (x, y) = deletes ? (i + steps, j) : (i, j + steps);
                if (longest[(x * width) + y] < most)
                {
                    break;
                }

                if (a[x].Text == b[y].Text)
                {
                    return steps;
                }
            }

            return int.MaxValue;
        }
    }

    private static List<Stretch> Grouped(List<(bool IsSame, Word? First, Word? Second)> steps)
    {
        var stretches = new List<Stretch>();
        for (var i = 0; i < steps.Count;)
        {
            var until = steps.FindIndex(i, s => s.IsSame != steps[i].IsSame);
            var group = steps[i..(until < 0 ? steps.Count : until)];
            stretches.Add(new Stretch(group[0].IsSame, [.. group.Select(s => s.First).OfType<Word>()], [.. group.Select(s => s.Second).OfType<Word>()]));
            i += group.Count;
        }

        return stretches;
    }

    /// <summary>Long texts: whole sentences are the same or not.</summary>
    private static List<Stretch> Coarse(Word[] a, Word[] b)
    {
        var (first, second) = (Words.Sentences(a), Words.Sentences(b));
        if (((long)first.Length + 1) * (second.Length + 1) > MostCells)
        {
            return [new Stretch(IsSame: false, a, b)];
        }

        var sentences = Middle([.. first.Select(AsWord)], [.. second.Select(AsWord)]);
        return [.. sentences.Select(s => new Stretch(s.IsSame, [.. s.First.SelectMany(w => Words.Of(Text([w])))], [.. s.Second.SelectMany(w => Words.Of(Text([w])))]))];

        static Word AsWord(Word[] sentence) => new(sentence[0].Blank, Text(sentence).TrimStart());
    }

    /// <summary>Changes with next to nothing between them are one.</summary>
    private static List<Stretch> Merged(List<Stretch> stretches)
    {
        for (var i = 1; i < stretches.Count - 1;)
        {
            var (before, here, after) = (stretches[i - 1], stretches[i], stretches[i + 1]);
            if (here.IsSame && here.Second.Sum(w => w.Text.Length) <= Scrap && IsReplaced(before) && IsReplaced(after))
            {
                stretches[i - 1] = new Stretch(IsSame: false, [.. before.First, .. here.First, .. after.First], [.. before.Second, .. here.Second, .. after.Second]);
                stretches.RemoveRange(i, 2);
            }
            else
            {
                i++;
            }
        }

        return stretches;

        // A number for a number, a word for a word says more when it stands alone.
        static bool IsReplaced(Stretch stretch) => !stretch.IsSame && stretch.First.Length > 0 && stretch.Second.Length > 0 && stretch.First.Length + stretch.Second.Length > 2;
    }

    private static string Text(Word[] words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            text.Append(word.Blank).Append(word.Text);
        }

        return text.ToString();
    }

    private sealed record Stretch(bool IsSame, Word[] First, Word[] Second);
}

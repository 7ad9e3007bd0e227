using System.Globalization;
using Pacta.Negotiation.Several;
using Pacta.Negotiation.Subjects;
using Pacta.Presentation.Csv;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Comparing;

/// <summary>
/// Two or more drafts as comma-separated values: a row for each line of the head in which they differ, each topic and each subject, and for each draft where it
/// stands, which drafts say the same, and what it says.
/// </summary>
public static class MatrixCsv
{
    public static void Write(TextWriter output, DraftMatrix matrix, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(speech);
        var names = matrix.Drafts.Select(d => d.Name).ToList();
        CsvCells.Row(output, ["section", "row", "agreed", .. names.SelectMany(n => new[] { $"{n} clause", $"{n} group", $"{n} says" })]);
        var words = new ComparisonWords(speech);
        foreach (var head in matrix.Heads)
        {
            CsvCells.Row(output, ["head", Names.Snake(head.Line), "no", .. head.Cells.SelectMany((c, i) => Cells(string.Empty, string.Empty, c is null ? string.Empty : words.Of(head.Line, c, matrix.Drafts[i])))]);
        }

        foreach (var topic in matrix.Topics)
        {
            CsvCells.Row(
                output,
                [
                    "topic", ClauseWords.Full(topic.Clause), topic.IsAgreed ? "yes" : "no",
                    .. topic.Cells.SelectMany(c => c is null
                        ? Cells(string.Empty, string.Empty, string.Empty)
                        : Cells(ClauseWords.Full(c.Clause), c.Group.ToString(CultureInfo.InvariantCulture), string.Join('\n', ClauseSentences.Of(c.Clause)))),
                ]);
        }

        var subjects = new SubjectCells(speech);
        foreach (var i in Enumerable.Range(0, matrix.Subjects[0].Length).Where(i => matrix.Subjects[0][i].Subject != Subject.Other))
        {
            CsvCells.Row(output, ["subject", Names.Snake(matrix.Subjects[0][i].Subject), string.Empty, .. matrix.Subjects.SelectMany(s => Cells(string.Join(", ", s[i].Where), string.Empty, subjects.Of(s[i])))]);
        }
    }

    private static string[] Cells(string clause, string group, string says) => [clause, group, says];
}

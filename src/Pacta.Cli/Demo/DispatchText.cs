using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Presentation.Tables;
using Pacta.Presentation.Text;

namespace Pacta.Cli.Demo;

/// <summary>The demo as a page: a table of all rows, then each row with its reasons and its sources, then what to try next.</summary>
internal sealed class DispatchText
{
    private static readonly string[] Headings = ["", "phrase", "clause", "what follows"];

    private readonly DispatchRun _run;
    private readonly Page _page;
    private readonly int _width;
    private readonly int _idLength;

    private readonly bool _isFull;
    private readonly FullNames _names;

    /// <param name="isFull">Also where each text was read, what it remarks, and what in it is unverified.</param>
    private DispatchText(TextWriter output, DispatchRun run, Screen screen, bool isFull = false)
    {
        _run = run;
        _isFull = isFull;
        _names = new FullNames(run.Script.Names);
        _page = new Page(output, screen);
        _width = screen.Width;
        _idLength = FindingIds.Length(run.Rows.SelectMany(r => r.Checks).SelectMany(c => c.Findings));
    }

    public static void Write(TextWriter output, DispatchRun run, Screen screen)
    {
        var text = new DispatchText(output, run, screen);
        text._page.Title(run.Script.Title);
        text._page.Paragraph(run.Script.About, string.Empty);
        text.WriteTable();
        for (var i = 0; i < run.Rows.Length; i++)
        {
            text.WriteRow(i + 1, run.Rows[i]);
        }

        text.WriteSides();
        text._page.Heading("Left out");
        text._page.Paragraph(run.Script.LeftOut);
        text.WriteNext();
    }

    /// <summary>The one row of a run by itself.</summary>
    /// <param name="number">Its number among all, from 1.</param>
    public static void Write(TextWriter output, DispatchRun run, int number, Screen screen) =>
        new DispatchText(output, run, screen, isFull: true).WriteRow(number, run.Rows[0]);

    /// <summary>What was written into a folder, and what to do with it.</summary>
    public static void WriteWritten(TextWriter output, DispatchRun run, string folder, Screen screen)
    {
        var text = new DispatchText(output, run, screen);
        text._page.Paragraph($"Written into {folder}: {string.Join(", ", DispatchRun.Files(run.Script))}.", string.Empty);
        text._page.Line();
        text._page.Line("There:");
        text.WriteCommands();
    }

    // ------------------------------------------------------------------------------------------------ the table

    private void WriteTable()
    {
        var rows = _run.Rows.SelectMany((r, i) => Lines(r).Select((line, n) => (
            r.Script.IsBackground,
            Cells: (IReadOnlyList<string>)[n == 0 ? Number(i + 1) : string.Empty, n == 0 ? r.Script.Phrase : string.Empty, line.Clause, line.Outcome]))).ToList();
        var widths = Columns.Widths([Headings, .. rows.Select(r => r.Cells)], _width);
        _page.Line();
        _page.Line(Columns.Lines(Headings, widths).First());
        var isBackground = false;
        foreach (var row in rows)
        {
            if (row.IsBackground && !isBackground)
            {
                _page.Line("in the background");
                isBackground = true;
            }

            foreach (var line in Columns.Lines(row.Cells, widths))
            {
                _page.Line(line);
            }
        }
    }

    /// <summary>The clauses of a row with what follows, one line for each that differs.</summary>
    private IEnumerable<(string Clause, string Outcome)> Lines(DispatchRow row)
    {
        if (row.RuledOut is { } found)
        {
            yield return ($"all {DispatchWords.Clauses(_run.Agreements)} encoded here", DispatchWords.OutcomeOfScan(found));
        }

        foreach (var count in row.Duties)
        {
            yield return (
                $"{Short(count.Agreement.Name)} ({DispatchWords.Speech.Clauses.Of(count.Agreement.Status)})",
                $"who would owe what: see {Number(_run.Rows.IndexOf(row) + 1)} below");
        }

        foreach (var ask in row.Asks.GroupBy(a => a.Names.Short))
        {
            var articles = ask.Select(a => a.Clause.Reference ?? a.Clause.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            yield return ($"{ask.Key}, {string.Join(", ", articles)} ({DispatchWords.Speech.Clauses.Of(ask.First().Clause.Status)})", $"not reported: {string.Join(", ", ask.SelectMany(a => a.Needs).Distinct(StringComparer.Ordinal))}");
        }

        var outcomes = row.Checks.SelectMany(c => c.Findings.Select(f => (Clause: DispatchWords.Clause(c, f), Outcome: DispatchWords.Outcome(f))));
        foreach (var clause in outcomes.GroupBy(f => f.Clause, f => f.Outcome, StringComparer.Ordinal))
        {
            yield return (clause.Key, string.Join("; ", clause.Distinct(StringComparer.Ordinal)));
        }
    }

    // ------------------------------------------------------------------------------------------------ the rows

    private void WriteRow(int number, DispatchRow row)
    {
        _page.Heading($"{Number(number)} {row.Script.Phrase}");
        _page.Paragraph(row.Script.Who);
        foreach (var line in DispatchWords.OfScan(row, _run).Concat(DispatchWords.OfDuties(row)).Concat(row.Asks.Select(DispatchWords.OfAsk)))
        {
            _page.Paragraph(line.TrimStart(), line.StartsWith(' ') ? "    " : "  ");
        }

        foreach (var checks in row.Checks.GroupBy(c => c.Agreement.Name, StringComparer.Ordinal))
        {
            WriteChecks([.. checks]);
        }

        foreach (var agreement in row.OpenTerms)
        {
            _page.Paragraph($"left open in the {Short(agreement.Name)}: {DispatchWords.OpenTerms(agreement)}");
        }

        WriteCounts(row);
        foreach (var clock in row.Clocks)
        {
            _page.Paragraph($"with days counted in {clock.CountedIn}: from {string.Join(", which is ", row.Script.Clocks!.ShownIn.Select(z => $"{Local(clock.At, z)} {z}"))}");
        }

        foreach (var note in row.Script.Notes)
        {
            _page.Paragraph(note);
        }

        if (!_isFull)
        {
            if (DispatchWords.Citations(row).ToList() is { Count: > 0 } read)
            {
                _page.Paragraph($"sources: {string.Join("; ", read)}");
            }
        }
        else if (DispatchWords.Sources(row).Select(s => s.Where.Length > 0 ? $"{s.Source} ({s.Where})" : s.Source).ToList() is { Count: > 0 } sources)
        {
            _page.Paragraph($"sources of the reports: {string.Join("; ", sources)}");
        }
    }

    /// <summary>The checks of a row against one agreement.</summary>
    private void WriteChecks(ImmutableArray<DispatchCheck> checks)
    {
        _page.Paragraph($"{checks[0].Agreement.Title} ({DispatchWords.Speech.Clauses.Of(checks[0].Agreement.Status)})");
        var told = string.Empty;
        foreach (var (check, found) in checks.SelectMany(c => DispatchWords.Of(c).Select(f => (c, f))))
        {
            var vocabulary = check.Agreement.Vocabulary;
            var who = found.About.Length > 0 ? $"{found.Who}, {found.About}" : found.Who;
            string[] parts = [found.State, found.Certainty, found.When, check.Script.Until is { } day ? $"as of {day}" : string.Empty, !_isFull && found.Findings[0].Unverified.Length > 0 ? "unverified in part" : string.Empty];
            _page.Paragraph(
                $"{_names.In($"{found.Clause}: {(who.Length > 0 ? who + ": " : string.Empty)}{string.Join(", ", parts.Where(p => p.Length > 0))}", vocabulary)} [{FindingIds.Short(found.Findings[0], _idLength)}]",
                "    ");
            var because = string.Join('\n', found.Because);
            foreach (var reason in because == told ? ["as above"] : found.Because)
            {
                _page.Paragraph(_names.In(reason, vocabulary), "      ");
            }

            told = because;
        }

        if (_isFull)
        {
            WriteText(checks);
        }
    }

    private void WriteText(ImmutableArray<DispatchCheck> checks)
    {
        foreach (var text in DispatchWords.Text(checks))
        {
            _page.Paragraph($"text: {text}", "    ");
        }

        if (DispatchWords.Unverified(checks) is { Length: > 0 } unverified)
        {
            _page.Paragraph($"unverified: {_names.In(unverified, checks[0].Agreement.Vocabulary)}", "    ");
        }
    }

    private void WriteCounts(DispatchRow row)
    {
        if (!row.Script.Counts)
        {
            return;
        }

        var counts = MonitorCounts.Of(row.Reports);
        _page.Paragraph("what the monitor recorded as ceasefire violations, a day to 19:30 Eastern European Time:");
        IReadOnlyList<IReadOnlyList<string>> rows = [["day", .. counts.Places.Select(p => _run.Script.Names.GetValueOrDefault(p, p))], .. counts.Days.Select(d => (IReadOnlyList<string>)[d.Day, .. d.Numbers])];
        var widths = Columns.Widths(rows, _width);
        foreach (var line in rows.SelectMany(r => Columns.Lines(r, widths)))
        {
            _page.Line("    " + line);
        }

        foreach (var line in counts.Excepted.Select(e => $"of these: {_names.In(e, row.Checks[0].Agreement.Vocabulary)}").Concat(counts.Limits.Select(l => $"limits of what it saw: {l}")))
        {
            _page.Paragraph(line, "    ");
        }
    }

    // ------------------------------------------------------------------------------------------------ the end

    private void WriteSides()
    {
        _page.Heading("Who appears as what");
        foreach (var side in DispatchSides.Of(_run))
        {
            _page.Paragraph($"{side.Name}: accuses in {Numbers(side.Accuses)}; is accused in {Numbers(side.IsAccused)}; consistent in {Numbers(side.IsConsistent)}; nothing reported to the contrary in {Numbers(side.IsUnreported)}; used a right in {Numbers(side.UsesRight)}.");
        }
    }

    private void WriteNext()
    {
        _page.Heading("Try next");
        _page.Line("  pacta demo 6                      one row, and where its texts were read");
        _page.Line("  pacta demo --write-to dispatch    writes its files into a folder; there:");
        WriteCommands();
        _page.Line("  pacta demo --format json          the same for machines");
        _page.Line("  pacta demo --invented             a small agreement between invented parties");
        _page.Line("  pacta --help                      everything else");
    }

    /// <summary>Commands on lines of their own, however long: they are there to be copied.</summary>
    private void WriteCommands()
    {
        // What reports dispute is what people ask about.
        var (row, check, finding) = _run.Rows
            .SelectMany(r => r.Checks.SelectMany(c => c.Findings.Select(f => (r, c, f))))
            .First(f => f.f.Causes.Any(c => c.IsDispute));
        var words = string.Join(' ', _run.Script.Vocabularies);
        var reports = DispatchRun.ReportsOf(row.Script, check.Script);
        _page.Line($"    pacta check {check.Names.File} {words} --reports {reports} --clause {finding.ClauseName}");
        _page.Line($"    pacta explain {check.Names.File} {words} --reports {reports} {FindingIds.Short(finding, _idLength)}");
        _page.Line($"    pacta test {check.Names.File} {words}");
        if (_run.Rows.FirstOrDefault(r => r.Duties.Length > 1) is { } drafts)
        {
            var names = drafts.Duties.Select(d => _run.Script.Agreements.Single(a => a.Name == d.Agreement.Name).File);
            _page.Line($"    pacta compare {string.Join(' ', names)} {words}");
        }
    }

    private string Short(string agreement) => _run.Script.Agreements.Single(a => a.Name == agreement).Short;

    private static string Local(Instant at, string zone) =>
        at.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Numbers(ImmutableArray<int> rows) => rows.Length == 0 ? "no row" : string.Join(", ", rows.Select(Number));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

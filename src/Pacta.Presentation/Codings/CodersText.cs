using System.Collections.Immutable;
using System.Globalization;
using Pacta.Model.Codings;
using Pacta.Presentation.Phrases;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Codings;

/// <summary>How far coders agree, on a screen.</summary>
public static class CodersText
{
    /// <summary>So many units of one attribute are listed; JSON has all of them.</summary>
    private const int MostListed = 50;

    public static void Write(TextWriter output, CoderAgreement agreement, Speech speech, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(speech);
        var (page, phrases) = (new Page(output, screen), speech.Phrases);
        page.Title(phrases.Say("coders.title"));
        ImmutableArray<IReadOnlyList<string>> rows =
        [
            [.. new[] { "attribute", "scale", "alpha", "interval", "coders", "units", "paired", "values", "observed", "expected" }.Select(c => phrases.Say("coders.column." + c))],
            .. agreement.Attributes.Select(a => (IReadOnlyList<string>)Row(a, phrases)),
        ];
        var widths = Columns.Widths(rows, page.Width - 2);
        foreach (var line in rows.SelectMany(r => Columns.Lines(r, widths)))
        {
            page.Line("  " + line);
        }

        foreach (var attribute in agreement.Attributes.Where(a => a.Why != NoAlpha.None))
        {
            page.Paragraph(phrases.Say(
                "coders.none." + Names.Snake(attribute.Why), attribute.Attribute, Whole(attribute.PairableValues)));
        }

        page.Heading(phrases.Say("coders.disagreements"));
        if (agreement.Attributes.All(a => a.Disagreements.IsEmpty))
        {
            page.Paragraph(phrases.Say("coders.disagreements.none"));
        }

        foreach (var attribute in agreement.Attributes.Where(a => !a.Disagreements.IsEmpty))
        {
            page.Paragraph(attribute.Attribute);
            foreach (var (unit, values) in attribute.Disagreements.Take(MostListed))
            {
                page.Paragraph($"{unit}: {string.Join("; ", values.Select(v => phrases.Say("coders.value", v.Coder, v.Value)))}", "    ");
            }

            if (attribute.Disagreements.Length > MostListed)
            {
                page.Paragraph(phrases.Say("coders.disagreements.more", Whole(attribute.Disagreements.Length - MostListed)), "    ");
            }
        }

        page.Heading(phrases.Say("coders.notes"));
        page.Paragraph(phrases.Say("coders.notes.alpha"));
        page.Paragraph(phrases.Say("coders.notes.interval", Whole(agreement.Resamples), agreement.Seed.ToString(CultureInfo.InvariantCulture), Percent(agreement.Level)));
        page.Paragraph(phrases.Say("coders.notes.missing"));
    }

    private static string[] Row(AttributeAgreement a, Phrasebook phrases) =>
    [
        a.Attribute, phrases.Say("coders.scale." + Names.Snake(a.Scale)), a.Alpha is { } alpha ? Figure(alpha) : phrases.Say("coders.undefined"),
        a.Interval is { } interval ? phrases.Say("coders.range", Figure(interval.Low), Figure(interval.High)) : string.Empty,
        Whole(a.Coders.Length), Whole(a.Units), Whole(a.PairableUnits), Whole(a.PairableValues), a.Observed is { } observed ? Figure(observed) : string.Empty, a.Expected is { } expected ? Figure(expected) : string.Empty,
    ];

    private static string Figure(double value) => Math.Abs(value) < 1e6 ? value.ToString("0.000", CultureInfo.InvariantCulture) : value.ToString("0.000e+0", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture);
}

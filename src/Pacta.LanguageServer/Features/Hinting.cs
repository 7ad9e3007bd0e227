using System.Globalization;
using NodaTime;
using Pacta.Language.Lexing;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Features.Telling;
using Pacta.LanguageServer.Protocol;
using Range = Pacta.LanguageServer.Protocol.Range;

namespace Pacta.LanguageServer.Features;

/// <summary>
/// What is meant and not written: the unit of a bare number, the date to which a time comes that hangs on nothing but the head of its agreement, and on which day of the
/// week a date falls.
/// </summary>
internal static class Hinting
{
    private const int Type = 1;

    public static InlayHint[] Of(Analysed analysed, Range range)
    {
        var (document, names) = (analysed.Document, analysed.Analysis.Names);
        var settings = analysed.State.Settings;
        var asked = document.Lines.SpanOf(range);
        var hints = new List<(int Offset, string Label, string Tooltip)>();
        if (settings.ShowsUnits)
        {
            hints.AddRange(names.ImpliedUnits(document.Source).Select(u => (u.Offset, u.Unit, "A bare number has the unit of what it is compared with.")));
        }

        if (settings.ShowsDates)
        {
            hints.AddRange(Dates(analysed));
            hints.AddRange(Weekdays(document));
        }

        return
        [
            .. hints
                .Where(h => asked.Start <= h.Offset && h.Offset <= asked.End)
                .OrderBy(h => h.Offset)
                .Select(h => new InlayHint(document.Lines.PositionOf(h.Offset), h.Label, Type, true, h.Tooltip)),
        ];
    }

    private static IEnumerable<(int Offset, string Label, string Tooltip)> Dates(Analysed analysed)
    {
        foreach (var (offset, time, name) in analysed.Analysis.Names.Times(analysed.Document.Source))
        {
            var agreement = analysed.Analysis.Result.Agreements.FirstOrDefault(a => a.Name == name);
            if (agreement is not null && new ResolvedTimes(agreement).DateOf(time) is { } date)
            {
                yield return (offset, $"= {date}", $"By the head of the agreement, in the time zone {agreement.TimeZone}.");
            }
        }
    }

    private static IEnumerable<(int Offset, string Label, string Tooltip)> Weekdays(Document document)
    {
        var text = document.Text;
        foreach (var token in Lexer.Read(text).Tokens.Where(t => t is { Kind: TokenKind.Date, IsBroken: false }))
        {
            var written = Literals.Moment(text, token.Start, token.End);
            var date = new LocalDate(written.Year, written.Month, written.Day ?? 1);
            yield return (token.End, date.DayOfWeek.ToString()[..3], date.ToString("D", CultureInfo.InvariantCulture));
        }
    }
}

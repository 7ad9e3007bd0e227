using NodaTime;
using Pacta.LanguageServer.Documents;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Text;
using Word = Pacta.Language.Lexing.Word;

namespace Pacta.LanguageServer.Features.Completion;

/// <summary>What may be written at a place.</summary>
internal static class Completing
{
    private static readonly CompletionList Nothing = new(false, []);

    public static CompletionList Of(Analysed analysed, int offset, bool hasSnippets)
    {
        var place = Place.Of(analysed.Document, offset);
        if (place.InComment)
        {
            return Nothing;
        }

        if (place.InText is { } text)
        {
            return place.Item is [.., { Word: Word.Time }, { } zone] && place.TextOf(zone) == "zone" ? TimeZones(place, new TextSpan(text.Start + 1, Math.Max(0, text.End - text.Start - 2)), hasSnippets) : Nothing;
        }

        var offers = new Offers(new Sight(analysed, place), place, hasSnippets);
        if (place.Item.IsEmpty)
        {
            ItemStarts.Offer(offers, place);
        }
        else
        {
            Continuations.Offer(offers, place);
        }

        return new CompletionList(false, offers.Items);

        CompletionList TimeZones(Place at, TextSpan inside, bool snippets)
        {
            var inText = at with { Word = inside };
            var zones = new Offers(new Sight(analysed, inText), inText, snippets);
            zones.Values("time zone", DateTimeZoneProviders.Tzdb.Ids);
            return new CompletionList(false, zones.Items);
        }
    }
}

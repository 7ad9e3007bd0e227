using System.Collections.Immutable;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Document;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading;

/// <summary>
/// Agreements back as a document, in every form in which one can be had. The same files give the same bytes. What is short has the texts, the plain words, the marks and the
/// overviews, and no code, rules of counting, evidence and scenarios.
/// </summary>
public static class AgreementPages
{
    public static void WriteText(TextWriter output, ImmutableArray<ReadAgreement> agreements, Speech speech, Screen screen, bool isShort = false) =>
        ReadText.Write(output, ReadSections.Of(agreements, speech, isShort), screen);

    public static void WriteMarkdown(TextWriter output, ImmutableArray<ReadAgreement> agreements, Speech speech, bool isShort = false) =>
        ReadMarkdown.Write(output, ReadSections.Of(agreements, speech, isShort));

    public static void WriteHtml(TextWriter output, ImmutableArray<ReadAgreement> agreements, MadeOf madeOf, Speech speech, bool isShort = false) =>
        ReadHtml.Write(output, ReadSections.Of(agreements, speech, isShort, hasPictures: true), madeOf, speech);

    public static void WriteDocx(Stream output, ImmutableArray<ReadAgreement> agreements, Speech speech, bool isShort = false) =>
        ReadDocx.Write(output, ReadSections.Of(agreements, speech, isShort));
}

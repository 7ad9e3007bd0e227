using System.Collections.Immutable;
using Pacta.Presentation.Negotiating;
using Pacta.Presentation.Reading.Content;
using Pacta.Presentation.Reading.Document;
using Pacta.Presentation.Text;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Reading;

/// <summary>Agreements back as a document, in every form in which one can be had. The same files give the same bytes.</summary>
public static class AgreementPages
{
    public static void WriteText(TextWriter output, ImmutableArray<ReadAgreement> agreements, Speech speech, Screen screen) =>
        ReadText.Write(output, ReadSections.Of(agreements, speech), screen);

    /// <param name="isShort">Without the evidence and the scenarios, which are in the files.</param>
    public static void WriteMarkdown(TextWriter output, ImmutableArray<ReadAgreement> agreements, Speech speech, bool isShort = false) =>
        ReadMarkdown.Write(output, ReadSections.Of(agreements, speech, isShort));

    public static void WriteHtml(TextWriter output, ImmutableArray<ReadAgreement> agreements, MadeOf madeOf, Speech speech) =>
        ReadHtml.Write(output, ReadSections.Of(agreements, speech), madeOf, speech);

    public static void WriteDocx(Stream output, ImmutableArray<ReadAgreement> agreements, Speech speech) =>
        ReadDocx.Write(output, ReadSections.Of(agreements, speech));
}

using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pacta.Presentation.Html;
using Pacta.Presentation.Json;
using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Negotiating;

/// <summary>What a page or a file about a negotiation was made of.</summary>
/// <param name="Version">The version of Pacta.</param>
/// <param name="Command">The command that makes the same again, with the names of the files and without their folders.</param>
/// <param name="Files">In the order in which they were named.</param>
public sealed record MadeOf(string Version, string Command, ImmutableArray<AgreementInput> Files)
{
    /// <summary>Letters of every script stay readable: the file is no web page.</summary>
    internal static readonly JsonWriterOptions Json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("manifest");
        json.WriteString("pacta", Version);
        json.WriteString("command", Command);
        json.WriteFiles("agreements", Files);
        json.WriteEndObject();
    }

    internal void Write(HtmlWriter html, Speech speech)
    {
        using (html.In("section", ("class", "run")))
        {
            html.Element("h2", speech.Phrases.Say("html.run"), ("id", RunSection.Anchor));
            html.Element("p", speech.Phrases.Say("html.run.intro"));
            using (html.In("dl", ("class", "facts")))
            {
                html.Element("dt", speech.Phrases.Say("html.version"));
                html.Element("dd", Version);
                html.Element("dt", speech.Phrases.Say("negotiating.command"));
                using (html.In("dd"))
                {
                    html.Element("code", Command);
                }
            }

            html.Element("h3", speech.Phrases.Say("html.run.agreements"));
            using (html.In("dl", ("class", "files")))
            {
                foreach (var file in Files)
                {
                    html.Element("dt", file.File);
                    using (html.In("dd"))
                    {
                        html.Text(speech.Phrases.Say("html.run.hash") + " ");
                        html.Element("code", file.Sha256);
                    }
                }
            }
        }
    }
}

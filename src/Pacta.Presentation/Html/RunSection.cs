using Pacta.Presentation.Runs;
using Pacta.Presentation.Words;

namespace Pacta.Presentation.Html;

/// <summary>What the page was made of: enough to make it again, and to see whether two pages had the same input.</summary>
internal static class RunSection
{
    public const string Anchor = "run";

    public static void Write(HtmlWriter html, CheckReport report, Speech speech) =>
        Write(html, report.Manifest, report.LinesSkipped, report.ListsKept, speech);

    /// <param name="listsKept">Null where there is no such option.</param>
    public static void Write(HtmlWriter html, Manifest manifest, int linesSkipped, bool? listsKept, Speech speech)
    {
        using (html.In("section", ("class", "run")))
        {
            html.Element("h2", Say("html.run"), ("id", Anchor));
            html.Element("p", Say(manifest.IsPublic ? "html.run.public" : "html.run.intro"));
            if (linesSkipped > 0)
            {
                html.Element("p", speech.Phrases.Numbered("table.left_out", linesSkipped));
            }

            if (manifest.Stores.Sum(s => s.Erased) is > 0 and var erased)
            {
                html.Element("p", speech.Phrases.Numbered("table.erased", erased));
            }

            using (html.In("dl", ("class", "facts")))
            {
                html.Element("dt", Say("html.version"));
                html.Element("dd", manifest.Version);
                WriteOptions(html, manifest.Options, listsKept, speech);
            }

            Files("html.run.agreements", "html.run.hash", manifest.Agreements.Select(a => (a.File, (int?)null, a.Sha256)));
            if (!manifest.IsPublic)
            {
                Files("html.run.reports", "html.run.hash_sorted", manifest.Reports.Select(r => (r.File, (int?)r.Lines, r.Sha256)));
            }

            if (manifest.States.Length > 0 && !manifest.IsPublic)
            {
                Files("html.run.states", "html.run.hash", manifest.States.Select(s => (s.File, (int?)s.Records, s.Sha256)));
            }

            if (manifest.Stores.Length > 0)
            {
                Files("html.run.stores", "html.run.chain", manifest.Stores.Select(s => (s.File, (int?)s.Entries, s.Chain)));
            }
        }

        string Say(string key) => speech.Phrases.Say(key);

        void Files(string title, string hash, IEnumerable<(string File, int? Lines, string Hash)> files)
        {
            html.Element("h3", Say(title));
            using (html.In("dl", ("class", "files")))
            {
                foreach (var (file, lines, value) in files)
                {
                    html.Element("dt", lines is { } count ? speech.Phrases.Numbered("html.run.lines", count, file) : file);
                    using (html.In("dd"))
                    {
                        html.Text(Say(hash) + " ");
                        html.Element("code", value);
                    }
                }
            }
        }
    }

    /// <summary>The options as the command line has them: names that whoever repeats the run will type.</summary>
    private static void WriteOptions(HtmlWriter html, RunOptions options, bool? listsKept, Speech speech)
    {
        Option("--as-of", options.AsOf);
        Option("--published-as-of", options.PublishedAsOf);
        Option("--until", options.Until);
        Option("--perspective", options.Perspective);
        Option("--clause", options.Clauses.Length > 0 ? string.Join(", ", options.Clauses) : null);
        if (listsKept is { } all)
        {
            Option("--all", YesOrNo(all));
            Option("--strict", YesOrNo(options.IsStrict));
        }

        Option("--keep-going", YesOrNo(options.KeepsGoing));
        Option("--mandate", options.Mandate);
        Option("--language", options.Language);

        string YesOrNo(bool value) => speech.Phrases.Say(value ? "html.yes" : "html.no");

        void Option(string name, string? value)
        {
            using (html.In("dt"))
            {
                html.Element("code", name);
            }

            html.Element("dd", value ?? speech.Phrases.Say("html.not_given"));
        }
    }
}

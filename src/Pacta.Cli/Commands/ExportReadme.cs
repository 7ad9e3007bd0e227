using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pacta.Model.Findings;
using Pacta.Presentation.Phrases;
using Pacta.Presentation.Runs;
using Pacta.Translation;

namespace Pacta.Cli.Commands;

/// <summary>What an outsider has to know about exported files, and what is told on the screen.</summary>
internal sealed class ExportReadme(Phrasebook phrases, AgreementFindings found, Manifest manifest, ImmutableArray<ExportedFile> files)
{
    private IEnumerable<ExportedFile> Written => files.Where(f => f.Clause.Translated is not null);

    private ImmutableArray<ExportedFile> LeftOut => [.. files.Where(f => f.Clause.NotTranslated is not null)];

    private ImmutableArray<ExportedFile> Differing => [.. files.Where(f => !f.IsAsExpected)];

    public string Summary(string folder)
    {
        var text = new StringBuilder();
        text.Append(phrases.Numbered("export.written", Written.Count(), folder)).Append('\n');
        if (LeftOut.Length > 0)
        {
            text.Append(phrases.Numbered("export.left_out", LeftOut.Length)).Append('\n');
        }

        if (Differing.Length > 0)
        {
            text.Append(phrases.Say("export.differs", string.Join(", ", Differing.Select(f => f.Name)))).Append('\n');
        }
        else if (Written.Any())
        {
            text.Append(phrases.Say("export.same")).Append('\n');
        }

        return text.ToString();
    }

    public string Text()
    {
        var text = new StringBuilder();
        var name = Written.FirstOrDefault()?.Name ?? "01-clause";
        Paragraph("export.readme.title", found.Agreement.Title);
        Paragraph("export.readme.made", manifest.Version, found.Through.ToString(), manifest.Options.Perspective ?? string.Empty);
        Paragraph("export.readme.what");
        Paragraph("export.readme.run");
        text.Append(CultureInfo.InvariantCulture, $"  monpoly -nofilteremptytp -sig {name}.sig -formula {name}.mfotl -log {name}.log | diff - {name}.expected\n");
        text.Append(CultureInfo.InvariantCulture, $"  monpoly -verified -nofilteremptytp -sig {name}.sig -formula {name}.mfotl -log {name}.log | diff - {name}.expected\n");
        text.Append(CultureInfo.InvariantCulture, $"  pacta mfotl --sig {name}.sig --formula {name}.mfotl --log {name}.log | diff - {name}.expected\n\n");
        Paragraph("export.readme.verdicts");
        Paragraph("export.readme.columns");
        Paragraph("export.readme.log");
        Paragraph("export.readme.world");
        Paragraph(Differing.Length > 0 ? "export.differs" : "export.same", string.Join(", ", Differing.Select(f => f.Name)));

        Heading("export.readme.clauses");
        foreach (var file in Written)
        {
            var clause = file.Clause.Translated!;
            text.Append(file.Name).Append(file.Clause.Reference is { } at ? $"  ({at})" : string.Empty).Append('\n');
            Line(file.Clause.Line ?? file.Clause.Words);
            Line(phrases.Numbered("export.readme.lines", clause.Expected.Count(c => c == '\n')));
            Line(phrases.Say("export.readme.names", string.Join(", ", clause.Columns)));
            foreach (var source in Enum.GetValues<RelationSource>())
            {
                var names = clause.Relations.Where(r => r.Source == source).Select(r => r.Name).ToList();
                if (names.Count > 0)
                {
                    Line(phrases.Say("export.readme.source." + SpeechOptions.SnakeOf(source), string.Join(", ", names)));
                }
            }

            Line(phrases.Say(clause.IsInNanoseconds ? "export.readme.epoch.fine" : "export.readme.epoch", clause.EpochYear.ToString(CultureInfo.InvariantCulture)));
            text.Append('\n');
        }

        if (LeftOut.Length > 0)
        {
            Heading("export.readme.left_out");
            foreach (var file in LeftOut)
            {
                text.Append(file.Name).Append(file.Clause.Reference is { } at ? $"  ({at})" : string.Empty).Append('\n');
                Line(file.Clause.Line ?? file.Clause.Words);
                Line(phrases.Say("export.obstacle." + SpeechOptions.SnakeOf(file.Clause.NotTranslated!.Obstacle), file.Clause.NotTranslated.Detail));
                text.Append('\n');
            }
        }

        return text.ToString();

        void Paragraph(string key, params string[] arguments) => text.Append(phrases.Say(key, arguments)).Append("\n\n");

        void Heading(string key) => text.Append(phrases.Say(key)).Append('\n').Append('=', phrases.Say(key).Length).Append("\n\n");

        void Line(string words) => text.Append("  ").Append(words.ReplaceLineEndings(" ")).Append('\n');
    }
}

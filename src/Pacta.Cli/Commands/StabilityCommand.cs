using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pacta.Cli.Hosting;
using Pacta.Cli.Inputs;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;
using Pacta.Model.Reports;
using Pacta.Negotiation.Stability;
using Pacta.Presentation.Disputes;

namespace Pacta.Cli.Commands;

/// <summary><c>pacta stability</c>: which outcomes of a dispute may last, and why.</summary>
internal static class StabilityCommand
{
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("FILE") { Description = "The files of a dispute (.pacta).", Arity = ArgumentArity.OneOrMore };
        var name = new Option<string?>("--dispute") { Description = "Which dispute, where the files have several.", HelpName = "NAME" };
        var outcomes = new Option<string[]>("--outcome") { Description = "Tell this state in detail: its name or number; may be repeated.", HelpName = "STATE" };
        var inverse = new Option<bool>("--inverse") { Description = "Also tell what each party would have to prefer for these states to be stable." };
        var (format, output, speech) = (Formats.Option("text", "json", "html"), OutputTarget.Option(), new SpeechOptions());
        var command = new Command("stability", "Say which outcomes of a dispute may last: moves and counter-moves by the graph model for conflict resolution.")
        {
            files, name, outcomes, inverse, speech.Language, format, output,
        };
        command.SetAction(parse =>
        {
            var paths = (parse.GetValue(files) ?? []).Distinct(StringComparer.Ordinal).ToList();
            var bag = new DiagnosticBag();
            var loaded = Loading.Agreements(paths, host, bag, needsAgreement: false);
            var model = loaded is null ? null : Model(loaded.Compilation.Disputes, parse.GetValue(name), bag);
            var states = model is null ? [] : Outcomes(model, parse.GetValue(outcomes) ?? [], bag);
            Messages.Show(host, bag.Items);
            if (model is null || bag.HasErrors)
            {
                return ExitCodes.BadInput;
            }

            var question = new StabilityQuestion(StabilityAnalysis.Of(model), states, parse.GetValue(inverse));
            ImmutableArray<string> words =
            [
                "pacta", "stability", .. loaded!.Files.Select(f => f.File), .. parse.GetValue(name) is { } dispute ? new[] { "--dispute", dispute } : [],
                .. (parse.GetValue(outcomes) ?? []).SelectMany(o => new[] { "--outcome", o }), .. question.HasInverse ? new[] { "--inverse" } : [],
                "--language", parse.GetValue(speech.Language)!,
            ];
            var run = new StabilityRun(AppVersion.Text, string.Join(' ', words.Select(w => w.Contains(' ', StringComparison.Ordinal) ? $"\"{w}\"" : w)), loaded.Files);
            var isWritten = OutputTarget.Write(host, parse.GetValue(output), paths, (stream, screen) =>
            {
                if (parse.GetValue(format) == "json")
                {
                    StabilityJson.Write(stream, question, run);
                    stream.Write("\n"u8);
                    return;
                }

                using var text = OutputTarget.Text(stream);
                if (parse.GetValue(format) == "html")
                {
                    StabilityHtml.Write(text, question, run, speech.ReadLanguage(parse));
                    return;
                }

                StabilityText.Write(text, question, speech.ReadLanguage(parse), screen);
            });
            return isWritten ? ExitCodes.Good : ExitCodes.BadInput;
        });
        return command;
    }

    private static GraphModel? Model(ImmutableArray<Dispute> disputes, string? name, DiagnosticBag bag)
    {
        var found = name is null ? disputes : [.. disputes.Where(d => d.Name == name)];
        if (disputes.IsEmpty)
        {
            bag.Add(DisputeCommandErrors.NoDispute());
        }
        else if (found.IsEmpty)
        {
            bag.Add(DisputeCommandErrors.UnknownDispute(name!, disputes.Select(d => d.Name)));
        }
        else if (found.Length > 1)
        {
            bag.Add(DisputeCommandErrors.SeveralDisputes(disputes.Select(d => d.Name)));
        }
        else if (GraphModel.Of(found[0], out var states) is { } model)
        {
            return model;
        }
        else
        {
            bag.Add(states == 0 ? DisputeCommandErrors.NoState(found[0]) : DisputeCommandErrors.TooManyStates(found[0], states));
        }

        return null;
    }

    private static ImmutableArray<int> Outcomes(GraphModel model, string[] names, DiagnosticBag bag)
    {
        var states = ImmutableArray.CreateBuilder<int>();
        foreach (var name in names)
        {
            var named = model.Dispute.States.FirstOrDefault(s => s.Name == name);
            var state = named is not null ? model.Find(named.Combination)
                : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= model.States.Length ? number - 1
                : null;
            if (state is { } found)
            {
                states.Add(found);
            }
            else
            {
                bag.Add(DisputeCommandErrors.UnknownState(name, DidYouMean.Nearest(name, model.Dispute.States.Select(s => s.Name)), model.States.Length));
            }
        }

        return [.. states.Distinct()];
    }
}

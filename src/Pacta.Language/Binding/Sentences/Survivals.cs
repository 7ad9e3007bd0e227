using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;

namespace Pacta.Language.Binding.Sentences;

/// <summary>Binds the lines that begin with <c>survives</c>, of a clause or of the head.</summary>
internal static class Survivals
{
    private const string Withdrawal = "withdrawal";
    private const string Expiry = "expiry";

    /// <summary>What the words of texts are called here.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["end"] = Expiry,
        ["expiration"] = Expiry,
        ["expires"] = Expiry,
        ["termination"] = Expiry,
        ["denunciation"] = Withdrawal,
        ["leaving"] = Withdrawal,
        ["withdrawn"] = Withdrawal,
    };

    public static Survival Bind(ExpressionBinder binder, IEnumerable<SurvivalSyntax> lines)
    {
        var (survival, said) = (Survival.None, new Dictionary<string, SurvivalSyntax>(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            if (line.What is { } what && what.Text is not (Withdrawal or Expiry))
            {
                binder.Report(what, HeaderErrors.SurvivesWhat(what.Text, Synonyms.GetValueOrDefault(what.Text) ?? Suggestion.For(binder.Scope.File, what, [Withdrawal, Expiry])?.ToString()));
                continue;
            }

            string[] names = line.What is { } one ? [one.Text] : [Withdrawal, Expiry];
            if (names.FirstOrDefault(said.ContainsKey) is { } again)
            {
                binder.Report(line, HeaderErrors.SurvivesTwice(again), new Label(binder.Scope.File, said[again].Span, "said here first"));
                continue;
            }

            var length = line.Length is { } written ? binder.BindLapse(written) : null;
            if (line.Length is not null && length is null)
            {
                continue;
            }

            var outlives = new Outliving(binder.Text(line), length);
            foreach (var name in names)
            {
                said.Add(name, line);
                survival = name == Withdrawal ? survival with { Withdrawal = outlives } : survival with { Expiry = outlives };
            }
        }

        return survival;
    }
}

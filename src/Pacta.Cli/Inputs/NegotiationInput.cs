using System.Collections.Immutable;
using Pacta.Cli.Hosting;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;
using Pacta.Model.Reports;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Inputs;

/// <summary>A negotiation that was read, with its files.</summary>
internal sealed record NegotiationInput(Talks Talks, ImmutableArray<AgreementInput> Files)
{
    /// <summary>The only negotiation of the files, or the one that is named; null where there is none, which was said.</summary>
    public static NegotiationInput? Of(IEnumerable<string> paths, string? name, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = Loading.Agreements(paths, host, bag, needsAgreement: false);
        var all = loaded?.Compilation.Negotiations ?? [];
        Talks? chosen = null;
        if (loaded is not null)
        {
            chosen = name is null ? all is [var only] ? only : null : all.FirstOrDefault(t => t.Name == name);
            if (chosen is null)
            {
                ImmutableArray<string> names = [.. all.Select(t => t.Name)];
                bag.Add(names.IsEmpty ? NegotiationInputErrors.NoNegotiation()
                    : name is null ? NegotiationInputErrors.SeveralNegotiations(names)
                    : NegotiationInputErrors.NoSuchNegotiation(name, DidYouMean.Nearest(name, names), names));
            }
        }

        Messages.Show(host, bag.Items);
        return loaded is null || chosen is null ? null : new NegotiationInput(chosen, loaded.Files);
    }
}

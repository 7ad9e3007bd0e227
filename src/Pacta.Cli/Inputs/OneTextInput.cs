using System.Collections.Immutable;
using Pacta.Cli.Hosting;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;
using Pacta.Negotiation.OneText;
using Pacta.Presentation.Runs;

namespace Pacta.Cli.Inputs;

/// <summary>The versions of one text, with what was said of them, read and checked against each other.</summary>
internal sealed record OneTextInput(
    ImmutableArray<Agreement> Versions, Criticisms? Criticisms, ImmutableArray<AgreementInput> VersionFiles, ImmutableArray<AgreementInput> CriticismFiles)
{
    /// <summary>Null where something is wrong, which was said.</summary>
    public static OneTextInput? Of(string[] versions, string[] sheets, Host host)
    {
        var bag = new DiagnosticBag();
        var loaded = Inputs.Versions.Of(versions, host) ?? Loading.Agreements(versions, host, bag);
        var read = bag.HasErrors || sheets.Length == 0 ? null : Loading.Agreements(sheets, host, bag, needsAgreement: false);
        var input = loaded is null || bag.HasErrors ? null : Checked(loaded, read, bag);
        Messages.Show(host, bag.Items);
        return bag.HasErrors ? null : input;
    }

    private static OneTextInput Checked(LoadedAgreements loaded, LoadedAgreements? read, DiagnosticBag bag)
    {
        var agreements = loaded.Compilation.Agreements;
        var name = agreements[0].Name;
        for (var i = 1; i < agreements.Length; i++)
        {
            if (agreements[i].Name != FormattableString.Invariant($"{name}_{i + 1}"))
            {
                bag.Add(OneTextErrors.OtherName(name, agreements[i].Name));
            }
        }

        var sheets = (read?.Compilation.Criticisms ?? []).AddRange(loaded.Compilation.Criticisms);
        if (read is not null && sheets.IsEmpty)
        {
            bag.Add(OneTextErrors.NoCriticisms());
        }

        foreach (var other in sheets.Where(s => s.Agreement != name))
        {
            bag.Add(OneTextErrors.OfAnother(other.Origin, other.Agreement, name));
        }

        Criticisms? all = null;
        foreach (var sheet in sheets)
        {
            all = all is null ? sheet : all.With(sheet);
        }

        foreach (var criticism in all?.All ?? [])
        {
            Check(criticism, agreements, bag);
        }

        foreach (var satisfied in (all?.Satisfied ?? []).Where(s => s.Version > agreements.Length))
        {
            bag.Add(OneTextErrors.NoSuchVersion(satisfied.Origin, satisfied.Version, agreements.Length));
        }

        return new OneTextInput(agreements, all, loaded.Files, read?.Files ?? []);
    }

    private static void Check(Criticism criticism, ImmutableArray<Agreement> versions, DiagnosticBag bag)
    {
        if (criticism.Version > versions.Length)
        {
            bag.Add(OneTextErrors.NoSuchVersion(criticism.Origin, criticism.Version, versions.Length));
            return;
        }

        var version = versions[criticism.Version - 1];
        if (criticism.Clause is { } clause && OneTextHistory.Find(version, clause) is null)
        {
            bag.Add(OneTextErrors.NoSuchClause(criticism.Origin, clause, criticism.Version, [.. version.Clauses.Select(c => c.Name)]));
        }
    }
}

using System.Collections.Immutable;
using Pacta.Certificates;
using Pacta.Certificates.Replaying;
using Pacta.Cli.Hosting;
using Pacta.Language.Printing;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Cli.Inputs;

/// <summary>The files of an agreement as they were published, to compare the texts in certificates with.</summary>
internal sealed class PublishedTexts
{
    private readonly HashSet<string> _hashes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _redacted = new(StringComparer.Ordinal);

    private PublishedTexts()
    {
    }

    public static PublishedTexts Read(string[] paths, Host host, DiagnosticBag bag)
    {
        var published = new PublishedTexts();
        var texts = ImmutableArray.CreateBuilder<SourceText>();
        foreach (var path in paths)
        {
            if (InputFile.Bytes(path, host.Input, ".pacta", bag) is { } bytes && InputFile.Agreement(path, bytes, bag) is { } text)
            {
                published._hashes.Add(InputFile.Sha256(bytes));
                texts.Add(text);
            }
        }

        // A source may be declared in one file and named in another, so they are redacted together.
        published._redacted.UnionWith(Redaction.Of(texts));
        published._redacted.UnionWith(texts.SelectMany(t => Redaction.Of([t])));
        return published;
    }

    public IEnumerable<Discrepancy> Compare(Certificate certificate) => certificate.Texts
        .Where(t => certificate.IsPublic ? !_redacted.Contains(t.Text) : !_hashes.Contains(t.Sha256))
        .Select(t => new Discrepancy(DiscrepancyCode.NotPublished, t.File));
}

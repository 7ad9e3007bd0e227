using System.Collections.Immutable;
using NodaTime;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

/// <summary>A clause or an exception with the parts it stands in.</summary>
internal sealed record ClauseSymbol(DeclarationSyntax Syntax, Identifier Name, ImmutableArray<PartSyntax> Parts, Scope Owner)
{
    public bool IsException => Syntax is ExceptionSyntax;

    public ImmutableArray<string> PartNumbers => [.. Parts.Select(p => p.Number.Value)];

    public string Path => string.Join('/', PartNumbers.Append(Name.Text));

    public string? Reference => (Syntax is ClauseSyntax clause ? clause.Reference : ((ExceptionSyntax)Syntax).Reference)?.Article.Value;

    public string Section => Sections.Of(PartNumbers, Reference) ?? $"clause {Name.Text}";

    public Label DeclaredHere => new(Owner.File, Name.Span, $"'{Name.Text}' is declared here", Section);
}

internal sealed class AgreementSymbol(AgreementSyntax syntax, Scope scope)
{
    private readonly Dictionary<string, ClauseSymbol> _byName = new(StringComparer.Ordinal);

    public AgreementSyntax Syntax { get; } = syntax;

    public Scope Scope { get; } = scope;

    public string Name => Syntax.Name.Text;

    /// <summary>Clauses and exceptions by name, in the order of the text.</summary>
    public List<ClauseSymbol> Clauses { get; } = [];

    public Agreement? Bound { get; set; }

    public ClauseSymbol? FindClause(string name) => _byName.GetValueOrDefault(name);

    public void Add(ClauseSymbol clause)
    {
        Clauses.Add(clause);
        _byName.TryAdd(clause.Name.Text, clause);
    }

    /// <summary>Only proposed or oral: it may lack the dates that others have.</summary>
    public bool IsTentative => Syntax.Headers.Any(h => h is StatusHeader { Status.Text: "proposal" or "oral" });

    /// <summary>Where another line of its head can be put in: behind the last one. Null for another file.</summary>
    public TextSpan? PlaceForHeader(SourceText file) =>
        file == Scope.File && Syntax.Headers is [.., var last] ? new TextSpan(last.Span.End, 0) : null;

    public bool IsSigned => Syntax.Headers.Any(h => h is SignedHeader);

    /// <summary>Null where none is said, or none that is known.</summary>
    public DateTimeZone? Zone => Syntax.Headers.OfType<TimeZoneHeader>().FirstOrDefault() is { } header ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(header.Zone.Value) : null;

    public bool EntersIntoForce => Syntax.Headers.Any(h => h is EntersIntoForceHeader);
}

/// <summary>The way to a place in an agreement: <c>chapter V, article 38</c>.</summary>
internal static class Sections
{
    public static string? Of(ImmutableArray<string> parts, string? reference)
    {
        IEnumerable<string> steps = parts.Select(p => $"chapter {p}");
        if (reference is not null)
        {
            steps = steps.Append($"article {reference}");
        }

        var way = string.Join(", ", steps);
        return way.Length == 0 ? null : way;
    }
}

using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

internal enum NameSort
{
    Agreement,
    Vocabulary,
    Clause,
    Exception,
    Actor,
    Group,
    Unit,
    Thing,
    Event,
    State,
    Noun,
    Amount,
    Zone,
    Line,
    Field,
    Variable,
    Reading,
    Source,
    Standard,
    Perspective,

    /// <summary>An event or a thing of a scenario: <c>exercise north_wind</c>.</summary>
    Instance,
}

/// <summary>Something that has a name: where it is declared, and what it is. Two of one place are the same.</summary>
/// <param name="Span">The name in its declaration.</param>
internal sealed record NamedThing(NameSort Sort, string Name, SourceText File, TextSpan Span)
{
    /// <summary>What the binder knows of it.</summary>
    public object? Subject { get; init; }

    public bool Equals(NamedThing? other) => other is not null && Sort == other.Sort && Span == other.Span && ReferenceEquals(File, other.File);

    public override int GetHashCode() => HashCode.Combine(Sort, Span, File.Path);
}

/// <summary>One place where a name stands.</summary>
internal readonly record struct NameUse(TextSpan Span, NamedThing Thing)
{
    /// <summary>The place where it is declared, and not one that speaks of it.</summary>
    public bool IsDeclaration(SourceText file) => ReferenceEquals(file, Thing.File) && Span == Thing.Span;
}

/// <summary>
/// Which name stands where and what it means there, written down while names are bound: so an editor knows it by the rules of the language
/// itself. The same place may be bound several times; the first meaning counts.
/// </summary>
internal sealed class NameTable
{
    private readonly Dictionary<SourceText, SortedDictionary<int, NameUse>> _uses = [];
    private readonly Dictionary<SourceText, SortedDictionary<int, string>> _impliedUnits = [];

    private readonly Dictionary<SourceText, SortedDictionary<int, (TimeExpression Time, string? Agreement)>> _times = [];

    /// <summary>All names of a file, in the order of its text.</summary>
    public IEnumerable<NameUse> In(SourceText file) => _uses.TryGetValue(file, out var found) ? found.Values : [];

    /// <summary>The units of bare numbers, by the places behind them.</summary>
    public IEnumerable<(int Offset, string Unit)> ImpliedUnits(SourceText file) =>
        _impliedUnits.TryGetValue(file, out var found) ? found.Select(p => (p.Key, p.Value)) : [];

    /// <summary>The times that are counted from something, by the places behind them, with the agreement whose they are.</summary>
    public IEnumerable<(int Offset, TimeExpression Time, string? Agreement)> Times(SourceText file) =>
        _times.TryGetValue(file, out var found) ? found.Select(p => (p.Key, p.Value.Time, p.Value.Agreement)) : [];

    /// <summary>Of times that end at one place the longest counts, which is noted last.</summary>
    public void NoteTime(Scope scope, TextSpan span, TimeExpression time) => Of(_times, scope.File)[span.End] = (time, scope.Agreement?.Name);

    public void Use(SourceText file, Identifier name, Symbol? symbol)
    {
        if (symbol is not null)
        {
            Add(file, name.Span, Of(symbol));
        }
    }

    public void Use(SourceText file, Identifier name, ClauseSymbol? clause)
    {
        if (clause is not null)
        {
            Add(file, name.Span, Of(clause));
        }
    }

    /// <summary>A vocabulary or an agreement.</summary>
    public void Use(SourceText file, Identifier name, Scope? scope)
    {
        if (scope is not null)
        {
            Add(file, name.Span, Of(scope));
        }
    }

    /// <summary>A variable stands only in the file that introduces it.</summary>
    public void Use(SourceText file, Identifier name, Variable variable) =>
        Add(file, name.Span, new NamedThing(NameSort.Variable, variable.Name, file, variable.Span) { Subject = variable });

    /// <summary>A field, by the kind it is asked of: it may be inherited.</summary>
    public void UseField(SourceText file, Identifier name, KindSymbol? kind)
    {
        for (var at = kind; at is not null; at = at.Parent)
        {
            if (at.FieldSyntaxes.FirstOrDefault(f => f.Name.Text == name.Text) is { } field)
            {
                Add(file, name.Span, new NamedThing(NameSort.Field, name.Text, at.Owner.File, field.Name.Span) { Subject = (at, field) });
                return;
            }
        }
    }

    /// <summary>A reading of a noun, a table or a clause, where it has one of that name.</summary>
    public void UseReading(SourceText file, Identifier name, object? of)
    {
        var (home, readings) = of switch
        {
            DefineSymbol define => (define.Owner.File, define.Syntax.Readings.Select(r => r.Name)),
            TableSymbol table => (table.Owner.File, table.Syntax.Readings.Select(r => r.Name)),
            ClauseSymbol { Syntax: ClauseSyntax clause } symbol => (symbol.Owner.File, clause.Readings.Select(r => r.Name)),
            _ => (file, []),
        };
        if (readings.FirstOrDefault(r => r?.Text == name.Text) is { } declared)
        {
            Use(file, name.Span, NameSort.Reading, home, declared, of);
        }
    }

    /// <summary>Something that only its declaration stands for: a reading, a source, an instance.</summary>
    /// <param name="declared">Where it is declared, in <paramref name="home"/>.</param>
    public void Use(SourceText file, TextSpan span, NameSort sort, SourceText home, Identifier declared, object? subject) =>
        Add(file, span, new NamedThing(sort, declared.Text, home, declared.Span) { Subject = subject });

    public void Declare(SourceText file, NameSort sort, Identifier name, object? subject) => Use(file, name.Span, sort, file, name, subject);

    /// <summary>A bare number turned out to have a unit.</summary>
    public void ImplyUnit(SourceText file, SyntaxNode number, string unit)
    {
        if (number is QuantitySyntax { Unit: null, IsPercent: false })
        {
            Of(_impliedUnits, file).TryAdd(number.Span.End, unit);
        }
    }

    public static NamedThing Of(Symbol symbol) => new(
        symbol switch
        {
            ActorSymbol => NameSort.Actor,
            GroupSymbol => NameSort.Group,
            UnitSymbol => NameSort.Unit,
            KindSymbol { Form: KindForm.Event } => NameSort.Event,
            KindSymbol { Form: KindForm.State } => NameSort.State,
            KindSymbol => NameSort.Thing,
            TableSymbol { Syntax.Kind: TableKind.Amount } => NameSort.Amount,
            TableSymbol { Syntax.Kind: TableKind.Zone } => NameSort.Zone,
            TableSymbol => NameSort.Line,
            _ => NameSort.Noun,
        },
        symbol.Name, symbol.Owner.File, symbol.Span)
    { Subject = symbol };

    public static NamedThing Of(ClauseSymbol clause) =>
        new(clause.IsException ? NameSort.Exception : NameSort.Clause, clause.Name.Text, clause.Owner.File, clause.Name.Span) { Subject = clause };

    public static NamedThing Of(Scope scope) =>
        new(scope.Form == ScopeForm.Agreement ? NameSort.Agreement : NameSort.Vocabulary, scope.Name, scope.File, scope.NameSpan) { Subject = scope };

    private void Add(SourceText file, TextSpan span, NamedThing thing)
    {
        if (span.Length > 0)
        {
            Of(_uses, file).TryAdd(span.Start, new NameUse(span, thing));
        }
    }

    private static SortedDictionary<int, T> Of<T>(Dictionary<SourceText, SortedDictionary<int, T>> all, SourceText file)
    {
        if (!all.TryGetValue(file, out var found))
        {
            all.Add(file, found = []);
        }

        return found;
    }
}

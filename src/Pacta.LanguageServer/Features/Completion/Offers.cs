using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.LanguageServer.Protocol;
using Pacta.Model.Agreements;

namespace Pacta.LanguageServer.Features.Completion;

/// <summary>Collects what is offered, each word once, in the order in which it is likely to be meant.</summary>
internal sealed class Offers(Sight sight, Place place, bool hasSnippets)
{
    // Kinds of items, by the numbers that the protocol gives them.
    private const int FunctionKind = 3;
    private const int FieldKind = 5;
    private const int VariableKind = 6;
    private const int ClassKind = 7;
    private const int ModuleKind = 9;
    private const int UnitKind = 11;
    private const int ValueKind = 12;
    private const int EnumKind = 13;
    private const int KeywordKind = 14;
    private const int SnippetKind = 15;
    private const int EnumMemberKind = 20;
    private const int StructKind = 22;
    private const int EventKind = 23;

    private readonly List<CompletionItem> _items = [];
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

    public CompletionItem[] Items => [.. _items];

    public Sight Sight => sight;

    public void Words(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            Add(word, KeywordKind, null);
        }
    }

    public void Values(string what, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Add(value, ValueKind, what);
        }
    }

    /// <summary>Words with what follows them: <c>${1:name}</c> is a place to fill in.</summary>
    public void Snippet(string label, string body, string detail)
    {
        if (hasSnippets && _labels.Add(label + " …"))
        {
            _items.Add(Item(label + " …", SnippetKind, detail, body, isSnippet: true));
        }
    }

    public void Variables(Func<KindSymbol?, bool>? fits = null)
    {
        foreach (var (letter, kind) in sight.Variables.Where(v => fits is null || fits(v.Value)))
        {
            Add(letter, VariableKind, kind is null ? "variable" : Wording.WithArticle(kind.Name));
        }
    }

    public void Actors()
    {
        foreach (var symbol in sight.Symbols.Where(s => s is ActorSymbol or GroupSymbol))
        {
            Symbol(symbol);
        }
    }

    public void Places()
    {
        foreach (var symbol in sight.Symbols.Where(s => s is TableSymbol { IsPlace: true }))
        {
            Symbol(symbol);
        }

        Words("territory of");
    }

    public void Amounts()
    {
        foreach (var symbol in sight.Symbols.Where(s => s is TableSymbol { IsPlace: false }))
        {
            Symbol(symbol);
        }
    }

    /// <param name="isPlural">In the plural, where there is one: what is counted.</param>
    public void Nouns(Func<KindSymbol, bool> fits, bool isPlural = false)
    {
        foreach (var symbol in sight.Symbols)
        {
            if (symbol is KindSymbol or DefineSymbol && sight.KindOf(symbol.Name) is { } kind && fits(kind))
            {
                Symbol(symbol, isPlural ? symbol.Plural : null);
            }
        }
    }

    public void Groups()
    {
        Words("party");
        foreach (var symbol in sight.Symbols.Where(s => s is GroupSymbol))
        {
            Symbol(symbol);
        }
    }

    public void Clauses(Func<ClauseSymbol, bool>? fits = null)
    {
        foreach (var clause in sight.Agreement?.Clauses.Where(c => fits is null || fits(c)) ?? [])
        {
            Add(clause.Name.Text, FunctionKind, clause.Section);
        }
    }

    /// <summary>Fields of the variables in sight, as they stand in conditions: <c>troops of x</c>.</summary>
    public void Fields()
    {
        foreach (var (letter, kind) in sight.Variables)
        {
            foreach (var field in kind?.Fields.Values ?? [])
            {
                Add(field.Type == FieldType.Truth ? $"{letter} is {field.Name}" : $"{field.Name} of {letter}", FieldKind, TypeOf(field));
            }
        }
    }

    public void FieldsOf(KindSymbol? kind)
    {
        foreach (var field in kind?.Fields.Values ?? [])
        {
            Add(field.Name, FieldKind, TypeOf(field));
        }
    }

    public void Units()
    {
        foreach (var unit in sight.Scope.VisibleUnits)
        {
            Add(unit.Name, UnitKind, "unit");
        }

        Values("time", UnitBinder.BuiltIn.Where(u => u.Dimension == UnitBinder.Time).Select(u => u.Name).Concat(["months", "years", "working days", "calendar years"]));
    }

    public void Vocabularies()
    {
        foreach (var name in sight.Analysed.State.Declarers.Roots.Keys.Where(n => n != sight.Agreement?.Name).Order(StringComparer.Ordinal))
        {
            Add(name, ModuleKind, "vocabulary or agreement");
        }
    }

    public void Agreements()
    {
        foreach (var agreement in sight.Analysed.State.Documents.Values.SelectMany(d => d.Parsed.Syntax.Items.OfType<AgreementSyntax>()).Where(a => !a.Name.IsMissing))
        {
            Add(agreement.Name.Text, ModuleKind, agreement.Title.Value);
        }
    }

    /// <summary>Sources, standards, perspectives: of all files that are read together.</summary>
    public void Evidence<T>(Func<T, string> name, string what)
        where T : DeclarationSyntax
    {
        foreach (var item in sight.Analysed.Analysis.Declared.Evidence.Select(e => e.Syntax).OfType<T>())
        {
            Add(name(item), EnumMemberKind, what);
        }
    }

    public void Readings()
    {
        foreach (var content in sight.Symbols.OfType<NamedContentSymbol>())
        {
            Values($"reading of {content.Name}", content.ReadingNames);
        }

        foreach (var clause in sight.Agreement?.Clauses ?? [])
        {
            Values($"reading of {clause.Name.Text}", (clause.Syntax as ClauseSyntax)?.Readings.Select(r => r.Name?.Text).OfType<string>() ?? []);
        }
    }

    /// <summary>The events and things that the facts of this scenario have named.</summary>
    public void Instances()
    {
        foreach (var use in sight.Analysed.Analysis.Names.In(place.Document.Source).Where(u => u.Thing.Sort == NameSort.Instance && IsHere(u)).DistinctBy(u => u.Thing.Name))
        {
            Add(use.Thing.Name, EventKind, (use.Thing.Subject as KindSymbol)?.Name);
        }
    }

    private bool IsHere(NameUse use)
    {
        var head = place.Enclosing(Language.Lexing.Word.Scenario);
        return !head.IsEmpty && use.Span.Start > head[0].Start && use.Span.Start < place.Offset;
    }

    private void Symbol(Symbol symbol, string? label = null) => Add(
        label ?? symbol.Name,
        symbol switch
        {
            ActorSymbol => EnumMemberKind,
            GroupSymbol => EnumKind,
            TableSymbol => StructKind,
            KindSymbol { Form: KindForm.Event } => EventKind,
            _ => ClassKind,
        },
        symbol switch
        {
            ActorSymbol { Actor: var actor } when actor.FullName != actor.Name => actor.FullName,
            KindSymbol kind => kind.Shape(),
            NamedContentSymbol { Section: { } section } => section,
            _ => symbol.What,
        });

    private static string TypeOf(Field field) => field.Type == FieldType.Quantity ? field.Dimension : field.Type.ToString().ToLowerInvariant();

    private void Add(string label, int kind, string? detail)
    {
        if (label.Length > 0 && _labels.Add(label))
        {
            _items.Add(Item(label, kind, detail, label, isSnippet: false));
        }
    }

    private CompletionItem Item(string label, int kind, string? detail, string text, bool isSnippet) => new(
        label, kind, detail, _items.Count.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), new TextEdit(place.Document.RangeOf(place.Word), text), isSnippet ? 2 : 1);
}

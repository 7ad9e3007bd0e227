using Pacta.Language.Syntax;
using Pacta.Model.Text;

namespace Pacta.Language.Binding.Names;

internal enum ScopeForm
{
    /// <summary>Declarations that stand in a file outside of vocabularies and agreements.</summary>
    File,
    Vocabulary,
    Agreement,
}

/// <summary>
/// The names of a file, a vocabulary or an agreement, and the way to those it can see. An agreement sees its own names, those of its file
/// and those of what it uses; further the defines and tables of other agreements of its file, where only one declares the name. A file and
/// a vocabulary see every vocabulary, those of their own file first.
/// </summary>
internal sealed class Scope(ScopeForm form, string name, SourceText file, Declarations all)
{
    private readonly SortedDictionary<string, Symbol> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, UnitSymbol> _units = new(StringComparer.Ordinal);
    private Scope[]? _visible;
    private int _visibleOf;

    public ScopeForm Form { get; } = form;

    public string Name { get; } = name;

    public SourceText File { get; } = file;

    public Declarations All { get; } = all;

    /// <summary>Where its name stands.</summary>
    public TextSpan NameSpan { get; set; }

    /// <summary>What an agreement uses: vocabularies and other agreements.</summary>
    public List<Scope> Used { get; } = [];

    /// <summary>It uses something that was not found: names may be missing because of that, and are not reported.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>Other scopes whose names were needed.</summary>
    public HashSet<Scope> Needed { get; } = [];

    /// <summary>Defines and tables taken from other agreements.</summary>
    public HashSet<NamedContentSymbol> Taken { get; } = [];

    public AgreementSymbol? Agreement { get; set; }

    public List<Identifier> OpenKinds { get; } = [];

    /// <summary>What its sentences leave to judgement: the texts after <c>judged</c>.</summary>
    public HashSet<string> Matters { get; } = new(StringComparer.Ordinal);

    public decimal? Tolerance { get; set; }

    /// <summary>Own symbols, each once, in ordinal order.</summary>
    public IEnumerable<Symbol> Symbols => _names.Where(p => p.Key == p.Value.Name).Select(p => p.Value);

    public IEnumerable<UnitSymbol> Units => _units.Values;

    public IEnumerable<UnitSymbol> VisibleUnits => Visible().SelectMany(s => s.Units);

    public Symbol? FindOwn(string name) => _names.GetValueOrDefault(name);

    /// <summary>Declares a symbol under its name and its plural; answers the symbol that has one of the names already.</summary>
    public Symbol? Declare(Symbol symbol)
    {
        if (symbol is UnitSymbol unit)
        {
            return _units.TryAdd(unit.Name, unit) ? null : _units[unit.Name];
        }

        if (!_names.TryAdd(symbol.Name, symbol))
        {
            return _names[symbol.Name];
        }

        return symbol.Plural is { } plural && plural != symbol.Name && !_names.TryAdd(plural, symbol) ? _names[plural] : null;
    }

    public Symbol? Find(string name)
    {
        foreach (var scope in Visible())
        {
            if (scope.FindOwn(name) is { } symbol)
            {
                return Need(symbol);
            }
        }

        return Form == ScopeForm.Agreement && Elsewhere(name).ToList() is [var only] ? Need(only) : null;
    }

    public UnitSymbol? FindUnit(string name)
    {
        foreach (var scope in Visible())
        {
            if (scope._units.TryGetValue(name, out var unit))
            {
                if (!ReferenceEquals(scope, this))
                {
                    Needed.Add(scope);
                }

                return unit;
            }
        }

        return null;
    }

    /// <summary>Names that could be meant here, for "did you mean".</summary>
    public IEnumerable<string> NamesOf(Func<Symbol, bool> wanted) =>
        Visible().SelectMany(s => s._names).Where(p => wanted(p.Value)).Select(p => p.Key);

    /// <summary>Defines and tables of this name in other agreements of the same file.</summary>
    public IEnumerable<Symbol> Elsewhere(string name) => All.Agreements
        .Where(a => a.Scope != this && a.Scope.File == File)
        .Select(a => a.Scope.FindOwn(name))
        .Where(s => s is NamedContentSymbol)
        .OfType<Symbol>();

    public decimal FindTolerance() => Visible().Select(s => s.Tolerance).FirstOrDefault(t => t is not null) ?? 0.1m;

    /// <summary>The scopes in which a name is looked up, nearest first.</summary>
    public IReadOnlyList<Scope> Visible()
    {
        // Looked up for every name: kept for as long as no scope is added.
        var count = Used.Count + All.Vocabularies.Count;
        if (_visible is null || _visibleOf != count)
        {
            (_visible, _visibleOf) = ([.. FindVisible()], count);
        }

        return _visible;
    }

    private IEnumerable<Scope> FindVisible()
    {
        var others = Form == ScopeForm.Agreement ? Used.AsEnumerable() : All.Vocabularies.OrderBy(v => v.File == File ? 0 : 1);
        return others.Prepend(All.FileScope(File)).Prepend(this).Distinct();
    }

    private Symbol Need(Symbol symbol)
    {
        if (symbol.Owner != this)
        {
            Needed.Add(symbol.Owner);
            if (symbol is NamedContentSymbol content && symbol.Owner.Form == ScopeForm.Agreement)
            {
                Taken.Add(content);
            }
        }

        return symbol;
    }
}

using System.Text.RegularExpressions;
using Pacta.Language.Lexing;
using Pacta.Model.Text;

namespace Pacta.Tests.Docs;

/// <summary>A grammar in the notation of docs/grammar.md, and what can be derived from it: all ends of all derivations, so that no choice is ever taken too early.</summary>
internal sealed partial class Grammar
{
    private readonly Dictionary<string, Form> _rules = new(StringComparer.Ordinal);

    public Grammar(string text)
    {
        foreach (Match rule in Rule().Matches(Comment().Replace(text, " ")))
        {
            var tokens = new Queue<string>(Part().Matches(rule.Groups["body"].Value).Select(m => m.Value));
            var name = rule.Groups["name"].Value;
            _rules.Add(name, Alternatives(tokens, name));
            Assert.Empty(tokens);
        }
    }

    /// <summary>All alternatives of all rules, by rule and words.</summary>
    public IEnumerable<string> Choices => _rules.Values.SelectMany(Within).OfType<Either>().SelectMany(e => e.Forms.Select(f => f.Name)).Concat(_rules.Keys);

    /// <summary>Rules that are used and not there.</summary>
    public IEnumerable<string> Undefined => _rules.Values.SelectMany(Within).OfType<Named>().Where(n => !n.IsToken && !_rules.ContainsKey(n.Name)).Select(n => n.Name);

    public IEnumerable<string> Words => _rules.Values.SelectMany(Within).OfType<Literal>().Select(l => l.Word);

    /// <summary>Derives a file.</summary>
    /// <returns>The alternatives of one derivation; where there is none, how far the tokens could be derived.</returns>
    public (IReadOnlySet<string>? Used, int Furthest) Derive(SourceText source, IReadOnlyList<Token> tokens)
    {
        var run = new Run(_rules, source, tokens);
        return (run.Derive("file"), run.Furthest);
    }

    private static IEnumerable<Form> Within(Form form) => form switch
    {
        Sequence sequence => sequence.Forms.SelectMany(Within).Prepend(form),
        Either either => either.Forms.SelectMany(Within).Prepend(form),
        Repeated repeated => Within(repeated.Form).Prepend(form),
        Optional optional => Within(optional.Form).Prepend(form),
        _ => [form],
    };

    private static Form Alternatives(Queue<string> tokens, string rule)
    {
        var forms = new List<Form> { InOrder(tokens, rule) };
        while (tokens.TryPeek(out var next) && next == "|")
        {
            tokens.Dequeue();
            forms.Add(InOrder(tokens, rule));
        }

        return forms.Count == 1 ? forms[0] : new Either($"{rule}: {string.Join(" | ", forms.Select(f => f.Name))}", forms);
    }

    private static Form InOrder(Queue<string> tokens, string rule)
    {
        var forms = new List<Form>();
        while (tokens.TryPeek(out var next) && next is not ("|" or ")" or "]" or "}"))
        {
            tokens.Dequeue();
            forms.Add(next switch
            {
                "(" => Closed(tokens, rule, ")"),
                "[" => new Optional($"[ {rule} ]", Closed(tokens, rule, "]")),
                "{" => new Repeated($"{{ {rule} }}", Closed(tokens, rule, "}")),
                _ => next[0] == '"' ? new Literal($"{rule} {next}", next[1..^1]) : new Named(next),
            });
        }

        return forms.Count == 1 ? forms[0] : new Sequence($"{rule}: {string.Join(' ', forms.Select(f => f.Name))}", forms);
    }

    private static Form Closed(Queue<string> tokens, string rule, string end)
    {
        var form = Alternatives(tokens, rule);
        Assert.Equal(end, tokens.Dequeue());
        return form;
    }

    private abstract record Form(string Name);

    private sealed record Literal(string Name, string Word) : Form(Name);

    private sealed record Named(string Name) : Form(Name)
    {
        public bool IsToken => Name.All(c => char.IsUpper(c) || c == '_');
    }

    private sealed record Sequence(string Name, List<Form> Forms) : Form(Name);

    private sealed record Either(string Name, List<Form> Forms) : Form(Name);

    private sealed record Repeated(string Name, Form Form) : Form(Name);

    private sealed record Optional(string Name, Form Form) : Form(Name);

    private sealed class Run(Dictionary<string, Form> rules, SourceText source, IReadOnlyList<Token> tokens)
    {
        private readonly Dictionary<(Form, int), SortedSet<int>> _ends = new(ReferenceComparer.Instance);

        public int Furthest { get; private set; }

        public IReadOnlySet<string>? Derive(string rule)
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            return Ends(new Named(rule), 0).Contains(tokens.Count) && Mark(rules[rule], 0, tokens.Count, used) ? used : null;
        }

        private SortedSet<int> Ends(Form form, int at)
        {
            var key = form is Named { IsToken: false } named ? (rules[named.Name], at) : (form, at);
            if (!_ends.TryGetValue(key, out var ends))
            {
                _ends[key] = ends = [.. Find(key.Item1, at)];
            }

            return ends;
        }

        private IEnumerable<int> Find(Form form, int at) => form switch
        {
            Named token => Is(token.Name, at) ? [at + 1] : [],
            Literal literal => at < tokens.Count && TextAt(at) == literal.Word && Reach(at) ? [at + 1] : [],
            Sequence sequence => sequence.Forms.Aggregate<Form, IEnumerable<int>>([at], (starts, f) => starts.SelectMany(s => Ends(f, s)).Distinct().ToList()),
            Either either => either.Forms.SelectMany(f => Ends(f, at)),
            Optional optional => Ends(optional.Form, at).Prepend(at),
            Repeated repeated => Repeat(repeated.Form, at),
            _ => [],
        };

        private HashSet<int> Repeat(Form form, int at)
        {
            var (all, waiting) = (new HashSet<int> { at }, new Queue<int>([at]));
            while (waiting.TryDequeue(out var start))
            {
                foreach (var end in Ends(form, start).Where(all.Add))
                {
                    waiting.Enqueue(end);
                }
            }

            return all;
        }

        private bool Is(string token, int at) => at < tokens.Count && (token switch
        {
            "NAME" => tokens[at].IsName,
            "VAR" => tokens[at].Kind == TokenKind.Variable,
            "NUMBER" => tokens[at].Kind == TokenKind.Number,
            "STRING" => tokens[at].Kind == TokenKind.Text,
            "DATE" => tokens[at].Kind is TokenKind.Date or TokenKind.Month,
            "CLOCK" => tokens[at].Kind == TokenKind.Clock,
            "EOL" => tokens[at].Kind == TokenKind.EndOfLine,
            _ => false,
        }) && Reach(at);

        private bool Reach(int at)
        {
            Furthest = Math.Max(Furthest, at + 1);
            return true;
        }

        private string TextAt(int at) => source.Content[tokens[at].Start..tokens[at].End];

        /// <summary>Notes the alternatives of one derivation of these tokens.</summary>
        private bool Mark(Form form, int from, int to, HashSet<string> used)
        {
            switch (form)
            {
                case Named { IsToken: false } named:
                    used.Add(named.Name);
                    return Mark(rules[named.Name], from, to, used);
                case Sequence sequence:
                    return MarkAll(sequence.Forms, 0, from, to, used);
                case Either either:
                    var taken = either.Forms.First(f => Ends(f, from).Contains(to));
                    used.Add(taken.Name);
                    return Mark(taken, from, to, used);
                case Optional optional:
                    return from == to || Mark(optional.Form, from, to, used);
                case Repeated repeated:
                    while (from < to)
                    {
                        var next = Ends(repeated.Form, from).First(e => e > from && Repeat(repeated.Form, e).Contains(to));
                        Mark(repeated.Form, from, next, used);
                        from = next;
                    }

                    return true;
                default:
                    return true;
            }
        }

        private bool MarkAll(List<Form> forms, int index, int from, int to, HashSet<string> used)
        {
            if (index == forms.Count)
            {
                return from == to;
            }

            var next = Ends(forms[index], from).First(e => Leads(forms, index + 1, e, to));
            Mark(forms[index], from, next, used);
            return MarkAll(forms, index + 1, next, to, used);
        }

        private bool Leads(List<Form> forms, int index, int from, int to) =>
            index == forms.Count ? from == to : Ends(forms[index], from).Any(e => Leads(forms, index + 1, e, to));
    }

    /// <summary>Forms are places in the grammar: two that are written alike are two.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<(Form Form, int At)>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals((Form Form, int At) x, (Form Form, int At) y) => ReferenceEquals(x.Form, y.Form) && x.At == y.At;

        public int GetHashCode((Form Form, int At) obj) => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Form), obj.At);
    }

    [GeneratedRegex(@"\(\*.*?\*\)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?<name>[a-z_]+)\s*=(?<body>(?:""[^""]*""|[^;""])*);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();

    [GeneratedRegex(@"""[^""]*""|[A-Za-z_]+|[(){}\[\]|]")]
    private static partial Regex Part();
}

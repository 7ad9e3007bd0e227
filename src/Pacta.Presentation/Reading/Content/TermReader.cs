using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pacta.Model.Agreements;
using Pacta.Presentation.Reading.Plain;

namespace Pacta.Presentation.Reading.Content;

/// <summary>The words that an agreement defines, with what they come to: definitions, tables and groups, and which of them use which.</summary>
internal sealed partial class TermReader
{
    private readonly Agreement _agreement;
    private readonly Dictionary<string, ReadTerm> _terms = new(StringComparer.Ordinal);

    /// <summary>From each name, singular or plural, to the word that is declared.</summary>
    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);

    public TermReader(Agreement agreement)
    {
        _agreement = agreement;
        foreach (var (name, plural) in agreement.Definitions.Values.Select(d => (d.Name, d.Plural))
            .Concat(agreement.Tables.Values.Select(t => (t.Name, (string?)null)))
            .Concat(agreement.Vocabulary.Groups.Values.Select(g => (g.Name, g.Plural))))
        {
            _declared[name] = name;
            if (plural is not null)
            {
                _declared[plural] = name;
            }
        }

        foreach (var definition in agreement.Definitions.Values)
        {
            _terms[definition.Name] = Of(definition);
        }

        foreach (var table in agreement.Tables.Values)
        {
            _terms[table.Name] = Of(table);
        }

        foreach (var group in agreement.Vocabulary.Groups.Values.Where(g => !_terms.ContainsKey(g.Name)))
        {
            _terms[group.Name] = Of(group);
        }
    }

    /// <summary>The words in some code, and those that these use, each once; in the order in which they are met.</summary>
    public ImmutableArray<ReadTerm> UsedBy(IEnumerable<string> code)
    {
        var found = new List<ReadTerm>();
        var waiting = new Queue<string>(code.SelectMany(NamesIn));
        while (waiting.TryDequeue(out var name))
        {
            if (!found.Exists(t => t.Name == name) && _terms.TryGetValue(name, out var term))
            {
                found.Add(term);
                foreach (var below in term.Uses)
                {
                    waiting.Enqueue(below);
                }
            }
        }

        return [.. found];
    }

    /// <summary>The declared words in code; what stands in quotation marks is no code.</summary>
    private IEnumerable<string> NamesIn(string code) =>
        Word().Matches(Quotation().Replace(code, " ")).Select(m => _declared.GetValueOrDefault(m.Value)).OfType<string>();

    private ReadTerm Of(Definition definition)
    {
        var meanings = definition.Readings.Select(r => new ReadMeaning(r.Name, r.HeldBy, [new PlainWords(_agreement).Pattern(r.Content, Quantity.One)])).ToImmutableArray();
        return new ReadTerm(
            definition.Name, TermForm.Definition, string.Empty, definition.Reference, definition.Remarks, meanings, Uses(definition.Name, definition.Readings.Select(r => r.Content.Text)));
    }

    private ReadTerm Of(Table table)
    {
        var words = new PlainWords(_agreement);
        var of = table.Parameter is { } parameter ? words.Pattern(parameter, Quantity.One) : string.Empty;
        var meanings = table.Readings.Where(r => !r.Content.IsEmpty).Select(r => new ReadMeaning(r.Name, r.HeldBy, [.. r.Content.Select((row, i) => words.Fork().Row(row, isLast: i > 0 && i == r.Content.Length - 1))]));
        return new ReadTerm(
            table.Name,
            table.Form switch { TableForm.Amount => TermForm.Amount, TableForm.Zone => TermForm.Zone, _ => TermForm.Line },
            of,
            table.Reference,
            table.Remarks,
            [.. meanings],
            Uses(table.Name, table.Readings.SelectMany(r => r.Content).Select(r => r.Text).Append(table.Parameter?.Text ?? string.Empty)));
    }

    private ReadTerm Of(Model.Agreements.Group group)
    {
        var names = new PlainNames(_agreement);
        var words = new PlainWords(_agreement);
        ImmutableArray<string> members = [.. group.Members.Select(m => names.Somebody(m.Member) + words.FromUntil(m.From, m.Until))];
        return new ReadTerm(group.Name, TermForm.Group, string.Empty, null, Remarks.None, [new ReadMeaning(null, [], members)], Uses(group.Name, group.Members.Select(m => m.Member)));
    }

    private ImmutableArray<string> Uses(string own, IEnumerable<string> code) => [.. code.SelectMany(NamesIn).Where(n => n != own).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("[\\p{L}_][\\p{L}\\p{Nd}_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();
}

using System.Collections.Immutable;
using Pacta.Reports.Json;
using Pacta.Reports.Lines;

namespace Pacta.Reports.Import;

/// <summary>Who and where, in a mapping.</summary>
internal sealed partial class CsvMappingReader
{
    private ImmutableArray<(string, NamesSpec)> Roles(Members members)
    {
        var roles = ImmutableArray.CreateBuilder<(string, NamesSpec)>();
        foreach (var preposition in ClaimLine.Prepositions)
        {
            if (members.Take(preposition) is { } node)
            {
                roles.Add((preposition, Names(node, preposition)));
            }
        }

        return roles.ToImmutable();
    }

    private NamesSpec Names(JsonNode node, string name)
    {
        if (node.Kind == JsonKind.Array)
        {
            return new NamesSpec([.. node.Items.Select(i => Text(i, name))], false, null);
        }

        if (node["one_of"] is { Kind: JsonKind.Array } several)
        {
            var list = new Members(_line, node, $"\"{name}\"");
            list.Take("one_of");
            list.Finish();
            return new NamesSpec([.. several.Items.Select(i => Text(i, name))], true, null);
        }

        if (node.Kind != JsonKind.Object)
        {
            return new NamesSpec([Text(node, name)], false, null);
        }

        if (node["chosen"] is not null)
        {
            return Chosen(node, name);
        }

        var members = new Members(_line, node, $"\"{name}\"");
        var cell = Cell(members, name);
        var split = members.Text("split");
        members.Take("type");
        members.Finish();
        return new NamesSpec([cell], false, split);
    }

    private NamesSpec Chosen(JsonNode node, string name)
    {
        var members = new Members(_line, node, $"\"{name}\"");
        var question = members.Text("chosen") ?? string.Empty;
        var map = members.Take("map") is { } words ? Map(words) : null;
        members.Take("type");
        members.Finish();
        _questions.Add((question, _line.SpanOf((node["chosen"] ?? node).Span)));
        return new NamesSpec([], false, null) { Chosen = new ChosenSpec(question, map) };
    }
}

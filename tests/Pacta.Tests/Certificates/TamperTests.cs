using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Pacta.Certificates.Json;
using Pacta.Tests.Cli;

namespace Pacta.Tests.Certificates;

/// <summary>Whatever is changed in a certificate is noticed, and never makes Pacta fail.</summary>
public sealed class TamperTests
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = false };

    [Theory]
    [InlineData("e00dbf")]
    [InlineData("1a4543")]
    [InlineData("1a4543", "--public")]
    public void Every_single_value_counts(string id, string option = "")
    {
        using var command = Certificate(id, option);
        var text = command.Read("certificate.json");
        var paths = Leaves(JsonNode.Parse(text)!).ToList();
        Assert.True(paths.Count > 40, $"{paths.Count} values");
        foreach (var path in paths)
        {
            var root = JsonNode.Parse(text)!;
            var leaf = path(root);
            leaf.ReplaceWith(Other(leaf));
            command.Write("changed.json", root.ToJsonString());

            var ran = command.Run("verify", "@changed.json");

            Assert.True(ran.ExitCode is 1 or 2, $"{leaf.GetPath()}: exit {ran.ExitCode}\n{ran.Output}{ran.Errors}");
            Assert.NotEqual(string.Empty, ran.Output + ran.Errors);
        }
    }

    [Fact]
    public void A_certificate_that_was_damaged_at_random_is_never_verified()
    {
        using var command = Certificate("1a4543", string.Empty);
        var whole = Encoding.UTF8.GetBytes(command.Read("certificate.json"));
        var content = Canonical.Of(JsonDocument.Parse(whole).RootElement);
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Sample(
            (how, where, what) =>
            {
                var changed = Damage(whole, how, where, what);
                command.Write("changed.json", changed);

                var ran = command.Run("verify", "@changed.json");

                Assert.True(ran.ExitCode is 0 or 1 or 2, $"exit {ran.ExitCode}: {ran.Errors}");
                if (ran.ExitCode == 0)
                {
                    Assert.Equal(content, ContentOf(changed));
                }
            },
            iter: 250,
            threads: 1);
    }

    [Fact]
    public void Blanks_and_the_order_of_members_do_not_count()
    {
        using var command = Certificate("1a4543", string.Empty);
        var root = JsonNode.Parse(command.Read("certificate.json"))!.AsObject();
        var turned = new JsonObject(root.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        command.Write("changed.json", turned.ToJsonString(Plain));

        Assert.Equal(0, command.Run("verify", "@changed.json").ExitCode);
    }

    [Fact]
    public void It_says_which_part_is_another()
    {
        using var command = Certificate("1a4543", string.Empty);
        command.Write("changed.json", command.Read("certificate.json").Replace("\"certain\"", "\"contested\"", StringComparison.Ordinal));

        var ran = command.Run("verify", "@changed.json");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("certainty: the certificate says \"contested\", and from its records it is \"certain\".", ran.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("Its content was changed", ran.Output.Unwrapped(), StringComparison.Ordinal);
        Assert.DoesNotContain("hash of its content is right", ran.Output.Unwrapped(), StringComparison.Ordinal);
    }

    private static Command Certificate(string id, string option)
    {
        var command = Command.WithDemo();
        string[] more = option.Length == 0 ? [] : [option];
        Assert.Equal(0, command.Run(["explain", "@" + Command.Agreement, "--reports", "@" + Command.Reports, id, "--certificate", "@certificate.json", .. more]).ExitCode);
        Assert.Equal(0, command.Run("verify", "@certificate.json").ExitCode);
        return command;
    }

    private static byte[] Damage(byte[] whole, int how, int where, int what)
    {
        var at = where % whole.Length;
        if (how < 2)
        {
            return how == 0
                ? whole[..at]
                : [.. whole[..at], (byte)(whole[at] ^ (1 << (what % 8))), .. whole[(at + 1)..]];
        }

        var root = JsonNode.Parse(whole)!;
        var leaves = Leaves(root).ToList();
        var leaf = leaves[where % leaves.Count](root);
        switch (how, leaf.Parent)
        {
            case (2, JsonObject parent):
                parent.Remove(leaf.GetPropertyName());
                break;
            case (3, JsonObject parent):
                parent.Add("more", what);
                break;
            case (4, JsonArray parent):
                parent.Add(parent[0]?.DeepClone());
                break;
            case (5, _):
                leaf.ReplaceWith((JsonNode)new JsonArray(1, 2));
                break;
            case (6, JsonObject parent):
                return Encoding.UTF8.GetBytes(root.ToJsonString().Replace(
                    parent.ToJsonString(), parent.ToJsonString()[..^1] + $",\"{leaf.GetPropertyName()}\":{leaf.ToJsonString()}}}", StringComparison.Ordinal));
            default:
                leaf.ReplaceWith(Other(leaf));
                break;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static string? ContentOf(byte[] changed)
    {
        try
        {
            return Canonical.Of(JsonDocument.Parse(changed).RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Ways to every value that is not null and has none below it.</summary>
    private static IEnumerable<Func<JsonNode, JsonNode>> Leaves(JsonNode node) => node switch
    {
        JsonObject o => o.Where(m => m.Value is not null).SelectMany(m => Leaves(m.Value!).Select(way => new Func<JsonNode, JsonNode>(n => way(n[m.Key]!)))),
        JsonArray a => a.SelectMany((item, i) => Leaves(item!).Select(way => new Func<JsonNode, JsonNode>(n => way(n[i]!)))),
        _ => [n => n],
    };

    private static JsonNode Other(JsonNode leaf) => leaf.GetValueKind() switch
    {
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        JsonValueKind.Number => JsonValue.Create(leaf.GetValue<int>() + 1),
        _ => JsonValue.Create(leaf.GetValue<string>() is { Length: > 0 } text ? text[..^1] + (text[^1] == '1' ? '2' : '1') : "x"),
    };
}

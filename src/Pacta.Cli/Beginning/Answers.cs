using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pacta.Cli.Beginning;

/// <summary>Answers that were written down before: one a line in the order of the questions, or a JSON object by the names of the questions.</summary>
internal abstract class Answers
{
    /// <summary>Lines of text that begins with <c>{</c> are JSON.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static Answers Of(string text) => text.TrimStart().StartsWith('{') ? new AnswersByName(text) : new AnswersInLines(text);

    /// <summary>The answer to a question; null where there are no more.</summary>
    public abstract string? To(Question question);

    /// <summary>Where the last answer stands: "line 3", "“title”".</summary>
    public abstract string Place { get; }

    /// <summary>An answer to which there was no question; null: none is left.</summary>
    public abstract string? Left { get; }
}

/// <summary>An empty line is an answer too, also the last one.</summary>
internal sealed class AnswersInLines(string text) : Answers
{
    private readonly ImmutableArray<string> _lines = [.. Lines(text)];
    private int _next;

    public override string Place => string.Create(CultureInfo.InvariantCulture, $"line {_next}");

    public override string? Left => _lines.Skip(_next).FirstOrDefault(l => l.Trim().Length > 0);

    public override string? To(Question question) => _next < _lines.Length ? _lines[_next++] : null;

    private static string[] Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}

/// <summary>A member that is not there is an answer that was not given; where there is no further clause, all are told.</summary>
internal sealed class AnswersByName : Answers
{
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private string _last = string.Empty;

    public AnswersByName(string text)
    {
        using var json = JsonDocument.Parse(text);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            if (member.NameEquals("clauses") && member.Value.ValueKind == JsonValueKind.Array)
            {
                var i = 0;
                foreach (var clause in member.Value.EnumerateArray())
                {
                    foreach (var of in clause.ValueKind == JsonValueKind.Object ? clause.EnumerateObject() : throw new JsonException("a clause is an object, such as {\"kind\": \"notice\", \"act\": \"exercise\", \"days\": 42}"))
                    {
                        _answers[string.Create(CultureInfo.InvariantCulture, $"clauses[{i}].{of.Name}")] = Text(of.Value);
                    }

                    i++;
                }
            }
            else
            {
                _answers[member.Name] = Text(member.Value);
            }
        }
    }

    public override string Place => $"“{_last}”";

    public override string? Left => _answers.Keys.FirstOrDefault(k => !_asked.Contains(k));

    public override string? To(Question question)
    {
        _last = question.Id;
        _asked.Add(question.Id);
        return _answers.GetValueOrDefault(question.Id, string.Empty);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Null => string.Empty,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => throw new JsonException("an answer is a text, a number or a list of texts"),
    };
}

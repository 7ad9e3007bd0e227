using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pacta.Temporal.Formulas;

/// <summary>
/// Patterns of texts, in the notation in which formulas write them: groups are <c>\(</c> and <c>\)</c>, alternatives <c>\|</c>; without a
/// backslash parentheses and bars stand for themselves.
/// </summary>
public static class TextPatterns
{
    /// <summary>The pattern, ready to be looked for; null if it is none.</summary>
    public static TextPattern? Compile(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var translation = new Translation(pattern);
        if (translation.Translate() is not { } translated)
        {
            return null;
        }

        try
        {
            const RegexOptions options = RegexOptions.CultureInvariant | RegexOptions.Multiline;
            try
            {
                // In time that is linear in the text, whoever wrote it.
                return new TextPattern(new Regex(translated, options | RegexOptions.NonBacktracking));
            }
            catch (NotSupportedException)
            {
                // With references to what a group matched that cannot be had.
                return new TextPattern(new Regex(translated, options));
            }
        }
        catch (ArgumentException)
        {
            // Such as a range of characters that runs backwards.
            return null;
        }
    }

    /// <summary>One pass over the pattern.</summary>
    private sealed class Translation(string pattern)
    {
        private readonly StringBuilder _translated = new();
        private readonly HashSet<int> _closed = [];
        private readonly Stack<(int Group, int Start)> _open = new();
        private int _groups;

        /// <summary>Where the translation of the last part begins.</summary>
        private int _lastStart;

        /// <summary>Whether there is something that may be repeated.</summary>
        private bool _mayRepeat;

        public string? Translate()
        {
            for (var at = 0; at < pattern.Length; at++)
            {
                var c = pattern[at];
                switch (c)
                {
                    case '\\' when at + 1 < pattern.Length:
                        if (!Escaped(pattern[++at]))
                        {
                            return null;
                        }

                        break;
                    case '[':
                        if ((at = Set(at)) < 0)
                        {
                            return null;
                        }

                        break;
                    case '*' or '+' or '?' when _mayRepeat:
                        // A repetition of a repetition needs a group, since "a*?" means something else to .NET.
                        if (pattern[at - 1] is '*' or '+' or '?')
                        {
                            _translated.Insert(_lastStart, "(?:").Append(')');
                        }

                        _translated.Append(c);
                        break;
                    case '.':
                        Add(".");
                        break;
                    case '^' or '$':
                        Add("(?:" + c + ")");
                        break;
                    default:
                        Add(Regex.Escape(c.ToString()));
                        break;
                }
            }

            return _open.Count == 0 ? _translated.ToString() : null;
        }

        private void Add(string part)
        {
            _lastStart = _translated.Length;
            _translated.Append(part);
            _mayRepeat = true;
        }

        private bool Escaped(char c)
        {
            switch (c)
            {
                case '(':
                    _open.Push((++_groups, _translated.Length));
                    _translated.Append('(');
                    _mayRepeat = false;
                    return true;
                case ')':
                    if (_open.Count == 0)
                    {
                        return false;
                    }

                    (var group, _lastStart) = _open.Pop();
                    _closed.Add(group);
                    _translated.Append(')');
                    _mayRepeat = true;
                    return true;
                case '|':
                    _translated.Append('|');
                    _mayRepeat = false;
                    return true;
                case 'b':
                    Add(@"(?:\b)");
                    return true;
                case >= '1' and <= '9':
                    // A group that is not there yet has matched nothing that could be found again.
                    Add(_closed.Contains(c - '0') ? string.Create(CultureInfo.InvariantCulture, $"(?:\\{c})") : "(?!)");
                    return true;
                default:
                    Add(Regex.Escape(c.ToString()));
                    return true;
            }
        }

        /// <summary>A set of characters; where it ends, or -1 if it does not.</summary>
        private int Set(int start)
        {
            var at = start + 1;
            var set = new StringBuilder("[");
            if (at < pattern.Length && pattern[at] == '^')
            {
                set.Append('^');
                at++;
            }

            var first = at;
            while (at < pattern.Length && (pattern[at] != ']' || at == first))
            {
                Append(set, pattern[at]);
                if (at + 2 < pattern.Length && pattern[at + 1] == '-' && pattern[at + 2] != ']')
                {
                    Append(set.Append('-'), pattern[at + 2]);
                    at += 2;
                }

                at++;
            }

            if (at >= pattern.Length)
            {
                return -1;
            }

            Add(set.Append(']').ToString());
            return at;
        }

        private static void Append(StringBuilder set, char c)
        {
            if (c is '\\' or ']' or '[' or '^' or '-')
            {
                set.Append('\\');
            }

            set.Append(c);
        }
    }
}

/// <summary>A pattern that can be looked for in texts.</summary>
public sealed class TextPattern
{
    private readonly Regex _regex;

    internal TextPattern(Regex regex) => _regex = regex;

    public bool IsIn(string text) => _regex.IsMatch(text);

    /// <summary>
    /// What the groups matched where the pattern is first found anywhere in the text, in order; null in it for a group that did not take
    /// part. Null if the pattern is not found.
    /// </summary>
    public ImmutableArray<string?>? Find(string text)
    {
        var match = _regex.Match(text);
        return match.Success
            ? [.. match.Groups.Values.Skip(1).Select(group => group.Success ? group.Value : null)]
            : null;
    }
}

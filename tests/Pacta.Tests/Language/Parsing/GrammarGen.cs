using CsCheck;

namespace Pacta.Tests.Language.Parsing;

/// <summary>Texts assembled from the grammar: each is a file that can be read, though it need not mean anything.</summary>
internal static class GrammarGen
{
    private static readonly string[] SomeNames =
    [
        "party", "exercise", "warship", "north_wind", "zone_of_application", "entry_into_force", "troops", "d_30", "status",
        "signed", "force", "map", "day", "kind", "event", "unit", "yes", "count", "power", "time", "Крим", "start",
    ];

    private static readonly Gen<string> Name = Gen.Int[0, SomeNames.Length - 1].Select(i => SomeNames[i]);

    private static readonly Gen<string> Variable = One("x", "P", "Q", "A1", "b12");

    private static readonly Gen<string> Text = One("\"38\"", "\"... 42 days // or more ...\"", "\"\"", "\"Україна “x”\"", "\"{ if }\"");

    private static readonly Gen<string> Number = One("0", "5", "15", "9_000", "40_000", "1_234_567", "0.001", "0.5", "1_000.25");

    private static readonly Gen<string> Moment = One("2021-09-10", "1936-11-09", "2021-09", "2015-02-15 00:00", "2020-02-29 23:59");

    private static readonly Gen<string> Preposition = One("to", "from", "in", "into", "on", "over", "through", "against", "under", "outside");

    private static readonly Gen<string> Unit = One("km", "t", "hours", "m");

    private static readonly Gen<string> Duration = Join(Number, One("", "working", "calendar"), One("days", "hours", "months", "years"));

    private static readonly Gen<string> PlainNoun = Gen.OneOf(
        Name, Variable, Join(Name, Variable), Join(Name, Name), Join(Gen.Const("each"), Name, Maybe(Variable)), Join(Gen.Const("each other"), Name, Maybe(Variable)));

    public static Gen<string> File { get; } =
        Gen.OneOf(Vocabulary(), Agreement(), Scenario(), Evidence(), Dispute(), Negotiation(), Criticisms()).Array[1, 3].Select(items => string.Join("\n", items) + "\n");

    /// <summary>The same text with some of its lines broken before joining words.</summary>
    public static Gen<string> LooseFile { get; } = Gen.Select(File, Gen.Int[0, 7].Array[64], Loosen);

    private static string Loosen(string text, int[] dice)
    {
        string[] joining = ["by ", "to ", "of ", "in ", "and ", "or ", "at ", "is ", "where ", "unless ", "until ", "as ", "no ", "within ", "with ", "every "];
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (!isQuoted && text[i] == ' ' && Array.Exists(joining, w => text.AsSpan(i + 1).StartsWith(w)) && dice[i % dice.Length] == 0)
            {
                text = text[..i] + "\r\n\t // remark\n  " + text[(i + 1)..];
                i += 16;
            }
        }

        return text;
    }

    // ---- phrases and terms

    private static Gen<string> Argument(int depth) =>
        depth == 0 ? PlainNoun : Gen.OneOf(PlainNoun, Join(PlainNoun, Gen.Const("of"), Argument(depth - 1)), Moment);

    /// <summary>After <c>by</c> stands who acts and never a date.</summary>
    private static Gen<string> Phrase(int depth) => Join(
        Gen.OneOf(Name, Join(Name, Variable), Join(Name, Gen.Const("of"), Argument(depth))),
        Many(Gen.OneOf(Join(Preposition, Argument(depth)), Join(Gen.Const("by"), PlainNoun)), 2));

    private static Gen<string> Quantity() => Join(One("", "about"), Number.SelectMany(n => One("", "%", " km", " t").Select(u => n + u)));

    private static Gen<string> Term(int depth)
    {
        var window = Gen.OneOf(Gen.Const(""), Join(Gen.Const("per calendar"), Name), Join(Gen.Const("in any"), Duration), Gen.Const("at once"));
        var aggregate = Join(
            Gen.OneOf(Gen.Const("number of"), Join(One("total", "largest", "smallest", "average"), Name, Gen.Const("of"))), Phrase(1), window);
        var factor = Gen.OneOf(Quantity(), Phrase(1), aggregate, Text);
        if (depth == 0)
        {
            return factor;
        }

        return Gen.OneOf(
            factor,
            Join(factor, One("+", "-", "*", "/"), Term(depth - 1)),
            Join(factor, One("*", "/"), factor, One("rounded up", "rounded down")),
            Term(depth - 1).Select(t => $"({t})"));
    }

    private static Gen<string> Time() => Gen.OneOf(
        Moment,
        Phrase(1),
        Join(Duration, One("before", "after"), Phrase(1)),
        Join(Gen.Const("day"), Number, One("before", "after"), Phrase(0)),
        Join(Duration, Gen.Const("after day 2 after"), Phrase(0)));

    // ---- conditions

    private static Gen<string> Basic(int depth)
    {
        var compare = Join(Term(1), One("at least", "at most", "more than", "less than"), Term(1), Maybe(Join(Gen.Const("away from"), Argument(1))));
        var predicate = Gen.OneOf(
            Join(Gen.Const("any of"), Gen.OneOf(Name, Text).Array[1, 3].Select(i => string.Join(", ", i))),
            Join(Preposition, Argument(1)),
            Term(0),
            Join(Quantity(), Gen.Const(".."), Quantity()));
        var there = Join(
            Gen.Const("there"), One("was", "is", "were", "are"), One("", "no"), Phrase(1), Maybe(Join(Gen.Const("during"), Duration, One("before", "after"), Time())));
        var relation = Gen.OneOf(compare, Join(Term(1), One("is", "is not"), predicate), there, Join(Gen.Const("judged"), Text));
        return depth == 0
            ? relation
            : Gen.OneOf(relation, Join(One("any", "all", "none"), Gen.Const("of {\n"), Condition(depth - 1).Array[1, 3].Select(c => string.Join("\n", c)), Gen.Const("\n}")));
    }

    private static Gen<string> Condition(int depth) =>
        Gen.OneOf(Basic(depth), Gen.Select(Basic(depth).Array[2, 3], One(" and ", " or "), (c, joint) => string.Join(joint, c)));

    private static Gen<string> Pattern() => Join(Phrase(1), Maybe(Join(Gen.Const("where"), Condition(0))));

    // ---- sentences

    private static Gen<string> Limit() => Join(One("as from", "until"), Time());

    private static Gen<string> Timing() => Gen.OneOf(
        Join(One("no later than", "no earlier than", "effective"), Time()),
        Join(Gen.Const("within"), Duration, Maybe(Join(One("before", "after"), Time()))),
        One("every year by 15 november", "every 6 months", "every month"),
        Limit());

    private static Gen<string> Sentence(int depth) => Join(
        Gen.OneOf(Join(Gen.Const("each"), Name, Maybe(Variable)), Gen.OneOf(Name, Variable).Array[1, 3].Select(n => string.Join(", ", n))),
        One("", "together"),
        One("must", "must not", "may", "has power to", "have power to"),
        Gen.OneOf(Join(Gen.Const("keep"), Condition(1)), Join(Gen.Const("have"), Pattern()), Join(Name, Pattern())),
        Many(Timing(), 2),
        Maybe(Join(Gen.Const("unless"), Condition(1))),
        depth == 0 ? Gen.Const("") : Maybe(Join(Gen.Const("otherwise"), Sentence(depth - 1))));

    private static Gen<string> Rule() => Gen.Select(Maybe(Condition(0)), Sentence(1), (c, s) => c.Length > 0 ? $"while {c}\n{s}" : s);

    private static Gen<string> Notes() => Many(Gen.OneOf(Join(Gen.Const("text"), One("en", "uk", "no", ""), Text), Join(Gen.Const("note"), Text), Join(Gen.Const("unverified"), Maybe(Text))), 2, "\n");

    private static Gen<string> Readings(Gen<string> content) => Gen.OneOf(
        content,
        Gen.Select(Name, Maybe(Join(Gen.Const("by"), Name)), content, (n, by, c) => $"reading {n} {by} {{\n{c}\n}}").Array[1, 2].Select(r => string.Join("\n", r)));

    private static Gen<string> Reference() => Maybe(Join(Gen.Const("at"), Text));

    private static Gen<string> Block(Gen<string> head, params Gen<string>[] lines) =>
        Gen.Select(head, Lines(lines), (h, l) => $"{h} {{\n{l}\n}}");

    private static Gen<string> Clause() => Block(
        Join(Gen.Const("clause"), Name, Reference()),
        Notes(),
        Maybe(Join(Gen.Const("status"), Name)),
        Many(Join(One("claimed by", "denied by"), Name, Maybe(Text)), 2, "\n"),
        Maybe(Join(Gen.Const("when"), Pattern())),
        Readings(Rule()),
        Many(Survival(), 2, "\n"), Maybe(Admission()));

    private static Gen<string> Admission() => Gen.OneOf(Gen.Const("admits all reports"), Join(Gen.Const("admits reports within"), Duration));

    private static Gen<string> Survival() => Join(Gen.Const("survives"), One("", "withdrawal", "expiry"), Maybe(Join(Gen.Const("for"), Duration)));

    private static Gen<string> Exception() => Block(
        Join(Gen.Const("exception"), Name, Gen.Const("to"), Name, Reference()), Notes(), Join(Gen.Const("if"), Condition(1)), Maybe(Sentence(0)));

    // ---- declarations

    private static Gen<string> Noun() => Name.SelectMany(n => One(n, $"{n} ({n}s)"));

    private static Gen<string> Shape() => Join(
        Maybe(Join(Gen.Const("is"), Name)), Many(Join(One("of", "by", "in", "to"), Name, Maybe(Variable)), 2), Maybe(Join(Gen.Const("with"), Name, Unit)));

    private static Gen<string> Row()
    {
        var value = Gen.OneOf(
            Join(Quantity(), Gen.Const("+"), Term(1)), Phrase(1), Quantity(), Join(One("map", "polygon", "path", "point", "country", "disputed", "place"), Text), Join(Gen.Const("up to"), Quantity(), One("from", "left of", "right of"), Argument(1)));
        return Join(
            value.Array[1, 2].Select(v => string.Join(", ", v)),
            Maybe(Join(Gen.Const("within"), Phrase(1))),
            Maybe(Join(Gen.Const("but not"), Phrase(1))),
            Gen.OneOf(Gen.Const(""), Gen.Const("otherwise"), Join(Gen.Const("if"), Condition(0))),
            Many(Limit(), 2));
    }

    private static Gen<string> Declaration() => Gen.OneOf(
        Join(Gen.Const("unit"), Name, Maybe(Join(Gen.Const("is"), Number, Unit))),
        Join(Gen.Const("actor"), Join(Name, Maybe(Text)).Array[1, 3].Select(a => string.Join(", ", a))),
        Join(Gen.Const("kind"), Noun().Array[1, 2].Select(n => string.Join(", ", n)), Shape()),
        Join(Gen.Const("event"), Name, Noun(), Shape()),
        Join(Gen.Const("state"), Noun(), Join(Gen.Const("by"), Name, Variable), Gen.Const("begins when"), Phrase(1), Maybe(Join(Gen.Const("ends when"), Phrase(1)))),
        Join(Gen.Const("open"), Name),
        One("about is 10%", "about is 2.5%"),
        Join(One("zone", "line"), Name),
        Block(Join(Gen.Const("group"), Noun()), Many(Join(Name, Many(Limit(), 2)), 3, "\n")),
        Block(Join(Gen.Const("define"), Noun(), Reference()), Notes(), Readings(Join(Gen.Const("means"), Pattern()))),
        Block(
            Join(One("amount", "zone", "line"), Name, Maybe(Join(Gen.Const("of"), Name, Variable)), Reference()), Notes(), Readings(Row().Array[1, 3].Select(r => string.Join("\n", r)))));

    private static Gen<string> Vocabulary() => Block(Join(Gen.Const("vocabulary"), Name), Many(Declaration(), 4, "\n"));

    private static Gen<string> Agreement()
    {
        var header = Gen.OneOf(
            Join(Gen.Const("status"), Name, One("", "disputed")), Join(Gen.Const("signed"), Moment), Join(Gen.Const("enters into force"), Time()),
            Join(Gen.Const("expires"), Time()), Join(Gen.Const("provisional"), Many(Limit(), 2)), Gen.Const("time zone \"UTC\""),
            Join(Gen.Const("parties"), Name), Join(Gen.Const("use"), Name), Join(Gen.Const("cite"), Text), Gen.Const("holidays 2021-12-25, 2022-01-01"), Survival(), Admission(),
            Join(One("suspended by", "withdrawn by"), Name, Many(Limit(), 1)));
        var item = Gen.OneOf(Clause(), Exception(), Declaration());
        return Block(
            Join(Gen.Const("agreement"), Text, Gen.Const("as"), Name),
            Many(header, 4, "\n"),
            Many(Gen.OneOf(item, Block(Join(Gen.Const("part"), Text, Maybe(Text)), Many(item, 2, "\n"))), 3, "\n"));
    }

    // ---- evidence

    private static Gen<string> Evidence() => Gen.OneOf(
        Join(Gen.Const("source"), Name, Gen.Const("is"), Name, Maybe(Join(Gen.Const("of"), Name)), Maybe(Text)),
        Block(Join(Gen.Const("standard"), Name), One("needs 2 origins\nreliability c or better", "credibility 3 or better\nadmission suffices", "denial counts by party")),
        Block(Join(Gen.Const("perspective"), Name), One("accepts monitor, party\nstandard two", "takes brigade of force")));

    private static Gen<string> Criticisms()
    {
        var clause = Gen.OneOf(Gen.Const(""), Join(Gen.Const("of clause"), Gen.OneOf(Name, Text)));
        var line = Gen.OneOf(
            Join(Name, Gen.Const("by"), Name, Gen.Const("at version"), Number, clause, Text),
            Join(Gen.Const("satisfied"), Name, Gen.Const("by"), Name, Gen.Const("at version"), Number));
        return Block(Join(Gen.Const("criticisms of"), Name), Many(line, 4, "\n"));
    }

    private static Gen<string> Dispute()
    {
        var name = Gen.OneOf(Name, Variable);
        var naming = Join(name, Gen.OneOf(Gen.Const(""), Text));
        var option = Gen.OneOf(name, Join(name, Gen.Const("of"), name));
        var line = Gen.OneOf(
            Join(Gen.Const("cite"), Text),
            Join(Gen.Const("party"), naming, Gen.Const("{\n"), Many(Join(Gen.Const("option"), Gen.OneOf(naming, Join(naming, Gen.Const(","), naming)), Gen.Const("\n")), 2), Gen.Const("}")),
            Join(One("impossible", "irreversible", "merge"), Statement(3)),
            Join(Gen.Const("state"), naming, Gen.Const("is"), Gen.OneOf(Gen.Const("none"), option, Join(option, Gen.Const(","), option))),
            Join(Gen.Const("preferences of"), name, Gen.Const("by order {\n"), Many(Join(Statement(2), Gen.Const("\n")), 3), Gen.OneOf(Gen.Const(""), Gen.Const("all else equal\n")), Gen.Const("}")),
            Join(Gen.Const("preferences of"), name, Gen.Const("by ranking {\n"), Many(Join(name, Gen.OneOf(Gen.Const(""), Join(Gen.Const("equals"), name)), Gen.Const("\n")), 3), Gen.Const("}")));
        return Join(Gen.Const("dispute"), Text, Gen.Const("as"), Name, Gen.Const("{\n"), Many(Join(line, Gen.Const("\n")), 4), Gen.Const("}"));
    }

    private static Gen<string> Statement(int depth)
    {
        var option = Gen.OneOf(Name, Variable, Join(Name, Gen.Const("of"), Name));
        if (depth == 0)
        {
            return option;
        }

        var inner = Gen.OneOf(option, Join(Gen.Const("not"), option), Join(One("(", "not ("), Statement(depth - 1), Gen.Const(")")));
        var joined = Gen.OneOf(inner, Join(inner, Gen.Const("and"), inner), Join(inner, Gen.Const("or"), inner, Gen.Const("or"), inner));
        return Gen.OneOf(joined, Join(joined, One("if", "only if", "if and only if"), joined));
    }

    private static Gen<string> Negotiation()
    {
        var choice = Gen.OneOf(Name, Join(Name, Gen.Const("of"), Name));
        var choices = choice.Array[1, 3].Select(c => string.Join(" with ", c));
        var worth = Join(One("", "costs"), Number);
        var naming = Join(Name, Maybe(Text));
        var option = naming.Array[1, 3].Select(o => "option " + string.Join(", ", o));
        var issue = Gen.Select(naming, option.Array[0, 3], (n, o) => $"issue {n} {{\n{string.Join('\n', o)}\n}}");
        var interest = Gen.OneOf(
            Gen.Select(Name, Join(Name, worth).Array[1, 3], (n, w) => $"worth of {n} is {string.Join(", ", w)}"),
            Join(Gen.Const("together"), choices, One("adds", "costs"), Number),
            Join(Gen.Const("red line"), choices),
            Join(Gen.Const("alternative"), worth, Maybe(Text)));
        var interests = Gen.Select(Name, interest.Array[0, 4], (n, i) => $"interests of {n} {{\n{string.Join('\n', i)}\n}}");
        var line = Gen.OneOf(Join(Gen.Const("parties"), Name.Array[1, 3].Select(n => string.Join(", ", n))), issue, Join(Gen.Const("excludes"), choices), interests);
        return Gen.Select(Text, Name, line.Array[0, 5], (title, name, lines) => $"negotiation {title} as {name} {{\n{string.Join('\n', lines)}\n}}");
    }

    private static Gen<string> Scenario()
    {
        var told = Join(One("reported", "denied", "retracted"), Maybe(Moment), Gen.Const("by"), Name);
        var setting = Join(
            Name, Gen.OneOf(Gen.Const("no"), Term(0), Join(Quantity(), Gen.Const(".."), Quantity()), Join(Gen.Const("12 km from"), Argument(1))));
        var fact = Join(
            Moment, Maybe(Join(Gen.Const(".."), Moment)), Phrase(1), Maybe(Join(Gen.Const("until"), Moment)),
            Maybe(Join(Gen.Const("with"), setting.Array[1, 2].Select(s => string.Join(", ", s)))), Many(told, 2));
        var line = Gen.OneOf(
            fact,
            Join(Moment, Gen.Const("judged"), Text, One("yes", "no"), Many(told, 1)),
            Join(Gen.Const("expect"), Name, Phrase(1), Maybe(Join(Gen.Const("because"), Name))),
            Join(Gen.Const("perspective"), Name),
            Gen.Const("aland stands in for ukraine"));
        return Block(Join(Gen.Const("scenario"), Text, Gen.Const("of"), Name), Many(line, 4, "\n"));
    }

    // ---- parts

    private static Gen<string> One(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static Gen<string> Maybe(Gen<string> part) => Gen.OneOf(Gen.Const(""), part);

    private static Gen<string> Many(Gen<string> part, int most, string separator = " ") =>
        part.Array[0, most].Select(p => string.Join(separator, p.Where(s => s.Length > 0)));

    private static Gen<string> Join(params Gen<string>[] parts) => Combine(parts, " ");

    private static Gen<string> Lines(params Gen<string>[] parts) => Combine(parts, "\n");

    private static Gen<string> Combine(Gen<string>[] parts, string separator) =>
        parts.Aggregate((left, right) => Gen.Select(left, right, (l, r) => l.Length == 0 ? r : r.Length == 0 ? l : l + separator + r));
}

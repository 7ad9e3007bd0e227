using System.Globalization;
using CsCheck;

namespace Pacta.Tests.Logic.Reference.Resolving;

/// <summary>Generates report lines about few events by two sources that differ on much: whether, by whom, when and how many.</summary>
internal static class DisputedLines
{
    private static readonly Gen<string> Party = Pick("aland", "borland");

    private static readonly Gen<string> Time = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3]).Select((day, form) =>
        form == 0 ? $"2020-03-{10 + (4 * day):00}" : $"2020-03-{10 + (4 * day):00}T12:00:00Z");

    private static readonly Gen<string> Troops = Gen.Select(Pick(8_999, 9_000, 9_001), Gen.Int[0, 5]).Select((n, form) =>
        form == 0 ? $$"""{"about":{{n}}}""" : n.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<string> Line = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Party, Time, Troops, Gen.Int[0, 7]).Select((form, n, by, time, troops, more) => form switch
    {
        0 or 1 or 2 => $$"""
            "event":"exercise_{{n}}","kind":"exercise","by":"{{by}}","time":"{{time}}"{{(more == 0 ? string.Empty : $",\"fields\":{{\"troops\":{troops}{(more == 1 ? ",\"alert\":true" : string.Empty)}}}")}}
            """,
        3 => $$"""
            "event":"notice_{{n}}","kind":"notification","by":"{{by}}","to":"{{(by == "aland" ? "borland" : "cedria")}}","of":"exercise_{{n}}","time":"2020-03-0{{n + 1}}"
            """,
        4 => $$"""
            "event":"request_{{n}}","kind":"explanation_request","by":"cedria","to":"{{by}}","time":"{{time}}"
            """,
        5 => $$"""
            "event":"reply_{{n}}","kind":"reply","by":"{{by}}","to":"request_{{n}}","time":"{{time}}"
            """,
        6 => $$"""
            "event":"fire_{{n}}","kind":"fire","by":"{{by}}","in":"strip","time":"{{time}}"
            """,
        7 => $$"""
            "event":"consent_{{n}}","kind":"consent","by":"{{(more < 4 ? "cedria" : by)}}","time":"{{time}}"
            """,
        8 => $$"""
            "event":"tank_{{n}}","kind":"tank","of":"{{by}}","in":"strip","time":"2020-03-1{{more % 2}}","fields":{"count":{{(more < 3 ? 60 : 101)}}}
            """,
        _ => $$"""
            "event":"action_{{n}}","kind":"action","by":"{{by}}","time":"{{time}}"
            """,
    });

    private static readonly Gen<string> Judgement = Gen.Bool.Select(holds => $$"""
        "type":"judgement","matter":"calm","holds":{{(holds ? "true" : "false")}},"time":"2020-02-01"
        """);

    /// <summary>Up to nine lines; a line of one source is now and then denied, as a whole, by the other.</summary>
    public static readonly Gen<string[]> Some = Gen.Select(Gen.Select(Line, Gen.Int[0, 5], Pick("alpha", "beta")).Array[2, 9], Judgement.Array[0, 2]).Select((lines, judgements) =>
        lines.Select((l, i) => Render(i, l.Item3, l.Item2 == 0, l.Item1))
            .Concat(judgements.Select((j, i) => $$"""{"id":"j{{i:00}}","source":"{{(i == 0 ? "alpha" : "beta")}}","recorded":"2020-12-31T00:00:00Z",{{j.Trim()}}}"""))
            .ToArray());

    private static string Render(int i, string source, bool denies, string body) =>
        $$"""{"id":"r{{i:00}}","source":"{{source}}","recorded":"2020-12-31T00:00:00Z",{{(denies ? "\"polarity\":\"denies\"," : string.Empty)}}{{body.Trim()}}}""";

    private static Gen<T> Pick<T>(params T[] options) => Gen.Int[0, options.Length - 1].Select(i => options[i]);
}

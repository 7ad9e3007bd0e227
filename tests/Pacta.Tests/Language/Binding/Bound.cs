using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.Tests.Language.Binding;

/// <summary>Ways to bind a piece of text in a test: a small vocabulary and agreement around it, and no messages allowed.</summary>
internal static class Bound
{
    public const string Basics = """
        vocabulary basics {
          unit m
          unit km is 1_000 m
          unit mm is 0.001 m
          unit t
          unit person

          kind asset (assets) of actor in place
          kind tank (tanks) is asset
          kind weapon (weapons) is asset with calibre mm, range km
          kind rocket (rockets), gun (guns) is weapon
          kind warship (warships) is asset with tonnage t, base place, flag text
          event hold exercise (exercises) is activity by actor in place with troops person, tanks count, alert truth
          event give notification (notifications) by actor of activity to actor
          event give withdrawal_notice by actor
          event make transit (transits) by actor of warship through place with purpose text
          event make flight (flights) by actor over place
          event send request_for_talks by actor to actor
          event make elimination by actor of weapon
          event start war by actor
          event make peace by actor

          state belligerent (belligerents) by actor S
            begins when war by S
            ends when peace by S
          state member (members) by actor S of alliance N
            begins when request_for_talks by S to N

          actor aland, borland, cedria, league
          group northern (northerners) {
            aland as from 1990-01-01 until 2000-06
            borland
          }
        }

        """;

    public static Agreement Agreement(string items, string headers = "status legal\n  signed 2020-12-01\n  enters into force 2021-01-01") =>
        Compile(Text(items, headers)).Agreements[^1];

    public static string Text(string items, string headers = "status legal\n  signed 2020-12-01\n  enters into force 2021-01-01") => $$"""
        {{Basics}}
        agreement "Treaty" as treaty {
          {{headers}}
          time zone "Europe/Vienna"
          parties aland, borland, cedria
          use basics

          zone area { map "area.geojson" }
          line front { map "front.geojson" }
        {{items}}
        }
        """;

    public static CompilationResult Compile(params string[] texts)
    {
        var files = texts.Select((t, i) => new SourceText($"file{i + 1}.pacta", t)).ToList();
        var result = Compiler.Compile(files);
        Assert.True(
            result.Diagnostics.IsEmpty,
            string.Join('\n', result.Diagnostics.Select(d => $"{d.Code} {d.Headline} [{d.Labels[0].File.Quote(d.Labels[0].Span)}]")));
        return result;
    }

    /// <summary>Binds the lines of one clause.</summary>
    public static Clause Clause(string lines) => Assert.Single(Agreement($"  clause test at \"1\" {{\n{lines}\n  }}").Clauses);

    public static Sentence Sentence(string lines) => Assert.Single(Clause(lines).Readings).Content.Sentence;

    /// <summary>The condition of <c>each party P must keep ...</c></summary>
    public static Condition Kept(string condition) =>
        Assert.Single(Assert.IsType<KeepAct>(Sentence($"each party P must keep {condition}").Act).Lines);

    /// <summary>The pattern of an act that is forbidden to each party P.</summary>
    public static Pattern Forbidden(string act) => Sentence($"each party P must not {act}").Act switch
    {
        DoAct done => done.Pattern,
        HaveAct had => had.Pattern,
        var other => throw new InvalidOperationException(other.Text),
    };

    /// <summary>The condition after <c>where</c> of a trigger.</summary>
    public static Condition Where(string phrase, string condition)
    {
        var when = Clause($"when {phrase} where {condition}\naland must give withdrawal_notice no later than 2022-01-01").When;
        Assert.NotNull(when?.Where);
        return when.Where;
    }

    public static Argument Role(Pattern pattern, string preposition) =>
        Assert.Single(pattern.Roles, r => r.Preposition == preposition).Argument;

    public static T Is<T>(object? value) => Assert.IsType<T>(value);
}

using System.Text.RegularExpressions;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Text;
using Pacta.Presentation.Reading.Content;

namespace Pacta.Tests.ReadBack;

/// <summary>Agreements that tests read back, and the numbers in what was written and in what is told.</summary>
internal static partial class Readable
{
    /// <summary>Words for clauses of one sentence.</summary>
    public const string Words = """
        vocabulary words {
          unit m
          unit km is 1_000 m
          unit person
          actor aland "Republic of Aland", borland, cedria, commission "Joint Commission"
          group coastal_state (coastal_states) { aland, borland }
          group riverside { aland, cedria }
          kind asset (assets) of actor in place
          kind force (forces) is asset with size person, rotating truth
          kind gun (guns) is asset with range km, mark text, base place
          kind tank (tanks) is asset
          event hold exercise (exercises) is activity by actor in place with troops person, alert truth
          event give notification (notifications) by actor of activity to actor
          event give calendar (calendars) by actor to actor
          event send request_for_talks by actor to actor
          event give reply by actor to request
          event hold meeting (meetings) by actor
          event open fire by actor against actor in place
          event declare war by actor
          event make peace by actor
          event give withdrawal_notice by actor to actor
          state belligerent (belligerents) by actor S
            begins when war by S
            ends when peace by S
        }
        """;

    /// <summary>The one agreement that consists of some clauses and declarations.</summary>
    public static Agreement Of(string body, string head = "status legal")
    {
        var result = Compiler.Compile([new SourceText("test.pacta", $$"""
            {{Words}}
            agreement "Accord (invented)" as accord {
              {{head}}
              signed 2020-12-01
              enters into force 2021-01-01
              time zone "Europe/Vienna"
              parties aland, borland, cedria
              use words
              zone bay
              line border
              {{body}}
            }
            """)]);
        Assert.Empty(result.Diagnostics.Select(d => $"{d.Code} {d.Headline}"));
        return result.Agreements.Single();
    }

    /// <summary>The sentences of the only clause, its exceptions left aside.</summary>
    public static string Plain(string body, string head = "status legal")
    {
        var clause = Assert.Single(AgreementReader.Read(Of(body, head)).Chapters).Clauses[^1];
        return string.Join(' ', Assert.Single(clause.Ways).Plain.Select(s => string.Join(" | ", s.Below.Prepend(s.Text))));
    }

    /// <summary>All that is said of a clause: its own sentences and those of its exceptions.</summary>
    public static IEnumerable<string> SaidOf(ReadClause clause) =>
    [
        .. clause.Ways.SelectMany(w => w.Plain).SelectMany(s => s.Below.Prepend(s.Text)),
        .. clause.Exceptions.SelectMany(SaidOf),
    ];

    private static IEnumerable<string> SaidOf(ReadException exception) =>
        exception.Instead.SelectMany(s => s.Below.Prepend(s.Text)).Prepend(exception.If).Concat(exception.Below.SelectMany(SaidOf));

    /// <summary>All code of a clause and of its exceptions.</summary>
    public static IEnumerable<string> CodeOf(ReadClause clause) => clause.Exceptions.SelectMany(CodeOf).Prepend(clause.Code);

    private static IEnumerable<string> CodeOf(ReadException exception) => exception.Below.SelectMany(CodeOf).Prepend(exception.Code);

    /// <summary>The numbers in code, outside of names and of texts, sorted.</summary>
    public static List<string> NumbersInCode(string code) =>
        [.. CodeNumber().Matches(Quotation().Replace(code, string.Empty)).Select(m => m.Value.Replace("_", string.Empty, StringComparison.Ordinal))];

    /// <summary>The numbers in sentences.</summary>
    public static List<string> NumbersInWords(string text) => [.. Number().Matches(Thousands().Replace(text, string.Empty)).Select(m => m.Value)];

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])[0-9][0-9_]*(\.[0-9]+)?")]
    private static partial Regex CodeNumber();

    [GeneratedRegex(@"(?<![\p{L}])[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[0-9]),(?=[0-9]{3})")]
    private static partial Regex Thousands();
}

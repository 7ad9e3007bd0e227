using System.Collections.Immutable;
using NodaTime;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Text;

namespace Pacta.Tests.Logic.Direct;

/// <summary>An agreement between invented parties, and what happened.</summary>
/// <param name="Header">The lines of the agreement before its clauses.</param>
/// <param name="Clauses">Each can be left out when a case is made smaller.</param>
internal sealed record InventedCase(
    string Zone, ImmutableArray<string> Header, ImmutableArray<string> Clauses, ImmutableArray<ToldFact> Facts, Instant Horizon)
{
    public const string Vocabulary = """
        vocabulary invented {
          unit m
          unit km is 1_000 m
          unit person
          unit t
          actor aland, borland, cedria, dorland
          kind force (forces) of actor in place with size person, tonnage t, rotating truth
          kind tank (tanks), gun (guns) is force
          event hold exercise (exercises) by actor in place with troops person, tanks count, alert truth
          event give notification (notifications) by actor of activity to actor
          event send visit_request (visit_requests) by actor to actor
          event give reply (replies) by actor to request
          event hold meeting (meetings) by actor
          event make visit (visits) by actor to actor in place with inspectors count
          event open fire by actor in place
          event start withdrawal by actor
          event give report (reports) by actor to actor
          event give consent by actor
          event declare war by actor
          event make peace by actor
          event give withdrawal_notice by actor
          event give suspension_notice by actor
          event give note_of_exit is withdrawal_notice by actor
          state belligerent (belligerents) by actor S
            begins when war by S
            ends when peace by S
          group pact (pact_members) {
            aland
            borland as from 2020-02-10
            cedria as from 2019-06-01 until 2020-06-30
          }
          zone north { map "north.geojson" }
          zone south { map "south.geojson" }
          line border { map "border.geojson" }
        }
        """;

    public string Text => $$"""
        {{Vocabulary}}

        agreement "Invented" as invented_agreement {
          {{(Header.Any(h => h.StartsWith("status", StringComparison.Ordinal)) ? string.Empty : "status political")}}
          time zone "{{Zone}}"
          use invented
        {{string.Join("\n", Header.Select(l => "  " + l))}}

        {{string.Join("\n\n", Clauses)}}
        }
        """;

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    public History History => ToldFact.History(Facts, Horizon);

    /// <summary>The agreement, or what is wrong with its text.</summary>
    public (Agreement? Agreement, string Mistakes) Compile()
    {
        var result = Compiler.Compile([new SourceText("invented.pacta", Text)]);
        var errors = result.Diagnostics.Where(d => d.Severity == Severity.Error).ToArray();
        return errors.Length == 0 ? (result.Agreements.Single(), string.Empty) : (null, string.Join("\n", errors.Select(e => e.ToString())));
    }

    public string Words => $"""
        {string.Join("\n", Header)}
        time zone {Zone}

        {string.Join("\n", Clauses)}

        {string.Join("\n", Facts.OrderBy(f => f.At).Select(f => f.Words(TimeZone)))}
        complete through {ToldFact.Local(Horizon, TimeZone)}
        """;
}

using System.Collections.Immutable;
using Pacta.Exploration;
using Pacta.Exploration.Conflicting;
using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Negotiation.Conflicts;

namespace Pacta.Tests.Exploration;

/// <summary>Small drafts of invented parties, to look for conflicts in.</summary>
internal static class Drafts
{
    private const string Words = """
        vocabulary words {
          unit m
          unit km is 1_000 m
          unit person
          actor aland, borland, cedria
          kind force (forces) of actor in place with size person
          kind tank (tanks) is force
          event send question (questions) by actor to actor
          event give reply (replies) by actor to request
          event hold exercise (exercises) is activity by actor in place with troops person
          event hold landing is exercise by actor in place with troops person
          event give notification by actor of activity to actor
          event give report (reports) by actor
          event give consent by actor
          event open fire by actor in place
          event make admission by actor of actor
          event deposit accession by actor to actor
          event declare emergency by actor
          event make removal by actor of tank
          event give withdrawal_notice by actor to actor
          kind vessel (vessels) of actor in place with tonnage t
          unit t
        }
        """;

    public static Agreement Draft(string clauses, string name = "draft", string head = "status legal\n  enters into force 2024-01-01")
    {
        var compiled = Compiler.Compile([new SourceText("draft.pacta", $$"""
            {{Words}}
            agreement "Draft {{name}}" as {{name}} {
              {{head}}
              time zone "UTC"
              parties aland, borland
              use words
              zone far_north
              zone near_north
              zone north { far_north, near_north }
              zone south
              {{clauses}}
            }
            """)]);
        Assert.Empty(compiled.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Headline}"));
        return compiled.Agreements[0];
    }

    public static TextConflicts Conflicts(string clauses, ConflictLimits? limits = null) => ConflictExploration.Of([Draft(clauses)], limits ?? new ConflictLimits(2, 2, 4_000, 2_000));

    public static string[] Names(Conflict conflict) => [.. conflict.Clauses.Select(c => c.Clause.Name)];

    public static Conflict Only(ImmutableArray<Conflict> conflicts, string party) => Assert.Single(conflicts, c => c.Party == party || c.Alike.Contains(party));
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pacta.Cli.Demo;

/// <summary>
/// What the demo shows, as <c>dispatch/dispatch.json</c> says it: the phrases, who says them, and which clauses to check each against. What follows
/// is not in it: that is computed.
/// </summary>
/// <param name="LeftOut">What of the dispatch no row takes up, and through when the rows look.</param>
/// <param name="Names">How some of the names in the files are told, where the files have no shorter or better form.</param>
/// <param name="Vocabularies">Files that every command of the demo needs beside the agreement's own.</param>
internal sealed record DispatchScript(
    string Title,
    string About,
    string LeftOut,
    ImmutableDictionary<string, string> Names,
    ImmutableArray<string> Vocabularies,
    ImmutableArray<ScriptAgreement> Agreements,
    ImmutableArray<ScriptSide> Sides,
    ImmutableArray<ScriptRow> Rows)
{
    public static DispatchScript Embedded { get; } =
        JsonSerializer.Deserialize(EmbeddedFile.Text("dispatch/dispatch.json"), ScriptJson.Default.DispatchScript)
        ?? throw new InvalidOperationException("the script of the demo is empty");
}

/// <param name="Short">What it is called where there is little room.</param>
internal sealed record ScriptAgreement(string Name, string File, string Short);

/// <summary>One of those who accuse and are accused, with the actors that are counted to it here.</summary>
internal sealed record ScriptSide(string Name, ImmutableArray<string> Actors);

/// <param name="Id">Its reports are in the file of that name, unless a check names another.</param>
/// <param name="Phrase">Quoted from the dispatch; of the background, a heading.</param>
/// <param name="Who">Who says so of whom.</param>
/// <param name="Accusers">Sides by name, as <paramref name="Accused"/>.</param>
/// <param name="Asks">Clauses that would ask something of which nothing is reported: they are shown, with what a report would have to state.</param>
/// <param name="Scan">Which clauses rule out acts of a kind.</param>
/// <param name="Compare">Who would owe what to whom.</param>
/// <param name="OpenTerms">Agreements whose undefined terms are listed.</param>
/// <param name="Counts">Whether a monitor's counts are shown as a table.</param>
/// <param name="Clocks">By whose calendar days are counted.</param>
internal sealed record ScriptRow(
    string Id,
    string Phrase,
    string Who,
    ImmutableArray<string> Accusers,
    ImmutableArray<string> Accused,
    ImmutableArray<ScriptCheck> Checks,
    ImmutableArray<string> Notes,
    bool IsBackground = false,
    ImmutableArray<ScriptAsk>? Asks = null,
    ScriptScan? Scan = null,
    ScriptCompare? Compare = null,
    ImmutableArray<string>? OpenTerms = null,
    bool Counts = false,
    ScriptClocks? Clocks = null);

/// <summary>Clauses of one agreement; findings about others, or of other parties or events than those named, are left out.</summary>
/// <param name="Reports">The report file, where it is not that of the row; empty: there is none.</param>
internal sealed record ScriptCheck(
    string Agreement,
    ImmutableArray<string> Clauses,
    string? Until = null,
    string? Reports = null,
    ImmutableArray<string>? By = null,
    ImmutableArray<string>? To = null,
    ImmutableArray<string>? Of = null);

internal sealed record ScriptAsk(string Agreement, ImmutableArray<string> Clauses);

internal sealed record ScriptClocks(ImmutableArray<string> CountedIn, ImmutableArray<string> ShownIn);

internal sealed record ScriptScan(ImmutableArray<string> Kinds, string Words);

internal sealed record ScriptCompare(ImmutableArray<string> Agreements, ScriptSide One, string Other);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DispatchScript))]
internal sealed partial class ScriptJson : JsonSerializerContext;

using System.Globalization;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.LanguageServer.Documents;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.LanguageServer.Features.Telling;

/// <summary>What a name stands for, as it is declared.</summary>
internal sealed class NameInWords(Analysed analysed)
{
    public string Tell(NamedThing thing) => thing.Subject switch
    {
        NamedContentSymbol content => Content(content),
        KindSymbol kind => Kind(kind),
        ActorSymbol actor => $"**{Words.Escaped(actor.Actor.FullName)}** · actor `{actor.Name}`",
        GroupSymbol group => Group(group),
        UnitSymbol unit => Unit(unit),
        Scope { Agreement: { } agreement } => $"**{Words.Escaped(agreement.Syntax.Title.Value)}** · agreement `{agreement.Name}`",
        Scope scope => $"**{Words.Said(scope.Name)}** · vocabulary",
        Variable variable => $"**{variable.Name}** stands for {Words.Said(variable.Entity.ToString())}.",
        (KindSymbol of, FieldSyntax field) => $"**{Words.Said(field.Name.Text)}** of {Words.Said(Wording.WithArticle(of.Name))}: {FieldType(field.Type.Text)}",
        SourceSyntax source => $"**{Words.Escaped(source.FullName?.Value ?? source.Name.Text)}** · source: {Words.Said(source.Kind.Text)}{(source.Affiliation is { } of ? $" of {Words.Said(of.Text)}" : string.Empty)}",
        StandardSyntax or PerspectiveSyntax => $"**{Words.Said(thing.Name)}** · {thing.Sort.ToString().ToLowerInvariant()}\n\n{Code(thing.File, ((DeclarationSyntax)thing.Subject).Span)}",
        KindSymbol or ClauseSymbol => string.Empty,
        _ => string.Empty,
    } is { Length: > 0 } text && thing.Sort is not (NameSort.Reading or NameSort.Instance)
        ? text
        : Other(thing);

    /// <summary>A noun made by <c>define</c>, or an amount, a zone, a line: each reading with who holds it.</summary>
    public string Content(NamedContentSymbol content)
    {
        var (reference, what) = content switch
        {
            DefineSymbol define => (define.Syntax.Reference, "noun"),
            TableSymbol table => (table.Syntax.Reference, table.Keyword + (table.Syntax.ParameterNoun is { } of ? $" of {Words.Said(of.Text)} {table.Syntax.ParameterVariable?.Text}" : string.Empty)),
            _ => (null, content.Keyword),
        };
        var head = $"**{Words.Said(content.Name)}**{(reference is { } article ? $" ({Words.Escaped(article.Article.Value)})" : string.Empty)} · {what}";
        var file = content.Owner.File;
        var lines = content switch
        {
            DefineSymbol define => define.Syntax.Readings.Select(r => Reading(r.Name, r.HeldBy, [Quote(file, r.Content.Span)])),
            TableSymbol table => table.Syntax.Readings.Select(r => Reading(r.Name, r.HeldBy, r.Content.Select(row => Quote(file, row.Span)))),
            _ => [],
        };
        return string.Join("  \n", lines.Where(l => l.Length > 0).Prepend(head));
    }

    private static string Reading(Identifier? name, IEnumerable<Identifier> heldBy, IEnumerable<string> lines)
    {
        var content = string.Join("; ", lines);
        var held = string.Join(", ", heldBy.Select(h => h.Text));
        return name is null ? content : $"{Words.Said(name.Text)}{(held.Length > 0 ? $" (held by {Words.Said(held)})" : string.Empty)}: {content}";
    }

    private static string Kind(KindSymbol kind)
    {
        var what = kind.Form switch
        {
            KindForm.Event => $"event: {Words.Said($"{kind.Verb} {kind.Name}")}",
            KindForm.State => "state",
            _ => "kind of thing",
        };
        var lines = new List<string> { $"**{Words.Said(kind.Name)}** · {what}{(kind.Parent is { } parent ? $", {Words.Said(Wording.WithArticle(parent.Name))}" : string.Empty)}", $"`{kind.Shape()}`" };
        if (kind.Fields.Count > 0)
        {
            lines.Add("with " + string.Join(", ", kind.Fields.Values.Select(f => $"{Words.Said(f.Name)} ({TypeOf(f)})")));
        }

        if (kind.State is { } state)
        {
            lines.Add($"begins when {Quote(kind.Owner.File, state.Begins.Span)}{(state.Ends is { } ends ? $", ends when {Quote(kind.Owner.File, ends.Span)}" : string.Empty)}");
        }

        return string.Join("  \n", lines);
    }

    private static string TypeOf(Field field) => field.Type switch
    {
        Model.Agreements.FieldType.Truth => "yes or no",
        Model.Agreements.FieldType.Quantity => Words.Said(field.Dimension),
        _ => field.Type.ToString().ToLowerInvariant(),
    };

    private static string FieldType(string type) => type switch
    {
        "truth" => "yes or no",
        "count" => "a number",
        "text" => "a text",
        "place" => "a place",
        "actor" or "alliance" => "an actor",
        _ => $"a figure in {Words.Said(type)}",
    };

    private static string Group(GroupSymbol group)
    {
        var members = group.Syntax.Members.Select(m => Quote(group.Owner.File, m.Span));
        return $"**{Words.Said(group.Name)}** · group  \n{string.Join("; ", members)}";
    }

    private static string Unit(UnitSymbol unit)
    {
        var factor = unit.Unit.Factor.ToString("#,0.############################", CultureInfo.InvariantCulture).Replace(',', '_');
        return unit.Unit.Dimension == unit.Name ? $"**{Words.Said(unit.Name)}** · unit" : $"**{Words.Said(unit.Name)}** · unit: 1 {Words.Said(unit.Name)} = {Words.Escaped(factor)} {Words.Said(unit.Unit.Dimension)}";
    }

    private string Other(NamedThing thing) => thing.Sort switch
    {
        NameSort.Reading => $"**{Words.Said(thing.Name)}** · reading of {Words.Said((thing.Subject as Symbol)?.Name ?? (thing.Subject as ClauseSymbol)?.Name.Text ?? "a clause")}",
        NameSort.Instance when thing.Subject is KindSymbol kind => $"**{Words.Said(thing.Name)}** · {Words.Said(Wording.WithArticle(kind.Name))} of this scenario  \n{Quote(thing.File, LineOf(thing))}",
        _ => string.Empty,
    };

    /// <summary>The line on which something is declared.</summary>
    private TextSpan LineOf(NamedThing thing)
    {
        var document = analysed.DocumentOf(thing.File);
        var line = thing.File.LineAt(thing.File.PositionOf(thing.Span.Start).Line);
        return document is null ? thing.Span : new TextSpan(document.Lines.StartOf(document.Lines.PositionOf(thing.Span.Start).Line), line.Length);
    }

    private static string Code(SourceText file, TextSpan span) => $"```pacta\n{file.Content.Substring(span.Start, span.Length)}\n```";

    private static string Quote(SourceText file, TextSpan span) => Words.Said(Words.OnOneLine(file.Content.Substring(span.Start, span.Length)));
}

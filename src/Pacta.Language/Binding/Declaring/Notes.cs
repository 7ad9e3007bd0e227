using System.Collections.Immutable;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Declaring;

internal static class Notes
{
    public static Remarks Bind(ImmutableArray<NoteSyntax> notes) => notes.IsDefaultOrEmpty
        ? Remarks.None
        : new Remarks(
            [.. notes.Where(n => n.Kind == NoteKind.Text).Select(n => new ClauseText(n.Language?.Text, n.Content?.Value ?? ""))],
            [.. notes.Where(n => n.Kind == NoteKind.Note).Select(n => n.Content?.Value ?? "")],
            [.. notes.Where(n => n.Kind == NoteKind.Unverified).Select(n => n.Content?.Value ?? "")]);
}

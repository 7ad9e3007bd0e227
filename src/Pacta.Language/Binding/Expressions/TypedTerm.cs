using Pacta.Model.Agreements;

namespace Pacta.Language.Binding.Expressions;

internal enum TermForm
{
    /// <summary>Reported; fits everywhere.</summary>
    Error,
    Number,
    Truth,
    Text,
    Place,
    Actor,
}

/// <summary>A term, what it yields, and for a number its dimension (empty: a plain count).</summary>
/// <param name="IsBare">A number written without unit, which may take the unit of its neighbour if that one counts.</param>
internal readonly record struct TypedTerm(Term Term, TermForm Form, string Dimension = "", bool IsBare = false)
{
    public bool IsError => Form == TermForm.Error;

    /// <summary>For messages: what it yields, with its article.</summary>
    public string What => Form switch
    {
        TermForm.Truth => "yes or no",
        TermForm.Text => "a text",
        TermForm.Place => "a place",
        TermForm.Actor => "an actor",
        _ => "a number",
    };
}

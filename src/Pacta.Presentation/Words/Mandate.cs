namespace Pacta.Presentation.Words;

/// <summary>How far Pacta may go in what it says (docs/neutrality.md). The states beneath the words are the same.</summary>
public enum Mandate
{
    /// <summary>Only what was reported and what was not: nothing about whether that is consistent with a clause.</summary>
    Observe,

    /// <summary>Whether the record is consistent with a clause.</summary>
    Assess,

    /// <summary>The same, as a matter of who acted: in or not in compliance.</summary>
    Attribute,

    /// <summary>As <see cref="Attribute"/>, and what bodies that are entitled to decide have decided. Pacta decides nothing itself.</summary>
    Determine,
}

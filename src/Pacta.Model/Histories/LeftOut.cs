using System.Collections.Immutable;

namespace Pacta.Model.Histories;

/// <summary>Why something that was reported does not count under a perspective.</summary>
public enum LeftOutCode
{
    /// <summary>The perspective does not accept sources of this kind. Argument: the kind.</summary>
    KindNotAccepted,

    /// <summary>The source is not declared, so that its kind is not known.</summary>
    NotDeclared,

    /// <summary>The source, or the report, is graded lower than the standard asks for. Arguments: the grade, what is asked for.</summary>
    GradedLower,

    /// <summary>Too few origins of their own say that it happened. Arguments: how many, how many are asked for.</summary>
    TooFewOrigins,

    /// <summary>Too few origins of their own say by whom it was. Arguments: how many, how many are asked for, by whom.</summary>
    TooFewOriginsForAuthor,

    /// <summary>Denials by sources of this kind do not count. Argument: the kind.</summary>
    DenialDoesNotCount,
}

/// <summary>Something that was reported and does not count under a perspective.</summary>
/// <param name="About">The id of the event or thing; of a judgement or a statement of completeness what it is about.</param>
public sealed record LeftOut(LeftOutCode Code, string About, ImmutableArray<string> Arguments, ImmutableArray<ReportReference> Reports);

namespace Pacta.Translation;

/// <summary>Where the events of one name in a log come from.</summary>
public enum RelationSource
{
    /// <summary>Reports say so.</summary>
    Reports,

    /// <summary>The text of the agreement says so: dates, members of groups.</summary>
    Text,

    /// <summary>Computed with the agreement's calendar from a date in the text or in a report.</summary>
    Calendar,
}

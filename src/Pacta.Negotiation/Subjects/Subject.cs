namespace Pacta.Negotiation.Subjects;

/// <summary>A subject that drafters are advised to settle.</summary>
public enum Subject
{
    Definitions,
    Scope,
    ProhibitedActs,
    Limits,
    WithdrawalOfForces,
    Zones,
    Notification,
    Verification,
    Access,
    Consultations,
    Disputes,
    EntryIntoForce,
    Duration,
    Withdrawal,
    Survival,
    Amendment,
    Depositary,

    /// <summary>No subject of the checklist: clauses that are about none of the others.</summary>
    Other,
}

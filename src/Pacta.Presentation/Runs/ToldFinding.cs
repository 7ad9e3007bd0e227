using System.Collections.Immutable;
using NodaTime;
using Pacta.Model.Findings;

namespace Pacta.Presentation.Runs;

/// <summary>A finding as it was told and put on record: what it said, and all that is needed to find the same again.</summary>
/// <param name="Clause">The path of the clause.</param>
/// <param name="Version">The version of Pacta that told it.</param>
/// <param name="AgreementsSha256">One hash over the hashes of the agreement's files.</param>
/// <param name="AsOf">The option as it was written; null: it was not given. So are the two after it.</param>
/// <param name="Through">Through when the history was taken as complete.</param>
/// <param name="Records">So many records the store had; it was found of them and of nothing else.</param>
/// <param name="Erased">How many of them had been erased.</param>
/// <param name="Chain">The chain of the store then.</param>
/// <param name="States">As machines write them; empty: there was no such finding any more.</param>
/// <param name="Words">How it stood, in the words in which it was told.</param>
/// <param name="Reports">The ids of the records that it cites.</param>
/// <param name="Sha256">Over all that it says, save its words and its derivation.</param>
public sealed record ToldFinding(
    string Id,
    string Agreement,
    string Clause,
    string Version,
    string AgreementsSha256,
    string Perspective,
    string? AsOf,
    string? PublishedAsOf,
    string? Until,
    Instant Through,
    long Records,
    int Erased,
    string Chain,
    ImmutableArray<string> States,
    string? Certainty,
    bool IsSettled,
    (Instant Earliest, Instant Latest)? Due,
    string Words,
    ImmutableArray<string> Reports,
    string Sha256);

/// <summary>Why something else is found today of the same records than was told of them.</summary>
public enum ToldDifference
{
    /// <summary>The agreement's files have changed.</summary>
    Agreement,

    /// <summary>Another version of Pacta told it.</summary>
    Version,

    /// <summary>A record has been erased since.</summary>
    Erased,

    /// <summary>The store does not have the records of which it was told.</summary>
    Records,

    /// <summary>Nothing that is known explains it: a fault of Pacta.</summary>
    Unexplained,
}

/// <summary>Something that was told, beside what is found today of the same records.</summary>
/// <param name="At">When it was put on record.</param>
/// <param name="Found">What is found today; null: there is no such finding.</param>
/// <param name="Differences">Why that is something else; empty: it is the same.</param>
public sealed record ToldVersion(Instant At, ToldFinding Told, Finding? Found, ImmutableArray<ToldDifference> Differences);

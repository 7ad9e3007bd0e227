namespace Pacta.Model.Histories;

/// <summary>The last grade of one assessor: of a source for its reliability, of a report for both.</summary>
/// <param name="Target">The report or the source.</param>
/// <param name="Reliability">A to E; F: cannot be judged.</param>
/// <param name="Credibility">1 to 5; 6: cannot be judged. Of a source it says nothing about any of its reports.</param>
public sealed record Graded(string Target, char Reliability, char Credibility, string Assessor, string Why, string RecordId);

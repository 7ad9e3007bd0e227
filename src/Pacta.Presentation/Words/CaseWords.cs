using System.Collections.Immutable;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Presentation.Words;

/// <summary>
/// How far a case has come, and what each of those who are accused replied: in their own words, and with a place for the reply of who has not replied.
/// </summary>
public sealed class CaseWords
{
    private readonly Speech _speech;

    internal CaseWords(Speech speech) => _speech = speech;

    public string Of(Case incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var last = incident.Steps.IsEmpty ? null : incident.Steps[^1];
        return Say(
            "case.line",
            incident.Id,
            string.Join(", ", incident.Events),
            last is null ? string.Empty : Say("case.stage." + Names.Snake(last.Stage), MomentText.Format(last.Date), last.By),
            string.Join("; ", incident.Replies.Select(Reply)));
    }

    /// <summary>Every step, and every reply, in sentences.</summary>
    internal IEnumerable<string> InFull(Case incident) => incident.Steps
        .Select(s => Say("case.step", incident.Id, Say("case.stage." + Names.Snake(s.Stage), MomentText.Format(s.Date), s.By), s.Text ?? string.Empty, s.Reference ?? string.Empty))
        .Concat(incident.Replies.Select(Reply));

    /// <summary>The cases that are about what a finding is about.</summary>
    internal static ImmutableArray<Case> About(Finding finding, ImmutableArray<Case> cases) => [.. cases.Where(c => c.Events.Any(finding.Trigger.Contains))];

    private string Reply(CaseReply reply) => reply.Said.IsEmpty
        ? Say("case.no_reply", reply.Accused)
        : string.Join("; ", reply.Said.Select(a => a.Text.Length == 0
            ? Say("case.reply_hidden", reply.Accused, MomentText.Format(a.Date))
            : Say("case.reply", reply.Accused, MomentText.Format(a.Date), a.Text)));

    private string Say(string key, params ReadOnlySpan<string> arguments) => _speech.Phrases.Say(key, arguments);
}

using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Presentation.Words;

/// <summary>
/// What a body decided, always as its own words and never as Pacta's. They are quoted under the mandate to determine; under the others it is told
/// that there is a decision, of whom, and of when.
/// </summary>
public sealed class DeterminationWords
{
    private readonly Speech _speech;

    internal DeterminationWords(Speech speech) => _speech = speech;

    /// <param name="standing">Of what it is about. Of a proposal or an oral commitment nothing is said beside the quotation: nobody owes what it says.</param>
    public string Of(Determination determination, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(determination);
        var date = MomentText.Format(determination.Date);
        return _speech.Mandate == Mandate.Determine
            ? _speech.Phrases.Say(
                "determination.decided",
                determination.Body,
                date,
                determination.Decision is { } decision && standing is (Standing.Legal or Standing.Political) ? Decided(decision, standing) : string.Empty,
                determination.Text,
                determination.Dissents ?? string.Empty,
                determination.Reference ?? string.Empty)
            : _speech.Phrases.Say("determination.exists", determination.Body, date);
    }

    /// <summary>With the clause, for one that stands beside no finding.</summary>
    public string Alone(Determination determination, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(determination);
        return determination.About is { } about ? _speech.Phrases.Say("determination.about", about.Clause, Of(determination, standing)) : Of(determination, standing);
    }

    private string Decided(ClauseState state, Standing standing)
    {
        var key = "determination." + Names.Snake(state);
        return _speech.Phrases.SayFirst([$"{key}.{Names.Snake(standing)}", key]);
    }
}

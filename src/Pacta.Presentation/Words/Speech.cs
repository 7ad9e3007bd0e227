using Pacta.Model.Findings;
using Pacta.Model.Time;
using Pacta.Presentation.Phrases;

namespace Pacta.Presentation.Words;

/// <summary>How findings are told: in which language, and under which mandate. Everything said about findings is said through it.</summary>
public sealed class Speech
{
    public Speech(Phrasebook phrases, Mandate mandate)
    {
        Phrases = phrases;
        Mandate = mandate;
        Values = new ValueWords(phrases);
        Triggers = new TriggerWords(phrases);
        Roles = new RoleWords(phrases);
        States = new StateWords(this);
        Certainties = new CertaintyWords(phrases);
        Clauses = new ClauseWords(phrases);
        Parties = new PartyWords(this);
        Causes = new CauseWords(this);
        Notes = new NoteWords(this);
        Reasons = new ReasonWords(this);
        Readings = new ReadingWords(this);
        Determinations = new DeterminationWords(this);
        Records = new RecordWords(this);
        LeftOut = new LeftOutWords(this);
        Unused = new UnusedWords(phrases);
        Supports = new SupportWords(phrases);
        Late = new LateWords(this);
        Cases = new CaseWords(this);
        Grades = new GradeWords(this);
    }

    /// <summary>The same about one agreement: reported times are told in its time zone.</summary>
    public Speech In(AgreementCalendar calendar) => new(Phrases, Mandate) { Times = new TimeWords(calendar, Phrases) };

    /// <summary>Null: reported times are told as they were written.</summary>
    private TimeWords? Times { get; init; }

    /// <summary>A value of an attribute: a time as the page has times, anything else as it was reported.</summary>
    internal string Value(string attribute, string reported) => attribute is "time" or "end" && Times is { } times ? times.Reported(reported) : Named(reported);

    /// <summary>English, and the mandate to assess.</summary>
    public static Speech Default { get; } = new(Phrasebook.English, Mandate.Assess);

    /// <summary>How a finding stands: its states, how certain that is, and whether more reports may change it.</summary>
    public string Standing(Finding finding) => string.Join(", ", new[] { States.Of(finding), Certainties.WithRecord(finding) }.Where(s => s.Length > 0));

    public Phrasebook Phrases { get; }

    public Mandate Mandate { get; }

    public StateWords States { get; }

    public CertaintyWords Certainties { get; }

    public ClauseWords Clauses { get; }

    public PartyWords Parties { get; }

    public ValueWords Values { get; }

    public TriggerWords Triggers { get; }

    public RoleWords Roles { get; }

    public CauseWords Causes { get; }

    public NoteWords Notes { get; }

    public ReasonWords Reasons { get; }

    public ReadingWords Readings { get; }

    public DeterminationWords Determinations { get; }

    /// <summary>What stands over the tree of a derivation.</summary>
    internal string TreeTitle => Phrases.Say(Mandate == Mandate.Observe ? "page.derivation.observe" : "page.derivation");

    /// <summary>What a step or a cause names, in words: an id, a breach that triggers something, a value.</summary>
    internal string Named(string text) => Values.Of(Triggers.Of(text));

    public RecordWords Records { get; }

    public LeftOutWords LeftOut { get; }

    public UnusedWords Unused { get; }

    public SupportWords Supports { get; }

    public LateWords Late { get; }

    public CaseWords Cases { get; }

    public GradeWords Grades { get; }

    /// <summary>Whose evidence and readings a finding is by.</summary>
    public string PerspectiveOf(Model.Findings.Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Perspective == Model.Findings.Finding.EverySource ? Phrases.Say("table.every_source") : finding.Perspective;
    }
}

using System.Collections.Immutable;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Monitoring.State;

/// <summary>Reads what <see cref="StateWriter"/> wrote.</summary>
internal sealed class StateReader(BinaryReader from, Agreement agreement)
{
    private readonly List<string> _texts = [];
    private readonly List<Derivation> _steps = [];
    private readonly List<ReportReference> _reports = [];

    /// <summary>What follows belongs to another unit.</summary>
    public void Begin() => _steps.Clear();

    public int Number() => from.Read7BitEncodedInt();

    public bool Flag() => from.ReadBoolean();

    public string? MayBeText()
    {
        var kind = Number();
        if (kind == 1)
        {
            _texts.Add(from.ReadString());
            return _texts[^1];
        }

        return kind == 0 ? null : _texts[kind - 2];
    }

    public string Text() => MayBeText() ?? throw new InvalidDataException("A text is missing.");

    public Instant Instant() => NodaConstants.UnixEpoch + Duration.FromDays(from.ReadInt32()) + Duration.FromNanoseconds(from.ReadInt64());

    public Instant? MayBeInstant() => Flag() ? Instant() : null;

    public InstantRange? MayBeRange() => MayBeInstant() is { } earliest ? new InstantRange(earliest, Instant()) : null;

    public ImmutableArray<T> List<T>(Func<T> read)
    {
        var length = Number();
        var list = ImmutableArray.CreateBuilder<T>(Math.Min(length, 1 << 16));
        for (var i = 0; i < length; i++)
        {
            list.Add(read());
        }

        return list.Capacity == list.Count ? list.MoveToImmutable() : list.ToImmutable();
    }

    public ImmutableArray<string> Texts() => List(Text);

    public Finding Finding()
    {
        var (id, name, path, clause, reference) = (Text(), Text(), Text(), Text(), MayBeText());
        var status = agreement.Clauses.First(c => c.Holds(path)).Status;
        return new Finding(
            id, name, path, clause, reference, status, Texts(), Flag(), Flag(), MayBeText(), Texts(), MayBeText(), States(), (Certainty)Number(), Flag(), Text(), MayBeRange(), MayBeRange(),
            Step(), List(Change), List(Outcome), List(Cause), List(Note), Texts(), List(Report))
        {
            ByReading = List(Under),
            Resolution = new Resolution(Flag(), Number(), Number(), Flag() ? from.ReadInt64() : null),
            AreAuthorsNamed = Flag(),
            DoubtfulFrom = MayBeInstant(),
        };
    }

    private ImmutableArray<ClauseState> States() => List(() => (ClauseState)Number());

    private Derivation Step()
    {
        if (Number() is > 0 and var known)
        {
            return _steps[known - 1];
        }

        var step = new Derivation((DerivationCode)Number(), Texts(), (Truth)Number(), List(Step), List(Report), Texts());
        _steps.Add(step);
        return step;
    }

    private ReportReference Report()
    {
        if (Number() is > 0 and var known)
        {
            return _reports[known - 1];
        }

        var report = new ReportReference(Text(), Text(), Text());
        _reports.Add(report);
        return report;
    }

    private StateChange Change() => new((ClauseState)Number(), MayBeRange()!.Value, Step());

    private Outcome Outcome()
    {
        var outcome = new Outcome(List(Choice), States()) { IsSmallest = Flag() };
        return Number() is > 0 and var others ? outcome with { OthersAsSmall = others - 1 } : outcome;
    }

    private Choice Choice() => new((CauseKind)Number(), Text(), Text(), Text(), Text(), List(Report)) { Without = Texts() };

    private Cause Cause() => new((CauseKind)Number(), Text(), Text(), (CauseCode)Number(), Texts(), List(Report));

    public FindingNote Note() => new((NoteCode)Number(), Texts()) { Cause = Flag() ? Cause() : null, Reports = List(Report) };

    private FindingUnderReadings Under()
    {
        var (readings, isNotInPlay) = (List(() => new ReadingTaken(Text(), Text(), Texts())), Flag());
        return new FindingUnderReadings(readings, Flag() ? Finding() : null, isNotInPlay);
    }
}

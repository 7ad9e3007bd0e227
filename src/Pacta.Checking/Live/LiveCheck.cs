using System.Collections.Immutable;
using System.Text;
using Pacta.Logic.Monitoring;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Text;
using Pacta.Reports;

namespace Pacta.Checking.Live;

/// <summary>What some more reports made different in what is found of an agreement.</summary>
/// <param name="Through">The history is complete through this instant now.</param>
public sealed record AgreementChange(Agreement Agreement, NodaTime.Instant Through, ImmutableArray<FindingChange> Findings);

/// <summary>
/// A check that goes on: reports come in in any order, late, corrected and taken back, and what they touch is evaluated anew. After any number of calls its
/// result is that of <see cref="Checker.Check(CheckRequest)"/> over all reports so far.
/// </summary>
/// <remarks>For one thread at a time.</remarks>
public sealed class LiveCheck
{
    /// <summary>The form in which it is written down.</summary>
    private const int Form = 1;

    /// <summary>So many bytes of lines are written and read at a time.</summary>
    private const int Block = 1 << 20;

    private readonly CheckRequest _request;
    private readonly List<ReportRecord> _records = [];
    private readonly Dictionary<string, ReportRecord> _known = new(StringComparer.Ordinal);
    private readonly ImmutableArray<LiveAgreement> _agreements;

    /// <param name="request">Its reports are the first that are taken.</param>
    public LiveCheck(CheckRequest request)
        : this(request, evaluates: true)
    {
    }

    private LiveCheck(CheckRequest request, bool evaluates)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request with { Reports = [] };
        _agreements = [.. request.Agreements.Select(a => new LiveAgreement(a, _request))];
        if (evaluates)
        {
            Add(request.Reports, isTold: false);
        }
    }

    /// <summary>All records that were taken, in the order in which they were.</summary>
    public IReadOnlyList<ReportRecord> Records => _records;

    /// <summary>What is to be said about all reports so far, by each agreement.</summary>
    public ImmutableArray<ImmutableArray<Diagnostic>> Diagnostics => [.. _agreements.Select(a => a.Asked.History.Diagnostics)];

    /// <summary>What a check of all reports so far says.</summary>
    public CheckResult Result
    {
        get
        {
            var each = Results;
            return Checker.ResultOf([.. each.SelectMany(r => r.Agreements)], [.. each.SelectMany(r => r.Diagnostics)]);
        }
    }

    /// <summary>The same of each agreement by itself.</summary>
    public ImmutableArray<CheckResult> Results
    {
        get
        {
            var request = _request with { Reports = [.. _records] };
            return [.. _agreements.Select(a => Checker.ResultOf([Checker.Check(a.Agreement, request, a)], a.Asked.History.Diagnostics))];
        }
    }

    /// <summary>Takes more records, in any order. What was taken before is passed over: who goes on may begin anywhere.</summary>
    /// <returns>What is found otherwise than before, of each agreement.</returns>
    public ImmutableArray<AgreementChange> Add(IReadOnlyCollection<ReportRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return Add(records, isTold: true);
    }

    /// <summary>As <see cref="Add(IReadOnlyCollection{ReportRecord})"/>, without telling what is found otherwise: of many records that takes longer than all else.</summary>
    public void Take(IReadOnlyCollection<ReportRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        Add(records, isTold: false);
    }

    private ImmutableArray<AgreementChange> Add(IReadOnlyCollection<ReportRecord> records, bool isTold)
    {
        records = [.. records.Where(IsNew)];
        _records.AddRange(records);
        return [.. _agreements.Select(a => a.Add(records, isTold) is var changes ? new AgreementChange(a.Agreement, a.Asked.History.Current.Through, changes) : null!)];
    }

    /// <summary>Writes down the reports, and what was found of them.</summary>
    public void Save(Stream to)
    {
        ArgumentNullException.ThrowIfNull(to);
        using (var binary = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true))
        {
            binary.Write(Form);
            binary.Write(_records.Count);
            SaveRecords(binary);
        }

        foreach (var view in _agreements.SelectMany(a => a.Views))
        {
            view.Monitor!.Save(to);
        }
    }

    /// <summary>Takes up what was written down. It has to be asked for the same as it was then.</summary>
    /// <exception cref="InvalidDataException">It was written down of something else, or is damaged.</exception>
    /// <param name="name">Of what it is read from: what is wrong with a report in it is told of there.</param>
    public static LiveCheck Resume(CheckRequest request, Stream from, string name)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new LiveCheck(request, evaluates: false);
        check._records.AddRange(RecordsIn(from, name));
        foreach (var record in check._records)
        {
            check._known.TryAdd(record.Id, record);
        }

        foreach (var view in check._agreements.SelectMany(a => a.Views))
        {
            _ = view.Take(check._records);
            view.Resume(from);
        }

        return check;
    }

    private bool IsNew(ReportRecord record) =>
        _known.TryAdd(record.Id, record)
        || (!SameContent.Comparer.Equals(_known[record.Id], record) && !_records.Exists(r => r.Id == record.Id && SameContent.Comparer.Equals(r, record)));

    private void SaveRecords(BinaryWriter binary)
    {
        using var block = new MemoryStream(Block + (Block / 4));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in _records)
        {
            if (!ids.Add(record.Id))
            {
                Flush(); // what has the same id stands in another block, where it is no mistake
                ids.Add(record.Id);
            }

            block.Write(ReportWriter.Utf8(record).Span);
            block.WriteByte((byte)'\n');
            if (block.Length >= Block)
            {
                Flush();
            }
        }

        Flush();
        binary.Write(0);

        void Flush()
        {
            if (block.Length > 0)
            {
                binary.Write((int)block.Length);
                binary.Write(block.GetBuffer(), 0, (int)block.Length);
                block.SetLength(0);
                ids.Clear();
            }
        }
    }

    /// <summary>The reports of a state, in the order in which they were taken. What was found of them follows in the stream.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ImmutableArray<ReportRecord> RecordsIn(Stream from, string name)
    {
        ArgumentNullException.ThrowIfNull(from);
        try
        {
            using var binary = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
            return binary.ReadInt32() == Form ? RecordsIn(binary, binary.ReadInt32(), name) : throw new InvalidDataException("It was written in another form.");
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("It cannot be read.", damaged);
        }
    }

    private static ImmutableArray<ReportRecord> RecordsIn(BinaryReader binary, int count, string name)
    {
        var records = ImmutableArray.CreateBuilder<ReportRecord>();
        while (binary.ReadInt32() is > 0 and var length)
        {
            var bytes = binary.ReadBytes(length);
            var bag = new DiagnosticBag();
            // Lines are numbered through: two of them never have the same place.
            var file = ReportReader.Read(new SourceText(name, ReportReader.TextOf(bytes), records.Count + 1), bag, keepGoing: false, keepsRivals: true);
            if (bytes.Length < length || bag.HasErrors)
            {
                throw new InvalidDataException("A report in it cannot be read.");
            }

            records.AddRange(file.Records);
        }

        return records.Count == count ? records.ToImmutable() : throw new InvalidDataException("Reports are missing.");
    }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Pacta.Model;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>
/// One agreement, one history, one world: evaluates patterns, conditions, terms and times as docs/semantics.md, 3 to 5 defines them.
/// The norms (docs/semantics.md, 6 to 11) stand on top of it in <see cref="Norms.NormEvaluation"/>.
/// </summary>
internal sealed partial class Evaluation
{
    private readonly Instant _horizon;
    private Instant? _recordBegins;

    /// <param name="undecided">The same in the world that takes the same readings and no sides; null: there is none.</param>
    public Evaluation(Agreement agreement, HistoryIndex index, World world, Evaluation? undecided = null)
    {
        Agreement = agreement;
        Index = index;
        World = world;
        _horizon = index.History.Through;
        Text = TextFacts.Of(agreement);

        // What a text means hangs on readings only.
        _meanings = undecided?._meanings ?? new(StringComparer.Ordinal);
        _screens = undecided?.Screens;
    }

    public Agreement Agreement { get; }

    /// <summary>What the text says, whatever the world.</summary>
    public TextFacts Text { get; }

    public HistoryIndex Index { get; }

    public World World { get; }

    /// <summary>Has it been asked which side of some dispute this world takes? If not, all that was found so far is found in worlds that take any.</summary>
    public bool HasAskedForSides { get; private set; }

    /// <summary>The earliest fact or count; null where nothing is reported.</summary>
    public Instant? RecordBegins
    {
        get
        {
            Index.Reads?.Add(new ReadKey(ReadOf.Beginning, string.Empty));
            return _recordBegins ??= Index.Beginning(f => TimeOf(f).Range.Earliest);
        }
    }

    /// <summary>The norms that stand on top of it; null: there are none.</summary>
    public INorms? Norms { get; init; }

    /// <summary>Whether derivations are built: not while a keep duty is only searched for the instants at which it changes.</summary>
    public bool Explains { get; set; } = true;

    /// <summary>The figures that were compared without a result since this was last cleared: they tell one doubt from another.</summary>
    public List<(NumberRange Left, NumberRange Right)> Doubts => field ??= [];

    /// <summary>When facts happened of which that is not told at a glance.</summary>
    private Dictionary<Fact, FactTime> Times => field ??= new(ReferenceEqualityComparer.Instance);

    private AgreementCalendar Calendar => Agreement.Calendar;

    private DateTimeZone Zone => Agreement.Calendar.Zone;

    private Vocabulary Vocabulary => Agreement.Vocabulary;

    private int? SideOf(string key, string attribute)
    {
        HasAskedForSides = true;
        return World.SideOf(key, attribute);
    }

    private Derivation? Step(DerivationCode code, Truth truth, IEnumerable<Derivation?> because, IEnumerable<ReportReference> reports, params string[] arguments) =>
        Explains ? Derivations.Make(code, truth, because, reports, [], arguments) : null;
}

/// <summary>Makes derivation steps.</summary>
internal static class Derivations
{
    /// <summary>Stands where nobody wants to know why.</summary>
    public static readonly Derivation Untold = new(DerivationCode.All, [], Truth.Unknown, [], [], []);

    /// <summary>Several steps side by side, without words of their own; the only one, where there is one.</summary>
    public static Derivation? Strung(Truth truth, params IEnumerable<Derivation?> steps) => steps.OfType<Derivation>().ToList() switch
    {
        [] => null,
        [var only] => only,
        var several => Make(DerivationCode.All, truth, several, [], [], string.Empty),
    };

    /// <summary>A step; of the reasons those that are there.</summary>
    public static Derivation Make(
        DerivationCode code,
        Truth truth,
        IEnumerable<Derivation?> because,
        IEnumerable<ReportReference> reports,
        IEnumerable<string> mentions,
        params string[] arguments) => new(
            code,
            [.. arguments],
            truth,
            Known(because),
            Sorted(reports),
            [.. mentions]);

    /// <inheritdoc cref="Make(DerivationCode, Truth, IEnumerable{Derivation?}, IEnumerable{ReportReference}, IEnumerable{string}, string[])"/>
    public static Derivation Make(
        DerivationCode code,
        Truth truth,
        ReadOnlySpan<Derivation?> because,
        ReadOnlySpan<ReportReference> reports,
        ReadOnlySpan<string> mentions,
        params ReadOnlySpan<string> arguments) => new(
            code,
            [.. arguments],
            truth,
            Known(because),
            reports.Length <= 1 ? [.. reports] : Sorted(reports.ToArray()),
            [.. mentions]);

    /// <summary>A step that takes its lists as they are; of the reasons those that are there.</summary>
    public static Derivation Of(
        DerivationCode code, Truth truth, ReadOnlySpan<Derivation?> because, ImmutableArray<ReportReference> reports, ImmutableArray<string> mentions, ImmutableArray<string> arguments) =>
        new(code, arguments, truth, Known(because), Sorted(reports), mentions);

    private static ImmutableArray<Derivation> Known(ReadOnlySpan<Derivation?> steps)
    {
        var count = 0;
        foreach (var step in steps)
        {
            count += step is null ? 0 : 1;
        }

        if (count == 0)
        {
            return [];
        }

        var known = new Derivation[count];
        var at = 0;
        foreach (var step in steps)
        {
            if (step is not null)
            {
                known[at++] = step;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(known);
    }

    private static ImmutableArray<Derivation> Known(IEnumerable<Derivation?> steps)
    {
        if (!steps.TryGetNonEnumeratedCount(out var count))
        {
            return [.. steps.OfType<Derivation>()];
        }

        var known = ImmutableArray.CreateBuilder<Derivation>(count);
        foreach (var step in steps)
        {
            if (step is not null)
            {
                known.Add(step);
            }
        }

        return known.DrainToImmutable();
    }

    /// <summary>Most steps rest on no report, or on one.</summary>
    private static ImmutableArray<ReportReference> Sorted(IEnumerable<ReportReference> reports) => reports is ImmutableArray<ReportReference> { Length: <= 1 } few ? few
        : reports.TryGetNonEnumeratedCount(out var count) && count <= 1 ? [.. reports] : [.. reports.Distinct().Order()];
}

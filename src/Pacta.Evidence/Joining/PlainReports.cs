using System.Collections.Immutable;
using NodaTime;
using Pacta.Evidence.Checking;
using Pacta.Evidence.Recording;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Histories;
using Pacta.Model.Reports;

namespace Pacta.Evidence.Joining;

/// <summary>
/// Reports as nearly all are: what stands has one claim each, which asserts, and nobody denies or derives anything. Events become facts at once, as if they were
/// alone; where they are not, the claims are read again as statements and joined as any others. What comes of it is what the passes over statements make.
/// </summary>
internal sealed class PlainReports
{
    private readonly StandingRecords _standing;
    private readonly Vocabulary _vocabulary;
    private readonly DateTimeZone _zone;

    /// <summary>What the claim of each record came to: a <see cref="Fact"/> or a <see cref="Statement"/>. Null: nothing.</summary>
    private readonly object?[] _said;

    private PlainReports(StandingRecords standing, Vocabulary vocabulary, DateTimeZone zone, ClaimChecker checker)
    {
        (_standing, _vocabulary, _zone) = (standing, vocabulary, zone);
        _said = new object?[standing.Records.Length];
        for (var i = 0; i < _said.Length; i++)
        {
            var dated = standing.Records[i];
            if (dated.Record is Report { Claims: [var claim] } report)
            {
                _said[i] = checker.ReadPlain(dated, report, claim);
            }
        }

        Happenings = new Happenings(_said.Length, i => _said[i] switch
        {
            Fact fact => fact.Id,
            Statement statement => statement.Event,
            _ => null,
        });
    }

    /// <summary>By the place of the record.</summary>
    public Happenings Happenings { get; }

    /// <param name="names">Takes down what they name.</param>
    /// <returns>Null if any of them is not plain; then nothing was said of them either.</returns>
    public static PlainReports? Of(StandingRecords standing, Vocabulary vocabulary, DateTimeZone zone, NamesMet names, DiagnosticBag diagnostics) =>
        ArePlain(standing) ? new PlainReports(standing, vocabulary, zone, new ClaimChecker(vocabulary, zone, diagnostics, standing.Records.Length, names)) : null;

    /// <summary>What they state, one by one, for whoever weighs it. It does not hold on to what was made of them here.</summary>
    public Lazy<List<Statement>> Statements()
    {
        return Of(_standing, _vocabulary, _zone);

        static Lazy<List<Statement>> Of(StandingRecords standing, Vocabulary vocabulary, DateTimeZone zone) =>
            new(() => new ClaimChecker(vocabulary, zone, new DiagnosticBag(), standing.Records.Length).Check(standing));
    }

    /// <summary>The facts, ordered by key.</summary>
    public ImmutableArray<Fact> Join(DiagnosticBag diagnostics)
    {
        var facts = new List<Fact>(_said.Length);
        ClaimChecker? again = null;
        for (var i = 0; i < _said.Length; i++)
        {
            if (_said[i] is not { } said || !Happenings.IsFirst(i))
            {
                continue;
            }

            if (!Happenings.IsAlone(i))
            {
                FactJoiner.AddGroup(facts, [.. Happenings.From(i).Select(StatementOf)], _vocabulary, diagnostics);
            }
            else if (said is Fact fact)
            {
                facts.Add(fact);
            }
            else
            {
                FactJoiner.AddAlone(facts, (Statement)said, diagnostics);
            }
        }

        CanonicalOrder.Sort(facts);
        return [.. facts];

        Statement StatementOf(int number)
        {
            if (_said[number] is Statement statement)
            {
                return statement;
            }

            again ??= new ClaimChecker(_vocabulary, _zone, new DiagnosticBag());
            var report = (Report)_standing.Records[number].Record;
            return again.Again(_standing.Records[number], report, report.Claims[0]);
        }
    }

    private static bool ArePlain(StandingRecords standing)
    {
        if (!standing.Disputes.IsEmpty || standing.TakenBack.Count > 0)
        {
            return false;
        }

        foreach (var dated in standing.Records)
        {
            if (dated.Record is Report report
                ? report.Claims is not ([] or [{ Polarity: Polarity.Asserts, DerivedFrom.IsEmpty: true }])
                : dated.Record is CountRecord)
            {
                return false;
            }
        }

        return true;
    }
}

using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pacta.Logic.Reference.Norms;
using Pacta.Model.Agreements;
using Pacta.Model.Findings;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Reference;

/// <summary>What was reported and stands in no finding, with the reason where one is certain.</summary>
internal static class Unused
{
    /// <param name="others">Facts of the history that stand in what is found besides.</param>
    /// <returns>In the order in which they are at hand.</returns>
    public static ImmutableArray<UnusedFact> Find(
        Agreement agreement, HistoryIndex index, NormEvaluation norms, ImmutableArray<Finding> findings, FactMarks? others = null)
    {
        var cited = new Citations(findings, index.RowNames);
        var binding = new Mentions(agreement);
        binding.AddHeader();
        var disputed = new Mentions(agreement);
        foreach (var clause in agreement.Clauses)
        {
            (clause.Status.Disputed ? disputed : binding).Add(clause);
        }

        // Of a fact with a row the only report tells of nothing else.
        var facts = index.History.FactsInAnyOrder();
        var told = new Lazy<Dictionary<ReportReference, int>>(() =>
            facts.Concat(index.History.Counts).Where(f => !f.IsRow(out _, out _)).SelectMany(f => f.AssertedBy).CountBy(r => r).ToDictionary());
        var (bindingKinds, disputedKinds) = (new MentionedKinds(binding, agreement.Vocabulary), new MentionedKinds(disputed, agreement.Vocabulary));
        var unused = ImmutableArray.CreateBuilder<UnusedFact>();
        foreach (var some in new[] { facts, index.History.Counts })
        {
            foreach (var fact in some)
            {
                if (IsUnused(fact))
                {
                    var (why, arguments) = bindingKinds.Include(fact.Kind) ? norms.WhyUnused(fact)
                        : (disputedKinds.Include(fact.Kind) ? UnusedCode.OnlyDisputed : UnusedCode.KindNotMentioned, []);
                    unused.Add(new UnusedFact(fact, why, arguments));
                }
            }
        }

        return unused.DrainToImmutable();

        bool IsUnused(Fact fact) => others?.Contains(fact) != true && (!cited.MayHave(fact) || !Stands(fact, fact.AssertedBy));

        bool Stands(Fact fact, ImmutableArray<ReportReference> assertedBy) =>
            cited.Have(fact, assertedBy) || assertedBy.Any(by => cited.Have(by) && told.Value.GetValueOrDefault(by, 1) == 1);
    }

    /// <summary>
    /// The facts that findings rest on. A report may tell of several; that it is cited says then nothing of each: a step cites what it names, where
    /// it also cites who reported it.
    /// </summary>
    private sealed class Citations
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        /// <summary>What steps name that cite a report: mostly the same few names each time.</summary>
        private readonly Dictionary<ReportReference, FewDistinct<string>> _reported = [];
        private readonly HashSet<ReportReference> _reports = [];
        private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
        private readonly NumberedNames? _numbered;

        /// <summary>By their numbers, the names and the reports that any finding or step rests on: of nearly all rows nothing else needs to be known.</summary>
        private readonly BitArray _any;

        /// <param name="numbered">The names of rows; null: there are none.</param>
        public Citations(IEnumerable<Finding> findings, NumberedNames? numbered)
        {
            foreach (var finding in findings)
            {
                Add(finding, null);
            }

            (_numbered, _any) = (numbered, new BitArray(numbered?.Count ?? 0));
            foreach (var name in numbered is null ? [] : _names.Concat(_reported.Keys.Select(r => r.Id)).Concat(_reports.Select(r => r.Id)))
            {
                if (numbered!.Find(name) is >= 0 and var number)
                {
                    _any[number] = true;
                }
            }
        }

        /// <summary>May findings rest on it? No: none does.</summary>
        public bool MayHave(Fact fact) =>
            !fact.IsRow(out var rows, out var row) || !ReferenceEquals(rows.Names, _numbered) || _any[rows.Rows[row].Event] || _any[rows.Rows[row].Id];

        public bool Have(Fact fact, ImmutableArray<ReportReference> assertedBy) =>
            _names.Contains(fact.Key)
            || (fact.Form != FactForm.Thing && _names.Contains(fact.Id))
            || assertedBy.Any(by => _reported.TryGetValue(by, out var named) && named.Contains(fact.Id));

        public bool Have(ReportReference report) => _reports.Contains(report);

        /// <param name="whole">The finding of which it is one reading: most of what it lists is the same list. Null: of none.</param>
        private void Add(Finding finding, Finding? whole)
        {
            if (!_seen.Add(finding))
            {
                return;
            }

            foreach (var report in finding.Reports == whole?.Reports ? [] : finding.Reports)
            {
                _reports.Add(report);
            }

            foreach (var name in finding.Trigger == whole?.Trigger ? [] : finding.Trigger)
            {
                _names.Add(name);
            }

            foreach (var cause in finding.Causes == whole?.Causes ? [] : finding.Causes)
            {
                _names.Add(cause.Key);
            }

            foreach (var note in finding.Notes)
            {
                if (note.Code == NoteCode.TooEarly)
                {
                    _names.Add(note.Arguments[0]);
                }
            }

            Add(finding.Derivation);
            foreach (var change in finding.Changes)
            {
                Add(change.Derivation);
            }

            foreach (var under in finding.ByReading)
            {
                if (under.Finding is { } other)
                {
                    Add(other, finding);
                }
            }
        }

        private void Add(Derivation step)
        {
            if (step.Because.IsEmpty && step.Mentions.IsEmpty)
            {
                return; // it names nothing: whether it was seen need not be known
            }

            if (!_seen.Add(step))
            {
                return;
            }

            foreach (var by in step.Mentions.IsEmpty ? [] : step.Reports)
            {
                var named = CollectionsMarshal.GetValueRefOrAddDefault(_reported, by, out _) ??= new FewDistinct<string>();
                foreach (var name in step.Mentions)
                {
                    named.Add(name);
                }
            }

            foreach (var child in step.Because)
            {
                Add(child);
            }
        }
    }
}

using System.Collections.Immutable;
using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Language.Binding.Scenarios;

/// <summary>Turns the facts of one scenario into reports, as if they had been read from a file of reports.</summary>
internal sealed class FactBinder(ExpressionBinder binder, ScenarioNames names)
{
    /// <summary>The source of facts of which the scenario does not say who reported them.</summary>
    public const string Anonymous = "scenario";

    private readonly Dictionary<string, int> _unnamed = new(StringComparer.Ordinal);
    private readonly List<(string Event, string Source, string Id)> _earlier = [];
    private readonly ImmutableArray<ReportRecord>.Builder _reports = ImmutableArray.CreateBuilder<ReportRecord>();

    public ImmutableArray<ReportRecord> Reports => _reports.ToImmutable();

    public void Add(FactSyntax syntax)
    {
        if (BindWhen(syntax.From, syntax.To) is not { } when || binder.ResolveFactKind(syntax.Phrase) is not { } kind || syntax.Phrase.Head is not NounArgumentSyntax head)
        {
            return;
        }

        var id = head.Label is { IsMissing: false } label ? label.Text : NewId(kind.Name);
        var roles = new RoleValues(binder, names).Bind(kind, head, syntax.Phrase.Tail);
        var settings = new SettingBinder(binder, names).Bind(kind, syntax.Settings);
        var end = syntax.Until is { } until && binder.BindMoment(until) is { } moment ? When.At(moment) : settings.End;
        var claim = new Claim(
            "", id, kind.Name, ClaimSubject.Occurrence, Polarity.Asserts, Basis.Unstated, when, end, roles, settings.Fields, []);
        var place = PlaceOf(syntax);
        if (syntax.Told.IsDefaultOrEmpty)
        {
            AddReport(place, Anonymous, when.From, claim);
        }

        foreach (var told in syntax.Told)
        {
            AddTold(place, told, when, claim);
        }
    }

    public void Add(JudgedFactSyntax syntax)
    {
        if (binder.BindMoment(syntax.From) is not { } moment)
        {
            return;
        }

        var matters = VocabularyMerger.MattersOf(names.Agreement);
        if (!matters.Contains(syntax.Matter.Value))
        {
            binder.Report(syntax.Matter, ScenarioErrors.UnknownMatter(syntax.Matter.Value, matters));
            return;
        }

        var told = syntax.Told.IsDefaultOrEmpty ? null : syntax.Told[0];
        var source = told is null ? Anonymous : SourceOf(told);
        var recorded = told?.On is { } on ? binder.BindMoment(on) : moment;
        _reports.Add(new JudgementRecord(NextId(), PlaceOf(syntax), source, syntax.Matter.Value, syntax.IsYes, When.At(moment), recorded));
        if (syntax.Told.Length > 1 || told is { Kind: not ToldKind.Reported })
        {
            binder.Report(syntax.Told[^1], ScenarioErrors.JudgementToldOnce());
        }
    }

    private void AddTold(RecordPlace place, ToldSyntax told, When when, Claim claim)
    {
        var source = SourceOf(told);
        var recorded = told.On is { } on ? binder.BindMoment(on) ?? when.From : when.From;
        switch (told.Kind)
        {
            case ToldKind.Reported:
                AddReport(place, source, recorded, claim);
                break;
            case ToldKind.Denied:
                var none = ImmutableSortedDictionary.Create<string, ReportedValue>(StringComparer.Ordinal);
                AddReport(place, source, recorded, claim with { Polarity = Polarity.Denies, Time = null, End = null, Roles = none, Fields = none });
                break;
            default:
                AddRetraction(place, told, source, recorded, claim.Event);
                break;
        }
    }

    private void AddReport(RecordPlace place, string source, Moment recorded, Claim claim)
    {
        var id = NextId();
        _earlier.Add((claim.Event, source, id));
        _reports.Add(new Report(id, place, source, null, null, recorded, null, [], [claim with { Id = id + ".1" }]));
    }

    private void AddRetraction(RecordPlace place, ToldSyntax told, string source, Moment recorded, string about)
    {
        var index = _earlier.FindLastIndex(e => e.Event == about && e.Source == source);
        if (index < 0)
        {
            binder.Report(told, ScenarioErrors.NothingToRetract(source, about));
            return;
        }

        _reports.Add(new Report(NextId(), place, source, null, null, recorded, null, [_earlier[index].Id], []));
    }

    private string SourceOf(ToldSyntax told)
    {
        DeclaredNames.UseEvidence<SourceSyntax>(binder.Scope.All, binder.Scope.File, told.By, NameSort.Source, s => s.Name);
        if (!told.By.IsMissing && !names.Evidence.Sources.ContainsKey(told.By.Text) && binder.NamedActor(told.By) is null)
        {
            binder.Report(told.By, ScenarioErrors.UnknownSource(told.By.Text, Suggestion.For(binder.Scope.File, told.By, names.Evidence.Sources.Keys)));
        }

        return told.By.Text;
    }

    private When? BindWhen(MomentLiteral from, MomentLiteral? to)
    {
        var start = binder.BindMoment(from);
        var end = to is null ? start : binder.BindMoment(to);
        if (start is null || end is null)
        {
            return null;
        }

        if (to is not null && end.Local < start.Local)
        {
            binder.Report(to, ScenarioErrors.BackwardsRange(binder.Text(from), binder.Text(to)));
            return null;
        }

        return new When(start, end);
    }

    private string NewId(string kind)
    {
        var number = _unnamed.GetValueOrDefault(kind) + 1;
        _unnamed[kind] = number;
        return $"{kind}-{number}";
    }

    private string NextId() => $"s{_reports.Count + 1}";

    private RecordPlace PlaceOf(SyntaxNode node) =>
        new(binder.Scope.File.Path, binder.Scope.File.PositionOf(node.Span.Start).Line);
}

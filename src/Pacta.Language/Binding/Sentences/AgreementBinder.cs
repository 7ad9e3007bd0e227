using System.Collections.Immutable;
using NodaTime;
using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Agreements;
using Pacta.Model.Diagnostics;
using Pacta.Model.Time;

namespace Pacta.Language.Binding.Sentences;

/// <summary>Binds one agreement: its headers, then its clauses.</summary>
internal sealed class AgreementBinder(AgreementSymbol agreement, EvidenceNames evidence)
{
    private readonly ExpressionBinder _binder = new(agreement.Scope, new Variables(null), null);

    /// <summary>Finds the vocabularies and agreements that an agreement uses; needed before any name is looked up.</summary>
    public static void ResolveUses(AgreementSymbol agreement)
    {
        var all = agreement.Scope.All;
        foreach (var name in agreement.Syntax.Headers.OfType<UseHeader>().SelectMany(h => h.Vocabularies).Where(n => !n.IsMissing))
        {
            if ((all.Vocabularies.Find(v => v.Name == name.Text) ?? all.FindAgreement(name.Text)?.Scope) is { } used)
            {
                all.Names?.Use(agreement.Scope.File, name, used);
                if (used != agreement.Scope && !agreement.Scope.Used.Contains(used))
                {
                    agreement.Scope.Used.Add(used);
                }
            }
            else
            {
                var names = all.Vocabularies.Select(v => v.Name).Concat(all.Agreements.Select(a => a.Name)).Where(n => n != agreement.Name);
                agreement.Scope.IsIncomplete = true;
                all.Report(agreement.Scope.File, name.Span, null, NameErrors.UnknownVocabulary(name.Text, Suggestion.For(agreement.Scope.File, name, names)));
            }
        }
    }

    public Agreement Bind()
    {
        CheckRepeatedHeaders();
        var status = BindStatus();
        var (provisionalFrom, provisionalUntil) = Header<ProvisionalHeader>() is { } provisional ? Spans.Bind(_binder, provisional.Spans) : (null, null);
        var (zoneName, zone) = BindZone();
        var parties = BindParties();
        var signed = Header<SignedHeader>() is { } signature ? _binder.BindMoment(signature.Date) : null;
        var force = Header<EntersIntoForceHeader>() is { } enters ? _binder.BindTime(enters.Time) : null;
        var expiry = Header<ExpiresHeader>() is { } expires ? _binder.BindTime(expires.Time) : null;
        var life = new Windows();
        if (Header<EntersIntoForceHeader>() is { } begin && Header<ExpiresHeader>() is { } end)
        {
            life.Begins(begin, force);
            life.Ends(end, expiry);
            life.Check(_binder);
        }

        if (force is null && provisionalFrom is null && status is { Disputed: false, Standing: not (Standing.Proposal or Standing.Oral) })
        {
            agreement.Scope.All.Warn(agreement.Scope.File, agreement.Syntax.Name.Span, null, HeaderErrors.NeverInForce(agreement.Name));
        }

        var calendar = new AgreementCalendar(zone, BindHolidays());
        var participations = agreement.Syntax.Headers.OfType<ParticipationHeader>().Select(Bind).ToImmutableArray();
        var clauses = new ClauseBinder(agreement, status, Survivals.Bind(_binder, agreement.Syntax.Headers.OfType<SurvivalHeader>().Select(h => h.Survival)), AdmittedWithin(Header<AdmissionHeader>())).BindAll();

        // After the clauses: only then it is known what they take from elsewhere.
        var content = VocabularyMerger.ContentOf(agreement);
        return new Agreement(
            agreement.Name, agreement.Syntax.Title.Value, status, Header<CiteHeader>()?.Citation.Value, signed, force, expiry,
            provisionalFrom, provisionalUntil, calendar, zoneName, parties, participations,
            Pick(content, s => (s as DefineSymbol)?.Bound),
            Pick(content, s => (s as TableSymbol)?.Bound),
            clauses, VocabularyMerger.For(agreement, evidence), [], new Origin(agreement.Scope.File, agreement.Syntax.Span))
        {
            Matters = VocabularyMerger.MattersOf(agreement),
            PartTitles = PartTitles(),
        };
    }

    private ImmutableSortedDictionary<string, string> PartTitles() => agreement.Clauses
        .SelectMany(c => c.Parts)
        .Where(p => p.Title is not null)
        .GroupBy(p => p.Number.Value, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(g => g.Key, g => g.First().Title!.Value, StringComparer.Ordinal);

    private Lapse? AdmittedWithin(AdmissionHeader? header) => header?.Admission.Within is { } length ? _binder.BindLapse(length) : null;

    private T? Header<T>()
        where T : HeaderSyntax => agreement.Syntax.Headers.OfType<T>().FirstOrDefault();

    private static ImmutableSortedDictionary<string, T> Pick<T>(
        ImmutableSortedDictionary<string, NamedContentSymbol> content, Func<NamedContentSymbol, T?> choose)
        where T : class
    {
        var picked = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (name, symbol) in content)
        {
            if (choose(symbol) is { } item)
            {
                picked.Add(name, item);
            }
        }

        return picked.ToImmutable();
    }

    private void CheckRepeatedHeaders()
    {
        var single = agreement.Syntax.Headers.Where(h => h is not (ParticipationHeader or SurvivalHeader or UseHeader or HolidaysHeader));
        foreach (var group in single.GroupBy(h => h.GetType()).Where(g => g.Count() > 1))
        {
            var first = group.First();
            foreach (var again in group.Skip(1))
            {
                _binder.Report(again, HeaderErrors.Twice(_binder.Text(again)), new Label(agreement.Scope.File, first.Span, "said here first"));
            }
        }
    }

    private Status BindStatus()
    {
        var header = Header<StatusHeader>();
        var standing = header is null ? Standing.Legal : Standings.Bind(_binder, header.Status) ?? Standing.Legal;
        return new Status(standing, header is { IsDisputed: true });
    }

    private (string Name, DateTimeZone Zone) BindZone()
    {
        var utc = ("UTC", DateTimeZone.Utc);
        if (Header<TimeZoneHeader>() is not { } header)
        {
            agreement.Scope.All.Warn(agreement.Scope.File, agreement.Syntax.Name.Span, null, HeaderErrors.NoTimeZone(agreement.Name));
            return utc;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(header.Zone.Value) is { } zone)
        {
            return (header.Zone.Value, zone);
        }

        _binder.Report(header.Zone, HeaderErrors.UnknownTimeZone(header.Zone.Value, Suggestion.For(agreement.Scope.File, header.Zone, DateTimeZoneProviders.Tzdb.Ids)));
        return utc;
    }

    private ImmutableArray<string> BindParties()
    {
        if (Header<PartiesHeader>() is not { } header)
        {
            _binder.Report(agreement.Syntax.Name, HeaderErrors.NoParties(agreement.Name));
            return [];
        }

        var parties = ImmutableArray.CreateBuilder<string>();
        foreach (var name in header.Parties)
        {
            if (_binder.ResolveActor(name) is { } actor)
            {
                if (parties.Contains(actor.Name))
                {
                    _binder.Report(name, HeaderErrors.PartyTwice(name.Text));
                }
                else
                {
                    parties.Add(actor.Name);
                }
            }
        }

        return parties.ToImmutable();
    }

    private ImmutableHashSet<LocalDate> BindHolidays()
    {
        var days = ImmutableHashSet.CreateBuilder<LocalDate>();
        foreach (var literal in agreement.Syntax.Headers.OfType<HolidaysHeader>().SelectMany(h => h.Dates))
        {
            if (_binder.BindMoment(literal) is not { } moment)
            {
                continue;
            }

            if (moment.Precision == Precision.Day)
            {
                days.Add(moment.Local.Date);
            }
            else
            {
                _binder.Report(literal, HeaderErrors.HolidayIsNoDay(_binder.Text(literal)));
            }
        }

        return days.ToImmutable();
    }

    private Participation Bind(ParticipationHeader header)
    {
        var (from, until) = Spans.Bind(_binder, header.Spans);
        return new Participation(header.IsWithdrawn, [.. header.By.Select(b => _binder.ResolveActor(b)?.Name).OfType<string>()], from, until);
    }
}

using System.Collections.Immutable;
using Pacta.Geography.Shapes;
using Pacta.Geography.Zones;
using Pacta.Language.Binding.Declaring;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Maps.Gazetteers;
using Pacta.Model.Agreements;
using Pacta.Model.Reports;
using Pacta.Model.Time;
using Pacta.Model.Values;

namespace Pacta.Language.Binding.Scenarios;

/// <summary>The settings of a fact (<c>with troops about 9_000, alert yes</c>), checked against its kind and kept as written.</summary>
internal sealed class SettingBinder(ExpressionBinder binder, ScenarioNames names)
{
    private static readonly Field Count = new("count", FieldType.Count, "");

    private readonly ImmutableSortedDictionary<string, ReportedValue>.Builder _fields =
        ImmutableSortedDictionary.CreateBuilder<string, ReportedValue>(StringComparer.Ordinal);

    private When? _end;

    public (ImmutableSortedDictionary<string, ReportedValue> Fields, When? End) Bind(KindSymbol kind, ImmutableArray<SettingSyntax> settings)
    {
        foreach (var setting in settings.Where(s => !s.Field.IsMissing))
        {
            Bind(kind, setting, settings);
        }

        return (_fields.ToImmutable(), _end);
    }

    private void Bind(KindSymbol kind, SettingSyntax setting, ImmutableArray<SettingSyntax> all)
    {
        var name = setting.Field.Text;
        if (kind.IsBroken(name) && name is not ("count" or "distance" or "position" or "accuracy" or "end"))
        {
            return;
        }

        if (kind.Fields.GetValueOrDefault(name) is { } field)
        {
            binder.Scope.All.Names?.UseField(binder.Scope.File, setting.Field, kind);
            if (field.Dimension.Length > 0 && setting.Low is { } low)
            {
                binder.Scope.All.Names?.ImplyUnit(binder.Scope.File, setting.High ?? low, field.Dimension);
            }

            Add(setting, name, BindField(setting, field));
            return;
        }

        switch (name)
        {
            case "count" when kind.Form != KindForm.State:
                Add(setting, name, BindNumber(setting, Count));
                break;
            case "distance":
                BindDistance(setting);
                break;
            case "position":
                Add(setting, name, BindPosition(setting, all));
                break;
            case "area":
                Add(setting, "position", BindArea(setting));
                break;
            case "accuracy" or "height" when all.Any(s => s.Field.Text == "position"):
            case "above" when all.Any(s => s.Field.Text == "height"):
                break;
            case "end":
                BindEnd(setting);
                break;
            default:
                string[] always = kind.Form != KindForm.State ? ["count", "distance", "position", "end"] : ["distance", "position", "end"];
                var known = kind.Fields.Keys.Concat(always).ToList();
                binder.Report(setting.Field, NameErrors.UnknownField(name, Entity.Of(kind), known, Suggestion.For(binder.Scope.File, setting.Field, known)));
                break;
        }
    }

    private void Add(SettingSyntax setting, string name, ReportedValue? value)
    {
        if (value is not null && !_fields.TryAdd(name, value))
        {
            binder.Report(setting, ScenarioErrors.SettingTwice(name));
        }
    }

    private ReportedValue? BindField(SettingSyntax setting, Field field) => field.Type switch
    {
        FieldType.Truth => BindTruth(setting, field),
        FieldType.Text => setting is { Low: TextTermSyntax text, High: null }
            ? new ReportedText(text.Text.Value)
            : Wrong(setting, field, "a text in quotation marks", $"{field.Name} \"return to base\""),
        FieldType.Place => BindName(setting, field, Entity.Place),
        FieldType.Actor => BindName(setting, field, Entity.Actor),
        _ => BindNumber(setting, field),
    };

    private ReportedTruth? BindTruth(SettingSyntax setting, Field field)
    {
        if (setting.IsNo)
        {
            return new ReportedTruth(false);
        }

        if (setting is { High: null, Low: PhraseTermSyntax { Phrase: { Head: NounArgumentSyntax { Of: null, Label: null } noun, Tail.Length: 0 } } })
        {
            switch (noun.Name.Text)
            {
                case "yes":
                    return new ReportedTruth(true);
                case "no":
                    return new ReportedTruth(false);
            }
        }

        Wrong(setting, field, "'yes' or 'no'", $"{field.Name} yes");
        return null;
    }

    private ReportedText? BindName(SettingSyntax setting, Field field, Entity expected)
    {
        if (setting is { High: null, Low: PhraseTermSyntax { Phrase: { Tail.Length: 0 } phrase } })
        {
            return new RoleValues(binder, names).NameOf(phrase.Head, expected) is { } name ? new ReportedText(name) : null;
        }

        Wrong(setting, field, expected.ToString(), expected.Form == EntityForm.Place ? $"{field.Name} territory of aland" : $"{field.Name} aland");
        return null;
    }

    private ReportedNumber? BindNumber(SettingSyntax setting, Field field)
    {
        if (setting.Low is not QuantitySyntax low || setting.High is not (null or QuantitySyntax))
        {
            Wrong(setting, field, "a number", $"{field.Name} 12_800");
            return null;
        }

        var high = setting.High as QuantitySyntax ?? low;
        if (!Fits(low, field) || !Fits(high, field))
        {
            return null;
        }

        if (low.Unit?.Text != high.Unit?.Text && low.Unit is not null && high.Unit is not null)
        {
            binder.Report(setting, ScenarioErrors.TwoUnits(low.Unit.Text, high.Unit.Text));
            return null;
        }

        if (ValueOf(high) < ValueOf(low))
        {
            binder.Report(setting, ScenarioErrors.BackwardsNumbers(binder.Text(low), binder.Text(high)));
            return null;
        }

        return new ReportedNumber(ValueOf(low), ValueOf(high), (low.Unit ?? high.Unit)?.Text, low.IsAbout || high.IsAbout);
    }

    private static decimal ValueOf(QuantitySyntax quantity) => quantity.Number.Value * (quantity.IsPercent ? 0.01m : 1m);

    /// <summary>Has the quantity the unit that the field needs?</summary>
    private bool Fits(QuantitySyntax quantity, Field field)
    {
        var term = binder.BindTerm(quantity);
        if (term.IsError)
        {
            return false;
        }

        if (term.Dimension == field.Dimension || (term.IsBare && UnitBinder.Counts(binder.Scope, field.Dimension)))
        {
            return true;
        }

        binder.Report(quantity, term.IsBare
            ? UnitErrors.UnitMissing(binder.Text(quantity), field.Name, UnitBinder.NamesOf(binder.Scope, field.Dimension))
            : UnitErrors.WrongUnit(field.Name, field.Dimension, binder.Text(quantity)));
        return false;
    }

    private void BindDistance(SettingSyntax setting)
    {
        if (setting.From is not { } from)
        {
            binder.Report(setting, ScenarioErrors.DistanceFromWhat());
            return;
        }

        binder.BindPlace(from);
        var metre = UnitBinder.Metre(binder.Scope)?.Dimension ?? "";
        var name = $"distance from {binder.Text(from)}";
        Add(setting, name, BindNumber(setting, new Field("distance", FieldType.Quantity, metre)));
    }

    /// <summary><c>position "48.01 37.80"</c>, latitude first; <c>accuracy 500 m</c> beside it, otherwise exact.</summary>
    private ReportedValue? BindPosition(SettingSyntax setting, ImmutableArray<SettingSyntax> all)
    {
        if (setting is { High: null, Low: TextTermSyntax { Text.Value: { Length: > 0 } name } } && !name.Any(char.IsAsciiDigit))
        {
            var known = Gazetteer.Load().Find(name);
            if (known.Place is null && known.Candidates.IsEmpty)
            {
                binder.Report(setting, ScenarioErrors.BadPosition(binder.Text(setting)));
                return null;
            }

            return new ReportedPlace(name);
        }

        var parts = (setting.Low as TextTermSyntax)?.Text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (parts.Length != 2 || MapReader.Degrees(parts[0].TrimEnd(','), 90) is not { } latitude || MapReader.Degrees(parts[1], 180) is not { } longitude)
        {
            binder.Report(setting, ScenarioErrors.BadPosition(binder.Text(setting)));
            return null;
        }

        var height = Metres("height", all);
        return new ReportedPosition(latitude, longitude, (double)(Metres("accuracy", all)?.High ?? 0))
        {
            HeightMetres = (double?)(height?.Low + height?.High) / 2,
            HeightAbove = HeightAbove(all),
            HeightAccuracyMetres = (double)((height?.High - height?.Low) ?? 0) / 2,
        };
    }

    /// <summary><c>height 300 m, above ground</c>; null where it is not said.</summary>
    private HeightDatum? HeightAbove(ImmutableArray<SettingSyntax> all)
    {
        if (all.FirstOrDefault(s => s.Field.Text == "above") is not { } setting)
        {
            return null;
        }

        switch ((setting.Low as PhraseTermSyntax)?.Phrase is { Head: NounArgumentSyntax noun, Tail.Length: 0 } ? noun.Name.Text : string.Empty)
        {
            case "ground":
                return HeightDatum.Ground;
            case "sea":
                return HeightDatum.Sea;
            default:
                binder.Report(setting, ScenarioErrors.AboveWhat(binder.Text(setting)));
                return null;
        }
    }

    /// <summary><c>area "10 55, 11 55, 11 56"</c>: somewhere in it; corners as a polygon has them, longitude first.</summary>
    private ReportedArea? BindArea(SettingSyntax setting)
    {
        var corners = ((setting.Low as TextTermSyntax)?.Text.Value.Split(',') ?? []).Select(CornerOf).ToList();
        if (corners.Count >= 3 && corners.TrueForAll(c => c is not null))
        {
            var shape = MultiPolygon.Of(EdgeKind.Geodesic, [.. corners.Select(c => c!.Value)]);
            try
            {
                _ = RingChecks.Problems(shape);
                return new ReportedArea(new AreaValue(shape));
            }
            catch (ShapeException)
            {
                // What is wrong is that it encloses nothing: it is told below.
            }
        }

        binder.Report(setting, ScenarioErrors.BadArea(binder.Text(setting)));
        return null;

        static GeoPoint? CornerOf(string corner) =>
            corner.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var east, var north]
            && MapReader.Degrees(east, 180) is { } longitude && MapReader.Degrees(north, 90) is { } latitude ? new GeoPoint(latitude, longitude) : null;
    }

    /// <summary>A length that stands beside a position; null if none does.</summary>
    private (decimal Low, decimal High)? Metres(string name, ImmutableArray<SettingSyntax> all)
    {
        if (all.FirstOrDefault(s => s.Field.Text == name) is not { } stated || UnitBinder.Metre(binder.Scope) is not { } metre
            || BindNumber(stated, new Field(name, FieldType.Quantity, metre.Dimension)) is not { Low: { } low, High: { } high } number)
        {
            return null;
        }

        var factor = (UnitBinder.Find(binder.Scope, number.Unit ?? "m")?.Factor ?? 1m) / metre.Factor;
        return (low * factor, high * factor);
    }

    private void BindEnd(SettingSyntax setting)
    {
        if (setting.Low is PhraseTermSyntax { Phrase: { Head: MomentArgumentSyntax { Moment: var literal }, Tail.Length: 0 } })
        {
            var until = setting.High is PhraseTermSyntax { Phrase.Head: MomentArgumentSyntax { Moment: var last } } ? binder.BindMoment(last) : null;
            if (binder.BindMoment(literal) is { } moment)
            {
                _end = new When(moment, until ?? moment);
            }

            return;
        }

        binder.Report(setting, ScenarioErrors.EndIsNoDate(binder.Text(setting)));
    }

    private ReportedValue? Wrong(SettingSyntax setting, Field field, string wanted, string example)
    {
        binder.Report(setting, ScenarioErrors.WrongSetting(field.Name, wanted, example));
        return null;
    }
}

using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Values;

namespace Pacta.Logic.Direct;

/// <summary>Refuses what is not exact: such a history may have more than one outcome.</summary>
internal static class Exactness
{
    public static void Require(Agreement agreement, History history)
    {
        Refuse(agreement.Status.Disputed || agreement.Clauses.Any(c => c.Status.Disputed), "a disputed commitment");
        Refuse(agreement.Vocabulary.OpenKinds.Count > 0, "open kinds");
        Refuse(agreement.Clauses.Any(c => c.Readings.Length != 1), "a clause with readings");
        Refuse(agreement.Definitions.Values.Any(d => d.Readings.Length != 1), "a noun with readings");
        Refuse(agreement.Tables.Values.Any(t => t.Readings.Length != 1), "a table with readings");
        foreach (var fact in history.Facts)
        {
            RequireExact(agreement, fact);
        }
    }

    private static void RequireExact(Agreement agreement, Fact fact)
    {
        Refuse(fact.IsDenied, $"{fact.Key} is denied");
        foreach (var time in fact.End is { } end ? [fact.Time, end] : new[] { fact.Time })
        {
            Refuse(time.IsDisputed, $"the time of {fact.Key} is disputed");
            var when = time.Alternatives[0].Value;
            Refuse(!when.HasClock || !when.In(agreement.Calendar.Zone).IsExact, $"the time of {fact.Key} is not exact");
        }

        foreach (var (name, attribute) in fact.Roles.Concat(fact.Fields))
        {
            Refuse(attribute.IsDisputed, $"{name} of {fact.Key} is disputed");
            var isExact = attribute.Alternatives[0].Value switch
            {
                NumberValue number => number.Range.IsExact,
                OneOfValue or PositionValue or AreaValue or OneOfPositionsValue => false,
                _ => true,
            };
            Refuse(!isExact, $"{name} of {fact.Key} is not exact");
        }
    }

    private static void Refuse(bool isOutside, string reason)
    {
        if (isOutside)
        {
            throw new NotSupportedException(reason);
        }
    }
}

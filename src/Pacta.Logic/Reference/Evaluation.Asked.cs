using Pacta.Logic.Reference.Readings;
using Pacta.Model.Agreements;
using Pacta.Model.Histories;
using Pacta.Model.Time;

namespace Pacta.Logic.Reference;

/// <summary>What is asked of defined nouns, taken down: another way to read them in which the answers are the same comes to the same.</summary>
internal sealed partial class Evaluation
{
    /// <summary>Takes down what is asked of nouns whose reading may be open; null: nobody wants to know.</summary>
    public Consulted? Consulted { get; set; }

    private IEnumerable<Match> Answered(string name, Entity entity, InstantRange? at, IEnumerable<Match> rows)
    {
        if (Consulted is null)
        {
            return rows;
        }

        var asked = new Consulted();
        var found = Asking(asked, rows.ToList);
        Answer(name, (entity as EventEntity)?.Fact, at, found, asked);
        return found;
    }

    /// <summary>Finds rows, and takes down apart what is asked for them.</summary>
    private List<Match> Asking(Consulted asked, Func<List<Match>> rows)
    {
        var consulted = Consulted;
        Consulted = asked;
        var found = rows();
        Consulted = consulted;
        return found;
    }

    /// <summary>Where there is no row, that is all there is to know; else what was asked for them belongs to the answer.</summary>
    private void Answer(string name, Fact? fact, InstantRange? at, List<Match> rows, Consulted asked)
    {
        if (Consulted is not { } consulted)
        {
            return;
        }

        if (fact is not null && rows.Count == 0)
        {
            consulted.NotMeant(name, fact, at);
        }
        else
        {
            consulted.Noun(name);
            consulted.Add(asked);
        }
    }

    /// <summary>Is an event none of those that a noun means here?</summary>
    public bool IsNot(NoneOf none)
    {
        if (IsCertainlyNot(none.Noun, none.Fact))
        {
            return true;
        }

        var explains = Explains;
        Explains = false;
        var isOne = MatchesOf(MeaningOf(none.Noun), new EventEntity(none.Fact), Binding.Empty, none.At).Any();
        Explains = explains;
        return !isOne;
    }

    /// <summary>What kind of thing a defined noun means: mostly the same however it is read.</summary>
    private Noun NounOf(string name)
    {
        var readings = Agreement.Definitions[name].Readings;
        var noun = MeaningOf(name).Noun;
        if (Consulted is { } consulted && readings.Any(r => r.Content.Noun != noun))
        {
            consulted.Noun(name);
        }

        return noun;
    }
}

using Pacta.Model.Findings;

namespace Pacta.Presentation.Words;

/// <summary>The words for what makes something uncertain: one sentence for each kind of cause.</summary>
public static class CauseWords
{
    public static string Of(Cause cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        string At(int index) => cause.Arguments[index];
        return cause.Code switch
        {
            CauseCode.Denied => $"{At(0)} {At(1)}: asserted by {At(2)}, denied by {At(3)}",
            CauseCode.RivalValues => $"{RoleWords.Of(At(0), At(1))}: {string.Join(" or ", cause.Arguments.Skip(2).Chunk(3).Select(Said))}",
            CauseCode.RivalJudgements => $"“{At(0)}”: so, as {At(1)} judged; not so, as {At(2)} judged",
            CauseCode.NotReported => $"{RoleWords.Of(At(0), At(1))}: not reported",
            CauseCode.NotIdentified => $"{Meant(At(0))}: not reported",
            CauseCode.Rough => $"{RoleWords.Of(At(0), At(1))}: {At(2)}",
            CauseCode.NotKnownWhich => $"{RoleWords.Of(At(0), At(1))}: {At(2)}, not known which",
            CauseCode.NotJudged => $"“{At(0)}” is left to judgement and no report states it",
            CauseCode.Open => $"no {At(0)} is reported, and nobody claims that every {At(0)} is",
            CauseCode.NoMap => $"whether {At(0)} lies in {At(1)} is not known: no map and no report says so",
            CauseCode.BeforeRecord => $"{At(0)}: nothing is reported of that time or before",
            CauseCode.NotFulfilled => $"{At(0)} has not been fulfilled",
            _ => $"reading of {At(0)}: {string.Join(" or ", cause.Arguments.Skip(1).Chunk(2).Select(r => r[1].Length == 0 ? r[0] : $"{r[0]} (held by {r[1]})"))}",
        };
    }

    private static string Said(string[] value) => $"{value[0]} ({value[1]}{(value[2].Length > 0 ? "; denied by " + value[2] : string.Empty)})";

    private static string Meant(string words) => RoleWords.Split(words) is { } role ? RoleWords.Of(role.Attribute, role.Id) : $"who or what is meant by {words}";
}

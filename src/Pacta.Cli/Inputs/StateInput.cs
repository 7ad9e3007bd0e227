using System.Collections.Immutable;
using Pacta.Checking.Live;
using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>States that <c>--save-state</c> wrote, read.</summary>
internal static class StateInput
{
    /// <param name="madeOf">What it is to be made of; null: that does not matter.</param>
    /// <returns>What was read, and the hash of the file; null if it cannot be used: why, is in the bag.</returns>
    public static (T Read, string Sha256)? Read<T>(string path, ImmutableArray<string>? madeOf, Func<Stream, T> read, DiagnosticBag bag)
    {
        try
        {
            return StateFile.Read(path, AppVersion.Text, madeOf, read);
        }
        catch (StateException e)
        {
            bag.Add(StateErrors.Of(path, e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Add(StateErrors.Unreadable(path, e));
        }

        return null;
    }

    /// <summary>With the reports of a state, where one is named.</summary>
    public static LoadedReports AddTo(LoadedReports reports, string? path, DiagnosticBag bag) =>
        path is null || Read(path, null, s => LiveCheck.RecordsIn(s, InputFile.NameOf(path)), bag) is not var (records, hash) ? reports : reports with
        {
            Records = [.. records, .. reports.Records],
            ToldLines = records.Select(r => (r.Place.File, r.Place.Line)).ToHashSet(),
            States = reports.States.Add(new Presentation.Runs.SavedState(InputFile.NameOf(path), records.Length, hash)),
        };
}

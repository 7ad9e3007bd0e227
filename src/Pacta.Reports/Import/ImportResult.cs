namespace Pacta.Reports.Import;

/// <summary>What an importer did.</summary>
/// <param name="Rows">Rows of the table that are neither blank nor its header.</param>
/// <param name="Written">Reports written.</param>
/// <param name="Skipped">Rows with an error.</param>
/// <param name="LeftOut">Rows that the mapping leaves out.</param>
public sealed record ImportResult(int Rows, int Written, int Skipped, int LeftOut)
{
    public static readonly ImportResult Nothing = new(0, 0, 0, 0);
}

namespace Pacta.Reports.Import.Sheets;

/// <summary>Why a file cannot be read as a spreadsheet: a sentence without its full stop, and what to do.</summary>
internal sealed class SheetException(string headline, string help) : Exception(headline)
{
    public string Help { get; } = help;
}

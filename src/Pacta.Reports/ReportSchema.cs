using System.Text;

namespace Pacta.Reports;

/// <summary>The JSON Schema (draft 2020-12) of one line of a report file, for editors and other tools.</summary>
public static class ReportSchema
{
    /// <summary>Names the version; a change that refuses lines which were right before gets another one.</summary>
    public const string Id = "urn:pacta:schema:report:1";

    /// <summary>The name of the file in the folder <c>schema</c>.</summary>
    public const string FileName = "pacta-report-1.schema.json";

    /// <summary>The schema as published.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(ReportSchema).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"{FileName} is not part of this build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

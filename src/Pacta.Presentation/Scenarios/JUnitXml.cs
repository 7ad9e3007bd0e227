using System.Globalization;
using System.Text;
using System.Xml;
using Pacta.Model.Scenarios;
using Pacta.Presentation.Text;

namespace Pacta.Presentation.Scenarios;

/// <summary>Scenarios that were run, in the XML that build servers read: a suite for each agreement, a case for each scenario.</summary>
public static class JUnitXml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public static void Write(Stream output, IReadOnlyList<ScenarioRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, runs);
            foreach (var suite in runs.GroupBy(r => r.Agreement.Name))
            {
                xml.WriteStartElement("testsuite");
                Attribute(xml, "name", suite.First().Agreement.Title);
                Counts(xml, [.. suite]);
                foreach (var run in suite)
                {
                    Case(xml, run);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.Write("\n"u8);
    }

    private static void Case(XmlWriter xml, ScenarioRun run)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", run.Agreement.Name);
        Attribute(xml, "name", run.Scenario.Title);
        Attribute(xml, "file", run.Scenario.Origin.File.Path);
        Attribute(xml, "line", run.Scenario.Origin.File.PositionOf(run.Scenario.Origin.Span.Start).Line.ToString(CultureInfo.InvariantCulture));
        foreach (var (place, expected, found) in run.Problems)
        {
            xml.WriteStartElement("failure");
            Attribute(xml, "message", $"expected: {expected}; found: {found}");
            xml.WriteString(Plain(string.Create(CultureInfo.InvariantCulture, $"{place.File.Path}:{place.File.PositionOf(place.Span.Start).Line}\nexpected: {expected}\nfound:    {found}")));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, IReadOnlyList<ScenarioRun> runs)
    {
        xml.WriteAttributeString("tests", runs.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", runs.Count(r => !r.Passed).ToString(CultureInfo.InvariantCulture));
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Plain(value));

    /// <summary>Without characters that XML cannot have.</summary>
    private static string Plain(string text) => string.Join('\n', text.Split('\n').Select(Wrapping.Harmless));
}

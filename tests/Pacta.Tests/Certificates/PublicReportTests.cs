using Pacta.Tests.Cli;

namespace Pacta.Tests.Certificates;

/// <summary>The report of a day for the public: what was reported of that day, and not by whom.</summary>
public sealed class PublicReportTests
{
    private static readonly string[] Reports =
    [
        """{"id":"SECRET-REPORT-1","source":"mission","recorded":"2024-05-10","published":"2024-05-10","reference":"https://example.org/SECRET","event":"f1","kind":"fire","time":"2024-05-10T08:00Z","by":"aland","in":"strip","position":{"lat":48.12345,"lon":37.54321,"accuracy_m":10}}""",
        """{"id":"SECRET-REPORT-2","source":"courier","recorded":"2024-05-10","event":"f1","kind":"fire","polarity":"denies"}""",
        """{"type":"coverage","id":"SECRET-COVER","source":"mission","place":"strip","period":"2024-05-10","means":"SECRET-MEANS","recorded":"2024-05-10"}""",
    ];

    private static string Report(string format, params string[] options)
    {
        using var folder = Small.Command(Small.Agreement("clause quiet at \"4\" { each party must not open fire in strip }"), Reports);
        var ran = folder.Run(["report", "@small.pacta", "--reports", "@small.jsonl", "--period", "DAY", "--from", "2024-05-10", "--format", format, .. options]);
        Assert.True(ran.ExitCode == 0, ran.Errors);
        return ran.Output + ran.Errors;
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("csv")]
    [InlineData("json")]
    public void Nobody_who_reported_is_in_it(string format)
    {
        var report = Report(format, "--public");

        foreach (var secret in new[] { "SECRET", "mission", "courier", "48.12345", "example.org" })
        {
            Assert.DoesNotContain(secret, report, StringComparison.Ordinal);
        }

        Assert.Contains("monitor_1", report, StringComparison.Ordinal);
        Assert.Contains("mission", Report(format), StringComparison.Ordinal);
    }
}

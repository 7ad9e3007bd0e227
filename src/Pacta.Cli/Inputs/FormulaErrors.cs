using System.Text.RegularExpressions;
using Pacta.Model.Diagnostics;
using Pacta.Model.Text;
using Pacta.Monitor;
using Pacta.Monitor.Input;
using Pacta.Temporal.Notation;
using Pacta.Temporal.Typing;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with temporal formulas, their signatures and logs: PACTA07xx.</summary>
internal static partial class FormulaErrors
{
    public static Diagnostic Notation(SourceText file, NotationException e, bool isFormula)
    {
        var span = Span(file, e.Line, e.Column);
        return new Diagnostic(isFormula ? "PACTA0701" : "PACTA0702", Severity.Error, e.Message, [new Label(file, span, "here")], e.Help, e.Example);
    }

    public static Diagnostic Meaning(FormulaException e) => new("PACTA0703", Severity.Error, Headline(e.Message, e.Subformula), [], e.Help, "p(x,n) AND n >= 9000");

    public static Diagnostic NotMonitorable(NotMonitorableException e) =>
        new("PACTA0704", Severity.Error, Headline("The formula cannot be monitored. " + e.Message, e.Subformula), [], e.Help, "(p(x,n) AND n >= 9000) AND NOT ONCE[42d,*) q(x)");

    public static Diagnostic Log(string path, LogException e) =>
        new("PACTA0705", Severity.Error, $"{path}, line {e.Line}: {e.Message}", [], e.Help, "@10 p(1,\"a\")(2,\"b\") q(3)");

    private static string Headline(string message, Temporal.Formulas.Formula? part) => part is null ? message : $"{message} The part is: {Shown(FormulaPrinter.Print(part))}";

    /// <summary>Without the marks by which variables and definitions of the same name are told apart.</summary>
    private static string Shown(string formula) => Marks().Replace(formula, string.Empty);

    [GeneratedRegex("[~#][0-9]+")]
    private static partial Regex Marks();

    private static TextSpan Span(SourceText file, int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line; i++)
        {
            var end = file.Content.IndexOf('\n', start);
            if (end < 0)
            {
                break;
            }

            start = end + 1;
        }

        return new TextSpan(Math.Min(start + column - 1, file.Content.Length), 0);
    }
}

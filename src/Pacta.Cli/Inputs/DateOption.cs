using Pacta.Model.Diagnostics;
using Pacta.Model.Reports;
using Pacta.Model.Time;

namespace Pacta.Cli.Inputs;

/// <summary>Dates on the command line: a day or an instant.</summary>
internal static class DateOption
{
    public static Moment? Read(string option, string? text, DiagnosticBag bag)
    {
        if (text is null)
        {
            return null;
        }

        var moment = MomentText.Parse(text.Trim(), out var problem);
        if (moment is null)
        {
            bag.Add(CommandErrors.BadDate(option, text, problem switch
            {
                MomentProblem.Date => "there is no such day in the calendar",
                MomentProblem.Clock => "there is no such time of day",
                _ => "it is not written like one",
            }));
        }
        else if (moment.Precision is Precision.Month or Precision.Year)
        {
            bag.Add(CommandErrors.BadDate(option, text, "a day is missing"));
            return null;
        }

        return moment;
    }
}

namespace Pacta.Presentation.Html;

/// <summary>What the findings about an agreement rest on without a report of it, and what was left aside.</summary>
internal static class NotesSection
{
    public const string Name = "assumed";

    public static void Write(AgreementPart part)
    {
        var html = part.Html;
        part.Heading(Name, part.Say("page.assumed"));
        var assumed = part.Notes.Assumed.ToList();
        if (assumed.Count == 0)
        {
            html.Element("p", part.Say("html.assumed.none"));
        }

        part.List(assumed);
        Named("html.readings", part.Notes.Readings);
        Named("page.not_counted", part.Notes.NotCounted);
        Named("page.denied", part.Notes.Denied);
        Named("html.not_used", part.Notes.NotUsed);
        Named("page.unverified", part.Notes.Unverified);
        foreach (var (name, lines) in part.Notes.LeftOut)
        {
            html.Element("h4", part.Say("table.left_out_under", name));
            part.List(lines);
        }

        Named("page.decided", part.Notes.Determinations);
        Named("table.cases", part.Notes.Cases);
        Named("table.sources", part.Notes.Sources);
        Named("table.coverage", part.Notes.Coverage);

        void Named(string key, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count > 0)
            {
                html.Element("h4", part.Say(key));
                part.List(all);
            }
        }
    }
}

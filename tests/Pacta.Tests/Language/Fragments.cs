using Pacta.Language.Compilation;
using Pacta.Model.Text;

namespace Pacta.Tests.Language;

/// <summary>A few lines of the language, put wherever lines can stand: in a file, a vocabulary, a head, an agreement, a clause, behind a sentence, in a scenario and so on.</summary>
internal static class Fragments
{
    private const string Words = """
        vocabulary words {
          unit m
          unit km is 1_000 m
          unit mm is 0.001 m
          unit t
          unit person
          actor aland "Republic of Aland", borland, cedria, commission, osce
          group coastal_state (coastal_states) { aland, borland }
          kind asset (assets) of actor in place
          kind force (forces) is asset with size person, rotating truth
          kind warship (warships) is asset with tonnage t, home place
          kind weapon (weapons) is asset with calibre mm, range km
          kind gun (guns), tank (tanks), howitzer (howitzers) is weapon
          event hold exercise (exercises) is activity by actor in place with troops person, tanks count, alert truth, purpose text
          event give notification (notifications) by actor of activity to actor
          event give calendar (calendars) by actor to actor
          event send request_for_talks (requests_for_talks) by actor to actor
          event send explanation_request by actor of activity to actor
          event send meeting_request by actor to actor
          event give reply (replies) by actor to request
          event give refusal by actor to request
          event give report (reports) by actor to actor
          event make sighting (sightings) by actor of gun in place
          event make removal by actor of gun from place
          event make entry (entries) by actor of warship into place with purpose text
          event make withdrawal (withdrawals) by actor
          event hold meeting (meetings) by actor in place
          event hold election (elections) by actor
          event open fire by actor against actor in place
          event declare war by actor
          event make peace by actor
          event give withdrawal_notice by actor to actor
          state belligerent (belligerents) by actor S
            begins when war by S
            ends when peace by S
        }
        source mission is monitor "Observer Mission"
        source staff is party of aland
        source the_courier is media

        """;

    private static readonly string[] Head =
    [
        "status legal", "signed 2020-12-01", "enters into force 2021-01-01", "time zone \"UTC\"", "parties aland, borland, cedria", "use words",
    ];

    private const string Places = "  zone area\n  zone zone_a\n  zone zone_of_application\n  line front\n  line contact_line\n";

    private const string Triggered = "    when exercise x by A in area\n";

    private const string Asked = "    when request_for_talks r by A to B\n";

    private const string Notice = "    A must give notification of x to each other party";

    /// <summary>Every file that the lines may be a part of.</summary>
    public static IEnumerable<SourceText> Of(string lines)
    {
        string[] all =
        [
            lines + "\n",
            Words + lines + "\n",
            Words + "vocabulary more_words {\n" + lines + "\n}\n",
            Words + Agreement(lines),
            Words + Agreement(Places + lines),
            Words + Agreement(Places + Sample("    aland must hold meeting in area within 3 days after entry_into_force\n") + lines),
            Words + Agreement(Places) + lines + "\n",
            Words + Agreement(Places + "  part \"V\" {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  clause sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  clause sample {\n" + lines + "\n    each party must not open fire in area\n  }\n"),
            Words + Agreement(Places + Sample(Triggered + lines + "\n")),
            Words + Agreement(Places + Sample(Asked + lines + "\n")),
            Words + Agreement(Places + Sample(Triggered + Notice + " " + lines + "\n")),
            Words + Agreement(Places + Sample(Triggered + Notice + "\n      no later than start of x\n      unless " + lines + "\n")),
            Words + Agreement(Places + Sample(Triggered + "    while " + lines + "\n" + Notice + " no later than start of x\n")),
            Words + Agreement(Places + "  define sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  define sample { means exercise x where " + lines + " }\n"),
            Words + Agreement(Places + "  amount sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  amount sample of party P {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  amount sample of exercise x {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  zone sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  zone sample of party P {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + Sample("    each party P must keep " + lines + "\n")),
            Words + Agreement(Places + Sample("    each party P must keep number of tanks of P at most " + lines + "\n")),
            Words + Agreement(Places + Sample(Triggered + Notice + " no later than start of x\n") + "  exception " + lines + "\n"),
            Words + Agreement(Places + Sample(Triggered + Notice + " no later than start of x\n") + "  exception other to sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  group sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + Sample("    each party must not open fire in area\n")) + "scenario \"a case\" of accord {\n" + lines + "\n}\n",
            Words + Agreement(Places + Sample("    each party must not open fire in area\n")) + "scenario \"a case\" of accord {\n  2021-09-10  exercise north_wind by aland in area\n" + lines + "\n  expect met sample by aland on 2021-09-10\n}\n",
            Words + "standard sample {\n" + lines + "\n}\n",
            Words + "perspective sample {\n" + lines + "\n}\n",
            lines + "\n" + Words,
            Words + Agreement(Places + "  " + lines + "\n" + Triggered + Notice + " no later than start of x\n  }\n"),
            Words + "negotiation \"Talks\" as talks {\n" + lines + "\n}\n",
            Words + "negotiation \"Talks\" as talks {\n  parties aland, borland\n  issue access { option yes, no_access }\n  issue flights { option yes, none_at_all }\n" + lines + "\n}\n",
            Words + "negotiation \"Talks\" as talks {\n  parties aland, borland\n  issue access { option yes, no_access }\n  issue flights { option daily, none_at_all }\n  interests of aland {\n    worth of access is yes 10, no_access 0\n    worth of flights is daily 1, none_at_all 0\n" + lines + "\n  }\n}\n",
            "dispute \"A dispute\" as dispute_1 {\n" + lines + "\n}\n",
            "dispute \"A dispute\" as dispute_1 {\n  cite \"invented\"\n  party first { option delay, accept, abandon }\n  party second { option insist }\n" + lines + "\n}\n",
            "dispute \"A dispute\" as dispute_1 {\n  cite \"invented\"\n  party first { option delay, accept, abandon }\n  party second { option insist }\n  state waiting is delay\n  state left is abandon\n  preferences of first by ranking {\n" + lines + "\n  }\n}\n",
            "dispute \"A dispute\" as dispute_1 {\n  cite \"invented\"\n  party first { option delay, accept, abandon }\n  party second { option insist }\n  preferences of first by order {\n" + lines + "\n  }\n}\n",
            Words + Agreement(Places + Sample("    each party must not open fire in area\n")) + "criticisms of accord {\n" + lines + "\n}\n",
        ];
        return all.Select((text, i) => new SourceText($"frame_{i}.pacta", text));
    }

    /// <summary>The codes of what is said of the lines in each place.</summary>
    public static IEnumerable<string[]> CodesOf(string lines) => Of(lines).Select(s => Compiler.Compile([s]).Diagnostics.Select(d => d.Code).Distinct(StringComparer.Ordinal).ToArray());

    private static string Sample(string body) => "  clause sample at \"1\" {\n" + body + "  }\n";

    /// <summary>An agreement with these lines; what they say of the head takes the place of the usual.</summary>
    private static string Agreement(string lines)
    {
        var own = lines.Split('\n').Select(l => l.Trim().Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var (head, rest) = own.Overlaps(Head.Select(h => h.Split(' ')[0])) ? (Head.Where(h => !own.Contains(h.Split(' ')[0])), lines) : (Head, lines);
        return "agreement \"Accord\" as accord {\n" + string.Concat(head.Select(h => $"  {h}\n")) + rest + "\n}\n";
    }
}

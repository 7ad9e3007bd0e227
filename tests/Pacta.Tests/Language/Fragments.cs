using Pacta.Language.Compilation;
using Pacta.Model.Agreements;
using Pacta.Model.Text;

namespace Pacta.Tests.Language;

/// <summary>A few lines of the language, put wherever lines can stand: in a file, a vocabulary, a head, an agreement, a clause, behind a sentence, in a scenario and so on.</summary>
internal static class Fragments
{
    private const string Words = """
        vocabulary basics {
          unit m
          unit km is 1_000 m
          unit mm is 0.001 m
          unit light_year is 9_460_730_472_580_800 m
          unit t
          unit person
          actor aland "Republic of Aland", borland, cedria, commission, osce
          group coastal_state (coastal_states) { aland, borland }
          kind asset (assets) of actor in place
          kind force (forces) is asset with size person, rotating truth
          kind warship (warships) is asset with tonnage t, home place, flag text
          kind weapon (weapons) is asset with calibre mm, range km
          kind gun (guns), tank (tanks), howitzer (howitzers) is weapon
          event hold exercise (exercises) is activity by actor in place with troops person, tanks count, alert truth, purpose text
          event give notification (notifications) by actor of activity to actor
          event give calendar (calendars) by actor to actor
          event send request_for_talks (requests_for_talks) by actor to actor
          event send meeting_request by actor to actor
          event give reply (replies) by actor to request
          event give report (reports) by actor to actor
          event make removal by actor of gun
          event make entry (entries) by actor of warship into place with purpose text
          event make withdrawal (withdrawals) by actor
          event hold meeting (meetings) by actor in place
          event open fire (fires) by actor against actor in place with rounds count
          event declare war by actor
          event make peace by actor
          event give withdrawal_notice by actor to actor
          state belligerent (belligerents) by actor S
            begins when war by S
            ends when peace by S
        }
        vocabulary navy {
          kind corvette (corvettes) of actor in place
          zone narrows
        }
        vocabulary coast_guard {
          zone narrows
        }
        source mission is monitor "Observer Mission"
        source aland_ministry is party of aland
        source the_courier is media
        agreement "Treaty of the Bay" as treaty_of_the_bay {
          status proposal
          time zone "UTC"
          parties aland, borland
          use basics
          zone lagoon
        }
        agreement "Treaty of the Strait" as treaty_of_the_strait {
          status proposal
          time zone "UTC"
          parties aland, borland
          use basics
          zone lagoon
        }

        """;

    private static readonly string[] Head =
    [
        "status legal", "signed 2020-12-01", "enters into force 2021-01-01", "time zone \"UTC\"", "parties aland, borland, cedria", "use basics",
    ];

    private const string Places = """
          zone area
          zone bay
          line front
          line contact_line
          amount ceiling { 75 }
          amount quota of party P {
            75 if P is aland
            50 otherwise
          }

        """;

    private const string Silence = """
          clause silence at "1" {
            each party must not open fire in area
          }
          exception parade to silence at "2" {
            if there was exercise in area
          }

        """;

    private const string Whole = Places + Silence + """
          define big_exercise at "40" {
            reading small { means exercise x where troops of x at least 9_000 }
            reading large { means exercise x where troops of x at least 13_000 }
          }
          clause notice at "38" {
            when big_exercise x by A in area
            A must give notification of x to each other party no later than start of x
          }
          clause review at "9" {
            while judged "the environment"
            aland must not hold exercise in area
          }

        """;

    private const string Triggered = "    when exercise x by A in area\n";

    private const string Asked = "    when request_for_talks r by A to B\n";

    private const string Notice = "    A must give notification of x to each other party";

    private const string NoticeInTime = Notice + " no later than start of x\n";

    private const string Issues = "  parties aland, borland\n  issue zone_width { option narrow, wide }\n  issue notice { option days_21, days_42 }\n";

    private const string Parties = "  party ministry { option modify }\n  party company { option delay, accept, abandon }\n  party town { option insist }\n";

    private static readonly string Accord = Words + Agreement(Whole) + "standard two_origins {\n  needs 2 origins\n}\nperspective neutral {\n  accepts monitor\n}\n";

    /// <summary>The agreement that scenarios, criticisms and reports are about.</summary>
    public static Agreement Compiled => Compile(new SourceText("accord.pacta", Accord)).Agreements.Single(a => a.Name == "accord");

    private static readonly Dictionary<string, string> Maps = new(StringComparer.Ordinal)
    {
        ["zones.geojson"] = Feature("A", """{"type":"Polygon","coordinates":[[[37,47],[38,47],[38,48],[37,47]]]}"""),
        ["zones.shp"] = "'\nnot GeoJSON",
        ["empty.geojson"] = """{"type":"FeatureCollection","features":[]}""",
    };

    /// <summary>Every file that the lines may be a part of; always as many and in the same order.</summary>
    public static IEnumerable<SourceText> Of(string lines)
    {
        string[] all =
        [
            // On their own: whole files, what stands beside an agreement, a vocabulary.
            lines + "\n",
            Words + lines + "\n",
            lines + "\n" + Words,
            Words + "vocabulary more_words {\n" + lines + "\n}\n",
            Accord + lines + "\n",

            // In an agreement: its head, its clauses and what it declares.
            Words + "agreement \"Accord\" as accord {\n" + lines + "\n}\n",
            Words + Agreement(lines),
            Words + Agreement(Places + lines),
            Words + Agreement(Places + "  part \"V\" {\n" + lines + "\n  }\n"),

            // In a clause: all of it, its first line, its trigger, what stands behind its act.
            InClause(lines + "\n"),
            InClause(lines + "\n    each party must not open fire in area\n"),
            InClause(lines + "\n" + NoticeInTime),
            InClause(Triggered + lines + "\n"),
            InClause(Asked + lines + "\n"),
            InClause(Triggered + Notice + " " + lines + "\n"),
            InClause("    each party must not hold exercise in area\n      " + lines + "\n"),
            Words + Agreement(Places + "  " + lines + "\n" + Triggered + NoticeInTime + "  }\n"),
            Words + Agreement(Places + "  clause sample at \"1\" {\n" + Triggered + NoticeInTime + "  }\n  exception small to sample at \"2\" {\n" + lines + "\n  }\n"),

            // In what an agreement declares.
            Words + Agreement(Places + "  define sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  amount sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  amount sample of party P {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  amount sample of exercise x {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  zone sample {\n" + lines + "\n  }\n"),
            Words + Agreement(Places + "  zone sample of party P {\n" + lines + "\n  }\n"),

            // Beside it: scenarios, views of the evidence, criticisms, negotiations, disputes.
            Accord + "scenario \"a case\" of accord {\n" + lines + "\n}\n",
            Accord + "scenario \"a case\" of accord {\n  2021-09-10 exercise north_wind by aland in area\n" + lines + "\n  expect met notice by aland on 2021-09-10\n}\n",
            Accord + "standard sample {\n" + lines + "\n}\n",
            Accord + "perspective sample {\n" + lines + "\n}\n",
            Accord + "criticisms of accord {\n" + lines + "\n}\n",
            Accord + "criticisms of accord {\n  long_notice by borland at version 1 of clause notice \"42 days is too long for us\"\n" + lines + "\n}\n",
            Words + "negotiation \"Talks\" as talks {\n" + lines + "\n}\n",
            Words + "negotiation \"Talks\" as talks {\n" + Issues + lines + "\n}\n",
            Words + "negotiation \"Talks\" as talks {\n" + Issues + "  interests of aland {\n    worth of zone_width is narrow 0, wide 60\n" + lines + "\n  }\n}\n",
            "dispute \"A dispute\" as dispute_1 {\n" + lines + "\n}\n",
            "dispute \"A dispute\" as dispute_1 {\n" + Parties + lines + "\n}\n",
        ];
        return all.Select((text, i) => new SourceText($"frame_{i}.pacta", text));
    }

    /// <summary>What comes of a file of <see cref="Of"/>. There are a few maps; any other is not there, of which there is a warning.</summary>
    public static CompilationResult Compile(SourceText file) => Compiler.Compile([file], path => Maps.GetValueOrDefault(Path.GetFileName(path)), tellsMissingMaps: true);

    /// <summary>The codes of what is said of the lines in each place.</summary>
    public static IEnumerable<string[]> CodesOf(string lines) => Of(lines).Select(f => Compile(f).Diagnostics.Select(d => d.Code).Distinct(StringComparer.Ordinal).ToArray());

    private static string InClause(string body) => Words + Agreement(Places + Silence + "  clause sample at \"7\" {\n" + body + "  }\n");

    /// <summary>An agreement with these lines; what they say of the head takes the place of the usual.</summary>
    private static string Agreement(string lines)
    {
        var own = lines.Split('\n').Select(l => l.Trim().Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var head = Head.Where(h => !own.Contains(h.Split(' ')[0]));
        return "agreement \"Accord\" as accord {\n" + string.Concat(head.Select(h => $"  {h}\n")) + lines + "\n}\n";
    }

    private static string Feature(string id, string geometry) => $$"""{"type":"FeatureCollection","features":[{"type":"Feature","id":"{{id}}","properties":{},"geometry":{{geometry}}}]}""";
}

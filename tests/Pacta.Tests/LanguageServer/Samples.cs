namespace Pacta.Tests.LanguageServer;

/// <summary>Invented texts between invented parties, small enough to be seen at once.</summary>
internal static class Samples
{
    public const string Words =
        """
        vocabulary bay_words {
          unit m
          unit km is 1_000 m
          unit person

          kind asset (assets) of actor in place
          kind tank (tanks) is asset

          event hold exercise (exercises) is activity by actor in place with troops person, alert truth
          event give notification (notifications) by actor of activity to actor

          actor aland "Republic of Aland", borland "Kingdom of Borland"
        }

        """;

    public const string Accord =
        """
        agreement "Bay Accord (invented)" as bay_accord {
          status political
          signed 2024-03-01
          enters into force 2024-03-10
          time zone "Europe/Vienna"
          parties aland, borland
          use bay_words

          zone buffer_zone at "1"

          part "I" "Notice" {
            define large_exercise (large_exercises) at "2.1" {
              reading from_5_000 by aland {
                means exercise x where troops of x at least 5_000
              }
              reading over_5_000 by borland {
                means exercise x where troops of x more than 5_000
              }
            }
            clause notice at "2" {
              text en "at least 21 days' notice"
              unverified "the 21 days"
              when large_exercise x by A in buffer_zone
              A must give notification of x to each other party
                no later than 21 days before start of x
            }
            exception no_notice to notice at "2.2" {
              if x is alert
            }
          }
          clause armour at "5" {
            each party P must keep number of tanks of P in buffer_zone at most 20
              as from 30 days after entry_into_force
          }
        }

        """;

    public const string Scenarios =
        """
        scenario "a late notice" of bay_accord {
          2024-06-20  notification of iron_gate by borland to aland
          2024-07-01  exercise iron_gate by borland in buffer_zone with troops 7_500
          expect breached notice of iron_gate by borland to aland on 2024-08-01
        }
        scenario "said to be in time" of bay_accord {
          2024-06-20  notification of wide_river by aland to borland
          2024-07-01  exercise wide_river by aland in buffer_zone with troops 7_500
          expect met notice of wide_river by aland to borland on 2024-08-01
        }

        """;

    /// <summary>All in one file.</summary>
    public const string Whole = Words + Accord;
}

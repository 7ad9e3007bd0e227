namespace Pacta.Language.Lexing;

/// <summary>
/// The words of the language, spelt in lower case as the names here are. The order carries meaning: first the joining words, which
/// continue the line above; then the other reserved words, which cannot be names; then words that mean something in their place only.
/// </summary>
internal enum Word : byte
{
    None,

    // Joining and reserved.
    Of, By, To, From, In, Into, On, Over, Through, Against, Under, Outside, And, Or, At, More, Less, No, Within, Before, After,
    Until, As, Per, Every, Where, Unless, Otherwise, With, Away, Effective, Is, Rounded, Begins, Ends, Because, But, During,

    // Reserved.
    Not, Any, All, None_, Each, Other, There, Must, May, Has, Have, Keep, If, Together, Number, Total, Largest, Smallest, Average,
    Judged, About, Reported, Denied, Retracted,

    // Free elsewhere.
    Vocabulary, Agreement, Scenario, Source, Standard, Perspective, Unit, Actor, Kind, Event, State, Group, Define, Amount, Zone,
    Line, Open, Part, Clause, Exception, Status, Signed, Provisional, Enters, Force, Expires, Time, Parties, Cite, Use, Suspended,
    Withdrawn, Survives, Holidays, Text, Note, Unverified, Claimed, When, While, Reading, Means, Map, Polygon, Up, Down, Least, Most, Than,
    Later, Earlier, Power, Once, Calendar, Working, Day, Disputed, Was, Are, Were, Needs, Origins, Reliability, Credibility, Better,
    Admission, Suffices, Admits, Denial, Counts, Accepts, Takes, Expect, Yes, Dispute, Negotiation, Criticisms, Path, Point, Country, Place,
    Between, Left, Right, Height, Accurate, Above, Ground, Sea,
}

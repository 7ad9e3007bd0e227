namespace Pacta.Maps.Names;

/// <summary>
/// Letters with marks, and the letters without them: the canonical decomposition of Unicode for the Latin, Greek and Cyrillic blocks, without the marks, and letters
/// that have no decomposition and are often written without their stroke. The platform's normalisation is not there in programs without culture data.
/// </summary>
internal static class FoldTable
{
    /// <summary>Lower-case letters in ascending order.</summary>
    public const string From =
        "àáâãäåçèéêëìíîïðñòóôõöøùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňŋōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżžƙơưƴǎǐǒǔǖǘǚ" +
        "ǜǟǡǣǧǩǫǭǯǰǵǹǻǽǿȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧȩȫȭȯȱȳȼɓɔɖɗəɛɨʉʹΐάέήίΰςϊϋόύώϓϔйѐёѓїќѝўѷґӂӑӓӗӛӝӟӣӥӧӫӭӯӱӳӵӹآأؤإئةىٱٹڈکگ" +
        "ۀیەḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘẙẛạảấầẩẫậắằẳẵặẹẻẽếề" +
        "ểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹἀἁἂἃἄἅἆἇἐἑἒἓἔἕἠἡἢἣἤἥἦἧἰἱἲἳἴἵἶἷὀὁὂὃὄὅὐὑὒὓὔὕὖὗὠὡὢὣὤὥὦὧὰάὲέὴήὶίὸόὺύὼώᾀᾁᾂᾃᾄᾅ" +
        "ᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾰᾱᾲᾳᾴᾶᾷιῂῃῄῆῇῐῑῒΐῖῗῠῡῢΰῤῥῦῧῲῳῴῶῷ";

    /// <summary>What each becomes.</summary>
    public const string To =
        "aaaaaaceeeeiiiidnoooooouuuuyyaaaccccddeeeeegggghhiiiiijklllllnnnnooorrrsssstttuuuuuuwyzzzkouyaiouuuu" +
        "uaaægkooʒjgnaæøaaeeiioorruusthaeooooycboddaeiuʹιαεηιυσιυουωϒϒиеегікиуѵгжааеәжзииоөэууучыااوايهياتدكك" +
        "هيهabbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzzhtwyſaaaaaaaaaaaaeeeee" +
        "eeeiioooooooooooouuuuuuuyyyyααααααααεεεεεεηηηηηηηηιιιιιιιιοοοοοουυυυυυυυωωωωωωωωααεεηηιιοουυωωαααααα" +
        "ααηηηηηηηηωωωωωωωωαααααααιηηηηηιιιιιιυυυυρρυυωωωωω";
}

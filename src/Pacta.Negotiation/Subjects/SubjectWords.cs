using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pacta.Negotiation.Subjects;

/// <summary>
/// The words by which a subject is known: in the names of what is done, and in the texts of articles. Beginnings of words stand for all their forms; a name that ends with a
/// full stop is the whole word, for an accession is no access.
/// </summary>
internal static partial class SubjectWords
{
    private static readonly ImmutableDictionary<Subject, string[]> Names = new Dictionary<Subject, string[]>
    {
        [Subject.WithdrawalOfForces] = ["removal", "withdrawal", "pullback", "disengagement", "dismantl", "destruction", "elimination", "reduction", "demobil", "disarm"],
        [Subject.Notification] = ["notif", "information", "data", "exchange", "explanation", "declaration", "report"],
        [Subject.Verification] = ["inspect", "verif", "monitor", "observ", "evaluat", "survey"],
        [Subject.Access] = ["access.", "passage", "inspection", "visit", "overflight"],
        [Subject.Consultations] = ["consult", "meeting", "talks", "explanation", "hotline"],
        [Subject.Disputes] = ["dispute", "commission", "arbitrat", "complaint", "conciliation", "mediation", "adjudication", "referral"],
        [Subject.Amendment] = ["amend", "revision", "modification"],
        [Subject.Depositary] = ["depositary", "deposit", "ratification", "accession"],
    }.ToImmutableDictionary();

    /// <summary>By language; several words with a blank between them stand together.</summary>
    private static readonly ImmutableDictionary<(Subject, string), Regex> Texts = new Dictionary<(Subject, string), string>
    {
        [(Subject.Definitions, "en")] = "for the purposes? of this|means any|shall mean|is defined|definitions?",
        [(Subject.Definitions, "fr")] = "aux fins d|on entend par|s'entend|définition",
        [(Subject.Definitions, "ru")] = "для целей настоящ|означает|определени",
        [(Subject.Definitions, "uk")] = "для цілей ц|означає|визначенн",
        [(Subject.Scope, "en")] = "area of application|zone of application|scope of|shall apply to|applies to",
        [(Subject.Scope, "fr")] = "zone d'application|champ d'application|s'applique",
        [(Subject.Scope, "ru")] = "район\\w* применения|зон\\w* применения|применяется к",
        [(Subject.Scope, "uk")] = "район\\w* застосування|зон\\w* застосування|застосовується до",
        [(Subject.WithdrawalOfForces, "en")] = "withdraw\\w* of (all )?\\w*\\s?(forces|troops|armed|heavy|weapons|equipment)|pull-?out|disengag|demobili|disarm",
        [(Subject.WithdrawalOfForces, "fr")] = "retrait d\\w+ \\w*\\s?(forces|troupes|armes)|désengag|démobilis|désarm",
        [(Subject.WithdrawalOfForces, "ru")] = "отвод|вывод\\w* \\w*\\s?(войск|сил|формирован|тяжел)|разоруж|демобилиз",
        [(Subject.WithdrawalOfForces, "uk")] = "відведенн|виведенн\\w* \\w*\\s?(військ|сил|формуван)|роззброєн|демобіліз",
        [(Subject.Zones, "en")] = "buffer zone|security zone|demilitari[sz]ed zone|line of contact|contact line|ceasefire line",
        [(Subject.Zones, "fr")] = "zone tampon|zone de sécurité|zone démilitarisée|ligne de contact",
        [(Subject.Zones, "ru")] = "зон\\w* безопасности|буферн\\w* зон|лини\\w* соприкосновения",
        [(Subject.Zones, "uk")] = "зон\\w* безпеки|буферн\\w* зон|ліні\\w* зіткнення",
        [(Subject.Notification, "en")] = "notif|prior information|inform the other",
        [(Subject.Notification, "fr")] = "notifi|préavis|informe",
        [(Subject.Notification, "ru")] = "уведом|извещ",
        [(Subject.Notification, "uk")] = "повідом|сповіщ",
        [(Subject.Verification, "en")] = "verif|inspect|monitor|observ(er|ation)",
        [(Subject.Verification, "fr")] = "vérif|inspect|surveill|observat",
        [(Subject.Verification, "ru")] = "провер|верифик|инспек|мониторинг|наблюд",
        [(Subject.Verification, "uk")] = "перевір|верифік|інспек|моніторинг|спостереж",
        [(Subject.Access, "en")] = "access\\b|free passage|freedom of movement",
        [(Subject.Access, "fr")] = "accès|libre passage|liberté de circulation|liberté de mouvement",
        [(Subject.Access, "ru")] = "доступ|свобод\\w* передвижения",
        [(Subject.Access, "uk")] = "доступ|свобод\\w* пересування",
        [(Subject.Consultations, "en")] = "consult",
        [(Subject.Consultations, "fr")] = "consult",
        [(Subject.Consultations, "ru")] = "консульт",
        [(Subject.Consultations, "uk")] = "консульт",
        [(Subject.Disputes, "en")] = "disputes?\\b|arbitra|conciliation|peaceful(ly)? settle",
        [(Subject.Disputes, "fr")] = "différends?\\b|arbitra|conciliation|règlement pacifique",
        [(Subject.Disputes, "ru")] = "спор(ы|ов|а|у)?\\b|арбитраж|примирен",
        [(Subject.Disputes, "uk")] = "спор(и|ів|у)\\b|арбітраж|примиренн",
        [(Subject.EntryIntoForce, "en")] = "enters? into force|entry into force|takes? effect|come into force",
        [(Subject.EntryIntoForce, "fr")] = "entr\\w+ en vigueur|prend\\w* effet",
        [(Subject.EntryIntoForce, "ru")] = "вступ\\w+ в силу",
        [(Subject.EntryIntoForce, "uk")] = "набира\\w+ чинності|набутт\\w+ чинності",
        [(Subject.Duration, "en")] = "remain in force|unlimited duration|duration of this|shall expire|for a period of",
        [(Subject.Duration, "fr")] = "reste\\w* en vigueur|durée illimitée|durée du présent|expire",
        [(Subject.Duration, "ru")] = "остается в силе|бессрочн|срок\\w* действия",
        [(Subject.Duration, "uk")] = "залишається чинн|безстроков|строк\\w* дії",
        [(Subject.Withdrawal, "en")] = "withdraw from (this|the) (treaty|agreement|convention|protocol|document)|denounc|denunciation|suspend\\w* the operation|cease to be a party",
        [(Subject.Withdrawal, "fr")] = "se retirer d\\w+ (présent|traité|accord)|dénonc|suspen\\w+ l'application|cesse\\w* d'être partie",
        [(Subject.Withdrawal, "ru")] = "выйти из (настоящ|договор|соглашен)|выход\\w* из (настоящ|договор|соглашен)|денонс",
        [(Subject.Withdrawal, "uk")] = "вийти з (ц|договор|угод)|вихід з|денонс",
        [(Subject.Survival, "en")] = "continue to apply after|survive the",
        [(Subject.Survival, "fr")] = "continue\\w* à s'appliquer après",
        [(Subject.Amendment, "en")] = "amend",
        [(Subject.Amendment, "fr")] = "amend|modification du présent",
        [(Subject.Amendment, "ru")] = "поправ(ка|ки|ок|ку)|изменени\\w* в настоящ",
        [(Subject.Amendment, "uk")] = "поправ(ка|ки|ок|ку)|змін\\w* до ц",
        [(Subject.Depositary, "en")] = "depositar|deposit\\w* with|instruments? of ratification",
        [(Subject.Depositary, "fr")] = "dépositaire|instruments? de ratification",
        [(Subject.Depositary, "ru")] = "депозитар|ратификационн\\w* грамот",
        [(Subject.Depositary, "uk")] = "депозитар|ратифікаційн\\w* грамот",
    }.ToImmutableDictionary(t => t.Key, t => new Regex($@"\b(?:{t.Value})\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));

    /// <summary>Is what a name stands for (a noun, or a kind of which it is one) known as a matter of the subject?</summary>
    public static bool IsName(Subject subject, string name) =>
        Names.TryGetValue(subject, out var words) && name.Split('_').Any(n => words.Any(w => w.EndsWith('.') ? n == w[..^1] : n.StartsWith(w, StringComparison.Ordinal)));

    /// <summary>The first word of a text that speaks of a subject; null where none does. A text without a language is read in all of them.</summary>
    public static string? In(Subject subject, string? language, string text)
    {
        foreach (var known in (string[])(language is null ? ["en", "fr", "ru", "uk"] : [language]))
        {
            if (Texts.TryGetValue((subject, known), out var words)
                && words.Match(text) is { Success: true } found)
            {
                return Space().Replace(found.Value, " ");
            }
        }

        return null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}

#include "words.h"

#include <server/support/bytes.h>

#include <string>

namespace learnlab::server::links {
namespace {

constexpr Words english{
    "en",
    "ltr",
    "Somebody shared this file with you",
    "Download",
    "This link works until",
    "To check that the file arrived whole, compare its SHA-256:",
    "Open files only from people you know.",
    "This file needs a password",
    "Whoever sent you the link has the password.",
    "Password",
    "That is not the password. Check it and try again.",
    "This link does not open anything",
    "It may have run out or been withdrawn, or a part of the address is missing. Ask whoever sent it for a new link.",
    "Too many wrong passwords",
    "Wait a few minutes, then open the link again. Whoever sent it can tell you the password.",
    "The server cannot answer right now",
    "Nothing is lost. Try again in a minute.",
};

constexpr Words german{
    "de",
    "ltr",
    "Diese Datei wurde mit Ihnen geteilt",
    "Herunterladen",
    "Dieser Link gilt bis",
    "Ob die Datei vollständig angekommen ist, zeigt ihre SHA-256-Prüfsumme:",
    "Öffnen Sie nur Dateien von Personen, die Sie kennen.",
    "Diese Datei braucht ein Passwort",
    "Wer Ihnen den Link geschickt hat, kennt das Passwort.",
    "Passwort",
    "Das ist nicht das Passwort. Prüfen Sie es und versuchen Sie es noch einmal.",
    "Dieser Link öffnet nichts",
    "Vielleicht ist er abgelaufen oder zurückgezogen worden, oder ein Teil der Adresse fehlt. Bitten Sie um einen "
    "neuen Link.",
    "Zu viele falsche Passwörter",
    "Warten Sie ein paar Minuten und öffnen Sie den Link dann noch einmal. Wer ihn geschickt hat, kennt das Passwort.",
    "Der Server kann gerade nicht antworten",
    "Nichts ist verloren. Versuchen Sie es in einer Minute noch einmal.",
};

constexpr Words french{
    "fr",
    "ltr",
    "Ce fichier a été partagé avec vous",
    "Télécharger",
    "Ce lien est valable jusqu’au",
    "Pour vérifier que le fichier est arrivé entier, comparez son empreinte SHA-256 :",
    "N’ouvrez que les fichiers de personnes que vous connaissez.",
    "Ce fichier demande un mot de passe",
    "La personne qui vous a envoyé le lien connaît le mot de passe.",
    "Mot de passe",
    "Ce n’est pas le mot de passe. Vérifiez-le et réessayez.",
    "Ce lien n’ouvre rien",
    "Il a peut-être expiré ou été retiré, ou une partie de l’adresse manque. Demandez un nouveau lien à la personne "
    "qui "
    "l’a envoyé.",
    "Trop de mots de passe erronés",
    "Attendez quelques minutes, puis ouvrez de nouveau le lien. La personne qui l’a envoyé connaît le mot de passe.",
    "Le serveur ne peut pas répondre pour le moment",
    "Rien n’est perdu. Réessayez dans une minute.",
};

constexpr Words arabic{
    "ar",
    "rtl",
    "تمت مشاركة هذا الملف معك",
    "تنزيل",
    "هذا الرابط صالح حتى",
    "للتأكد من وصول الملف كاملًا، قارن بصمته SHA-256:",
    "لا تفتح إلا ملفات الأشخاص الذين تعرفهم.",
    "هذا الملف محمي بكلمة مرور",
    "كلمة المرور لدى من أرسل إليك الرابط.",
    "كلمة المرور",
    "كلمة المرور غير صحيحة. تحقق منها وحاول مرة أخرى.",
    "هذا الرابط لا يفتح شيئًا",
    "ربما انتهت صلاحيته أو تم سحبه، أو أن جزءًا من العنوان ناقص. اطلب رابطًا جديدًا ممن أرسله.",
    "محاولات كثيرة بكلمة مرور خاطئة",
    "انتظر بضع دقائق ثم افتح الرابط من جديد. كلمة المرور لدى من أرسله.",
    "لا يستطيع الخادم الرد الآن",
    "لم يُفقد شيء. حاول مرة أخرى بعد دقيقة.",
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// In thousandths: "q=0.8" is 800. What cannot be read counts as 1.
int weightOf(std::string_view parameters)
{
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos)
        return 1000;
    int weight = 0;
    int scale = 1000;
    for (const char c : parameters.substr(at + 2)) {
        if (c == '.')
            continue;
        if (c < '0' || c > '9')
            break;
        weight += (c - '0') * scale;
        scale /= 10;
    }
    return weight;
}

const Words *find(std::string_view tag)
{
    const std::string language = support::asciiLower(tag.substr(0, tag.find('-')));
    for (const Words *words : {&english, &german, &french, &arabic}) {
        if (words->language == language)
            return words;
    }
    return nullptr;
}

} // namespace

const Words &wordsFor(std::string_view acceptLanguage)
{
    const Words *best = &english;
    int bestWeight = 0;
    for (std::string_view rest = acceptLanguage; !rest.empty();) {
        const auto comma = rest.find(',');
        const std::string_view item = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        const auto semicolon = item.find(';');
        const Words *words = find(trimmed(item.substr(0, semicolon)));
        const int weight = semicolon == std::string_view::npos ? 1000 : weightOf(item.substr(semicolon));
        if (words != nullptr && weight > bestWeight) {
            best = words;
            bestWeight = weight;
        }
    }
    return *best;
}

} // namespace learnlab::server::links

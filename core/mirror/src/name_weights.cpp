#include "name_weights.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace learnlab::mirror {

namespace {

// As Unicode's collation has them, for what is left of a name without case, accents and compatibility forms. It is not
// asked itself: its keys change with the version of its library, and a million names are put in order by each question.
constexpr std::u32string_view signs = U" _-,;:!¡?¿.·'‚‹›\"“”„«»()[]{}§¶@*/\\&#%‰†‡•′`^°©®+±÷×<=>¬|~¤¢$£¥€";
constexpr std::u32string_view latin = U"abcdefghijklmnŋopqrstuvwxyzþ";
constexpr std::u32string_view arabic =
    U"ءاٱٲٳٮبٻپڀةتثٹٺټٽٿجڃڄچڿڇحخځڂڅدذڈډڊڋڌڍڎڏڐۮرزڑڒړڔڕږڗژڙۯسشښڛڜۺصضڝڞۻطظڟعغڠۼفڡڢڣڤڥڦٯقڧڨ"
    U"كکڪګڬڭڮگڰڱڲڳڴلڵڶڷڸمنںڻڼڽڹهھہۃەوۄۅۆۇۈۉۊۋۏىيیۍێېۑے";

// First bytes of weights. Other letters keep their bytes in UTF-8, which begin above all of these.
constexpr quint8 firstSign = 0x02;
constexpr quint8 otherSign = 0x57;
constexpr quint8 number = 0x58;      // to 0x67, by the count of its digits
constexpr quint8 arabicFirst = 0x68; // a letter of Arabic, where it comes before Latin
constexpr quint8 firstLatin = 0x70;
constexpr quint8 otherLatin = 0x9F;
// Of other scripts those before Arabic, Arabic itself, and those behind it.
constexpr quint8 beforeArabic = 0xD7;
constexpr quint8 arabicAmongOthers = 0xD8; // as in UTF-8
constexpr quint8 behindArabic = 0xD9;
static_assert(firstSign + signs.size() < otherSign && firstLatin + latin.size() < otherLatin);
static_assert(arabic.size() < 0xFF);

constexpr quint32 single(quint8 lead)
{
    return quint32(lead) << 24;
}

constexpr std::array<quint8, 128> weightsOfAscii()
{
    std::array<quint8, 128> weights{};
    weights.fill(otherSign);
    for (size_t i = 0; i < signs.size(); ++i) {
        if (signs[i] < weights.size())
            weights[signs[i]] = static_cast<quint8>(firstSign + i);
    }
    for (size_t i = 0; i < latin.size(); ++i) {
        if (latin[i] < weights.size())
            weights[latin[i]] = static_cast<quint8>(firstLatin + i);
    }
    for (char32_t digit = U'0'; digit <= U'9'; ++digit)
        weights[digit] = number;
    return weights;
}
constexpr std::array<quint8, 128> ascii = weightsOfAscii();

char32_t takeCharacter(std::string_view text, size_t *at)
{
    const auto byte = [&](size_t i) { return i < text.size() ? static_cast<quint8>(text[i]) : quint8(0x80); };
    const quint8 lead = byte(*at);
    const size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t character = more == 3 ? lead & 0x07U : more == 2 ? lead & 0x0FU : more == 1 ? lead & 0x1FU : lead;
    for (size_t i = 1; i <= more; ++i)
        character = character << 6 | (byte(*at + i) & 0x3FU);
    *at = std::min(text.size(), *at + 1 + more);
    return character;
}

constexpr size_t notListed = std::u32string_view::npos;

quint32 weightOfLetter(char32_t character, FirstScript first)
{
    if (const size_t place = latin.find(character); place != notListed)
        return single(static_cast<quint8>(firstLatin + place));
    if (character < 0x370)
        return single(otherLatin) | character;
    if (character < 0x600 || character > 0x6FF)
        return single(character < 0x600 ? beforeArabic : behindArabic) | character;
    const size_t listed = arabic.find(character);
    const quint32 place = listed == notListed ? 0xFF : static_cast<quint32>(listed + 1);
    return single(first == FirstScript::Arabic ? arabicFirst : arabicAmongOthers) | place;
}

void appendCharacter(QByteArray *key, char32_t character)
{
    key->append(QString::fromUcs4(&character, 1).toUtf8());
}

} // namespace

FirstScript firstScriptFor(const QString &language)
{
    return QLocale(language).script() == QLocale::ArabicScript ? FirstScript::Arabic : FirstScript::Latin;
}

quint32 takeWeight(std::string_view folded, size_t *at, FirstScript first)
{
    const auto byte = static_cast<quint8>(folded[*at]);
    if (byte < ascii.size()) {
        ++*at;
        return ascii[byte] == otherSign ? single(otherSign) | byte : single(ascii[byte]);
    }
    const char32_t character = takeCharacter(folded, at);
    if (const size_t place = signs.find(character); place != notListed)
        return single(static_cast<quint8>(firstSign + place));
    return QChar::isLetter(character) || QChar::isMark(character) ? weightOfLetter(character, first)
                                                                  : single(otherSign) | character;
}

void appendWeight(QByteArray *key, quint32 weight)
{
    const auto lead = static_cast<quint8>(weight >> 24);
    const quint32 rest = weight & 0xFFFFFFU;
    switch (lead) {
    case otherSign:
    case otherLatin:
        key->append(static_cast<char>(lead));
        appendCharacter(key, rest);
        break;
    case beforeArabic:
    case behindArabic:
        appendCharacter(key, rest);
        break;
    case arabicFirst:
    case arabicAmongOthers:
        key->append(static_cast<char>(lead));
        key->append(static_cast<char>(rest));
        break;
    default:
        key->append(static_cast<char>(lead));
    }
}

} // namespace learnlab::mirror

#include "name_weights.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <memory>

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

quint32 weightOf(char32_t character, FirstScript first)
{
    if (const size_t place = signs.find(character); place != notListed)
        return single(static_cast<quint8>(firstSign + place));
    return QChar::isLetter(character) || QChar::isMark(character) ? weightOfLetter(character, first)
                                                                  : single(otherSign) | character;
}

/// Looked up a million times for a page: of all characters before those of Chinese.
constexpr size_t knownCharacters = 0x3100;
using Weights = std::array<quint32, knownCharacters>;

std::unique_ptr<const Weights> weightsFor(FirstScript first)
{
    auto weights = std::make_unique<Weights>();
    for (char32_t character = 0; character < knownCharacters; ++character) {
        if (character >= ascii.size())
            (*weights)[character] = weightOf(character, first);
        else
            (*weights)[character] = single(ascii[character]) | (ascii[character] == otherSign ? character : 0);
    }
    return weights;
}

const Weights &knownWeights(FirstScript first)
{
    if (first == FirstScript::Latin) {
        static const std::unique_ptr<const Weights> latinFirst = weightsFor(FirstScript::Latin);
        return *latinFirst;
    }
    static const std::unique_ptr<const Weights> arabicIsFirst = weightsFor(FirstScript::Arabic);
    return *arabicIsFirst;
}

quint32 takeWeight(std::string_view folded, size_t *at, const Weights &known, FirstScript first)
{
    const auto byte = static_cast<quint8>(folded[*at]);
    if (byte < ascii.size()) {
        ++*at;
        return known[byte];
    }
    const char32_t character = takeCharacter(folded, at);
    if (character < known.size())
        return known[character];
    constexpr char32_t firstChinese = 0x3400;
    constexpr char32_t lastChinese = 0x9FFF;
    if (character >= firstChinese && character <= lastChinese)
        return single(behindArabic) | character;
    return weightOf(character, first);
}

/// The first byte of the weight of an ASCII character, 0 of any other.
quint8 leadOf(char c)
{
    const auto byte = static_cast<quint8>(c);
    return byte < ascii.size() ? ascii[byte] : 0;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Less than, equal to or greater than 0. Moves both places behind the numbers that stand there.
int compareNumbers(std::string_view left, std::string_view right, size_t *l, size_t *r)
{
    const auto digits = [](std::string_view text, size_t *at) {
        while (*at < text.size() && text[*at] == '0')
            ++*at;
        const size_t begin = *at;
        while (*at < text.size() && isDigit(text[*at]))
            ++*at;
        return text.substr(begin, *at - begin);
    };
    const std::string_view a = digits(left, l);
    const std::string_view b = digits(right, r);
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

/// Back from where two characters differ that may begin with the same bytes.
void beginCharacter(std::string_view text, size_t *at)
{
    while (*at > 0 && (static_cast<quint8>(text[*at]) & 0xC0U) == 0x80)
        --*at;
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
    return takeWeight(folded, at, knownWeights(first), first);
}

int compareNames(std::string_view left, std::string_view right, FirstScript first)
{
    // Most names differ in the first letter: less than that is not to be done a million times.
    if (!left.empty() && !right.empty()) {
        const quint8 a = leadOf(left.front());
        const quint8 b = leadOf(right.front());
        if (a != b && a != 0 && b != 0)
            return a < b ? -1 : 1;
    }
    const Weights &known = knownWeights(first);
    size_t l = 0;
    size_t r = 0;
    while (l < left.size() && r < right.size()) {
        if (isDigit(left[l]) && isDigit(right[r])) {
            if (const int order = compareNumbers(left, right, &l, &r); order != 0)
                return order;
            continue;
        }
        if (left[l] == right[r]) {
            ++l;
            ++r;
            continue;
        }
        beginCharacter(left, &l);
        beginCharacter(right, &r);
        const quint32 a = takeWeight(left, &l, known, first);
        const quint32 b = takeWeight(right, &r, known, first);
        if (a != b)
            return a < b ? -1 : 1;
    }
    const size_t restOfLeft = left.size() - l;
    const size_t restOfRight = right.size() - r;
    return restOfLeft == restOfRight ? 0 : restOfLeft < restOfRight ? -1 : 1;
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

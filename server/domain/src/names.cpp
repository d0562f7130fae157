#include <server/domain/names.h>

#include <server/support/bytes.h>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace learnlab::server::domain {

using support::fail;
using support::problem;

namespace {

struct NameParts
{
    std::string stem;      // without a number
    std::string extension; // with its dot
    int number = 1;
};

// " (12)" at the end of a stem; nothing for other text, leading zeros and numbers past four digits.
std::size_t numberSuffix(std::string_view stem, int &number)
{
    if (stem.size() < 5 || stem.back() != ')')
        return std::string_view::npos;
    const auto open = stem.rfind(" (");
    if (open == std::string_view::npos || open == 0)
        return std::string_view::npos;
    const auto digits = stem.substr(open + 2, stem.size() - open - 3);
    if (digits.empty() || digits.size() > 4 || digits.front() == '0' ||
        digits.find_first_not_of("0123456789") != digits.npos)
        return std::string_view::npos;
    number = std::stoi(std::string(digits));
    return open;
}

NameParts split(std::string_view name, bool folder)
{
    NameParts parts;
    auto dot = folder ? std::string_view::npos : name.rfind('.');
    if (dot == 0 || (dot != std::string_view::npos && name.size() - dot > 17))
        dot = std::string_view::npos; // a hidden file, or a full stop in a sentence
    auto stem = name.substr(0, dot);
    if (dot != std::string_view::npos)
        parts.extension = name.substr(dot);
    const auto open = numberSuffix(stem, parts.number);
    parts.stem = stem.substr(0, open);
    return parts;
}

// At most `most` code points from the front.
std::string_view firstCodePoints(std::string_view utf8, std::size_t most)
{
    std::size_t at = 0;
    while (at < utf8.size()) {
        const bool starts = (static_cast<unsigned char>(utf8[at]) & 0xC0U) != 0x80U;
        if (starts && most-- == 0)
            break;
        ++at;
    }
    return utf8.substr(0, at);
}

std::string escapeLike(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace

std::string toNfc(std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    const auto *nfc = icu::Normalizer2::getNFCInstance(error);
    if (U_FAILURE(error) || !support::isUtf8(text))
        return std::string(text);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, error);
    return U_SUCCESS(error) ? out : std::string(text);
}

support::Result<std::string> checkName(std::string_view name)
{
    const auto refuse = [](const char *why) { return fail(problem(422, "name_invalid", why).withField("name")); };
    if (name.empty())
        return refuse("A name is needed.");
    if (name.size() > mostNameCodePoints * 12) // no normal form shortens this to an allowed length
        return refuse("The name is too long.");
    if (!support::isUtf8(name))
        return refuse("The name is not UTF-8.");
    auto stored = toNfc(name);
    if (stored == "." || stored == "..")
        return refuse("This name has a meaning of its own.");
    if (stored.find('/') != std::string::npos || stored.find('\0') != std::string::npos)
        return refuse("A name holds no slash.");
    if (support::codePoints(stored) > mostNameCodePoints)
        return refuse("The name is too long.");
    return stored;
}

std::string numberedName(std::string_view name, int number, bool folder)
{
    const auto parts = split(name, folder);
    const std::string tail = " (" + std::to_string(number) + ")" + parts.extension;
    const auto room = mostNameCodePoints - support::codePoints(tail);
    return std::string(firstCodePoints(parts.stem, room)) + tail;
}

std::string freeName(std::string_view name, bool folder, const std::function<bool(std::string_view)> &taken)
{
    if (!taken(name))
        return std::string(name);
    for (int number = split(name, folder).number + 1;; ++number) {
        auto candidate = numberedName(name, number, folder);
        if (!taken(candidate))
            return candidate;
    }
}

std::string likeNumbered(std::string_view name, bool folder)
{
    const auto parts = split(name, folder);
    // Long stems are shortened by the number: look for what is left of them in any case.
    const auto stem = firstCodePoints(parts.stem, mostNameCodePoints - 32);
    return escapeLike(stem) + "%" + escapeLike(parts.extension);
}

} // namespace learnlab::server::domain

#include <server/domain/foreign_names.h>

#include <server/domain/names.h>
#include <server/support/bytes.h>

namespace learnlab::server::domain {

std::string shortened(std::string_view utf8, std::size_t most)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if ((static_cast<unsigned char>(utf8[i]) & 0xc0) != 0x80 && ++count > most)
            return std::string(utf8.substr(0, i));
    }
    return std::string(utf8);
}

std::string asUtf8(std::string_view bytes)
{
    if (support::isUtf8(bytes))
        return std::string(bytes);
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xc0 | (byte >> 6));
            text += static_cast<char>(0x80 | (byte & 0x3f));
        }
    }
    return text;
}

std::string lawfulName(std::string_view foreign)
{
    std::string name;
    for (const char c : asUtf8(foreign)) {
        if (c == '/')
            name += "%2F";
        else if (c == '\0')
            name += "%00";
        else
            name += c;
    }
    if (name.empty())
        name = "unnamed";
    if (name == ".")
        name = "%2E";
    if (name == "..")
        name = "%2E%2E";
    name = toNfc(name);
    if (support::codePoints(name) <= mostNameCodePoints)
        return name;
    constexpr std::size_t mostExtension = 20;
    const auto dot = name.rfind('.');
    std::string extension = dot == std::string::npos || dot == 0 ? std::string() : name.substr(dot);
    if (support::codePoints(extension) > mostExtension)
        extension.clear();
    return shortened(name, mostNameCodePoints - support::codePoints(extension)) + extension;
}

} // namespace learnlab::server::domain

// What a stranger sends to a public link, and what its owner called the file: a token, a line feed, an Accept-Language,
// a line feed, a file's name.
#include "side.h"

#include <server/links/link_key.h>

#include <algorithm>

#include "server/links/src/page.h"
#include "server/links/src/shown_text.h"

namespace learnlab::fuzz {

namespace links = server::links;

namespace {

std::string_view takeLine(std::string_view &rest)
{
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return line;
}

} // namespace

void link(std::string_view input)
{
    static const links::LinkKey key(server::auth::KeyRing({server::auth::SigningKey{"k1", std::string(32, 'f')}}));
    const auto token = takeLine(input);
    if (const auto id = key.open(token))
        promise(key.token(*id) == token);
    const links::PageFrame frame{links::wordsFor(takeLine(input)), "LearnLab"};
    const auto empty = links::filePage(frame, {"", 1, "", ""});
    const auto page = links::filePage(frame, {input, 1, "", ""});
    const auto count = [](std::string_view text, char letter) { return std::count(text.begin(), text.end(), letter); };
    // Whatever a file is called adds nothing but text.
    promise(count(page, '<') == count(empty, '<') && count(page, '"') == count(empty, '"'));
    for (const char c : links::shownName(input))
        promise(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
}

} // namespace learnlab::fuzz

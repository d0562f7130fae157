#include "side.h"

#include <server/domain/foreign_names.h>
#include <server/domain/names.h>
#include <server/receipts/receipt.h>

#include "server/api1/src/multipart.h"

namespace learnlab::fuzz {

namespace api1 = server::api1;
namespace receipts = server::receipts;

namespace {

struct ReadForm
{
    std::string parts;
    std::string bytes;
    bool refused = false;
    bool complete = false;
    bool operator==(const ReadForm &) const = default;
};

ReadForm readForm(std::string_view input, std::size_t piece)
{
    ReadForm read;
    api1::Multipart::Events events;
    events.begins = [&read](const api1::PartHead &head) {
        read.parts += head.name + "|" + head.filename.value_or("-") + "|" + head.contentType + "\n";
        promise(server::domain::checkName(server::domain::lawfulName(head.filename.value_or(""))).has_value());
    };
    events.bytes = [&read](std::string_view bytes) { read.bytes += bytes; };
    api1::Multipart parser("B", std::move(events));
    for (std::size_t at = 0; at < input.size() && !read.refused; at += piece)
        read.refused = !parser.add(input.substr(at, piece));
    read.complete = parser.complete();
    return read;
}

} // namespace

// However it is cut, a form is the same form.
void form(std::string_view input)
{
    const auto whole = readForm(input, input.size() + 1);
    const auto bytewise = readForm(input, 1);
    promise(whole.refused == bytewise.refused);
    promise(whole.refused || whole == bytewise);
    promise(whole.bytes.size() <= input.size());
    static_cast<void>(api1::boundaryOf(input));
}

void receipt(std::string_view input)
{
    static const std::string seed(32, 'f');
    static const std::vector<receipts::PublicKey> keys{
        {"r1", receipts::publicKeyOf(seed).value_or(""), server::support::Time(), std::nullopt}};
    if (const auto parsed = receipts::Receipt::parse(input))
        promise(!receipts::verify(*parsed, keys)); // nobody else has the key
    if (const auto list = receipts::parseKeys(input)) {
        for (const auto &key : *list)
            promise(key.raw.size() == seed.size());
    }
}

} // namespace learnlab::fuzz

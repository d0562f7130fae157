#include "side.h"

#include <server/auth/tokens.h>
#include <server/domain/names.h>
#include <server/objects/object_key.h>
#include <server/support/address.h>
#include <server/support/bytes.h>
#include <server/support/time.h>

#include "server/files/src/cursor.h"
#include "server/objects/src/http_date.h"
#include "server/objects/src/s3_answers.h"
#include "server/objects/src/xml.h"

namespace learnlab::fuzz {

namespace support = server::support;
namespace auth = server::auth;
namespace objects = server::objects;

void token(std::string_view input)
{
    static const auth::Tokens tokens(auth::KeyRing({auth::SigningKey{"k1", std::string(32, 'f')}}));
    const support::Time now = *support::parseTime("2026-11-23T01:00:00Z");
    const auto access = tokens.readAccess(input, now);
    const auto refresh = tokens.readRefresh(input, now);
    promise(!access || !refresh); // good for one thing only
    promise(!refresh || tokens.refresh(*refresh) == input);
}

void store_answer(std::string_view input)
{
    if (const auto root = objects::parseXml(input))
        static_cast<void>(root->textOf("Key"));
    static_cast<void>(objects::readListing(input));
    static_cast<void>(objects::readOpenUploads(input));
    static_cast<void>(objects::readParts(input));
    static_cast<void>(objects::readUploadId(input));
    static_cast<void>(objects::readCompletedTag(input));
    static_cast<void>(objects::readNotRemoved(input));
    static_cast<void>(objects::readErrorCode(input));
    static_cast<void>(objects::parseHttpDate(input));
}

void words(std::string_view input)
{
    if (const auto id = support::Uuid::parse(input))
        promise(support::Uuid::parse(id->text()) == id);
    if (const auto time = support::parseTime(input))
        promise(support::parseTime(support::formatTime(*time)) == time);
    if (const auto bytes = support::fromBase64Url(input))
        promise(support::toBase64Url(*bytes) == input);
    if (const auto bytes = support::fromHex(input))
        promise(support::toHex(*bytes) == support::asciiLower(input));
    if (const auto address = support::Address::parse(input))
        promise(support::Address::parse(address->text()) == address);
    if (const auto range = support::AddressRange::parse(input))
        promise(range->contains(range->first));
    if (const auto cursor = server::files::Cursor::parse(input))
        promise(server::files::Cursor::parse(cursor->text()).has_value());
    if (const auto key = objects::ObjectKey::parse(input))
        promise(objects::isKeyText(key->text()));
    if (const auto name = server::domain::checkName(input)) {
        promise(server::domain::checkName(*name) == *name);
        promise(support::codePoints(*name) <= server::domain::mostNameCodePoints);
        const std::string numbered = server::domain::numberedName(*name, 7, (input.size() & 1) != 0);
        promise(server::domain::checkName(numbered).has_value());
    }
}

} // namespace learnlab::fuzz

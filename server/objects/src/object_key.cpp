#include <server/objects/object_key.h>

namespace learnlab::server::objects {

namespace {
constexpr std::string_view keyPrefix = "users/";
constexpr std::size_t uuidLength = 36;
} // namespace

std::string ObjectKey::text() const
{
    return std::string(keyPrefix) + user.text() + "/" + batch.text() + "/" + upload.text();
}

std::optional<ObjectKey> ObjectKey::parse(std::string_view text)
{
    if (text.size() != keyPrefix.size() + 3 * uuidLength + 2 || !text.starts_with(keyPrefix))
        return std::nullopt;
    text.remove_prefix(keyPrefix.size());
    const auto user = support::Uuid::parse(text.substr(0, uuidLength));
    const auto batch = support::Uuid::parse(text.substr(uuidLength + 1, uuidLength));
    const auto upload = support::Uuid::parse(text.substr(2 * (uuidLength + 1), uuidLength));
    if (!user || !batch || !upload || text[uuidLength] != '/' || text[2 * uuidLength + 1] != '/')
        return std::nullopt;
    return ObjectKey{*user, *batch, *upload};
}

} // namespace learnlab::server::objects

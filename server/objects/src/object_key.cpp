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

bool isKeyText(std::string_view key)
{
    static constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
    if (key.size() > 512 || key.find('/') == std::string_view::npos ||
        key.find_first_not_of(allowed) != std::string_view::npos)
        return false;
    if (key.starts_with('/') || key.starts_with('.') || key.ends_with('/'))
        return false;
    return key.find("//") == std::string_view::npos && key.find("/.") == std::string_view::npos;
}

} // namespace learnlab::server::objects

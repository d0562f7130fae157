#pragma once
// Where things lie below the root of the directory store. Paths are made of parsed ids, digests and numbers only.

#include <server/objects/object_store.h>

#include <filesystem>

namespace learnlab::server::objects {

struct Layout
{
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path users() const { return root / "users"; }
    [[nodiscard]] std::filesystem::path userFolder(const ObjectKey &key) const { return users() / key.user.text(); }
    [[nodiscard]] std::filesystem::path batchFolder(const ObjectKey &key) const
    {
        return userFolder(key) / key.batch.text();
    }
    [[nodiscard]] std::filesystem::path object(const ObjectKey &key) const
    {
        return batchFolder(key) / key.upload.text();
    }
    [[nodiscard]] std::filesystem::path incoming() const { return root / "incoming"; }
    [[nodiscard]] std::filesystem::path incoming(const ObjectKey &key) const
    {
        return incoming() / key.user.text() / key.upload.text();
    }
    [[nodiscard]] std::filesystem::path part(const ObjectKey &key, const Part &part) const
    {
        return incoming(key) / partName(part);
    }
    [[nodiscard]] std::filesystem::path joined(const ObjectKey &key) const { return incoming(key) / "joined"; }
    [[nodiscard]] std::filesystem::path joinedLog(const ObjectKey &key) const { return incoming(key) / "joined.log"; }
    [[nodiscard]] static std::string partName(const Part &part)
    {
        return "p" + std::to_string(part.number) + "." + part.sha256;
    }
    // Of a file in an incoming folder, without its size; nothing for other names.
    [[nodiscard]] static std::optional<Part> parsePartName(std::string_view name);
};

} // namespace learnlab::server::objects

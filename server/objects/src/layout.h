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
    // An upload that comes as one body needs no folder of its own.
    [[nodiscard]] std::filesystem::path shard(const ObjectKey &key) const
    {
        return incoming() / key.upload.text().substr(34); // the end of an id is random, its beginning is a time
    }
    [[nodiscard]] std::filesystem::path single(const ObjectKey &key, const std::string &sha256) const
    {
        return shard(key) / (key.upload.text() + "." + sha256);
    }
    // There is one of an upload that was given up, for as long as its addresses may be good.
    [[nodiscard]] std::filesystem::path ended() const { return incoming() / "ended"; }
    [[nodiscard]] std::filesystem::path ended(const ObjectKey &key) const { return ended() / key.upload.text(); }
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

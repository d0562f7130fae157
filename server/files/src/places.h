#pragma once
// Questions about names and places, asked under the lock of the user's feed, so that the answers stay true until the
// commit.

#include "room.h"
#include "rows_json.h"

#include <map>
#include <set>

namespace learnlab::server::files {

// First in every transaction that writes.
[[nodiscard]] Task<Result<void>> lockFeed(store::Connection &db, Uuid user);

struct Place
{
    bool exists = false;
    bool live = false;                 // neither it nor a folder above is in the trash
    std::optional<Uuid> trashedFolder; // the nearest trashed one, itself included
    bool below = false;                // `ancestor` is the folder itself or above it
};
// Of a folder of this user; the root (nothing) always exists and lives.
[[nodiscard]] Task<Result<Place>> findPlace(store::Connection &db, Uuid user, std::optional<Uuid> folder,
                                            std::optional<Uuid> ancestor = std::nullopt);

// Of each of these folders, asked once.
using Places = std::map<std::optional<Uuid>, Place>;
[[nodiscard]] Task<Result<Places>> findPlaces(store::Connection &db, Uuid user, std::set<std::optional<Uuid>> folders);

// What has a name in a folder: one of the two rows, or none. Trash holds no names.
struct NameOwner
{
    std::optional<store::Rows> folder;
    std::optional<store::Rows> file;
    [[nodiscard]] bool taken() const { return folder || file; }
    [[nodiscard]] bool is(Uuid id) const;
};
[[nodiscard]] Task<Result<NameOwner>> findOwner(store::Connection &db, Uuid user, std::optional<Uuid> folder,
                                                std::string name);

// Names in folders. Of these, the ones that somebody has: one question for a whole batch, most of whose names are free.
using NameIn = std::pair<std::optional<Uuid>, std::string>;
[[nodiscard]] Task<Result<std::set<NameIn>>> findTaken(store::Connection &db, Uuid user, std::vector<NameIn> names);

// The name, or the first free numbered form of it.
[[nodiscard]] Task<Result<std::string>> findFreeName(store::Connection &db, Uuid user, std::optional<Uuid> folder,
                                                     std::string name, bool isFolder);

} // namespace learnlab::server::files

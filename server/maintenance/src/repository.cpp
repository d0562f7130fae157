#include "repository.h"

#include "key_walk.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <map>

namespace learnlab::server::maintenance {

namespace {

using objects::ObjectPile;
using support::fail;
using support::Uuid;

const std::string description = "repository/description.json";

Problem notOurs()
{
    return support::problem(409, "not_a_repository", "This place holds no backups of LearnLab, but something else.");
}

Result<Uuid> idIn(const std::string &text)
{
    boost::system::error_code error;
    const auto value = boost::json::parse(text, error);
    const auto *object = error ? nullptr : value.if_object();
    const auto *id = object == nullptr ? nullptr : object->if_contains("id");
    const auto parsed = id != nullptr && id->is_string() ? Uuid::parse(id->get_string()) : std::nullopt;
    if (!parsed)
        return fail(notOurs());
    return *parsed;
}

} // namespace

std::string contentKey(const std::string &key)
{
    return "objects/" + key;
}

Task<Result<Uuid>> openRepository(ObjectPile &store, bool make)
{
    auto text = co_await store.read(description, 0, 4096);
    if (text)
        co_return idIn(*text);
    if (text.error().code != "object_missing")
        co_return fail(std::move(text.error()));
    const std::string anything;
    auto listing = co_await store.list(anything, anything, 1);
    if (!listing)
        co_return fail(std::move(listing.error()));
    if (!listing->objects.empty() || !make)
        co_return fail(notOurs());
    const Uuid id = Uuid::random();
    const boost::json::object value{{"learnlab_backups", 1}, {"id", id.text()}};
    std::string bytes = boost::json::serialize(value) + "\n";
    auto written = co_await store.writeBytes(description, std::move(bytes));
    if (!written)
        co_return fail(std::move(written.error()));
    co_return id;
}

Task<Result<RepositoryNames>> backupsIn(ObjectPile &store)
{
    KeyWalk walk(store, "backups/", "backups/");
    std::map<std::string, bool> whole;
    for (;;) {
        auto object = co_await walk.next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (!*object)
            break;
        const auto slash = (*object)->key.find('/');
        if (slash == std::string::npos)
            continue;
        const bool isManifest = (*object)->key.substr(slash + 1) == "manifest.jsonl";
        auto &known = whole[(*object)->key.substr(0, slash)];
        known = known || isManifest;
    }
    RepositoryNames names;
    for (const auto &[name, isWhole] : whole)
        (isWhole ? names.whole : names.unfinished).push_back(name);
    co_return names;
}

Task<Result<void>> removeBackup(ObjectPile &store, std::string name)
{
    KeyWalk walk(store, "backups/" + name + "/");
    std::vector<std::string> keys;
    for (;;) {
        auto object = co_await walk.next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (!*object)
            break;
        keys.push_back(std::move((*object)->key));
    }
    const std::vector<std::string> first(1, manifestKey(name));
    for (const auto &batch : {first, keys}) {
        auto removed = co_await store.removeMany(batch);
        if (!removed)
            co_return fail(std::move(removed.error()));
        for (auto &each : *removed) {
            if (!each)
                co_return fail(std::move(each.error()));
        }
    }
    co_return Result<void>();
}

ManifestUnion::ManifestUnion(ObjectPile &store, const std::vector<std::string> &names) : m_heads(names.size())
{
    for (const auto &name : names)
        m_readers.push_back(std::make_unique<ManifestReader>(store, manifestKey(name)));
}

Task<Result<void>> ManifestUnion::open()
{
    for (std::size_t i = 0; i < m_readers.size(); ++i) {
        auto head = co_await m_readers[i]->head();
        if (!head)
            co_return fail(std::move(head.error()));
        auto first = co_await advance(i);
        if (!first)
            co_return fail(std::move(first.error()));
    }
    co_return Result<void>();
}

// What a manifest calls missing it does not name.
Task<Result<void>> ManifestUnion::advance(std::size_t index)
{
    for (;;) {
        auto object = co_await m_readers[index]->next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (*object && (*object)->missing)
            continue;
        m_heads[index] = std::move(*object);
        co_return Result<void>();
    }
}

Task<Result<std::optional<ManifestObject>>> ManifestUnion::next()
{
    std::optional<ManifestObject> least;
    for (const auto &head : m_heads) {
        if (head && (!least || head->key < least->key))
            least = head;
    }
    if (!least)
        co_return std::nullopt;
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        if (!m_heads[i] || m_heads[i]->key != least->key)
            continue;
        if (m_heads[i]->sha256 != least->sha256 || m_heads[i]->size != least->size)
            co_return fail(support::problem(422, "bad_manifest", "Two manifests disagree about " + least->key + "."));
        auto moved = co_await advance(i);
        if (!moved)
            co_return fail(std::move(moved.error()));
    }
    co_return least;
}

} // namespace learnlab::server::maintenance

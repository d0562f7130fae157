#include "copying.h"
#include "findings.h"
#include "key_walk.h"
#include "taking.h"

namespace learnlab::server::maintenance {

namespace {

using support::fail;

// The objects that the snapshot names, one after the other.
class NamedObjects
{
public:
    explicit NamedObjects(Taking &run) : m_run(run) {}

    Task<Result<std::optional<ManifestObject>>> next()
    {
        for (;;) {
            if (m_at == m_rows.size()) {
                auto rows = co_await namedObjects(m_run.snapshot, m_after);
                if (!rows)
                    co_return fail(std::move(rows.error()));
                m_rows = std::move(*rows);
                m_at = 0;
                if (m_rows.empty())
                    co_return std::nullopt;
            }
            const auto row = m_rows[m_at++];
            m_after = row.text("key");
            if (objects::ObjectKey::parse(m_after))
                co_return ManifestObject{m_after, row.integer("size"), row.text("sha256"), false};
            ++m_notOurs;
        }
    }
    [[nodiscard]] std::int64_t notOurs() const { return m_notOurs; }

private:
    Taking &m_run;
    store::Rows m_rows;
    std::size_t m_at = 0;
    std::string m_after;
    std::int64_t m_notOurs = 0;
};

// Whether the repository's copy can stay as it is.
Task<Result<bool>> isKept(Taking &run, ManifestObject &object, std::optional<objects::StoredObject> there)
{
    if (!there || there->size != object.size)
        co_return false;
    if (!run.options.full && !object.sha256.empty())
        co_return true;
    const ObjectPlace place{run.repository, contentKey(object.key)};
    const Content wanted{object.size, object.sha256};
    auto digest = co_await checkObject(place, wanted);
    if (digest) {
        object.sha256 = std::move(*digest);
        co_return true;
    }
    if (!isOfObject(digest.error()))
        co_return fail(std::move(digest.error()));
    ++run.report.mended;
    addFinding(run.report.findings, "damaged in the repository: " + object.key);
    co_return false;
}

Task<Result<void>> keepObject(Taking &run, ManifestObject &object)
{
    const ObjectPlace from{run.objects, object.key};
    const ObjectPlace to{run.repository, contentKey(object.key)};
    const Content wanted{object.size, object.sha256};
    auto copied = co_await copyObject(from, to, wanted, run.options.spool);
    if (copied) {
        object.sha256 = std::move(copied->sha256);
        ++run.report.copied;
        run.report.copiedBytes += object.size;
        co_return Result<void>();
    }
    if (!isOfObject(copied.error()))
        co_return fail(std::move(copied.error()));
    object.missing = true;
    if (object.sha256.empty())
        object.sha256 = std::string(64, '0');
    addFinding(run.report.findings, copied.error().code + ": " + object.key);
    co_return Result<void>();
}

} // namespace

Task<Result<std::int64_t>> bytesToCopy(Taking &run)
{
    KeyWalk walk(run.repository, contentKey("users/"), contentKey({}));
    NamedObjects named(run);
    std::int64_t bytes = 0;
    for (;;) {
        auto object = co_await named.next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (!*object)
            co_return bytes;
        auto there = co_await walk.find((*object)->key);
        if (!there)
            co_return fail(std::move(there.error()));
        if (!*there || (*there)->size != (*object)->size)
            bytes += (*object)->size;
    }
}

Task<Result<void>> keepObjects(Taking &run, ManifestWriter &manifest)
{
    KeyWalk walk(run.repository, contentKey("users/"), contentKey({}));
    NamedObjects named(run);
    for (;;) {
        auto object = co_await named.next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (!*object)
            break;
        auto there = co_await walk.find((*object)->key);
        if (!there)
            co_return fail(std::move(there.error()));
        auto kept = co_await isKept(run, **object, std::move(*there));
        if (!kept)
            co_return fail(std::move(kept.error()));
        if (!*kept) {
            auto copied = co_await keepObject(run, **object);
            if (!copied)
                co_return fail(std::move(copied.error()));
        }
        if (auto added = manifest.add(**object); !added)
            co_return fail(std::move(added.error()));
    }
    run.report.notOurs = named.notOurs();
    co_return Result<void>();
}

} // namespace learnlab::server::maintenance

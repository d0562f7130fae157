#include <server/maintenance/backup.h>

#include "copying.h"
#include "postgres_tools.h"
#include "repository.h"

#include <filesystem>

namespace learnlab::server::maintenance {

namespace {

using objects::ObjectPile;
using support::fail;

struct Verification
{
    ObjectPile &repository;
    const std::string &spool;
    const std::string &pgRestore;
    VerifyReport report;

    // What is wrong with one thing is told; what hinders looking ends the verification.
    Result<void> take(const std::string &what, const Problem &problem)
    {
        if (!isOfObject(problem) && problem.code != "bad_manifest")
            return fail(problem);
        report.damages.push_back(what + ": " + problem.detail);
        return {};
    }
};

// Readable for pg_restore too.
Task<Result<void>> verifyDump(Verification &run, SealedFile dump)
{
    const std::string path = run.spool + "/verify.dump";
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    const ObjectPlace place{run.repository, dump.key};
    const Content wanted{dump.size, dump.sha256};
    auto fetched = co_await fetchObject(place, wanted, path);
    if (fetched) {
        const PostgresTool list{{}, run.pgRestore, {"--list", path}, {}};
        if (auto listed = maintenance::run(list); !listed)
            run.report.damages.push_back(dump.key + ": " + listed.error().detail);
    } else {
        fetched = run.take(dump.key, fetched.error());
    }
    std::filesystem::remove(path, ignored);
    co_return fetched;
}

// Head, dump, keys, and every line up to the seal. False: it is no use to look for its objects.
Task<Result<bool>> verifyManifest(Verification &run, std::string name)
{
    ManifestReader reader(run.repository, manifestKey(name));
    auto head = co_await reader.head();
    std::optional<Problem> why;
    if (head) {
        for (;;) {
            auto object = co_await reader.next();
            if (!object)
                why = std::move(object.error());
            if (!object || !*object)
                break;
        }
    } else {
        why = std::move(head.error());
    }
    if (why) {
        auto taken = run.take(name, *why);
        if (!taken)
            co_return fail(std::move(taken.error()));
        co_return false;
    }
    if (reader.end().missing > 0)
        run.report.damages.push_back(name + ": " + std::to_string(reader.end().missing) +
                                     " objects were missing already when it was taken.");
    auto dump = co_await verifyDump(run, head->database);
    if (!dump)
        co_return fail(std::move(dump.error()));
    if (head->keys) {
        const ObjectPlace place{run.repository, head->keys->key};
        const Content wanted{head->keys->size, head->keys->sha256};
        auto digest = co_await checkObject(place, wanted);
        if (!digest) {
            auto taken = run.take(head->keys->key, digest.error());
            if (!taken)
                co_return fail(std::move(taken.error()));
        }
    }
    co_return true;
}

Task<Result<void>> verifyContents(Verification &run, std::vector<std::string> names)
{
    ManifestUnion named(run.repository, names);
    auto opened = co_await named.open();
    if (!opened)
        co_return fail(std::move(opened.error()));
    for (;;) {
        auto object = co_await named.next();
        if (!object)
            co_return run.take("manifests", object.error());
        if (!*object)
            co_return Result<void>();
        const ObjectPlace place{run.repository, contentKey((*object)->key)};
        const Content wanted{(*object)->size, (*object)->sha256};
        auto digest = co_await checkObject(place, wanted);
        if (digest) {
            ++run.report.objects;
            run.report.bytes += wanted.size;
            continue;
        }
        auto taken = run.take((*object)->key, digest.error());
        if (!taken)
            co_return fail(std::move(taken.error()));
    }
}

} // namespace

Task<Result<VerifyReport>> verifyBackups(ObjectPile &repository, std::string spool, std::string pgRestore)
{
    auto known = co_await openRepository(repository, false);
    if (!known)
        co_return fail(std::move(known.error()));
    auto names = co_await backupsIn(repository);
    if (!names)
        co_return fail(std::move(names.error()));
    Verification run{repository, spool, pgRestore, {}};
    run.report.backups = names->whole;
    std::vector<std::string> readable;
    for (const auto &name : names->whole) {
        auto good = co_await verifyManifest(run, name);
        if (!good)
            co_return fail(std::move(good.error()));
        if (*good)
            readable.push_back(name);
    }
    auto contents = co_await verifyContents(run, std::move(readable));
    if (!contents)
        co_return fail(std::move(contents.error()));
    co_return std::move(run.report);
}

} // namespace learnlab::server::maintenance

#pragma once
// What a backup consists of, as JSON lines: a head, one line for each object in the order of the keys, an end that
// seals what comes before. Written to a local file, read from any store, never wholly in memory.

#include <server/support/sha256.h>

#include <server/objects/object_store.h>

#include <fstream>

namespace learnlab::server::maintenance {

using support::Problem;
using support::Result;
using support::Task;

struct SealedFile
{
    std::string key; // in the backup's store
    std::int64_t size = 0;
    std::string sha256;
};

struct ManifestHead
{
    std::string name;
    std::string id;       // of the row in `backups`
    std::string takenAt;  // RFC 3339, by the database's clock, before the dump
    std::string dumpedAt; // and after it
    std::string schemaRevision;
    std::string serverVersion;
    std::string feedEpochs; // digest of all users' epochs: another feed has another one
    SealedFile database;
    std::optional<SealedFile> keys;
};

struct ManifestObject
{
    std::string key;
    std::int64_t size = 0;
    std::string sha256;
    bool missing = false; // a row names it, but the store did not have it, or not with this content
};

struct ManifestEnd
{
    std::int64_t objects = 0;
    std::int64_t missing = 0;
    std::int64_t bytes = 0;
};

class ManifestWriter
{
public:
    // The file must not be there. 503 store_full when the disk is full.
    [[nodiscard]] Result<void> open(const std::string &path, const ManifestHead &head);
    [[nodiscard]] Result<void> add(const ManifestObject &object);
    [[nodiscard]] Result<ManifestEnd> finish();

private:
    [[nodiscard]] Result<void> line(const boost::json::object &value, bool sealed = true);
    std::ofstream m_file;
    support::Sha256 m_digest;
    ManifestEnd m_end;
};

class ManifestReader
{
public:
    // `store` outlives the reader.
    ManifestReader(objects::ObjectPile &store, std::string key) : m_store(store), m_key(std::move(key)) {}

    // First. Failures of reading as the store tells them; 422 bad_manifest for what is not one, here and below.
    [[nodiscard]] Task<Result<ManifestHead>> head();
    // The next object; nothing behind the last one, when the seal is right.
    [[nodiscard]] Task<Result<std::optional<ManifestObject>>> next();
    [[nodiscard]] const ManifestEnd &end() const { return m_end; } // once next() answered nothing

private:
    [[nodiscard]] Task<Result<std::string>> line(); // empty at the end of the file
    [[nodiscard]] Result<void> checkEnd(const boost::json::object &value) const;

    objects::ObjectPile &m_store;
    std::string m_key;
    std::string m_block;
    std::size_t m_at = 0;
    std::int64_t m_offset = 0;
    support::Sha256 m_digest;
    std::string m_lastKey;
    ManifestEnd m_end;
};

[[nodiscard]] std::string manifestKey(const std::string &backup); // backups/<name>/manifest.jsonl

} // namespace learnlab::server::maintenance

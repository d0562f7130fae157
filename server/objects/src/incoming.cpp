#include "incoming.h"

#include "joining.h"

#include <server/support/bytes.h>

#include <map>
#include <unistd.h>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

namespace {

Problem takesNoMore()
{
    return problem(409, "upload_state", "This upload takes no more bytes.");
}

std::string temporaryName()
{
    return "t" + support::toHex(support::randomBytes(12));
}

// The bodies of this upload that came as one, whatever their digests.
std::vector<std::filesystem::path> singlesOf(const Layout &layout, const ObjectKey &key)
{
    std::vector<std::filesystem::path> found;
    const std::string start = key.upload.text() + ".";
    std::error_code error;
    for (std::filesystem::directory_iterator entry(layout.shard(key), error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().filename().native().starts_with(start))
            found.push_back(entry->path());
    }
    return found;
}

void removeOlder(const std::filesystem::path &folder, std::chrono::hours age, std::string_view start)
{
    const auto before = std::filesystem::file_time_type::clock::now() - age;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code vanished;
        const auto written = entry->last_write_time(vanished);
        if (!vanished && written < before && entry->path().filename().native().starts_with(start) &&
            entry->is_regular_file(vanished))
            std::filesystem::remove(entry->path(), vanished);
    }
}

Problem otherBytes()
{
    return problem(400, "digest_mismatch", "The bytes that came are not those that were stated.");
}

// A file of this name with these bytes, where there was none; a crash meanwhile leaves a torn one, as a power cut does,
// which is noticed at completion. A failure leaves an empty one, if any: the name may lead to what another request has
// put there meanwhile, so it is emptied by its descriptor, and never removed by its name.
bool writeNew(const std::filesystem::path &path, std::string_view bytes)
{
    auto file = createNew(path, readOnly);
    if (!file && !isThere(path.parent_path()) && makeFolders(path.parent_path())) // the first of this end
        file = createNew(path, readOnly);
    if (!file)
        return false;
    if (writeAll(*file, bytes))
        return true;
    [[maybe_unused]] const int ignored = ::ftruncate(file->get(), 0); // what it stays with is sent anew or swept
    return false;
}

} // namespace

IncomingBody::IncomingBody(const Layout &layout, const ObjectKey &key, Part part)
    : m_layout(layout), m_key(key), m_part(std::move(part))
{}

Result<std::unique_ptr<IncomingBody>> IncomingBody::create(const Layout &layout, const ObjectKey &key, Part part)
{
    std::unique_ptr<IncomingBody> body(new IncomingBody(layout, key, std::move(part)));
    if (auto opened = body->open(); !opened)
        return fail(std::move(opened.error()));
    return body;
}

Result<void> IncomingBody::open()
{
    const auto folder = m_layout.incoming(m_key);
    m_single = m_part.number == 1 && !isThere(folder);
    if (m_single && hasEnded(m_layout, m_key))
        return fail(takesNoMore());
    m_temporary = (m_single ? m_layout.shard(m_key) : folder) / temporaryName();
    auto file = createNew(m_temporary, readOnly);
    if (!file && m_single && !isThere(m_layout.shard(m_key))) { // the first of this end
        if (auto made = makeFolders(m_layout.shard(m_key)); !made)
            return made;
        file = createNew(m_temporary, readOnly);
    }
    if (!file)
        return fail(std::move(file.error()));
    m_file = std::move(*file);
    return {};
}

IncomingBody::~IncomingBody()
{
    if (m_file && !m_finished)
        removeQuietly(m_temporary);
}

Result<void> IncomingBody::add(std::string_view bytes)
{
    m_written += static_cast<std::int64_t>(bytes.size());
    if (m_written > m_part.size)
        return fail(problem(400, "digest_mismatch", "More bytes came than were stated."));
    m_digest.add(bytes);
    return writeAll(m_file, bytes);
}

Result<void> IncomingBody::finish()
{
    if (m_written != m_part.size || m_digest.hex() != m_part.sha256)
        return fail(otherBytes());
    if (auto renamed = renameFile(m_temporary, path()); !renamed)
        return renamed;
    m_finished = true;
    // Ended while it came: whoever ends an upload says so first and removes then.
    if (m_single && hasEnded(m_layout, m_key)) {
        removeQuietly(path());
        return fail(takesNoMore());
    }
    return {};
}

std::filesystem::path IncomingBody::path() const
{
    return m_single ? m_layout.single(m_key, m_part.sha256) : m_layout.part(m_key, m_part);
}

Result<std::filesystem::path> storeWhole(const Layout &layout, const ObjectKey &key, const Part &part,
                                         std::string_view bytes)
{
    support::Sha256 digest;
    digest.add(bytes);
    if (static_cast<std::int64_t>(bytes.size()) != part.size || digest.hex() != part.sha256)
        return fail(otherBytes());
    auto path = layout.single(key, part.sha256);
    if (part.number == 1 && !isThere(layout.incoming(key)) && writeNew(path, bytes)) {
        if (!hasEnded(layout, key)) // whoever ends an upload says so first and removes then
            return path;
        removeQuietly(path);
        return fail(takesNoMore());
    }
    // One of many, sent again, or the disk says no: which of them is for the longer way.
    auto body = IncomingBody::create(layout, key, part);
    if (!body)
        return fail(std::move(body.error()));
    if (auto added = (*body)->add(bytes); !added)
        return fail(std::move(added.error()));
    if (auto finished = (*body)->finish(); !finished)
        return fail(std::move(finished.error()));
    return (*body)->path();
}

bool hasEnded(const Layout &layout, const ObjectKey &key)
{
    return isThere(layout.object(key)) || isThere(layout.ended(key));
}

void endUpload(const Layout &layout, const ObjectKey &key)
{
    if (makeFolders(layout.ended())) [[maybe_unused]]
        const auto marked = createNew(layout.ended(key));
    removeQuietly(layout.incoming(key));
    for (const auto &path : singlesOf(layout, key))
        removeQuietly(path);
}

void tidyIncoming(const Layout &layout)
{
    constexpr std::chrono::hours ofAddresses{2 * 24};
    constexpr std::chrono::hours ofUploads{30 * 24};
    removeOlder(layout.incoming(), ofAddresses, "w");
    removeOlder(layout.ended(), ofAddresses, "");
    for (int end = 0; end < 256; ++end) {
        const auto shard = layout.incoming() / support::toHex(std::string(1, static_cast<char>(end)));
        removeOlder(shard, ofAddresses, "t");
        removeOlder(shard, ofUploads, "");
    }
}

std::filesystem::path partPath(const Layout &layout, const ObjectKey &key, const Part &part)
{
    // In a folder since before there were uploads without one, or because it is one of many.
    auto path = layout.part(key, part);
    return part.number > 1 || isThere(path) ? path : layout.single(key, part.sha256);
}

std::vector<Part> listLooseParts(const Layout &layout, const ObjectKey &key)
{
    // A part that was changed and sent anew is there twice: the newer one counts.
    std::map<int, std::pair<std::filesystem::file_time_type, Part>> newest;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(layout.incoming(key), error), end; !error && entry != end;
         entry.increment(error)) {
        auto part = Layout::parsePartName(entry->path().filename().native());
        if (!part)
            continue;
        std::error_code vanished;
        const auto written = entry->last_write_time(vanished);
        part->size = static_cast<std::int64_t>(entry->file_size(vanished));
        if (vanished)
            continue;
        const auto there = newest.find(part->number);
        if (there == newest.end() || there->second.first < written)
            newest.insert_or_assign(part->number, std::pair(written, std::move(*part)));
    }
    std::vector<Part> parts;
    for (auto &[number, dated] : newest)
        parts.push_back(std::move(dated.second));
    return parts;
}

std::vector<Part> listParts(const Layout &layout, const ObjectKey &key)
{
    std::map<int, Part> parts;
    for (const auto &path : singlesOf(layout, key)) {
        std::error_code vanished;
        const auto size = std::filesystem::file_size(path, vanished);
        const auto digest = path.extension().native().substr(1);
        if (!vanished && support::isLowerHexDigest(digest))
            parts.insert_or_assign(1, Part{1, static_cast<std::int64_t>(size), digest});
    }
    for (auto &part : readJoinedLog(layout, key))
        parts.insert_or_assign(part.number, std::move(part));
    for (auto &part : listLooseParts(layout, key))
        parts.insert_or_assign(part.number, std::move(part)); // came after what was joined
    std::vector<Part> all;
    for (auto &[number, part] : parts)
        all.push_back(std::move(part));
    return all;
}

} // namespace learnlab::server::objects

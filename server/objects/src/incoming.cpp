#include "incoming.h"

#include "joining.h"

#include <server/support/bytes.h>

#include <map>

namespace learnlab::server::objects {

using support::fail;
using support::problem;

IncomingBody::IncomingBody(std::filesystem::path folder, Part part)
    : m_folder(std::move(folder)),
      m_part(std::move(part)),
      m_temporary(m_folder / ("t" + support::toHex(support::randomBytes(12))))
{}

Result<std::unique_ptr<IncomingBody>> IncomingBody::create(const Layout &layout, const ObjectKey &key, Part part)
{
    std::unique_ptr<IncomingBody> body(new IncomingBody(layout.incoming(key), std::move(part)));
    auto file = createNew(body->m_temporary);
    if (!file)
        return fail(std::move(file.error()));
    body->m_file = std::move(*file);
    return body;
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
        return fail(problem(400, "digest_mismatch", "The bytes that came are not those that were stated."));
    auto renamed = renameFile(m_temporary, m_folder / Layout::partName(m_part));
    if (!renamed)
        return renamed;
    m_finished = true;
    return {};
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

#include "manifest.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cerrno>

namespace learnlab::server::maintenance {

namespace {

using support::fail;

constexpr int formatVersion = 1;

Problem badManifest(std::string_view why)
{
    return support::problem(422, "bad_manifest", "The manifest cannot be used: " + std::string(why) + ".");
}

boost::json::object sealedJson(const SealedFile &file)
{
    return {{"key", file.key}, {"size", file.size}, {"sha256", file.sha256}};
}

std::string textOf(const boost::json::object &object, std::string_view name)
{
    const auto *value = object.if_contains(name);
    const auto *text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string() : std::string(*text);
}

std::int64_t numberOf(const boost::json::object &object, std::string_view name)
{
    const auto *value = object.if_contains(name);
    const auto *number = value == nullptr ? nullptr : value->if_int64();
    return number == nullptr ? -1 : *number;
}

SealedFile sealedOf(const boost::json::object &object)
{
    return {textOf(object, "key"), numberOf(object, "size"), textOf(object, "sha256")};
}

bool isWhole(const SealedFile &file)
{
    return objects::isKeyText(file.key) && file.size >= 0 && file.sha256.size() == 64;
}

std::optional<boost::json::object> parseLine(std::string_view line)
{
    boost::system::error_code error;
    auto value = boost::json::parse(line, error);
    if (error || !value.is_object())
        return std::nullopt;
    return std::move(value.get_object());
}

} // namespace

std::string manifestKey(const std::string &backup)
{
    return "backups/" + backup + "/manifest.jsonl";
}

Result<void> ManifestWriter::line(const boost::json::object &value, bool sealed)
{
    const std::string text = boost::json::serialize(value) + "\n";
    if (sealed)
        m_digest.add(text);
    errno = 0;
    if (m_file.write(text.data(), static_cast<std::streamsize>(text.size())))
        return {};
    return fail(
        support::problem(503, errno == ENOSPC ? "store_full" : "unavailable",
                         "The manifest cannot be written: there is no room left, or the disk does not answer."));
}

Result<void> ManifestWriter::open(const std::string &path, const ManifestHead &head)
{
    m_file.open(path, std::ios::binary | std::ios::trunc);
    if (!m_file)
        return fail(support::unavailable("The manifest cannot be made at " + path + "."));
    boost::json::object value{{"learnlab_backup", formatVersion},
                              {"name", head.name},
                              {"id", head.id},
                              {"taken_at", head.takenAt},
                              {"dumped_at", head.dumpedAt},
                              {"schema_revision", head.schemaRevision},
                              {"server_version", head.serverVersion},
                              {"feed_epochs", head.feedEpochs},
                              {"database", sealedJson(head.database)},
                              {"keys", nullptr}};
    if (head.keys)
        value["keys"] = sealedJson(*head.keys);
    return line(value);
}

Result<void> ManifestWriter::add(const ManifestObject &object)
{
    boost::json::object value{{"key", object.key}, {"size", object.size}, {"sha256", object.sha256}};
    if (object.missing) {
        value["missing"] = true;
        ++m_end.missing;
    } else {
        ++m_end.objects;
        m_end.bytes += object.size;
    }
    return line(value);
}

Result<ManifestEnd> ManifestWriter::finish()
{
    const boost::json::object value{{"end", true},
                                    {"objects", m_end.objects},
                                    {"missing", m_end.missing},
                                    {"bytes", m_end.bytes},
                                    {"sha256", m_digest.hex()}};
    if (auto written = line(value, false); !written)
        return fail(std::move(written.error()));
    m_file.close();
    if (m_file.fail())
        return fail(support::problem(503, "store_full", "The manifest cannot be written: there is no room left."));
    return m_end;
}

Task<Result<std::string>> ManifestReader::line()
{
    std::string text;
    for (;;) {
        if (m_at == m_block.size()) {
            auto block = co_await m_store.read(m_key, m_offset, std::size_t{1} << 20U);
            if (!block)
                co_return fail(std::move(block.error()));
            if (block->empty())
                co_return text;
            m_block = std::move(*block);
            m_offset += static_cast<std::int64_t>(m_block.size());
            m_at = 0;
        }
        const auto end = m_block.find('\n', m_at);
        const auto stop = end == std::string::npos ? m_block.size() : end + 1;
        text.append(m_block, m_at, stop - m_at);
        m_at = stop;
        if (end != std::string::npos)
            co_return text;
        if (text.size() > 65536)
            co_return fail(badManifest("a line is too long"));
    }
}

Task<Result<ManifestHead>> ManifestReader::head()
{
    auto text = co_await line();
    if (!text)
        co_return fail(std::move(text.error()));
    const auto value = parseLine(*text);
    if (!value || numberOf(*value, "learnlab_backup") != formatVersion)
        co_return fail(badManifest("it does not begin like one that this program writes"));
    m_digest.add(*text);
    ManifestHead head;
    head.name = textOf(*value, "name");
    head.id = textOf(*value, "id");
    head.takenAt = textOf(*value, "taken_at");
    head.dumpedAt = textOf(*value, "dumped_at");
    head.schemaRevision = textOf(*value, "schema_revision");
    head.serverVersion = textOf(*value, "server_version");
    head.feedEpochs = textOf(*value, "feed_epochs");
    if (const auto *database = value->if_contains("database"); database != nullptr && database->is_object())
        head.database = sealedOf(database->get_object());
    if (const auto *keys = value->if_contains("keys"); keys != nullptr && keys->is_object())
        head.keys = sealedOf(keys->get_object());
    if (!isWhole(head.database) || (head.keys && !isWhole(*head.keys)))
        co_return fail(badManifest("its head is not whole"));
    co_return head;
}

Result<void> ManifestReader::checkEnd(const boost::json::object &value) const
{
    if (textOf(value, "sha256") != m_digest.hex())
        return fail(badManifest("its seal is not of what it says"));
    if (numberOf(value, "objects") != m_end.objects || numberOf(value, "missing") != m_end.missing ||
        numberOf(value, "bytes") != m_end.bytes)
        return fail(badManifest("its sums are not of what it lists"));
    return {};
}

Task<Result<std::optional<ManifestObject>>> ManifestReader::next()
{
    auto text = co_await line();
    if (!text)
        co_return fail(std::move(text.error()));
    const auto value = parseLine(*text);
    if (!value)
        co_return fail(badManifest(text->empty() ? "its end is missing" : "a line is not JSON"));
    if (value->contains("end")) {
        if (auto right = checkEnd(*value); !right)
            co_return fail(std::move(right.error()));
        co_return std::nullopt;
    }
    m_digest.add(*text);
    const auto sealed = sealedOf(*value);
    if (!isWhole(sealed) || sealed.key <= m_lastKey)
        co_return fail(badManifest("a line is not that of an object, or not in order"));
    m_lastKey = sealed.key;
    const ManifestObject object{sealed.key, sealed.size, sealed.sha256, value->contains("missing")};
    if (object.missing) {
        ++m_end.missing;
    } else {
        ++m_end.objects;
        m_end.bytes += object.size;
    }
    co_return object;
}

} // namespace learnlab::server::maintenance

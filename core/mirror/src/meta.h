#pragma once

#include "query.h"

namespace learnlab::mirror {

// The single values of the mirror: table meta.
inline constexpr QLatin1String metaCursor("cursor");
inline constexpr QLatin1String metaGeneration("generation"); ///< counts the pulls from the beginning
inline constexpr QLatin1String metaResyncing("resyncing");   ///< 1: a pull under a new generation is not at its end yet
inline constexpr QLatin1String metaFirstSyncDone("first_sync_done");
inline constexpr QLatin1String metaBytesUsed("bytes_used");
inline constexpr QLatin1String metaFiles("files");
inline constexpr QLatin1String metaBytesReserved("bytes_reserved");
inline constexpr QLatin1String metaQuota("quota");
inline constexpr QLatin1String metaPartRate("part_rate");

[[nodiscard]] inline std::optional<qint64> metaNumber(Connection &connection, QLatin1String key)
{
    Query query(connection, "SELECT value FROM meta WHERE key = ? AND value IS NOT NULL", key);
    return query.next() ? std::optional(query.integer(0)) : std::nullopt;
}

[[nodiscard]] inline QByteArray metaBytes(Connection &connection, QLatin1String key)
{
    Query query(connection, "SELECT value FROM meta WHERE key = ?", key);
    return query.next() ? query.blob(0) : QByteArray();
}

/// The feed is being read from its beginning, for the first time or under a new generation, and is not through.
[[nodiscard]] inline bool pullsFromBeginning(Connection &connection)
{
    return metaNumber(connection, metaResyncing).value_or(0) != 0 ||
           metaNumber(connection, metaFirstSyncDone).value_or(0) == 0;
}

template <class Value>
void setMeta(Connection &connection, QLatin1String key, const Value &value)
{
    Query(connection,
          "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value", key,
          value)
        .run();
}

} // namespace learnlab::mirror

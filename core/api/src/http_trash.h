#pragma once

#include "api/trash.h"
#include "http_call.h"
#include "parse.h"

#include <QJsonObject>

namespace learnlab::api {

[[nodiscard]] QJsonObject composePurges(const QList<Purge> &items);
[[nodiscard]] Result<QList<Purged>> parsePurged(const QJsonValue &value);

/// TrashApi over the same connection as NetworkApi, which owns it.
class NetworkTrash final : public TrashApi
{
public:
    explicit NetworkTrash(HttpContext &context) : m_context(context) {}

    Handle purge(const QList<Purge> &items, Reply<QList<Purged>> reply) override;

private:
    HttpContext &m_context;
};

} // namespace learnlab::api

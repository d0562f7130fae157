#include "http_trash.h"

#include "http_api.h"
#include "members.h"
#include "problem.h"

#include <QJsonArray>

namespace learnlab::api {

namespace {

Result<Purged> parseOnePurged(const QJsonValue &value)
{
    Members in(value);
    Purged purged;
    purged.id = in.id<domain::OperationId>("id");
    const QString status = in.text("status");
    if (status == QLatin1String("failed"))
        purged.error = parseProblem(in.value("problem"));
    else if (status != QLatin1String("done"))
        in.wrong("status");
    return in.finish(std::move(purged));
}

} // namespace

QJsonObject composePurges(const QList<Purge> &items)
{
    QJsonArray list;
    for (const Purge &purge : items) {
        const bool isFile = purge.item.kind == domain::ItemKind::File;
        QJsonObject json{{QStringLiteral("id"), domain::toText(purge.id)},
                         {QStringLiteral("kind"), QStringLiteral("purge")},
                         {QStringLiteral("target"), isFile ? QLatin1String("file") : QLatin1String("folder")},
                         {QStringLiteral("target_id"), domain::uuidText(purge.item.id)}};
        if (purge.ifRevision)
            json.insert(QLatin1String("if_revision"), *purge.ifRevision);
        list.append(json);
    }
    return {{QStringLiteral("operations"), list}};
}

Result<QList<Purged>> parsePurged(const QJsonValue &value)
{
    Members in(value);
    auto results = in.list<Purged>("results", maxItems, parseOnePurged);
    return in.finish(std::move(results));
}

TrashApi::Handle NetworkTrash::purge(const QList<Purge> &items, Reply<QList<Purged>> reply)
{
    const auto parse = [items](const QJsonValue &json) {
        return sameItems(parsePurged(json), items, &Purge::id, &Purged::id);
    };
    return std::make_unique<HttpCall>(m_context, postPlan(QStringLiteral("/api/v2/operations"), composePurges(items)),
                                      parsedBy(parse, std::move(reply)));
}

} // namespace learnlab::api

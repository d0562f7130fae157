#include "receipts/receipt.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace learnlab::receipts {

namespace {

/// What an unchecked receipt says of the file that it is for.
bool namesContent(const domain::Receipt &receipt, const QString &fileId, const Content &content)
{
    const QJsonObject payload = QJsonDocument::fromJson(receipt.payload.toUtf8()).object();
    return payload.value(QLatin1String("file_id")).toString() == fileId &&
           payload.value(QLatin1String("size")).toInteger(-1) == content.size &&
           payload.value(QLatin1String("sha256")).toString().toLatin1() == content.sha256;
}

/// None: -1, so that whatever was signed came later.
qint64 lastRefused(const domain::Receipts &told)
{
    qint64 last = -1;
    for (const domain::RefusedReceipt &refused : told.refused)
        last = std::max(last, refused.revision);
    return last;
}

} // namespace

QByteArray toJson(const domain::Receipt &receipt)
{
    const QJsonObject object{{QStringLiteral("payload"), receipt.payload},
                             {QStringLiteral("signature"), QString::fromLatin1(receipt.signature)},
                             {QStringLiteral("key_id"), receipt.keyId}};
    return QJsonDocument(object).toJson();
}

Standing standingOf(const domain::Receipts &told, const QString &fileId, const Content &content)
{
    using State = Standing::State;
    for (auto it = told.receipts.crbegin(); it != told.receipts.crend(); ++it) {
        if (!namesContent(*it, fileId, content))
            continue;
        const Checked checked = check(toJson(*it), told.keys, content);
        if (checked.verdict != Verdict::Genuine)
            return {State::Untrue, *it, {}};
        if (lastRefused(told) > checked.claims->revision)
            break; // the same content was handed in again since, and went wrong
        return {State::Proved, *it, checked.claims};
    }
    if (told.retryAfter)
        return {State::Reading, {}, {}};
    return {told.refused.isEmpty() ? State::None : State::Refused, {}, {}};
}

} // namespace learnlab::receipts

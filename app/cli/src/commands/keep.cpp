#include "commands/keep.h"

#include "rows.h"
#include "sentences.h"

#include "engine/kept_limit.h"

namespace learnlab::cli {

namespace {

/// "1500000", "200M", "1.5G"; 0: no limit.
std::optional<qint64> sizeFrom(QString text)
{
    qint64 unit = 1;
    for (const auto &[letter, bytes] :
         {std::pair('k', 1'000LL), {'M', 1'000'000LL}, {'G', 1'000'000'000LL}, {'T', 1'000'000'000'000LL}}) {
        if (text.endsWith(QLatin1Char(letter), Qt::CaseInsensitive)) {
            unit = bytes;
            text.chop(1);
            break;
        }
    }
    constexpr double most = 1e18;
    bool isNumber = false;
    const double bytes = text.toDouble(&isNumber) * static_cast<double>(unit);
    return isNumber && bytes >= 0 && bytes < most ? std::optional(static_cast<qint64>(bytes)) : std::nullopt;
}

} // namespace

Usage Keep::usage() const
{
    return {QStringLiteral("[PATH...]"),
            QStringLiteral("Keeps files, or all that is in a folder or comes into it, on this computer."),
            {QCommandLineOption(
                QStringLiteral("limit"),
                QStringLiteral("How much may be kept and opened here together, as 500M or 20G; 0: no limit."),
                QStringLiteral("SIZE"))},
            0,
            -1};
}

QString Keep::check(const Given &given) const
{
    if (given.has("limit") && !sizeFrom(given.text("limit")))
        return QStringLiteral("--limit is a size, as 500M or 20G");
    return {};
}

void Keep::ready()
{
    if (given().has("limit"))
        setLimit();
    else
        keepAll();
}

void Keep::setLimit()
{
    commands().setKeptLimit(*sizeFrom(given().text("limit")), this, [this](const domain::Result<void> &done) {
        if (done)
            keepAll();
        else
            finish(done.error());
    });
}

void Keep::keepAll()
{
    if (given().arguments.isEmpty()) {
        tellSummary();
        return;
    }
    forgetFinished();
    refreshThen([this] {
        forEachItem(
            textOf(given().arguments), [this](auto... step) { keep(step...); }, [this] { fetchAll(); });
    });
}

void Keep::tellSummary()
{
    const mirror::KeptSummary kept = reader().keptSummary();
    const qint64 limit =
        support::Settings(engine::ProfileFolder(given().common.profile).settingsPath()).value(engine::keptLimit);
    QJsonArray items;
    for (const mirror::ItemRow &row : reader().rows(reader().keptItems()))
        items.append(jsonItem(reader(), row, reader().pathOf(row.ref)));
    result().document = {
        {QStringLiteral("items"), items},          {QStringLiteral("files"), kept.files},
        {QStringLiteral("missing"), kept.missing}, {QStringLiteral("missing_bytes"), kept.missingBytes},
        {QStringLiteral("bytes"), kept.bytes},     {QStringLiteral("pinned_bytes"), kept.pinnedBytes},
        {QStringLiteral("edited"), kept.edited},   {QStringLiteral("limit"), limit},
    };
    for (const QJsonValue &item : std::as_const(items))
        result().lines.append(printable(item[QLatin1String("path")].toString()));
    const QString within = limit > 0 ? QStringLiteral(" of %1").arg(sizeText(limit)) : QString();
    result().lines.append(QStringLiteral("%1 files kept, %2%3 used").arg(kept.files).arg(sizeText(kept.bytes), within));
    if (kept.missing > 0)
        result().lines.append(
            QStringLiteral("%1 of them not here (%2)").arg(kept.missing).arg(sizeText(kept.missingBytes)));
    if (kept.edited > 0)
        result().lines.append(QStringLiteral("%1 edited and not on the server yet").arg(kept.edited));
    finish();
}

void Keep::keep(domain::ItemRef item, const QString &path, const std::function<void()> &next)
{
    commands().keep(item, this, [this, path, next](const domain::Result<QList<domain::TransferId>> &transfers) {
        if (transfers)
            m_transfers.append(*transfers);
        else
            result().fail(transfers.error(), path);
        next();
    });
}

void Keep::fetchAll()
{
    if (unreachable())
        tellAll();
    else
        settleThen(m_transfers, [this] { tellAll(); });
}

void Keep::tellAll()
{
    const Counts counts = tell(m_transfers);
    result().document.insert(QStringLiteral("done"), counts.done);
    result().document.insert(QStringLiteral("queued"), counts.queued);
    result().document.insert(QStringLiteral("failed"), counts.failed);
    result().lines = {QStringLiteral("%1 fetched").arg(counts.done)};
    finish();
}

Usage Unkeep::usage() const
{
    return {QStringLiteral("PATH..."), QStringLiteral("No longer keeps them on this computer."), {}, 1, -1};
}

void Unkeep::ready()
{
    const auto unkeep = [this](domain::ItemRef item, const QString &path, const std::function<void()> &next) {
        commands().unkeep(item, this, [this, path, next](const domain::Result<void> &done) {
            if (done)
                ++m_done;
            else
                result().fail(done.error(), path);
            next();
        });
    };
    forEachItem(textOf(given().arguments), unkeep, [this] {
        result().document.insert(QStringLiteral("done"), m_done);
        finish();
    });
}

} // namespace learnlab::cli

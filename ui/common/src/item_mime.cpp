#include <ui/common/item_mime.h>

#include <QtCore/QMimeData>
#include <QtCore/QUrl>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr qsizetype idSize = 16;

QString movedMimeType()
{
    return QStringLiteral("application/x-learnlab-items-moved");
}

} // namespace

QString itemMimeType()
{
    return QStringLiteral("application/x-learnlab-items");
}

std::unique_ptr<QMimeData> packItems(const QList<QByteArray> &ids, ItemsMeant meant)
{
    QByteArray all;
    all.reserve(ids.size() * idSize);
    for (const QByteArray &id : ids)
        all += id;
    auto data = std::make_unique<QMimeData>();
    data->setData(itemMimeType(), all);
    if (meant == ItemsMeant::Moved)
        data->setData(movedMimeType(), "1");
    return data;
}

QList<QByteArray> unpackItems(const QMimeData *data)
{
    if (!data || !data->hasFormat(itemMimeType()))
        return {};
    const QByteArray all = data->data(itemMimeType());
    if (all.size() % idSize != 0)
        return {};
    QList<QByteArray> ids;
    for (qsizetype i = 0; i < all.size(); i += idSize)
        ids.append(all.mid(i, idSize));
    return ids;
}

ItemsMeant itemsMeant(const QMimeData *data)
{
    return data && data->hasFormat(movedMimeType()) ? ItemsMeant::Moved : ItemsMeant::Copied;
}

bool carriesLocalFiles(const QMimeData *data)
{
    if (!data || !data->hasUrls() || data->hasFormat(itemMimeType()))
        return false;
    const QList<QUrl> urls = data->urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
}

} // namespace learnlab::ui

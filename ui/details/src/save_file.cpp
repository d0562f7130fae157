#include "save_file.h"

#include <QtCore/QSaveFile>
#include <QtCore/QThread>

#include <memory>

namespace learnlab::ui {

namespace {

domain::Result<void> saveNow(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const bool full = file.error() == QFileDevice::ResourceError;
    return domain::fail(full ? domain::ErrorCode::LocalDiskFull : domain::ErrorCode::LocalIo);
}

} // namespace

void saveInBackground(const QString &path, std::function<QByteArray()> make, QObject *context,
                      std::function<void(domain::Result<void>)> done)
{
    const auto result = std::make_shared<domain::Result<void>>();
    QThread *thread = QThread::create([path, make = std::move(make), result] { *result = saveNow(path, make()); });
    QObject::connect(thread, &QThread::finished, context, [result, done = std::move(done)] { done(*result); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace learnlab::ui

#include "golden.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace learnlab::tests {

QByteArray goldenBytes(const QString &name)
{
    QFile file(QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/api/golden/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonValue golden(const QString &name)
{
    return QJsonDocument::fromJson(goldenBytes(name)).object();
}

} // namespace learnlab::tests

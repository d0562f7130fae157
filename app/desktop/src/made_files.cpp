#include "made_files.h"

#include "domain/names.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <QSet>
#include <QUuid>

namespace learnlab::desktop {

namespace {

/// The path of the new file; nothing where it could not be written.
QString written(const QString &folder, const QString &name, const QByteArray &content)
{
    const QString place = folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QDir().mkpath(place);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(place + QLatin1Char('/') + domain::safeLocalName(name));
    if (content.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return {};
    return file.fileName();
}

/// On a reader's thread.
bool removeUnneeded(const mirror::Reader &reader, const QString &folder)
{
    const QStringList places = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (places.isEmpty())
        return true;
    QSet<QString> needed;
    for (const domain::Transfer &transfer : reader.unfinishedTransfers()) {
        const QString path = QFile::decodeName(transfer.localPath);
        if (path.startsWith(folder))
            needed.insert(path.mid(folder.size() + 1).section(QLatin1Char('/'), 0, 0));
    }
    for (const QString &place : places) {
        if (!needed.contains(place))
            QDir(folder + QLatin1Char('/') + place).removeRecursively();
    }
    return needed.isEmpty();
}

} // namespace

MadeFiles::MadeFiles(engine::Engine &engine, engine::Commands &commands, QObject *parent)
    : QObject(parent), m_engine(engine), m_commands(commands)
{
}

MadeFiles::~MadeFiles() = default;

QString MadeFiles::folder() const
{
    return m_engine.account() ? m_engine.account()->place.folder + QStringLiteral("/made") : QString();
}

void MadeFiles::upload(const QString &name, std::function<QByteArray()> content, domain::FolderId target, QObject *context,
                       ui::Backend::Reply<void> reply)
{
    const QString where = folder();
    if (where.isEmpty())
        return reply(domain::fail(domain::ErrorCode::NotSignedIn));
    ++m_beingMade;
    m_mayLie = true;
    const auto write = [this, where, name, content = std::move(content), target, context = QPointer<QObject>(context), reply] {
        const QString path = written(where, name, content());
        QMetaObject::invokeMethod(this, [this, path, target, context, reply] { queue(path, target, context, reply); });
    };
    if (m_writer.tryPost(write))
        return;
    --m_beingMade;
    reply(domain::fail(domain::ErrorCode::LocalIo));
}

void MadeFiles::queue(const QString &path, domain::FolderId target, const QPointer<QObject> &context, const ui::Backend::Reply<void> &reply)
{
    const auto answer = [context, reply](const domain::Result<void> &result) {
        if (context)
            reply(result);
    };
    if (path.isEmpty()) {
        --m_beingMade;
        return answer(domain::fail(domain::ErrorCode::LocalIo));
    }
    m_commands.upload({QFile::encodeName(path)}, target, domain::OnConflict::KeepBoth, this,
                      [this, answer](const domain::Result<engine::Uploads> &uploads) {
                          --m_beingMade;
                          if (!uploads)
                              answer(tl::make_unexpected(uploads.error()));
                          else if (!uploads->refused.isEmpty())
                              answer(tl::make_unexpected(uploads->refused.first().error));
                          else
                              answer({});
                      });
}

void MadeFiles::sweep(mirror::ReadPool &mirror)
{
    if (!m_mayLie || m_beingMade > 0)
        return;
    m_mayLie = false;
    mirror.ask<bool>(
        this, [where = folder()](const mirror::Reader &reader) { return where.isEmpty() || removeUnneeded(reader, where); },
        [this](bool all) { m_mayLie = m_mayLie || !all; });
}

} // namespace learnlab::desktop

#include "client.h"

#include "mirror/store.h"

#include <testsupport/child_process.h>

#include <QJsonDocument>
#include <QProcess>

namespace learnlab::test {

namespace {

constexpr domain::Timestamp someTime{std::chrono::seconds(1'760'000'000)};

template <class T>
T idOf(quint8 last)
{
    typename T::Bytes bytes{1, 2, 3};
    bytes[15] = last;
    return T(bytes);
}

domain::File file(quint8 id, domain::FolderId folder, const char *name)
{
    domain::File file;
    file.id = idOf<domain::FileId>(id);
    file.folderId = folder;
    file.filename = QString::fromUtf8(name);
    file.fileSize = 7;
    file.mimeType = QStringLiteral("text/plain");
    file.createdAt = someTime;
    file.updatedAt = someTime;
    file.contentModifiedAt = someTime;
    file.contentSha256 = QByteArray(32, char(id));
    file.revision = id;
    return file;
}

mirror::ChangesPage page()
{
    mirror::ChangesPage page;
    domain::Folder folder;
    folder.id = idOf<domain::FolderId>(1);
    folder.name = QStringLiteral("A");
    folder.createdAt = someTime;
    folder.updatedAt = someTime;
    folder.revision = 1;
    page.folders = {folder};
    page.files = {file(2, folder.id, "notes.txt"), file(3, {}, "Übung.pdf"), file(4, {}, "old.txt")};
    page.files[2].isDeleted = true;
    page.files[2].deletedAt = someTime;
    page.cursor = "cursor";
    return page;
}

domain::User someone()
{
    domain::User user;
    user.id = idOf<domain::UserId>(9);
    user.email = QStringLiteral("ada@example.edu");
    user.username = QStringLiteral("ada");
    return user;
}

} // namespace

Said Client::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(testsupport::programPath(QStringLiteral("learnlab-cli")),
                  QStringList{QStringLiteral("--profile"), profile()} + arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, "it did not end", {}};
    }
    Said said{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
              process.readAllStandardError(), {}};
    if (said.err.contains("Sanitizer"))
        qWarning("%s", said.err.constData());
    said.json = QJsonDocument::fromJson(said.out).object();
    return said;
}

Said Client::json(const QStringList &arguments) const
{
    return run(QStringList{QStringLiteral("--json")} + arguments);
}

bool Client::prepareAccount() const
{
    const auto owned = engine::Profile::own(profile(), QStringLiteral("test"));
    if (!owned)
        return false;
    // Nobody answers there.
    const auto place = owned->folder().place(QUrl(QStringLiteral("http://127.0.0.1:1")), someone().id);
    if (!owned->makeAccount(place) || !owned->rememberAccount(place))
        return false;
    const auto writer = mirror::openWriter(place.mirrorPath);
    domain::Session session;
    session.id = idOf<domain::SessionId>(8);
    session.createdAt = someTime;
    session.current = true;
    return writer && (*writer)->applyPage(page()) && (*writer)->setAccount(someone(), std::nullopt)
        && (*writer)->setSessions({session}) && (*writer)->setCurrentSession(session);
}

} // namespace learnlab::test

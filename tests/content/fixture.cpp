#include "fixture.h"

namespace learnlab::contentTest {

Fixture::Fixture()
{
    begin(QStringLiteral("laptop"));
    apply(mirror::ChangesPage{.cursor = "0"}); // the first synchronisation is over
}

Fixture::~Fixture()
{
    content.reset();
    files.reset();
    transfers.reset();
    store.reset();
    scheduler.reset();
}

void Fixture::begin(const QString &device)
{
    scheduler = std::make_unique<support::QtScheduler>();
    auto opened = mirror::openStepStore(dir.filePath(QStringLiteral("mirror.db")), *scheduler);
    QVERIFY(opened.has_value());
    store = *std::move(opened);
    auto before = std::move(transfers);
    transfers = std::make_unique<InstantTransfers>(*store, *scheduler);
    if (before) {
        transfers->server = before->server;
        transfers->rows = before->rows;
        transfers->everHad = before->everHad;
        transfers->revision = before->revision;
        transfers->holdsUploads = before->holdsUploads;
    }
    files = transfer::makeLocalFiles(*scheduler);
    content = content::makeContent(dir.path(), *store, *transfers, *files, *scheduler, clock, random, device,
                                   std::chrono::milliseconds(100));
}

void Fixture::restart(const QString &device)
{
    content.reset();
    files.reset();
    store.reset();
    scheduler.reset();
    begin(device);
}

void Fixture::apply(const mirror::ChangesPage &page)
{
    bool applied = false;
    store->write([page](mirror::Writer &writer) { return writer.applyPage(page); },
                 [&applied](const Result<void> &done) { applied = done.has_value(); });
    QTRY_VERIFY(applied);
}

void Fixture::apply(const domain::File &file)
{
    transfers->rows.insert(file.id, file);
    mirror::ChangesPage page{.cursor = QByteArray::number(file.revision)};
    page.files = {file};
    apply(page);
}

void Fixture::apply(const domain::Folder &folder)
{
    mirror::ChangesPage page{.cursor = QByteArray::number(folder.revision)};
    page.folders = {folder};
    apply(page);
}

domain::File Fixture::addFile(const QString &name, const QByteArray &bytes, domain::FolderId folder)
{
    domain::File file;
    file.id = domain::makeId<domain::FileId>(clock, random);
    file.folderId = folder;
    file.filename = name;
    file.fileSize = bytes.size();
    file.contentSha256 = hash(bytes);
    file.createdAt = file.updatedAt = clock.now();
    file.revision = ++transfers->revision;
    transfers->server.insert(file.id, bytes);
    apply(file);
    return file;
}

domain::Folder Fixture::addFolder(const QString &name, domain::FolderId parent)
{
    domain::Folder folder;
    folder.id = domain::makeId<domain::FolderId>(clock, random);
    folder.parentId = parent;
    folder.name = name;
    folder.revision = ++transfers->revision;
    apply(folder);
    return folder;
}

domain::File Fixture::change(domain::File file, const QByteArray &bytes)
{
    file.contentSha256 = hash(bytes);
    file.fileSize = bytes.size();
    file.revision = ++transfers->revision;
    transfers->server.insert(file.id, bytes);
    apply(file);
    return file;
}

void Fixture::settle()
{
    bool calm = false;
    content->collectEdits([&calm] { calm = true; });
    QTRY_VERIFY_WITH_TIMEOUT(calm, 30000);
}

QList<Transfer> Fixture::uploads() const
{
    QList<Transfer> found;
    for (const Transfer &transfer : store->read().unfinishedTransfers()) {
        if (transfer.kind == domain::TransferKind::Upload)
            found.append(transfer);
    }
    return found;
}

} // namespace learnlab::contentTest

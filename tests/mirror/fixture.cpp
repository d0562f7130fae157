#include "fixture.h"

#include "name_blocks.h"

#include <QDebug>

namespace learnlab::tests {

Fixture::Fixture()
{
    if (const Result<void> opened = open(); !opened)
        qFatal("cannot open a mirror: %s", qPrintable(opened.error().detail));
}

Result<void> Fixture::open(mirror::Opened *opened)
{
    Result<std::unique_ptr<mirror::Writer>> writer = mirror::openWriter(path(), opened);
    if (!writer)
        return tl::make_unexpected(writer.error());
    m_writer = std::move(*writer);
    return {};
}

Folder Fixture::folder(const char *name, FolderId parent)
{
    m_clock.advance(std::chrono::seconds(1));
    Folder folder;
    folder.id = id<FolderId>();
    folder.parentId = parent;
    folder.name = QString::fromUtf8(name);
    folder.createdAt = folder.updatedAt = m_clock.now();
    folder.revision = nextRevision();
    return folder;
}

File Fixture::file(const char *name, FolderId parent)
{
    m_clock.advance(std::chrono::seconds(1));
    File file;
    file.id = id<FileId>();
    file.folderId = parent;
    file.filename = QString::fromUtf8(name);
    file.fileSize = 100 + m_revision;
    file.mimeType = QStringLiteral("text/plain");
    file.createdAt = file.updatedAt = m_clock.now();
    file.contentSha256 = QByteArray(32, 'x');
    file.revision = nextRevision();
    return file;
}

Folder Fixture::revised(Folder folder)
{
    folder.revision = nextRevision();
    return folder;
}

File Fixture::revised(File file)
{
    file.revision = nextRevision();
    return file;
}

void Fixture::pull(const QList<Folder> &folders, const QList<File> &files, const QList<ItemRef> &removed, bool more)
{
    mirror::ChangesPage page;
    page.cursor = "cursor-" + QByteArray::number(++m_pulls);
    page.more = more;
    page.folders = folders;
    page.files = files;
    for (const ItemRef &ref : removed)
        page.removed.append({ref, nextRevision()});
    if (const Result<void> applied = m_writer->applyPage(page); !applied)
        qFatal("cannot apply a page: %s", qPrintable(applied.error().detail));
}

Operation Fixture::operation(OperationKind kind, ItemRef target, const char *name, FolderId parent)
{
    m_clock.advance(std::chrono::seconds(1));
    Operation operation;
    operation.id = id<OperationId>();
    operation.kind = kind;
    operation.target = target;
    operation.parentId = parent;
    operation.name = QString::fromUtf8(name);
    operation.createdAt = m_clock.now();
    return operation;
}

Result<void> Fixture::refuse(const Operation &operation, ErrorCode code)
{
    OperationResult result;
    result.id = operation.id;
    result.error = Error{code, QStringLiteral("refused")};
    return m_writer->finishOperation(result);
}

Transfer Fixture::upload(const char *name, FolderId folder)
{
    m_clock.advance(std::chrono::seconds(1));
    Transfer transfer;
    transfer.id = id<TransferId>();
    transfer.groupId = id<TransferId>();
    transfer.fileId = id<FileId>();
    transfer.folderId = folder;
    transfer.filename = QString::fromUtf8(name);
    transfer.mimeType = QStringLiteral("text/plain");
    transfer.localPath = QByteArray("/tmp/\xFF/") + name;
    transfer.stamp = {1000, 1'700'000'000'123'456'789, 42, 7};
    transfer.bytesTotal = 1000;
    transfer.createdAt = m_clock.now();
    return transfer;
}

QStringList Fixture::names(FolderId folder, mirror::Sort sort) const
{
    QStringList names;
    const QList<mirror::ItemRow> rows = reader().rows(reader().childIds(folder, sort));
    for (const mirror::ItemRow &row : rows)
        names.append(row.name);
    return names;
}

mirror::ItemRow Fixture::row(ItemRef ref) const
{
    return reader().rows({ref}).value(0);
}

bool Fixture::namesAreTrue() const
{
    const auto connection = mirror::Connection::open(path(), mirror::Connection::Mode::Write);
    const auto blocks = [&connection] {
        QMap<qint64, QByteArray> bodies;
        mirror::Query query(**connection, "SELECT block, body FROM name_blocks WHERE length(body) > 0");
        while (query.next())
            bodies.insert(query.integer(0), query.blob(1));
        return bodies;
    };
    if (!connection || !(*connection)->execute("BEGIN"))
        return false;
    const QMap<qint64, QByteArray> kept = blocks();
    mirror::NameBlocks::rebuild(**connection);
    const QMap<qint64, QByteArray> made = blocks();
    return (*connection)->execute("ROLLBACK") && kept == made;
}

ErrorCode codeOf(const Result<void> &result)
{
    return result ? ErrorCode::Cancelled : result.error().code;
}

QStringList list(const char *words)
{
    return QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace learnlab::tests

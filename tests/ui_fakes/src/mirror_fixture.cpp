#include "ui_fakes/mirror_fixture.h"

namespace learnlab::tests {

namespace {

template <class IdType>
IdType numbered(quint8 kind, int number)
{
    typename IdType::Bytes bytes{};
    bytes[0] = kind;
    for (int place = 15; place >= 12; --place, number /= 256)
        bytes[static_cast<size_t>(place)] = static_cast<quint8>(number % 256);
    return IdType(bytes);
}

const support::Timestamp day(std::chrono::hours(24 * 20'000));

} // namespace

MirrorFixture::MirrorFixture()
{
    const QString path = m_folder.filePath(QStringLiteral("mirror.db"));
    auto writer = mirror::openWriter(path);
    if (!writer)
        return;
    m_writer = std::move(*writer);
    m_pool = std::make_unique<mirror::ReadPool>(path);
}

mirror::Change MirrorFixture::apply(const mirror::ChangesPage &page)
{
    const auto applied = m_writer->applyPage(page);
    if (!applied)
        qFatal("applyPage: %s", qPrintable(applied.error().detail));
    return m_writer->takeChange();
}

domain::FolderId MirrorFixture::folderId(int number)
{
    return numbered<domain::FolderId>(1, number);
}

domain::FileId MirrorFixture::fileId(int number)
{
    return numbered<domain::FileId>(2, number);
}

domain::Folder MirrorFixture::folder(int number, const QString &name, domain::FolderId parent)
{
    return {.id = folderId(number), .parentId = parent, .name = name, .createdAt = day, .updatedAt = day, .revision = ++m_revision};
}

domain::File MirrorFixture::file(int number, const QString &name, domain::FolderId folder, qint64 size)
{
    return {.id = fileId(number), .folderId = folder, .filename = name, .fileSize = size, .createdAt = day, .updatedAt = day,
            .contentModifiedAt = day, .contentSha256 = QByteArray(32, 'x'), .revision = ++m_revision};
}

} // namespace learnlab::tests

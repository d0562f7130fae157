#include "plan.h"

#include "domain/file_kind.h"

namespace learnlab::inside {

bool mayHaveWords(const QString &name, const QString &mimeType)
{
    switch (domain::fileKindOf(name, mimeType)) {
    case domain::FileKind::Image:
    case domain::FileKind::Video:
    case domain::FileKind::Audio:
    case domain::FileKind::Archive:
        return false;
    default:
        return true; // what is no text in spite of its name is found out by reading it
    }
}

Work workFor(const mirror::Reader &reader, const QSet<QByteArray> &known)
{
    Work work{.gone = known, .unread = {}};
    QSet<QByteArray> met;
    const QList<mirror::ContentRow> rows = reader.contents();
    for (const mirror::ContentRow &row : rows) {
        if (!row.present || row.size == 0)
            continue;
        work.gone.remove(row.sha256);
        if (known.contains(row.sha256) || met.contains(row.sha256))
            continue;
        const auto file = reader.file(row.fileId);
        if (!file || !mayHaveWords(file->filename, file->mimeType))
            continue;
        met.insert(row.sha256);
        work.unread.append(row.sha256);
    }
    return work;
}

} // namespace learnlab::inside

#include "content_room.h"

#include "domain/names.h"

#include <QFile>

namespace learnlab::content {

using domain::ErrorCode;
using domain::File;
using domain::FileId;
using domain::Result;
using mirror::OpenedCopy;

void ContentRoom::open(FileId id, Opened reply)
{
    QList<Opened> &waiting = m_opening[id];
    waiting.append(std::move(reply));
    if (waiting.size() > 1)
        return; // the same copy for all who ask
    const auto file = m_with.store.read().file(id);
    if (!file) {
        m_with.scheduler.post(guarded([this, id] { opened(id, domain::fail(ErrorCode::NotFound)); }));
        return;
    }
    if (const auto copy = m_edits.copyToOpen(*file)) {
        reopen(*copy);
        return;
    }
    makeCurrent(*file, [this, id](const Result<void> &done) {
        const auto now = m_with.store.read().file(id);
        const auto row = m_with.store.read().content(id);
        const bool here = now && row && row->present;
        // Without a network an older version is better than none.
        const bool olderWillDo =
            here && !done && domain::consequenceOf(done.error().code) == domain::Consequence::WaitNetwork;
        if (here && (done || olderWillDo))
            placeNew(*now, row->sha256, done.has_value());
        else
            opened(id, tl::make_unexpected(done ? domain::Error{ErrorCode::NotFound, {}} : done.error()));
    });
}

void ContentRoom::opened(FileId id, const Result<QString> &path)
{
    const QList<Opened> waiting = m_opening.take(id);
    for (const Opened &reply : waiting)
        reply(path);
}

void ContentRoom::reopen(const OpenedCopy &copy)
{
    const auto file = m_with.store.read().file(copy.fileId);
    const bool lost = !m_with.files.exists(m_files.copyPath(copy.place, copy.name));
    if (lost && file) { // deleted before its version was on the server: from where that is kept
        place(copy, *file, false);
        return;
    }
    const auto touch = [place = copy.place, now = m_with.clock.now()](mirror::Writer &writer) -> Result<void> {
        auto row = writer.read().openedCopy(place);
        if (!row)
            return {};
        row->openedAt = now;
        return writer.setOpenedCopy(*row);
    };
    m_with.store.write(touch, ifAlive([this, copy](const Result<void> &) {
                           opened(copy.fileId, QFile::decodeName(m_files.copyPath(copy.place, copy.name)));
                       }));
}

/// Each version that is opened gets a folder of its own: what a program still shows of another is not replaced under
/// it, and what it saves later is known to stand on that.
void ContentRoom::placeNew(const File &file, const QByteArray &sha256, bool mayFetchAgain)
{
    OpenedCopy copy;
    copy.place = m_files.freePlace(file.id, sha256);
    copy.name = QFile::encodeName(domain::safeLocalName(file.filename));
    copy.fileId = file.id;
    copy.sha256 = sha256;
    copy.baseSha256 = sha256;
    copy.openedAt = m_with.clock.now();
    place(copy, file, mayFetchAgain);
}

/// The row first: a copy that is there is known.
void ContentRoom::place(const OpenedCopy &copy, const File &file, bool mayFetchAgain)
{
    if (auto made = m_files.makePlace(copy.place); !made) {
        opened(file.id, tl::make_unexpected(made.error()));
        return;
    }
    m_with.store.write([copy](mirror::Writer &writer) { return writer.setOpenedCopy(copy); },
                       ifAlive([this, copy, file, mayFetchAgain](const Result<void> &known) {
                           if (!known) {
                               opened(file.id, tl::make_unexpected(known.error()));
                               return;
                           }
                           this->copy(copy.sha256, m_files.copyPath(copy.place, copy.name), false, true,
                                      [this, copy, file, mayFetchAgain](const Result<void> &done) {
                                          if (done)
                                              placed(copy);
                                          else
                                              notPlaced(copy, file, done.error(), mayFetchAgain);
                                      });
                       }));
}

void ContentRoom::placed(const OpenedCopy &copy)
{
    const QByteArray path = m_files.copyPath(copy.place, copy.name);
    const auto job = [place = copy.place, stamp = m_with.files.stamp(path).value_or(domain::LocalStamp{})](
                         mirror::Writer &writer) -> Result<void> {
        auto now = writer.read().openedCopy(place); // its version may have reached the server meanwhile
        if (!now)
            return domain::fail(ErrorCode::NotFound);
        now->stamp = stamp;
        return writer.setOpenedCopy(*now);
    };
    m_with.store.write(job, ifAlive([this, copy, path](const Result<void> &done) {
                           m_edits.watch(copy);
                           if (done)
                               opened(copy.fileId, QFile::decodeName(path));
                           else
                               opened(copy.fileId, tl::make_unexpected(done.error()));
                       }));
}

void ContentRoom::notPlaced(const OpenedCopy &copy, const File &file, const domain::Error &error, bool mayFetchAgain)
{
    const bool isDamaged = error.code == ErrorCode::DigestMismatch || error.code == ErrorCode::LocalVanished;
    if (!copy.isEdited()) {
        m_files.removePlace(copy.place);
        m_with.store.write([place = copy.place](mirror::Writer &writer) { return writer.removeOpenedCopy(place); },
                           [](const Result<void> &) {});
    }
    if (!isDamaged || !mayFetchAgain) {
        opened(file.id, tl::make_unexpected(error));
        return;
    }
    damaged(file.id, [this, file](const Result<void> &marked) {
        if (!marked) {
            opened(file.id, tl::make_unexpected(marked.error()));
            return;
        }
        makeCurrent(file, [this, file](const Result<void> &current) {
            if (current)
                placeNew(file, file.contentSha256, false);
            else
                opened(file.id, tl::make_unexpected(current.error()));
        });
    });
}

} // namespace learnlab::content

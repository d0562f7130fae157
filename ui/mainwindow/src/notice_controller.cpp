#include "notice_controller.h"

#include "notifier.h"

#include "ui/models/error_text.h"

#include "domain/names.h"

#include <chrono>
#include <utility>

namespace learnlab::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto quiet = 5s;
constexpr int mostFailedSeen = 500;

bool hasWork(const mirror::TransferTotals &totals)
{
    return totals.queued + totals.underWay + totals.waiting + totals.paused > 0;
}

/// One line, without what could turn it around or break it.
QString safeName(const QString &name)
{
    return domain::displayName(name).simplified();
}

} // namespace

NoticeController::NoticeController(Backend &backend, Notifier &notifier) : m_backend(backend), m_notifier(notifier)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quiet);
    connect(&m_quiet, &QTimer::timeout, this, &NoticeController::tell);
    connect(&m_backend, &Backend::accountChanged, this, &NoticeController::begin);
    connect(&m_backend, &Backend::mirrorChanged, this, [this](const mirror::Change &change) {
        if (change.transfers || change.everything)
            read();
    });
    connect(&m_notifier, &Notifier::activated, this, [this] {
        if (m_told)
            Q_EMIT shown(*m_told);
    });
    begin();
}

void NoticeController::begin()
{
    m_known = false;
    m_running.clear();
    m_failed.clear();
    m_waiting.reset();
    m_told.reset();
    read();
}

NoticeController::State NoticeController::readState(const mirror::Reader &reader)
{
    State state;
    for (const mirror::TransferGroupRow &row : reader.transferGroups()) {
        if (row.group.kind == domain::TransferKind::Upload)
            state.groups.insert(row.group.id, row);
    }
    state.failed = reader.transfersIn(domain::TransferState::Failed, mostFailedSeen);
    return state;
}

void NoticeController::read()
{
    if (auto *mirror = m_backend.mirror())
        mirror->ask<State>(
            this, [](const mirror::Reader &reader) { return readState(reader); }, [this](const State &state) { compare(state); }, true);
}

void NoticeController::compare(const State &now)
{
    QSet<domain::TransferId> running;
    for (const mirror::TransferGroupRow &row : now.groups) {
        if (hasWork(row.totals))
            running.insert(row.group.id);
        else if (m_known && m_running.contains(row.group.id) && row.totals.done > 0 && row.totals.failed == 0)
            note({Notice::Kind::Uploaded, safeName(row.group.name),
                  tr("Uploaded: %n file(s) are on the server.", "@info notification", static_cast<int>(row.totals.done)), {}, row.group.folderId, {}});
    }
    m_running = running;
    QSet<domain::TransferId> failed;
    for (const domain::Transfer &transfer : now.failed) {
        failed.insert(transfer.id);
        if (!m_known || m_failed.contains(transfer.id))
            continue;
        const bool conflict = domain::standingOf(transfer).next == domain::NextStep::ResolveName;
        const QString text = conflict         ? tr("A file of this name is there already. Choose what to do.", "@info notification")
                             : transfer.error ? errorText(*transfer.error).sentence()
                                              : QString();
        note({conflict ? Notice::Kind::Conflict : Notice::Kind::Problem, safeName(transfer.filename), text, transfer.id, transfer.folderId, transfer.fileId});
    }
    m_failed = failed;
    m_known = true;
}

void NoticeController::note(const Notice &notice)
{
    if (m_wanted && !m_wanted())
        return;
    const bool urgent = notice.kind != Notice::Kind::Uploaded;
    const bool takesPlace = !m_waiting || (urgent && m_waiting->kind == Notice::Kind::Uploaded);
    m_merged = m_waiting ? m_merged + 1 : 0;
    if (takesPlace)
        m_waiting = notice;
    if (!m_quiet.isActive())
        QMetaObject::invokeMethod(this, &NoticeController::tell, Qt::QueuedConnection);
}

void NoticeController::tell()
{
    if (!m_waiting || m_quiet.isActive())
        return;
    m_told = std::exchange(m_waiting, std::nullopt);
    const int more = std::exchange(m_merged, 0);
    const QString title = more == 0 ? m_told->title : tr("%1 and %n more", "@title notification; %1 is a file's name", more).arg(m_told->title);
    const QString action = m_told->kind == Notice::Kind::Conflict ? tr("Review", "@action:button of a notification")
                                                                  : tr("Show", "@action:button of a notification");
    m_notifier.show(title, m_told->text, action);
    m_quiet.start();
}

} // namespace learnlab::ui

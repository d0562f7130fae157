#pragma once

#include "fake_api/manual_api.h"
#include "fake_session.h"
#include "fakes/step_scheduler.h"

#include "sync/sync.h"

#include <QTemporaryDir>

namespace learnlab::tests {

/// Sync over a real mirror, with a server whose answers the test gives.
struct Stage
{
    explicit Stage(int batch = 500);

    [[nodiscard]] domain::FolderId queueFolder(const QString &name, domain::FolderId parent = {});
    void run() { scheduler.runUntilIdle(); }
    [[nodiscard]] int pending() const { return sync->status().pendingOperations; }
    [[nodiscard]] domain::ErrorCode errorCode() const
    {
        return sync->status().error ? sync->status().error->code : domain::ErrorCode::Internal;
    }
    /// Answers the operations that are on their way as done, and lets the mirror take it.
    bool answerOperations();
    /// Answers a pull with an empty last page.
    bool answerEmpty(const QByteArray &cursor = "c1");
    /// To the long poll of a started sync with nothing to do.
    void settle();

    QTemporaryDir folder;
    fakes::FakeClock clock;
    fakes::StepScheduler scheduler{clock};
    support::SeededRandom random{42};
    fakes::ManualApi api;
    FakeSession session;
    std::unique_ptr<mirror::Store> store;
    std::unique_ptr<sync::Sync> sync;
};

[[nodiscard]] domain::Folder makeFolder(domain::FolderId id, const QString &name, qint64 revision,
                                        domain::FolderId parent = {});

} // namespace learnlab::tests

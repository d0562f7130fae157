#pragma once

#include "sync/undo.h"

namespace learnlab::sync {

/// Takes back the steps of an action one by one, or does them again. Each stands on what the thing is now. Lives for
/// one job on the writer's thread.
class UndoSteps
{
public:
    /// What is queued becomes part of `as`; `kind`: of the action whose steps they are.
    UndoSteps(mirror::Writer &writer, support::Clock &clock, support::Random &random, domain::ActionId as,
              mirror::ActionKind kind)
        : m_writer(writer), m_clock(clock), m_random(random), m_as(as), m_kind(kind)
    {}

    [[nodiscard]] domain::Result<void> takeBack(const mirror::ActionStep &step, Undone *undone);
    [[nodiscard]] domain::Result<void> doAgain(const mirror::ActionStep &step, Undone *undone);

private:
    /// A thing as the mirror shows it.
    struct Now
    {
        mirror::Spot spot;
        qint64 revision = 0;
        bool live = false;
    };

    [[nodiscard]] std::optional<Now> now(const domain::ItemRef &item) const;
    [[nodiscard]] domain::Result<void> unmake(const mirror::ActionStep &step, const Now &now, Undone *undone);
    [[nodiscard]] domain::Result<void> unupload(const mirror::ActionStep &step, const Now &now, Undone *undone);
    [[nodiscard]] domain::Result<void> unreplace(const mirror::ActionStep &step, const Now &now, Undone *undone);
    [[nodiscard]] domain::Result<void> putBack(const mirror::ActionStep &step, const Now &now, Undone *undone);
    [[nodiscard]] domain::Result<void> discard(const mirror::ActionStep &step, const Now &now, Undone *undone);
    [[nodiscard]] domain::Result<void> makeAgain(const mirror::ActionStep &step, Undone *undone);
    [[nodiscard]] bool holdsAnything(domain::FolderId folder) const;
    [[nodiscard]] bool leaveOut(const mirror::ActionStep &step) const;

    [[nodiscard]] domain::Operation operation(domain::OperationKind kind, domain::ItemRef target) const;
    [[nodiscard]] domain::Result<domain::OperationId> queue(domain::Operation operation, Undone *undone);
    [[nodiscard]] domain::Result<void> change(domain::OperationKind kind, const mirror::ActionStep &step,
                                              const mirror::Spot &to, Undone *undone);

    mirror::Writer &m_writer;
    support::Clock &m_clock;
    support::Random &m_random;
    const domain::ActionId m_as;
    const mirror::ActionKind m_kind;
};

/// Says no to one thing while the others may go on.
[[nodiscard]] bool isRefusal(const domain::Error &error);

} // namespace learnlab::sync

#pragma once

#include "receipts/receipt.h"
#include "ui/models/backend.h"

#include <QtCore/QTimer>

namespace learnlab::ui {

/// Asks the server for the proof of upload of one file, checks it, and asks again while the server still reads the file
/// back. UI thread; the backend outlives it.
class ProofWatch final : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Asking, Reading, Proved, Refused, Untrue, None, Failed };

    ProofWatch(Backend &backend, QObject *parent);

    /// Looks at this file from now on, and asks after `delay`. The same content again: goes on as it is.
    void watch(const domain::File &file, std::chrono::milliseconds delay);
    void stop();
    /// Once more, at once.
    void retry();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const domain::File &file() const { return m_file; }
    [[nodiscard]] const std::optional<receipts::Claims> &claims() const { return m_standing.claims; }  ///< Proved
    [[nodiscard]] const std::optional<domain::Receipt> &receipt() const { return m_standing.receipt; } ///< Proved
    [[nodiscard]] const domain::Error &error() const { return m_error; }                               ///< Failed
    /// The server has no proofs at all.
    [[nodiscard]] bool isPossible() const { return m_backend.receipts() != nullptr; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const domain::Result<domain::Receipts> &told);
    void become(State state);

    Backend &m_backend;
    domain::File m_file;
    State m_state = State::Unknown;
    receipts::Standing m_standing;
    domain::Error m_error;
    QTimer m_next;
};

} // namespace learnlab::ui

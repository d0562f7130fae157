#pragma once

#include "domain/entities.h"
#include "support/clock.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace learnlab::ui {

/// The devices that are signed in, each on a row of its own: this one first and without a button. UI thread.
class DeviceList final : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceList(QWidget *parent);

    void setSessions(const QList<domain::Session> &sessions, support::Timestamp now);
    /// Its row says so until the list comes anew.
    void showEnding(domain::SessionId id);
    [[nodiscard]] const QList<domain::Session> &sessions() const { return m_sessions; }

Q_SIGNALS:
    void endRequested(const learnlab::domain::SessionId &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *rowOf(const domain::Session &session, support::Timestamp now);

    QList<domain::Session> m_sessions;
    QVBoxLayout *m_column;
    QList<QWidget *> m_rows; // children
};

} // namespace learnlab::ui

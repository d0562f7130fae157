#pragma once

#include "mirror/kept.h"

#include <QtWidgets/QWidget>

class QDoubleSpinBox;
class QLabel;

namespace learnlab::ui {

/// The strip above "Available offline": how much is kept here, and the field for how much may be. UI thread; owned by
/// its parent. Asks by signals and does nothing itself.
class OfflineBar final : public QWidget
{
    Q_OBJECT

public:
    explicit OfflineBar(QWidget *parent = nullptr);

    /// `limit` in bytes; 0: none.
    void showKept(const mirror::KeptSummary &kept, qint64 limit);

Q_SIGNALS:
    void limitChanged(qint64 bytes);

private:
    void told();

    QLabel *m_words;
    QDoubleSpinBox *m_limit;
    qint64 m_shown = 0;
};

} // namespace learnlab::ui

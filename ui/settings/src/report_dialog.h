#pragma once

#include "ui/models/settings_actions.h"

#include <QDialog>

class QLabel;

namespace learnlab::ui {

/// The report of the self-check: to read, to copy, to save. UI thread.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    ReportDialog(SettingsActions &actions, const QString &report, QWidget *parent);

private:
    void choosePlace();
    void save(const QString &path);

    SettingsActions &m_actions;
    const QString m_report;
    QLabel *m_outcome;
};

} // namespace learnlab::ui

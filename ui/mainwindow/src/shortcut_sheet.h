#pragma once

#include "file_actions.h"

#include <QDialog>

namespace learnlab::ui {

/// Every key of the window on one sheet, made from the actions themselves, so that it cannot say anything else. UI thread;
/// open it with show().
class ShortcutSheet final : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const FileActions &actions, QWidget *parent);
};

} // namespace learnlab::ui

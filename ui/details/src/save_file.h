#pragma once

#include "domain/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>

class QObject;

namespace learnlab::ui {

/// Makes bytes and writes them to a file on a thread of its own, however slow the disk is; what was there is replaced
/// when all is written. `done` comes on the thread of `context`, and not when that is gone: LocalIo, LocalDiskFull.
void saveInBackground(const QString &path, std::function<QByteArray()> make, QObject *context,
                      std::function<void(domain::Result<void>)> done);

} // namespace learnlab::ui

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>

class QMimeData;

// What the program's own drags carry: the ids of items. Nothing in it means anything to another program.
namespace learnlab::ui {

[[nodiscard]] QString itemMimeType();
[[nodiscard]] std::unique_ptr<QMimeData> packItems(const QList<QByteArray> &ids);
// Empty when DATA is no drag of ours or not well formed (each id has 16 bytes).
[[nodiscard]] QList<QByteArray> unpackItems(const QMimeData *data);

// Whether DATA is something to upload: at least one local file or folder.
[[nodiscard]] bool carriesLocalFiles(const QMimeData *data);

} // namespace learnlab::ui

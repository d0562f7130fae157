#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>

class QMimeData;

// What the program's own drags carry: the ids of items. Nothing in it means anything to another program.
namespace learnlab::ui {

// What is to become of items in the clipboard.
enum class ItemsMeant { Copied, Moved };

[[nodiscard]] QString itemMimeType();
[[nodiscard]] std::unique_ptr<QMimeData> packItems(const QList<QByteArray> &ids, ItemsMeant meant = ItemsMeant::Copied);
[[nodiscard]] ItemsMeant itemsMeant(const QMimeData *data);
// Empty when DATA is no drag of ours or not well formed (each id has 16 bytes).
[[nodiscard]] QList<QByteArray> unpackItems(const QMimeData *data);

// Whether DATA is something to upload: at least one local file or folder. Items of ours are not, though they may have
// paths too, for other programs.
[[nodiscard]] bool carriesLocalFiles(const QMimeData *data);

} // namespace learnlab::ui

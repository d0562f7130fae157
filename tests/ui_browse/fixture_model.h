#pragma once

#include <ui/models/file_roles.h>

#include <QtGui/QStandardItemModel>

#include <memory>

// One line of a fixture: "type | name | size text | type text | modified text | status [| progress]".
[[nodiscard]] std::unique_ptr<QStandardItemModel> fixtureModel(const QStringList &lines);

// The sixteen items of the designed picture.
[[nodiscard]] QStringList algorithmsFolder();
[[nodiscard]] QStringList arabicFolder();

// The id of the row'th item of a fixture.
[[nodiscard]] QByteArray fixtureId(int row);

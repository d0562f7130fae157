#pragma once

#include "mirror_command.h"
#include "rows.h"

namespace learnlab::cli {

/// `ls [-R] [PATH]`: what the mirror knows of a folder.
class Ls final : public MirrorCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void show(const mirror::Reader &reader, const engine::AccountPlace &place) override;

private:
    void showFolder(const mirror::Reader &reader, domain::FolderId folder, const QString &path);
    void showItems(const mirror::Reader &reader, const QList<domain::ItemRef> &refs, const QString &folderPath);

    QJsonArray m_items;
};

} // namespace learnlab::cli

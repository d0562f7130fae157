#pragma once

#include "transfer_command.h"

namespace learnlab::cli {

/// `put LOCAL... [--to PATH] [--on-conflict fail|keep-both|replace]`: uploads files and folders and waits for them.
class Put final : public TransferCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void ready() override;

private:
    void upload(const domain::Result<domain::FolderId> &target);
    void queued(const domain::Result<engine::Uploads> &uploads);
    void foldersSent();
    void tellAll();
    void tellFolders();
    [[nodiscard]] QString summary(int done) const;

    QString m_to;
    engine::Uploads m_uploads;
    qsizetype m_foldersLeft = 0; ///< that the server has not made
};

} // namespace learnlab::cli

#pragma once

#include "mirror_command.h"

#include "inside/indexer.h"

namespace learnlab::cli {

/// `search TEXT...`: finds names in the mirror; `--inside`: what is in the files that are kept here, of which it first
/// reads what nobody has read yet, when no window does.
class Search final : public MirrorCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void prepare(const MirrorView &view) override;
    void show(const mirror::Reader &reader, const engine::AccountPlace &place) override;

private:
    void showInside(const mirror::Reader &reader, const QString &index);

    std::unique_ptr<inside::Indexer> m_indexer;
};

} // namespace learnlab::cli

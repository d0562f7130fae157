#pragma once

#include "command.h"

#include "mirror_view.h"

namespace learnlab::cli {

/// A command that reads the mirror and nothing else: no network, no lock; it works while another process owns the
/// profile.
class MirrorCommand : public Command
{
    Q_OBJECT

protected:
    void run() final;
    /// What has to be done first; ends with showNow(), now or later.
    virtual void prepare(const MirrorView &) { showNow(); }
    void showNow();
    /// The mirror of the account that is signed in.
    virtual void show(const mirror::Reader &reader, const engine::AccountPlace &place) = 0;
    /// Nobody is signed in; by default that is an error.
    virtual void showNobody();

private:
    std::unique_ptr<MirrorView> m_view;
};

} // namespace learnlab::cli

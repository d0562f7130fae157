#include "mirror_command.h"

namespace learnlab::cli {

void MirrorCommand::run()
{
    auto view = viewMirror(given().common.profile);
    if (view) {
        m_view = std::make_unique<MirrorView>(std::move(*view));
        prepare(*m_view);
        return;
    }
    if (view.error().code == domain::ErrorCode::NotSignedIn)
        showNobody();
    else
        result().fail(view.error());
    finish();
}

void MirrorCommand::showNow()
{
    if (isFinished())
        return;
    show(*m_view->reader, m_view->place);
    finish();
}

void MirrorCommand::showNobody()
{
    result().fail({domain::ErrorCode::NotSignedIn, {}});
}

} // namespace learnlab::cli

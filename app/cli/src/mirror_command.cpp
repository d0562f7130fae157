#include "mirror_command.h"

#include "mirror_view.h"

namespace learnlab::cli {

void MirrorCommand::run()
{
    const auto view = viewMirror(given().common.profile);
    if (view)
        show(*view->reader, view->place);
    else if (view.error().code == domain::ErrorCode::NotSignedIn)
        showNobody();
    else
        result().fail(view.error());
    finish();
}

void MirrorCommand::showNobody()
{
    result().fail({domain::ErrorCode::NotSignedIn, {}});
}

} // namespace learnlab::cli

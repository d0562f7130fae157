#include "mirror_command.h"

namespace learnlab::cli {

void MirrorCommand::run()
{
    const auto place = engine::ProfileFolder(given().common.profile).lastAccount();
    if (!place) {
        showNobody();
    } else if (const auto reader = mirror::openReader(place->mirrorPath); !reader) {
        result().fail(reader.error());
    } else if ((*reader)->currentSession()) {
        show(**reader, *place);
    } else {
        showNobody();
    }
    finish();
}

void MirrorCommand::showNobody()
{
    result().fail({domain::ErrorCode::NotSignedIn, {}});
}

} // namespace learnlab::cli

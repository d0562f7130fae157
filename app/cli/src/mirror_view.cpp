#include "mirror_view.h"

namespace learnlab::cli {

domain::Result<MirrorView> viewMirror(const QString &profile)
{
    const auto place = engine::ProfileFolder(profile).lastAccount();
    if (!place)
        return domain::fail(domain::ErrorCode::NotSignedIn);
    auto reader = mirror::openReader(place->mirrorPath);
    if (!reader && reader.error().code == domain::ErrorCode::LocalIo) {
        // Written by an earlier version: brought up to date, if nobody is at work on it.
        const auto owned = engine::Profile::own(profile, QStringLiteral("learnlab-cli"));
        if (owned && mirror::openWriter(place->mirrorPath))
            reader = mirror::openReader(place->mirrorPath);
    }
    if (!reader)
        return tl::make_unexpected(reader.error());
    if (!(*reader)->currentSession())
        return domain::fail(domain::ErrorCode::NotSignedIn);
    return MirrorView{*place, std::move(*reader)};
}

} // namespace learnlab::cli

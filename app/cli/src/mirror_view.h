#pragma once

#include "engine/profile.h"
#include "mirror/store.h"

namespace learnlab::cli {

/// The mirror of the account that is signed in, to be read without a lock or a network.
struct MirrorView
{
    engine::AccountPlace place;
    std::unique_ptr<mirror::Reader> reader;
};

/// NotSignedIn; what opening the mirror gives.
[[nodiscard]] domain::Result<MirrorView> viewMirror(const QString &profile);

} // namespace learnlab::cli

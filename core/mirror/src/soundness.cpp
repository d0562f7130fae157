#include "mirror/soundness.h"

#include "connection.h"

namespace learnlab::mirror {

std::optional<bool> isSound(const QString &path, const std::function<bool()> &goOn)
{
    const auto connection = Connection::open(path, Connection::Mode::Read);
    if (!connection)
        return std::nullopt;
    return (*connection)->check(goOn);
}

} // namespace learnlab::mirror

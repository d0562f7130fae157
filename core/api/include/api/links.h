#pragma once

#include "domain/error.h"
#include "domain/link.h"

#include <functional>
#include <memory>

namespace learnlab::api {

class Call;

/// The calls about public links, as those of Api (api.h). Engine thread.
class LinkApi
{
public:
    template <class T>
    using Reply = std::function<void(domain::Result<T>)>;
    using Handle = std::unique_ptr<Call>;

    virtual ~LinkApi() = default;

    /// NotFound: there is no such file, or it is in trash. The same id again answers the same link.
    [[nodiscard]] virtual Handle createLink(const domain::LinkWish &wish, Reply<domain::Link> reply) = 0;
    /// Its address stays. NotFound: it was withdrawn.
    [[nodiscard]] virtual Handle changeLink(const domain::LinkWish &wish, Reply<domain::Link> reply) = 0;
    [[nodiscard]] virtual Handle revokeLink(domain::LinkId id, Reply<void> reply) = 0;
    [[nodiscard]] virtual Handle links(Reply<QList<domain::Link>> reply) = 0; ///< all, with how often each was used
};

} // namespace learnlab::api

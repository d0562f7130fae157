#pragma once

#include "domain/entities.h"
#include "domain/error.h"

#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace learnlab::api {

class Call;

/// A thing in the trash that is to go for good.
struct Purge
{
    domain::OperationId id;
    domain::ItemRef item;
    std::optional<qint64> ifRevision; ///< refused when it is at another: somebody brought it back meanwhile
};

struct Purged
{
    domain::OperationId id;
    std::optional<domain::Error> error; ///< none: it is gone
};

/// The call about the trash that is never kept for later, as those of Api (api.h). Engine thread.
class TrashApi
{
public:
    template <class T>
    using Reply = std::function<void(domain::Result<T>)>;
    using Handle = std::unique_ptr<Call>;

    virtual ~TrashApi() = default;

    /// Up to `Limits::maxBatch` things, a folder with all that went to the trash with it; each is answered by itself.
    [[nodiscard]] virtual Handle purge(const QList<Purge> &items, Reply<QList<Purged>> reply) = 0;
};

} // namespace learnlab::api

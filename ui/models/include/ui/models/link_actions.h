#pragma once

#include "domain/error.h"
#include "domain/link.h"

#include <QList>

#include <functional>

class QObject;

namespace learnlab::ui {

/// What the window may ask about public links; as Backend, of which it is a part. All of it needs the server: without a
/// network the reply is an error, and nothing is queued. What was answered is in the mirror by then.
class LinkActions
{
public:
    template <class T>
    using Reply = std::function<void(domain::Result<T>)>;

    virtual ~LinkActions() = default;

    /// The wish needs no id: it gets one.
    virtual void makeLink(const domain::LinkWish &wish, QObject *context, Reply<domain::Link> reply) = 0;
    virtual void changeLink(const domain::LinkWish &wish, QObject *context, Reply<domain::Link> reply) = 0;
    virtual void revokeLink(domain::LinkId id, QObject *context, Reply<void> reply) = 0;
    virtual void refreshLinks(QObject *context, Reply<void> reply) = 0; ///< asks how often each was used
};

} // namespace learnlab::ui

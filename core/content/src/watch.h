#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace learnlab::content {

/// Hears of what other programs do to files. Only a hint: what happened is found by looking. Engine thread.
class Watch
{
public:
    virtual ~Watch() = default;
    /// The file, and what is made, deleted and renamed in its folder. Again for a file that was made anew. False: the
    /// system has no more room for that; the caller looks from time to time.
    [[nodiscard]] virtual bool add(const QByteArray &path) = 0;
    virtual void remove(const QByteArray &path) = 0;
    /// With the folder of what changed.
    virtual void listen(std::function<void(const QByteArray &folder)> listener) = 0;
};

[[nodiscard]] std::unique_ptr<Watch> makeWatch();

/// Does another program have the file open: for writing, or at all? False also where the system cannot tell.
enum class Use { Writing, Any };
[[nodiscard]] bool isInUse(const QByteArray &path, Use use);

} // namespace learnlab::content

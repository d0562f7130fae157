#pragma once

#include "engine/commands.h"

#include <QJsonObject>

#include <functional>

namespace learnlab::engine {

/// The engine's commands by name, with arguments and results in JSON: what the socket offers, and what a program that
/// owns the profile itself asks, so that both do the same. Thread: the asker's.
class Dispatcher
{
public:
    using Reply = std::function<void(domain::Result<QJsonValue>)>;

    explicit Dispatcher(Asker asker) : m_commands(std::move(asker)) {}

    /// Malformed: there is no such command, or its arguments make no sense.
    void run(const QString &command, const QJsonObject &arguments, QObject *context, Reply reply);

private:
    Commands m_commands;
};

} // namespace learnlab::engine

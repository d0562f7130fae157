#pragma once

#include "engine_command.h"

#include "domain/link.h"

namespace learnlab::cli {

/// `link PATH|ID`: makes a public link to a file, or changes one, and prints its address, once. Only with the server.
class MakeLink final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void ready() override;

private:
    void makeOrChange();
    void make(const QString &path);
    void change(const domain::Link &link);
    [[nodiscard]] domain::LinkWish wish() const;
    void tell(const domain::Link &link, const QString &path);

    QString m_password;
};

/// `links`: the public links, as last heard with --offline.
class Links final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void ready() override;

private:
    void tell();
};

/// `unlink ID|PATH...`: withdraws a link, or all of a file. Only with the server.
class Unlink final : public EngineCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;

protected:
    void ready() override;

private:
    void find();
    void next();

    QList<domain::LinkId> m_left;
    int m_done = 0;
};

/// "7d", "12h", "2026-12-01" (to the end of that day) or "2026-12-01T12:00"; of this computer's zone unless it names
/// one. None: it is no time, or not to come.
[[nodiscard]] std::optional<domain::Timestamp> expiryFrom(const QString &text, domain::Timestamp now);

} // namespace learnlab::cli

#pragma once

#include <QtGlobal>

#include <span>

namespace learnlab::support {

/// The only source of randomness in the core, so that a test can replay it from a seed.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<quint8> bytes) = 0;

    /// Uniform in [0, bound); bound > 0.
    [[nodiscard]] quint64 below(quint64 bound);
};

/// The operating system's generator. Any thread.
class SystemRandom final : public Random
{
public:
    void fill(std::span<quint8> bytes) override;
};

/// Repeatable from its seed (SplitMix64). For tests and jitter only, never for secrets.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_state(seed) {}
    void fill(std::span<quint8> bytes) override;
    [[nodiscard]] quint64 next();

private:
    quint64 m_state;
};

} // namespace learnlab::support

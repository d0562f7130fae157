#pragma once
// Numbers about the running server in the text format of Prometheus. Owner: the composition root; loop thread only.
// Names follow Prometheus: learnlab_…, a unit at the end, _total for what only grows. Labels must come from a small set
// of values that strangers cannot extend. What is handed out lives as long as the Metrics.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace learnlab::server::support {

struct Counter
{
    std::uint64_t value = 0;
    void add(std::uint64_t count = 1) { value += count; }
};

class Histogram
{
public:
    explicit Histogram(std::vector<double> bounds) : m_bounds(std::move(bounds)), m_counts(m_bounds.size() + 1) {}
    void observe(double value);

private:
    friend class Metrics;
    std::vector<double> m_bounds; // ascending
    std::vector<std::uint64_t> m_counts;
    double m_sum = 0;
};

class Metrics
{
public:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    // The same name and labels answer the same object. `help` of the first call counts.
    [[nodiscard]] Counter &counter(const std::string &name, const std::string &help, const Labels &labels = {});
    [[nodiscard]] Histogram &histogram(const std::string &name, const std::string &help, const Labels &labels = {});
    // Asked when the text is made. What `read` uses must outlive this object, or at least every text().
    void gauge(const std::string &name, const std::string &help, std::function<double()> read,
               const Labels &labels = {});
    void counterOf(const std::string &name, const std::string &help, std::function<double()> read,
                   const Labels &labels = {}); // kept elsewhere
    [[nodiscard]] std::string text() const;    // text/plain; version=0.0.4

private:
    struct Family
    {
        std::string help;
        std::string type;
        std::map<std::string, std::unique_ptr<Counter>> counters; // by their labels as text
        std::map<std::string, std::unique_ptr<Histogram>> histograms;
        std::map<std::string, std::function<double()>> readers;
    };
    Family &family(const std::string &name, const std::string &help, const std::string &type);
    std::map<std::string, Family> m_families;
};

} // namespace learnlab::server::support

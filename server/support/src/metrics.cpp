#include <server/support/metrics.h>

#include <algorithm>
#include <cmath>

namespace learnlab::server::support {
namespace {

// Seconds, from a cached answer to a long poll.
const std::vector<double> &secondsBounds()
{
    static const std::vector<double> bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                            0.25,   0.5,   1,      2.5,   5,    10,    30,   60};
    return bounds;
}

std::string labelText(const Metrics::Labels &labels)
{
    std::string text;
    for (const auto &[name, value] : labels) {
        text += (text.empty() ? "" : ",") + name + "=\"";
        for (const char c : value) {
            if (c == '\\' || c == '"')
                text += '\\';
            text += c == '\n' ? ' ' : c;
        }
        text += '"';
    }
    return text;
}

std::string numberText(double value)
{
    if (std::floor(value) == value && std::abs(value) < 1e15)
        return std::to_string(static_cast<std::int64_t>(value));
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.9g", value);
    return buffer;
}

void appendLine(std::string &text, const std::string &name, const std::string &labels, const std::string &value)
{
    text += name;
    if (!labels.empty())
        text += "{" + labels + "}";
    text += " " + value + "\n";
}

} // namespace

void Histogram::observe(double value)
{
    const auto at = std::lower_bound(m_bounds.begin(), m_bounds.end(), value) - m_bounds.begin();
    ++m_counts[static_cast<std::size_t>(at)];
    m_sum += value;
}

Metrics::Family &Metrics::family(const std::string &name, const std::string &help, const std::string &type)
{
    Family &found = m_families[name];
    if (found.type.empty()) {
        found.help = help;
        found.type = type;
    }
    return found;
}

Counter &Metrics::counter(const std::string &name, const std::string &help, const Labels &labels)
{
    auto &place = family(name, help, "counter").counters[labelText(labels)];
    if (!place)
        place = std::make_unique<Counter>();
    return *place;
}

Histogram &Metrics::histogram(const std::string &name, const std::string &help, const Labels &labels)
{
    auto &place = family(name, help, "histogram").histograms[labelText(labels)];
    if (!place)
        place = std::make_unique<Histogram>(secondsBounds());
    return *place;
}

void Metrics::gauge(const std::string &name, const std::string &help, std::function<double()> read,
                    const Labels &labels)
{
    family(name, help, "gauge").readers[labelText(labels)] = std::move(read);
}

void Metrics::counterOf(const std::string &name, const std::string &help, std::function<double()> read,
                        const Labels &labels)
{
    family(name, help, "counter").readers[labelText(labels)] = std::move(read);
}

std::string Metrics::text() const
{
    std::string text;
    for (const auto &[name, family] : m_families) {
        text += "# HELP " + name + " " + family.help + "\n# TYPE " + name + " " + family.type + "\n";
        for (const auto &[labels, counter] : family.counters)
            appendLine(text, name, labels, std::to_string(counter->value));
        for (const auto &[labels, read] : family.readers)
            appendLine(text, name, labels, numberText(read()));
        for (const auto &[labels, histogram] : family.histograms) {
            const std::string lead = labels.empty() ? "" : labels + ",";
            std::uint64_t below = 0;
            for (std::size_t i = 0; i < histogram->m_counts.size(); ++i) {
                below += histogram->m_counts[i];
                const std::string bound =
                    i < histogram->m_bounds.size() ? numberText(histogram->m_bounds[i]) : std::string("+Inf");
                appendLine(text, name + "_bucket", lead + "le=\"" + bound + "\"", std::to_string(below));
            }
            appendLine(text, name + "_sum", labels, numberText(histogram->m_sum));
            appendLine(text, name + "_count", labels, std::to_string(below));
        }
    }
    return text;
}

} // namespace learnlab::server::support

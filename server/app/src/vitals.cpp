#include "vitals.h"

#include "workshop.h"

#include <server/http/tls.h>

#include <chrono>
#include <filesystem>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

namespace learnlab::server::app {
namespace {

double processorSeconds()
{
    rusage used = {};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double residentBytes()
{
    std::ifstream file("/proc/self/statm");
    double all = 0;
    double resident = 0;
    file >> all >> resident;
    return resident * double(::sysconf(_SC_PAGESIZE));
}

double openFiles()
{
    std::error_code error;
    const std::filesystem::directory_iterator entries("/proc/self/fd", error);
    return error ? 0 : double(std::distance(begin(entries), end(entries)));
}

double mostFiles()
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return double(limit.rlim_cur);
}

void addLine(std::string &text, const std::string &name, const std::string &help, std::int64_t value)
{
    text += "# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n" + name + " " + std::to_string(value) + "\n";
}

} // namespace

void addVitals(support::Metrics &metrics, const support::Config &config)
{
    const auto started = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    metrics.gauge("process_start_time_seconds", "When the process began, since 1970.", [started] { return started; });
    metrics.counterOf("process_cpu_seconds_total", "Processor time used.", processorSeconds);
    metrics.gauge("process_resident_memory_bytes", "Memory in use.", residentBytes);
    metrics.gauge("process_open_fds", "Open files and sockets.", openFiles);
    metrics.gauge("process_max_fds", "Files and sockets that may be open.", mostFiles);
    metrics.gauge("learnlab_build_info", "1; the version is a label.", [] { return 1.0; },
                  {{"version", LEARNLAB_VERSION}, {"schema", LEARNLAB_SCHEMA_REVISION}});
    metrics.gauge("learnlab_certificate_end_timestamp_seconds",
                  "Until when the server's own certificate is good, since 1970; 0: it has none.",
                  [path = config.tlsCertificateFile] {
                      const auto end = path.empty() ? std::nullopt : http::certificateEnd(path);
                      return end ? double(support::unixSeconds(*end)) : 0;
                  });
    if (!config.objectsDirectory.empty() && !config.storeIsS3)
        metrics.gauge("learnlab_store_free_bytes", "Free where the contents lie.",
                      [path = config.objectsDirectory] { return double(freeBytesAt(path).value_or(0)); });
}

support::Task<support::Result<std::string>> chronicle(store::Pool &pool)
{
    auto rows = co_await pool.query(
        "SELECT coalesce((SELECT extract(epoch FROM max(dumped_at)) FROM backups WHERE finished_at IS NOT NULL), "
        "0)::bigint AS backup, "
        "(SELECT count(*) FROM backups WHERE finished_at IS NOT NULL) AS backups, "
        "coalesce((SELECT extract(epoch FROM CURRENT_TIMESTAMP - min(due_at)) FROM object_deletions "
        "WHERE due_at < CURRENT_TIMESTAMP), 0)::bigint AS overdue");
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    const auto row = rows->front();
    std::string text;
    addLine(text, "learnlab_backup_last_timestamp_seconds",
            "When the newest finished backup was taken, since 1970; 0: never.", row.integer("backup"));
    addLine(text, "learnlab_backups", "Backups that are kept.", row.integer("backups"));
    addLine(text, "learnlab_removal_overdue_seconds",
            "How long the removal of a content is overdue; backups that are kept may hold it up.",
            row.integer("overdue"));
    co_return text;
}

} // namespace learnlab::server::app

// Whether this machine can serve: one line for each thing looked at, and 1 when one of them is wrong.

#include "commands.h"

#include "schema.h"
#include "workshop.h"

#include <server/auth/keys.h>
#include <server/http/tls.h>
#include <server/support/time.h>

#include <cstdio>
#include <filesystem>
#include <unistd.h>

namespace learnlab::server::app {
namespace {

using support::fail;
using support::Result;
using support::Task;

constexpr std::int64_t leastFree = 1LL << 30;
constexpr std::int64_t mostSkew = 30; // seconds

class Findings
{
public:
    void add(const char *what, const Result<std::string> &found)
    {
        std::printf("%-14s %s  %s\n", what, found ? "ok    " : "WRONG ",
                    found ? found->c_str() : found.error().detail.c_str());
        m_good = m_good && found.has_value();
    }
    [[nodiscard]] bool good() const { return m_good; }

private:
    bool m_good = true;
};

support::Problem wrong(std::string what)
{
    return support::problem(500, "wrong", std::move(what));
}

Task<Result<std::string>> lookAtDatabase(store::Pool &pool)
{
    auto rows = co_await pool.query("SELECT current_setting('server_version') AS version, clock_timestamp() AS now");
    if (!rows)
        co_return fail(toldPlainly(std::move(rows.error())));
    const auto row = rows->front();
    const auto skew = support::unixSeconds(support::systemNow()) - support::unixSeconds(row.time("now"));
    if (skew > mostSkew || skew < -mostSkew)
        co_return fail(wrong("The clock of the database is " + std::to_string(-skew) + " seconds ahead of ours."));
    co_return "PostgreSQL " + row.text("version") + ", its clock agrees";
}

Result<std::string> lookAtKeys(const support::Config &config)
{
    if (config.authKeyFile.empty())
        return fail(wrong("auth.key_file is missing."));
    if (!std::filesystem::exists(config.authKeyFile))
        return fail(wrong(config.authKeyFile + " is not there yet: the first start makes it."));
    auto keys = auth::KeyRing::load(config.authKeyFile);
    if (!keys)
        return fail(std::move(keys.error()));
    for (const auto &[what, path] : keyFiles(config)) {
        if (::access(path.c_str(), R_OK) != 0 && what != "auth" && what != "receipts")
            return fail(wrong(path + " cannot be read; when it is not there yet, the first start makes it."));
    }
    return std::to_string(keys->all().size()) + " signing keys, server id " + keys->serverId().text();
}

Result<std::string> lookAtCertificate(const support::Config &config)
{
    auto loaded = http::loadTls({config.tlsCertificateFile, config.tlsKeyFile});
    if (!loaded)
        return fail(std::move(loaded.error()));
    const auto end = http::certificateEnd(config.tlsCertificateFile);
    if (!end)
        return fail(wrong("tls.certificate_file: " + config.tlsCertificateFile + " holds no certificate."));
    if (*end <= support::systemNow())
        return fail(
            wrong("The certificate " + config.tlsCertificateFile + " has expired, " + support::formatTime(*end) + "."));
    return "good until " + support::formatTime(*end);
}

Result<std::string> lookAtSpace(const std::string &path)
{
    const auto free = freeBytesAt(path);
    if (!free)
        return fail(wrong(path + " cannot be looked at."));
    const std::string words = std::to_string(*free >> 20) + " MiB free at " + path;
    if (*free < leastFree)
        return fail(wrong(words + ": less than 1024."));
    return words;
}

} // namespace

int check(const support::Config &config, const std::vector<std::string> &arguments)
{
    if (!arguments.empty())
        return refuse("Not understood: " + arguments.front() + ".");
    Findings findings;
    const std::string complaint = complaintAbout(config);
    findings.add("configuration", complaint.empty() ? Result<std::string>("complete") : fail(wrong(complaint)));
    Workshop workshop(config);
    if (!config.databaseUrl.empty()) {
        findings.add("database", workshop.run(lookAtDatabase(workshop.pool())));
        const auto schema = workshop.checkDatabase();
        findings.add("schema", schema ? Result<std::string>("revision " LEARNLAB_SCHEMA_REVISION)
                                      : Result<std::string>(fail(schema.error())));
    }
    if (!config.tlsCertificateFile.empty() && !config.tlsKeyFile.empty())
        findings.add("certificate", lookAtCertificate(config));
    findings.add("keys", lookAtKeys(config));
    auto objects = workshop.openStore();
    if (objects) {
        auto probed = workshop.run((*objects)->probe());
        findings.add("objects", probed ? Result<std::string>("can be listed, written, read and emptied")
                                       : Result<std::string>(fail(std::move(probed.error()))));
    } else {
        findings.add("objects", fail(std::move(objects.error())));
    }
    if (!config.objectsDirectory.empty())
        findings.add("space", lookAtSpace(config.objectsDirectory));
    return findings.good() ? 0 : 1;
}

} // namespace learnlab::server::app

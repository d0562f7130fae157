#include "commands.h"

#include "flags.h"

#include <server/receipts/receipt.h>
#include <server/support/sha256.h>

#include <boost/json/serialize.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>

namespace learnlab::server::app {
namespace {

using support::fail;
using support::Result;

support::Failure cannotRead(const std::string &path)
{
    return fail(support::problem(400, "unreadable", path + " cannot be read."));
}

Result<std::string> wholeFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return cannotRead(path);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (file.bad())
        return cannotRead(path);
    return text;
}

Result<receipts::Content> contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    support::Sha256 digest;
    std::vector<char> block(1 << 20);
    receipts::Content content;
    do {
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto count = static_cast<std::size_t>(file.gcount());
        digest.add({block.data(), count});
        content.size += file.gcount();
    } while (file.good());
    if (!file.eof())
        return cannotRead(path);
    content.sha256 = digest.hex();
    return content;
}

Result<receipts::Claims> check(const Flags &flags)
{
    auto receiptText = wholeFile(flags.words().front());
    if (!receiptText)
        return fail(std::move(receiptText.error()));
    auto keysText = wholeFile(*flags.value("keys"));
    if (!keysText)
        return fail(std::move(keysText.error()));
    const auto receipt = receipts::Receipt::parse(*receiptText);
    if (!receipt)
        return fail(receipt.error());
    const auto keys = receipts::parseKeys(*keysText);
    if (!keys)
        return fail(keys.error());
    std::optional<receipts::Content> content;
    if (const auto path = flags.value("file")) {
        auto read = contentOf(*path);
        if (!read)
            return fail(std::move(read.error()));
        content = std::move(*read);
    }
    return receipts::verify(*receipt, *keys, content);
}

// What a name says may be anything: it is shown as JSON, so that a terminal takes no orders from it.
void say(const receipts::Claims &claims, bool json, bool withContent)
{
    const boost::json::object told{{"valid", true},
                                   {"server_id", claims.serverId},
                                   {"file_id", claims.fileId},
                                   {"revision", claims.revision},
                                   {"name", claims.name},
                                   {"size", claims.size},
                                   {"sha256", claims.sha256},
                                   {"user", {{"id", claims.userId}, {"username", claims.username}}},
                                   {"committed_at", support::formatTime(claims.committedAt)},
                                   {"verified_at", support::formatTime(claims.verifiedAt)},
                                   {"content_checked", withContent}};
    if (json) {
        std::printf("%s\n", boost::json::serialize(told).c_str());
        return;
    }
    std::printf("The receipt is genuine.\n");
    for (const char *name : {"name", "size", "sha256", "user", "committed_at", "verified_at", "server_id"})
        std::printf("  %-13s %s\n", name, boost::json::serialize(told.at(name)).c_str());
    std::printf(withContent ? "The file is the one that it names.\n" : "The file itself was not looked at: --file.\n");
}

} // namespace

int verifyReceipt(const std::vector<std::string> &arguments)
{
    const auto flags = Flags::read(arguments, {{"keys", "file"}, {"json"}});
    if (!flags)
        return refuse(flags.error().detail);
    if (flags->words().size() != 1 || !flags->value("keys"))
        return refuse("verify-receipt needs RECEIPT and --keys FILE, the saved answer of GET /api/v2/receipt-keys.");
    const auto claims = check(*flags);
    if (claims) {
        say(*claims, flags->has("json"), flags->value("file").has_value());
        return 0;
    }
    if (flags->has("json")) {
        const boost::json::object told{
            {"valid", false}, {"code", claims.error().code}, {"detail", claims.error().detail}};
        std::printf("%s\n", boost::json::serialize(told).c_str());
    }
    std::fprintf(stderr, "learnlab-server: %s\n", claims.error().detail.c_str());
    return claims.error().code == "unreadable" ? 2 : 1;
}

} // namespace learnlab::server::app

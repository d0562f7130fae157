#include "s3_probe.h"

#include <server/support/bytes.h>

#include <algorithm>

namespace learnlab::server::objects {

using support::fail;

namespace {

constexpr std::string_view rightBody = "these bytes were signed";
constexpr std::string_view wrongBody = "these bytes were forged"; // as long
static_assert(rightBody.size() == wrongBody.size());

Problem complaint(std::string detail, const std::string &cause)
{
    return support::unavailable(std::move(detail), 10).withCause(cause);
}

// In the words of who has to mend it.
Problem refusedBy(const S3Answer &answer, const std::string &what)
{
    const std::string cause = std::to_string(answer.status) + " " + answer.code;
    std::string hint;
    if (answer.code == "InvalidAccessKeyId")
        hint = " It does not know s3.access_key.";
    else if (answer.code == "SignatureDoesNotMatch")
        hint = " The secret key does not belong to s3.access_key.";
    else if (answer.code == "RequestTimeTooSkewed")
        hint = " Its clock and this machine's do not agree.";
    else if (answer.code == "AuthorizationHeaderMalformed" || answer.status == 301 || answer.status == 307)
        hint = " It may be that s3.region is another one.";
    else if (answer.status == 403)
        hint = " The access key has no right to.";
    return complaint("The object store refuses to " + what + " (" + cause + ")." + hint, cause);
}

class Probe
{
public:
    Probe(S3Client &client, S3Objects &objects)
        : m_client(client), m_objects(objects), m_key("probe/" + support::toHex(support::randomBytes(12)))
    {}

    Task<Result<void>> run()
    {
        auto done = co_await bucket();
        if (!done)
            co_return done;
        done = co_await bodies();
        if (done)
            done = co_await parts();
        if (done)
            done = co_await reading();
        const std::vector<std::string> keys(1, m_key);
        auto removed = co_await m_objects.removeMany(keys);
        if (done && !removed)
            done = fail(complaint("The object store refuses to remove objects.", removed.error().cause.text));
        if (done && !removed->front())
            done = fail(complaint("The object store refuses to remove objects.", removed->front().error().cause.text));
        co_return done;
    }

private:
    [[nodiscard]] static Part stated()
    {
        return {1, static_cast<std::int64_t>(rightBody.size()), support::toHex(support::sha256(rightBody))};
    }

    Task<Result<void>> bucket()
    {
        S3Call call;
        call.query = {{"list-type", "2"}, {"max-keys", "1"}};
        auto answer = co_await m_client.send(call);
        if (!answer)
            co_return fail(complaint("The object store at " + m_client.options().endpoint + " does not answer.",
                                     answer.error().cause.text));
        if (answer->good())
            co_return Result<void>();
        if (!answer->missing())
            co_return fail(refusedBy(*answer, "list the bucket " + m_client.options().bucket));
        S3Call create;
        create.method = "PUT";
        create.body = writeLocation(m_client.options().region);
        auto made = co_await m_client.send(create);
        if (!made)
            co_return fail(complaint("The object store does not answer.", made.error().cause.text));
        if (!made->good() && made->code != "BucketAlreadyOwnedByYou")
            co_return fail(refusedBy(*made, "make the bucket " + m_client.options().bucket + ", which is not there"));
        co_return Result<void>();
    }

    // A wrong body at `what` must be refused; a connection that is closed on it is a refusal too.
    Task<Result<void>> forged(Presigned what)
    {
        auto answer = co_await m_client.sendPresigned(what, std::string(wrongBody));
        if (answer && answer->good())
            co_return fail(complaint("The object store takes bodies other than those that were signed: uploads would "
                                     "not be safe with it.",
                                     "a wrong body was accepted"));
        co_return Result<void>();
    }

    Task<Result<void>> bodies()
    {
        const auto what = putOf(m_key, stated());
        auto refused = co_await forged(what);
        if (!refused)
            co_return refused;
        auto answer = co_await m_client.sendPresigned(what, std::string(rightBody));
        if (!answer)
            co_return fail(complaint("The object store does not answer.", answer.error().cause.text));
        if (!answer->good())
            co_return fail(refusedBy(*answer, "take an object at a signed address"));
        co_return Result<void>();
    }

    Task<Result<void>> parts()
    {
        S3Uploads uploads(m_client);
        const auto key = m_key + "-parts";
        auto id = co_await uploads.idOf(key);
        if (!id)
            co_return fail(complaint("The object store refuses uploads in parts.", id.error().cause.text));
        auto done = co_await forged(putOf(key, stated(), *id));
        auto gone = co_await uploads.abort(key);
        if (done && !gone)
            done = fail(complaint("The object store does not let go of an upload.", gone.error().cause.text));
        co_return done;
    }

    Task<Result<void>> reading()
    {
        auto bytes = co_await m_objects.read(m_key, 6, 1024);
        if (!bytes)
            co_return fail(complaint("The object store does not give back an object.", bytes.error().cause.text));
        if (*bytes != rightBody.substr(6))
            co_return fail(complaint("The object store gives back other bytes than it was given.", "range"));
        auto listing = co_await m_objects.list(m_key, {}, 10);
        if (!listing)
            co_return fail(complaint("The object store does not list objects.", listing.error().cause.text));
        if (std::ranges::find(listing->objects, m_key, &StoredObject::key) == listing->objects.end())
            co_return fail(complaint("The object store does not list what it has just taken: uploads could not be "
                                     "completed on it.",
                                     "listing"));
        co_return Result<void>();
    }

    S3Client &m_client;
    S3Objects &m_objects;
    const std::string m_key;
};

} // namespace

Presigned putOf(std::string key, const Part &part, const std::string &uploadId)
{
    Presigned what;
    what.method = "PUT";
    what.key = std::move(key);
    what.payload = part.sha256;
    what.headers = {{"content-length", std::to_string(part.size)}, {"x-amz-content-sha256", part.sha256}};
    if (uploadId.empty())
        what.headers.emplace_back("content-type", "application/octet-stream");
    else
        what.query = {{"partNumber", std::to_string(part.number)}, {"uploadId", uploadId}};
    return what;
}

Task<Result<void>> probeBucket(S3Client &client, S3Objects &objects)
{
    Probe probe(client, objects);
    co_return co_await probe.run();
}

} // namespace learnlab::server::objects

#include "sigv4.h"

#include <server/support/bytes.h>

#include <algorithm>

namespace learnlab::server::objects {

namespace {

constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";

// Without blanks around it, and one where there were several.
std::string trimmedValue(std::string_view value)
{
    std::string out;
    for (const char c : value) {
        const bool blank = c == ' ' || c == '\t';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

http::Pairs sortedHeaders(const http::Pairs &headers)
{
    http::Pairs sorted;
    for (const auto &[name, value] : headers)
        sorted.emplace_back(support::asciiLower(name), trimmedValue(value));
    std::ranges::stable_sort(sorted, {}, &http::Pairs::value_type::first);
    return sorted;
}

std::string signedNames(const http::Pairs &headers)
{
    std::string names;
    std::string last;
    for (const auto &[name, value] : sortedHeaders(headers)) {
        if (name != last)
            names += (names.empty() ? "" : ";") + name;
        last = name;
    }
    return names;
}

} // namespace

std::string awsTime(support::Time time)
{
    std::string text;
    for (const char c : support::formatTime(time).substr(0, 19)) {
        if (c != '-' && c != ':')
            text += c;
    }
    return text + "Z";
}

std::string encodeUri(std::string_view text, bool keepSlashes)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.' || c == '~' || (c == '/' && keepSlashes);
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += digits[static_cast<unsigned char>(c) >> 4U];
            out += digits[static_cast<unsigned char>(c) & 15U];
        }
    }
    return out;
}

std::string encodeQuery(const http::Pairs &query)
{
    http::Pairs encoded;
    for (const auto &[name, value] : query)
        encoded.emplace_back(encodeUri(name, false), encodeUri(value, false));
    std::ranges::sort(encoded);
    std::string text;
    for (const auto &[name, value] : encoded)
        text += (text.empty() ? "" : "&") + name + "=" + value;
    return text;
}

std::string canonicalRequest(const Signable &what)
{
    std::string headers;
    std::string last;
    for (const auto &[name, value] : sortedHeaders(what.headers)) {
        if (name == last)
            headers.back() = ','; // several of one name become one
        headers += (name == last ? "" : name + ":") + value + "\n";
        last = name;
    }
    return what.method + "\n" + encodeUri(what.path, true) + "\n" + encodeQuery(what.query) + "\n" + headers + "\n" +
           signedNames(what.headers) + "\n" + what.payload;
}

std::string RequestSigner::scope(const std::string &day) const
{
    return day + "/" + m_credentials.region + "/" + m_credentials.service + "/aws4_request";
}

const std::string &RequestSigner::keyOf(const std::string &day) const
{
    if (day != m_day) {
        auto key = support::hmacSha256("AWS4" + m_credentials.secretKey, day);
        key = support::hmacSha256(key, m_credentials.region);
        key = support::hmacSha256(key, m_credentials.service);
        m_key = support::hmacSha256(key, "aws4_request");
        m_day = day;
    }
    return m_key;
}

std::string RequestSigner::signature(const Signable &what, const std::string &time) const
{
    const auto day = time.substr(0, 8);
    const std::string text = std::string(algorithm) + "\n" + time + "\n" + scope(day) + "\n" +
                             support::toHex(support::sha256(canonicalRequest(what)));
    return support::toHex(support::hmacSha256(keyOf(day), text));
}

std::string RequestSigner::authorization(const Signable &what, support::Time now) const
{
    const auto time = awsTime(now);
    return std::string(algorithm) + " Credential=" + m_credentials.accessKey + "/" + scope(time.substr(0, 8)) +
           ", SignedHeaders=" + signedNames(what.headers) + ", Signature=" + signature(what, time);
}

std::string RequestSigner::presignedQuery(Signable what, support::Time now, std::chrono::seconds lifetime) const
{
    const auto time = awsTime(now);
    what.query.emplace_back("X-Amz-Algorithm", algorithm);
    what.query.emplace_back("X-Amz-Credential", m_credentials.accessKey + "/" + scope(time.substr(0, 8)));
    what.query.emplace_back("X-Amz-Date", time);
    what.query.emplace_back("X-Amz-Expires", std::to_string(lifetime.count()));
    what.query.emplace_back("X-Amz-SignedHeaders", signedNames(what.headers));
    return encodeQuery(what.query) + "&X-Amz-Signature=" + signature(what, time);
}

} // namespace learnlab::server::objects

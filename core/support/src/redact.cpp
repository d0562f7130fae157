#include "support/log.h"

#include <QRegularExpression>

#include <vector>

namespace learnlab::support {

namespace {

struct Rule
{
    QRegularExpression pattern;
    QString replacement;
};

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QLatin1String(text), QRegularExpression::CaseInsensitiveOption);
}

const std::vector<Rule> &redactionRules()
{
    static const std::vector<Rule> rules = {
        // scheme://user:password@ of a URL
        {pattern(R"re(([a-z][a-z0-9+.-]*://)[^\s/?#@"']*@)re"), QStringLiteral("\\1")},
        // the query of a URL, also of one that is only a path: presigned URLs carry their power there
        {pattern(R"re(((?:[a-z][a-z0-9+.-]*:/)?/[^\s?#"'<>]*)\?[^\s"'<>]*)re"), QStringLiteral("\\1?[redacted]")},
        // the parameters of a signature, should they ever stand without their URL
        {pattern(R"re(((?:x-amz-[a-z-]*(?:signature|credential|token)|signature|sig)\s*[=:]\s*)[^\s&"',;]+)re"),
         QStringLiteral("\\1[redacted]")},
        {pattern(R"re(\b(bearer|basic)\s+[a-z0-9._~+/=-]+)re"), QStringLiteral("\\1 [redacted]")},
        // three (or two) base64url parts of which the first begins like {"
        {pattern(R"re(\beyJ[a-z0-9_-]{6,}(?:\.[a-z0-9_-]*){1,2})re"), QStringLiteral("[redacted]")},
        // "password": "...", password=..., refresh_token: ...
        {pattern(
             R"re(((?:password|passwd|secret|refresh_token|access_token|token|authorization)"?\s*[=:]\s*)(?!\[redacted)(?:"(?:[^"\\]|\\.)*"|[^\s&,;}\]]+))re"),
         QStringLiteral("\\1[redacted]")},
    };
    return rules;
}

} // namespace

QString redacted(const QString &text)
{
    QString result = text;
    for (const Rule &rule : redactionRules())
        result.replace(rule.pattern, rule.replacement);
    return result;
}

} // namespace learnlab::support

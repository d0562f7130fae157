#include "plain_text.h"

#include "domain/names.h"

namespace learnlab::inside {

namespace {

// "fi" and its like in one letter, as fonts have them and PDFs tell them; nobody types these.
constexpr QChar firstLigature(0xFB00);
constexpr QChar lastLigature(0xFB06);

} // namespace

QString plainText(const QString &text)
{
    const QString shown = domain::displayName(text);
    QString plain;
    plain.reserve(shown.size());
    for (const QChar letter : shown) {
        if (letter >= firstLigature && letter <= lastLigature)
            plain += letter.decomposition();
        else
            plain += letter.category() == QChar::Other_Control ? QChar(u' ') : letter;
    }
    return plain.simplified();
}

} // namespace learnlab::inside

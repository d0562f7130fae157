#include "proof_page.h"

#include "proof_words.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

namespace learnlab::ui {

namespace {

struct ProofPageWords
{
    Q_DECLARE_TR_FUNCTIONS(ProofPage)
};

constexpr int dotsPerInch = 600;
constexpr int marginMillimetres = 22;
constexpr double bodyPoints = 10.5;

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>"));
}

/// Left to right in any page. Not by an attribute: that would turn the whole paragraph around.
QString inCode(const QString &text)
{
    return QStringLiteral("<span class=\"code\">&#x2066;%1&#x2069;</span>").arg(escaped(text));
}

QString onItsOwnLine(const QString &text)
{
    return QStringLiteral("<br/>") + inCode(text);
}

QString styleSheet(const ProofPage &page)
{
    return QStringLiteral("h1 { font-size: 20pt; font-weight: 600; }"
                          "h2 { font-size: 12pt; font-weight: 600; margin-top: 20px; }"
                          "li { margin-bottom: 6px; }"
                          "td { padding: 5px 0px; }"
                          ".label { color: #55626a; }"
                          ".name { font-weight: 600; }"
                          ".small { color: #55626a; font-size: 9pt; }"
                          ".code { font-family: '%1'; font-size: 9.5pt; }")
        .arg(page.codeFont.family());
}

/// A table's columns do not turn around by themselves.
QString factRow(const ProofFact &fact, bool first, bool rightToLeft)
{
    const QString start = QStringLiteral("align=\"%1\"%2")
                              .arg(rightToLeft ? QStringLiteral("right") : QStringLiteral("left"),
                                   first ? QStringLiteral(" style=\"padding-top: 14px\"") : QString());
    const QString label =
        QStringLiteral("<td width=\"28%\" %1 class=\"label\"><nobr>%2</nobr></td>").arg(start, escaped(fact.label));
    const QString words = fact.code
                              ? inCode(fact.value)
                              : QStringLiteral("<span class=\"%1\">&#x2068;%2&#x2069;</span>")
                                    .arg(first ? QStringLiteral("name") : QStringLiteral("value"), escaped(fact.value));
    const QString value = QStringLiteral("<td width=\"72%\" %1%2>%3</td>")
                              .arg(start, fact.code ? QStringLiteral(" dir=\"ltr\"") : QString(), words);
    return QStringLiteral("<tr>%1</tr>").arg(rightToLeft ? value + label : label + value);
}

QString bodyOf(const ProofPage &page)
{
    QString html = QStringLiteral("<h1>%1</h1><p>%2</p><table width=\"100%\" cellspacing=\"0\">")
                       .arg(escaped(ProofPageWords::tr("Proof of upload")), escaped(proofSentence(page.claims)));
    bool first = true;
    const QList<ProofFact> facts = proofFacts(page.claims, page.server, QLocale());
    for (const ProofFact &fact : facts)
        html += factRow(fact, std::exchange(first, false), page.rightToLeft);
    html += QStringLiteral("</table><h2>%1</h2>").arg(escaped(ProofPageWords::tr("How to check it")));
    const QStringList steps{
        escaped(ProofPageWords::tr("Save the attachment of this document, receipt.json. Most readers show it under a "
                                   "paper clip.")),
        escaped(ProofPageWords::tr("Save the server's keys as keys.json, once, from this address:")) +
            onItsOwnLine(keysAddress(page.server)),
        escaped(ProofPageWords::tr("Type this where the files are; no account and no network is needed:")) +
            onItsOwnLine(checkCommand(page.claims.name)),
    };
    html += QStringLiteral("<ol><li>%1</li></ol>").arg(steps.join(QStringLiteral("</li><li>")));
    html += QStringLiteral("<p class=\"small\">%1</p>")
                .arg(escaped(ProofPageWords::tr(
                    "The printed page alone proves nothing: what counts is the signed receipt that is "
                    "attached to it. A receipt that was changed, and a file that is not the one it "
                    "names, are refused.")));
    return html;
}

} // namespace

QByteArray proofPdf(const ProofPage &page)
{
    QByteArray pdf;
    QBuffer out(&pdf);
    out.open(QIODevice::WriteOnly);
    QPdfWriter writer(&out);
    writer.setResolution(dotsPerInch);
    const bool letter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    writer.setPageSize(QPageSize(letter ? QPageSize::Letter : QPageSize::A4));
    writer.setPageMargins(QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
                          QPageLayout::Millimeter);
    writer.setTitle(ProofPageWords::tr("Proof of upload"));
    writer.setCreator(QStringLiteral("LearnLab"));
    writer.addFileAttachment(QStringLiteral("receipt.json"), page.receipt, QStringLiteral("application/json"));

    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    QFont font = page.font;
    font.setPointSizeF(bodyPoints);
    document.setDefaultFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(page.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    document.setDefaultTextOption(option);
    document.setDefaultStyleSheet(styleSheet(page));
    document.setHtml(bodyOf(page));
    document.setPageSize(QSizeF(writer.width(), writer.height()));
    document.print(&writer);
    return pdf;
}

} // namespace learnlab::ui

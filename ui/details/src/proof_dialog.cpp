#include <ui/details/proof_dialog.h>

#include "proof_page.h"
#include "proof_watch.h"
#include "proof_words.h"
#include "save_file.h"

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/theme.h>
#include <ui/models/error_text.h>

#include <domain/names.h>

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtGui/QAccessible>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace learnlab::ui {

namespace {

constexpr int usualWidth = 600;

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(fontFor(Text::Small).pointSizeF());
    return font;
}

QLabel *wordsLabel(const QString &text, Text role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(fontFor(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop |
                        (QGuiApplication::isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft));
    return label;
}

/// Lets a line break anywhere: a name need not have a space, and a label breaks at spaces alone.
QString breakable(const QString &name)
{
    QString words;
    for (qsizetype at = 0; at < name.size(); ++at) {
        words += name[at];
        if (at % 16 == 15 && !name[at].isHighSurrogate())
            words += QChar(0x200b);
    }
    return words;
}

} // namespace

ProofDialog::ProofDialog(Backend &backend, const domain::File &file, QWidget *parent)
    : QDialog(parent), m_backend(backend), m_file(file), m_watch(new ProofWatch(backend, this))
{
    setWindowTitle(tr("Proof of upload", "@title:window"));
    setMinimumWidth(static_cast<int>(usualWidth * textScale()));
    build();
    connect(m_watch, &ProofWatch::changed, this, &ProofDialog::showState);
    connect(m_retry, &QPushButton::clicked, m_watch, &ProofWatch::retry);
    connect(m_savePage, &QPushButton::clicked, this, &ProofDialog::savePage);
    connect(m_saveReceipt, &QPushButton::clicked, this, &ProofDialog::saveReceipt);
    m_watch->watch(m_file, std::chrono::milliseconds(0));
    showState();
}

void ProofDialog::build()
{
    auto *title = wordsLabel(domain::displayName(breakable(m_file.filename)), Text::Heading, this);
    m_sentence = wordsLabel({}, Text::Body, this);
    m_factsBox = new QWidget(this);
    m_facts = new QGridLayout(m_factsBox);
    m_facts->setContentsMargins(0, 4, 0, 4);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(8);
    m_facts->setColumnStretch(1, 1);
    m_check = wordsLabel({}, Text::Small, this);
    m_check->setForegroundRole(QPalette::PlaceholderText);
    m_check->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problem = wordsLabel({}, Text::Body, this);
    m_retry = makeButton(tr("Try again", "@action:button"), ButtonKind::Secondary, this);
    m_savePage = makeButton(tr("Save PDF…", "@action:button"), ButtonKind::Primary, this);
    m_saveReceipt =
        makeButton(tr("Save JSON…", "@action:button the receipt, for programs"), ButtonKind::Secondary, this);
    auto *close = makeButton(tr("Close", "@action:button"), ButtonKind::Secondary, this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_saveReceipt);
    buttons->addWidget(m_retry);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_savePage);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(m_sentence);
    column->addWidget(m_factsBox);
    column->addWidget(m_check);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addLayout(buttons);
}

void ProofDialog::showState()
{
    using State = ProofWatch::State;
    const State state = m_watch->state();
    const bool proved = state == State::Proved;
    m_factsBox->setVisible(proved);
    m_check->setVisible(proved);
    m_savePage->setEnabled(proved);
    m_saveReceipt->setEnabled(proved);
    m_retry->setVisible(state == State::Failed);
    QString sentence;
    QString problem;
    if (proved)
        showProof();
    else if (state == State::Asking)
        sentence = tr("Asking the server…");
    else if (state == State::Reading)
        sentence = tr(
            "Checking… The server reads the file back before it signs. A large file takes a while; you can close this "
            "and come back.");
    else if (state == State::Refused)
        problem = tr("This copy differs from your file. Upload it again.");
    else if (state == State::Untrue)
        problem = tr(
            "The server's proof does not stand up to the server's own keys. Do not rely on it, and tell whoever runs "
            "the server.");
    else if (state == State::None)
        sentence =
            tr("There is no proof of this file: it was on the server before the server made proofs. Upload it again "
               "to get one.");
    else if (state == State::Failed)
        problem = errorText(m_watch->error()).sentence();
    else
        sentence = tr("There is one as soon as the file is uploaded.");
    if (!proved)
        m_sentence->setText(sentence);
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, themeOf(this).danger);
    m_problem->setPalette(palette);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    fit();
    if (problem.isEmpty())
        return;
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ProofDialog::fit()
{
    // Lines that wrap say how high they want to be only when the width is known.
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void ProofDialog::showProof()
{
    if (m_facts->count() > 0)
        return; // a proof does not change
    const receipts::Claims &claims = *m_watch->claims();
    m_sentence->setText(proofSentence(claims));
    const QList<ProofFact> facts = proofFacts(claims, server(), QLocale());
    for (const ProofFact &fact : facts)
        addFact(fact.label, fact.value, fact.code);
    m_check->setText(tr("Whoever checks it saves the server's keys once, from %1, and then types: %2")
                         .arg(QChar(0x2066) + keysAddress(server()) + QChar(0x2069),
                              QChar(0x2066) + checkCommand(claims.name) + QChar(0x2069)));
    m_savePage->setFocus(Qt::OtherFocusReason);
}

void ProofDialog::addFact(const QString &label, const QString &value, bool code)
{
    const int row = m_facts->rowCount();
    auto *name = wordsLabel(label, Text::Body, m_factsBox);
    name->setForegroundRole(QPalette::PlaceholderText);
    name->setWordWrap(false);
    auto *words = wordsLabel(code ? value : breakable(value), Text::Body, m_factsBox);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setAccessibleName(label + QStringLiteral(": ") + value);
    if (code) {
        words->setFont(codeFont());
        words->setLayoutDirection(Qt::LeftToRight);
    }
    m_facts->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeading);
    m_facts->addWidget(words, row, 1);
    name->show(); // now: the height of the dialog follows
    words->show();
}

QString ProofDialog::server() const
{
    const auto account = m_backend.account();
    return account ? account->server : QString();
}

void ProofDialog::savePage()
{
    ProofPage page{*m_watch->claims(), receipts::toJson(*m_watch->receipt()), server(), fontFor(Text::Body),
                   codeFont(),         QGuiApplication::isRightToLeft()};
    save(tr("Save the proof as PDF", "@title:window"), QStringLiteral("pdf"),
         [page = std::move(page)] { return proofPdf(page); });
}

void ProofDialog::saveReceipt()
{
    save(tr("Save the receipt", "@title:window"), QStringLiteral("json"),
         [json = receipts::toJson(*m_watch->receipt())] { return json; });
}

void ProofDialog::save(const QString &title, const QString &suffix, std::function<QByteArray()> make)
{
    auto *dialog = new QFileDialog(this, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(proofFileName(m_file.filename, suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, make = std::move(make)](const QString &path) {
        saveInBackground(path, make, this, [this, path](const domain::Result<void> &saved) {
            if (saved)
                Q_EMIT said(tr("Saved as “%1”.").arg(domain::displayName(QFileInfo(path).fileName())));
            const bool full = !saved && saved.error().code == domain::ErrorCode::LocalDiskFull;
            m_problem->setText(full    ? errorText(saved.error()).sentence()
                               : saved ? QString()
                                       : tr("It could not be saved there. Choose another place."));
            m_problem->setVisible(!saved);
            fit();
        });
    });
    dialog->open();
}

} // namespace learnlab::ui

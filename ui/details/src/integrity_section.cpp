#include "integrity_section.h"

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace learnlab::ui {

namespace {

constexpr std::chrono::milliseconds stillFor{400}; ///< who only walks along a list asks nothing
constexpr int shieldSize = 16;

/// "9f2c 41d8 … 7be0 c35a".
QString shortDigest(const QByteArray &digest)
{
    const QString hex = QString::fromLatin1(digest.toHex());
    return QStringLiteral("%1 %2 … %3 %4").arg(hex.left(4), hex.mid(4, 4), hex.mid(56, 4), hex.right(4));
}

} // namespace

class IntegritySection::Shield final : public QWidget
{
public:
    explicit Shield(QWidget *parent) : QWidget(parent) { setFixedSize(shieldSize, shieldSize); }

    void setColor(const QColor &color)
    {
        m_color = color;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintUiIcon(&painter, rect(), QStringLiteral("shield"), shieldSize, m_color);
    }

private:
    QColor m_color;
};

IntegritySection::IntegritySection(Backend &backend, QWidget *parent) : QWidget(parent), m_watch(backend, this)
{
    build();
    connect(&m_watch, &ProofWatch::changed, this, &IntegritySection::showState);
    connect(m_proof, &QPushButton::clicked, this, [this] { Q_EMIT proofRequested(m_watch.file()); });
}

void IntegritySection::build()
{
    const bool mirrored = QGuiApplication::isRightToLeft();
    m_shield = new Shield(this);
    m_words = new QLabel(this);
    m_words->setFont(fontFor(Text::Label));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignVCenter | (mirrored ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft));
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_shield, 0, Qt::AlignTop);
    first->addWidget(m_words, 1);

    m_digest = new QLabel(this);
    QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    code.setPointSizeF(fontFor(Text::Small).pointSizeF());
    m_digest->setFont(code);
    m_digest->setTextFormat(Qt::PlainText);
    m_digest->setLayoutDirection(Qt::LeftToRight);
    m_digest->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = makeIconButton(QStringLiteral("copy"), tr("Copy SHA-256", "@action:button"), this);
    connect(copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(m_watch.file().contentSha256.toHex()));
        Q_EMIT said(tr("SHA-256 copied."));
    });
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_digest);
    second->addWidget(copy);
    second->addStretch(1);

    m_proof = makeButton(tr("Proof of upload", "@action:button"), ButtonKind::Link, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_proof, 0, Qt::AlignLeading);
}

void IntegritySection::setFile(const domain::File &file)
{
    m_watch.watch(file, stillFor);
    m_digest->setText(shortDigest(file.contentSha256));
    m_digest->setAccessibleName(tr("SHA-256: %1").arg(QString::fromLatin1(file.contentSha256.toHex())));
    m_proof->setVisible(m_watch.isPossible());
    m_proof->setEnabled(file.revision > 0);
    m_proof->setToolTip(file.revision > 0 ? QString() : tr("There is one as soon as the file is uploaded."));
    showState();
}

void IntegritySection::clear()
{
    m_watch.stop();
}

void IntegritySection::showState()
{
    using State = ProofWatch::State;
    const Theme &theme = themeOf(this);
    const State state = m_watch.state();
    const bool reading = state == State::Reading || state == State::Asking;
    const bool wrong = state == State::Refused || state == State::Untrue;
    QString words = tr("SHA-256", "@label the digest of a file");
    if (state == State::Proved)
        words = tr("SHA-256 verified");
    else if (reading)
        words = tr("Checking…");
    else if (state == State::Refused)
        words = tr("This copy differs from your file. Upload it again.");
    else if (state == State::Untrue)
        words = tr("The server's proof is not genuine. Do not rely on it.");
    m_words->setWordWrap(wrong); // "SHA-256" would be broken behind its hyphen
    m_words->setText(words);
    const QColor color = wrong ? theme.danger : state == State::Proved ? theme.success : theme.text2;
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, wrong ? theme.danger : theme.text);
    m_words->setPalette(palette);
    m_shield->setColor(color);
}

void IntegritySection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showState();
}

} // namespace learnlab::ui

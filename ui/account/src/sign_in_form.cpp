// How the parts of the sign-in page stand together.
#include <ui/account/sign_in_page.h>

#include "error_card.h"
#include "ui/common/form_field.h"

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/password_field.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int columnWidth = 372;
constexpr int markSize = 56;

QLineEdit *leftToRightField(Qt::InputMethodHints hints, int longest)
{
    auto *field = new QLineEdit; // the form field takes it
    field->setLayoutDirection(Qt::LeftToRight);
    field->setInputMethodHints(hints);
    field->setMaxLength(longest);
    return field;
}

QLineEdit *nameField(int longest)
{
    auto *field = new QLineEdit; // the form field takes it
    field->setMaxLength(longest);
    return field;
}

QWidget *centredLine(QLabel *words, QLabel *more, QPushButton *button, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addStretch();
    row->addWidget(words);
    if (more)
        row->addWidget(more);
    row->addWidget(button);
    row->addStretch();
    return line;
}

// The two-way choice below the password, in a frame.
class ComputerChoice final : public QWidget
{
public:
    ComputerChoice(QRadioButton *own, QRadioButton *shared, QWidget *parent) : QWidget(parent)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(12, 9, 12, 10);
        column->setSpacing(2);
        add(own, SignInPage::tr("Files you keep offline stay on this disk.", "@info below a choice"), column);
        column->addSpacing(16);
        add(shared, SignInPage::tr("Signs out and removes local copies when you quit.", "@info below a choice"),
            column);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        paintRounded(&painter, rect(), 8, theme.base, theme.lineStrong);
        const int middle = height() / 2;
        paintHairline(&painter, QPoint(12, middle), QPoint(width() - 12, middle), theme.line);
    }

private:
    void add(QRadioButton *button, const QString &consequence, QVBoxLayout *column)
    {
        button->setParent(this);
        button->setAccessibleDescription(consequence);
        auto *words = new QLabel(consequence, this);
        words->setFont(fontFor(Text::Small));
        words->setForegroundRole(QPalette::PlaceholderText);
        words->setIndent(26);
        column->addWidget(button);
        column->addWidget(words);
    }
};

} // namespace

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent),
      m_mark(new QLabel(this)),
      m_title(new QLabel(this)),
      m_serverLine(nullptr),
      m_serverName(new QLabel(this)),
      m_change(makeButton(tr("Change", "@action:button next to the server's address"), ButtonKind::Link, this)),
      m_card(new ErrorCard(this)),
      m_server(new FormField(tr("Server address", "@label:textbox"),
                             leftToRightField(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase, 2048), this)),
      m_email(new FormField(tr("Email", "@label:textbox"),
                            leftToRightField(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase, 255), this)),
      m_userName(new FormField(tr("User name", "@label:textbox"), nameField(50), this)),
      m_fullName(new FormField(tr("Full name (optional)", "@label:textbox"), nameField(255), this)),
      m_invitation(
          new FormField(tr("Invitation code", "@label:textbox"), leftToRightField(Qt::ImhNoAutoUppercase, 200), this)),
      m_password(new FormField(tr("Password", "@label:textbox"), new PasswordField(nullptr), this)),
      m_own(new QRadioButton(tr("Keep me signed in on this computer", "@option:radio"), this)),
      m_shared(new QRadioButton(tr("This is a shared computer", "@option:radio"), this)),
      m_submit(makeButton(QString(), ButtonKind::Primary, this)),
      m_switchLine(nullptr),
      m_switchText(new QLabel(this)),
      m_switch(makeButton(QString(), ButtonKind::Link, this))
{
    build();
    connectParts();
    openServer(true);
    showMode();
}

void SignInPage::build()
{
    m_mark->setPixmap(brandMark(markSize, devicePixelRatioF()));
    m_mark->setAlignment(Qt::AlignCenter);
    m_title->setFont(fontFor(Text::Title));
    m_title->setAlignment(Qt::AlignCenter);
    m_submit->setProperty("large", true);
    for (QPushButton *link : {m_change, m_switch})
        link->setFont(fontFor(Text::SmallMedium));
    auto *serverWord = new QLabel(tr("Server:", "@label in front of the server's address"), this);
    serverWord->setFont(fontFor(Text::Small));
    m_serverName->setFont(fontFor(Text::SmallMedium));
    m_serverName->setTextFormat(Qt::PlainText);
    m_switchText->setFont(fontFor(Text::Small));
    for (QLabel *quiet : {serverWord, m_switchText})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    m_serverLine = centredLine(serverWord, m_serverName, m_change, this);
    m_switchLine = centredLine(m_switchText, nullptr, m_switch, this);

    auto *sheet = new QWidget;
    auto *form = new QWidget(sheet);
    form->setFixedWidth(std::max(columnWidth, fontMetrics().averageCharWidth() * 44));
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 24, 0, 24);
    column->setSpacing(0);
    column->addWidget(m_mark);
    column->addSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_serverLine);
    column->addSpacing(16);
    column->addWidget(m_card);
    column->addSpacing(6);
    for (FormField *part : {m_server, m_email, m_userName, m_fullName, m_invitation, m_password})
        column->addWidget(part);
    m_own->setChecked(true);
    column->addSpacing(2);
    column->addWidget(new ComputerChoice(m_own, m_shared, form));
    column->addSpacing(16);
    column->addWidget(m_submit);
    column->addSpacing(14);
    column->addWidget(m_switchLine);
    // A proxy or an authority may be what is missing to get in.
    auto *settings = makeButton(tr("Settings", "@action:button opens the settings"), ButtonKind::Link, form);
    settings->setFont(fontFor(Text::SmallMedium));
    connect(settings, &QPushButton::clicked, this, &SignInPage::settingsRequested);
    column->addWidget(settings, 0, Qt::AlignHCenter);
    arrange(sheet, form);
}

void SignInPage::arrange(QWidget *sheet, QWidget *form)
{
    // In a low window the form scrolls; it never squeezes.
    auto *area = new QScrollArea(this);
    // Stretches and no alignment: only so do wrapped lines get the height that they need.
    auto *middle = new QVBoxLayout(sheet);
    middle->setContentsMargins(0, 0, 0, 0);
    auto *across = new QHBoxLayout;
    across->addStretch();
    across->addWidget(form);
    across->addStretch();
    middle->addStretch();
    middle->addLayout(across);
    middle->addStretch();
    area->setWidget(sheet);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
}

} // namespace learnlab::ui

#include "share_section.h"

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/password_field.h>
#include <ui/common/theme.h>
#include <ui/models/error_text.h>
#include <ui/models/link_list_model.h>

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace learnlab::ui {

namespace {

constexpr int asItIs = -1; ///< the choice that changes nothing
constexpr int never = 0;

QLabel *makeWords(QWidget *parent, Text role = Text::Small)
{
    auto *label = new QLabel(parent);
    label->setFont(fontFor(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignVCenter | (QGuiApplication::isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft));
    return label;
}

} // namespace

ShareSection::ShareSection(Backend &backend, const support::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_clock(clock)
{
    build();
    connect(m_copy, &QPushButton::clicked, this, &ShareSection::copyLink);
    connect(m_change, &QPushButton::clicked, this, [this] { editOptions(true); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { editOptions(false); });
    connect(m_revoke, &QPushButton::clicked, this, &ShareSection::revoke);
    connect(m_save, &QPushButton::clicked, this, [this] { m_links.isEmpty() ? make() : change(); });
    connect(m_password, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_password, &QLineEdit::textEdited, this, [this] { tell({}); });
    connect(m_noPassword, &QCheckBox::toggled, m_password, &QLineEdit::setDisabled);
}

void ShareSection::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *title = makeWords(this, Text::Strong);
    title->setText(tr("Share link", "@title of a section"));
    column->addWidget(title);
    m_note = makeWords(this);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_note);

    m_linkBox = new QWidget(this);
    auto *link = new QVBoxLayout(m_linkBox);
    link->setContentsMargins(0, 0, 0, 0);
    link->setSpacing(6);
    m_url = new QLineEdit(m_linkBox);
    m_url->setReadOnly(true);
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_url->setAccessibleName(tr("Address of the link"));
    m_copy = makeButton(tr("Copy", "@action:button"), ButtonKind::Secondary, m_linkBox);
    m_copy->setAccessibleName(tr("Copy the link"));
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_url, 1);
    first->addWidget(m_copy);
    link->addLayout(first);
    m_standing = makeWords(m_linkBox);
    m_standing->setForegroundRole(QPalette::PlaceholderText);
    link->addWidget(m_standing);
    m_change = makeButton(tr("Change", "@action:button when a link ends, and its password"), ButtonKind::Link, m_linkBox);
    m_revoke = makeButton(tr("Withdraw", "@action:button a link, for good"), ButtonKind::Link, m_linkBox);
    m_revoke->setAccessibleName(tr("Withdraw the link"));
    auto *second = new QHBoxLayout;
    second->setSpacing(16);
    second->addWidget(m_change);
    second->addWidget(m_revoke);
    second->addStretch(1);
    link->addLayout(second);
    column->addWidget(m_linkBox);

    m_options = new QWidget(this);
    buildOptions(m_options);
    column->addWidget(m_options);
    m_problem = makeWords(this);
    m_problem->hide();
    column->addWidget(m_problem);
    tell({});
}

void ShareSection::buildOptions(QWidget *box)
{
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    auto *ends = makeWords(box, Text::SmallMedium);
    ends->setText(tr("Ends", "@label of a choice of times"));
    m_expiry = new QComboBox(box);
    m_expiry->setMinimumHeight(heightFor(32, font(), 8));
    m_expiry->setAccessibleName(tr("When the link ends"));
    ends->setBuddy(m_expiry);
    auto *password = makeWords(box, Text::SmallMedium);
    password->setText(tr("Password"));
    m_password = new PasswordField(box);
    m_password->setAccessibleName(tr("Password of the link"));
    m_password->setMaxLength(static_cast<int>(domain::longestLinkPassword));
    password->setBuddy(m_password);
    m_noPassword = new QCheckBox(tr("Remove the password", "@option:check"), box);
    m_save = makeButton({}, ButtonKind::Primary, box);
    m_cancel = makeButton(tr("Cancel", "@action:button"), ButtonKind::Secondary, box);
    column->addWidget(ends);
    column->addWidget(m_expiry);
    column->addSpacing(4);
    column->addWidget(password);
    column->addWidget(m_password);
    column->addWidget(m_noPassword);
    column->addSpacing(6);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    column->addLayout(buttons);
}

void ShareSection::setFile(const domain::File &file, const QList<domain::Link> &links, bool live)
{
    const bool other = file.id != m_file.id;
    const bool same = !other && links.isEmpty() == m_links.isEmpty();
    m_file = file;
    m_links = links;
    m_live = live;
    if (other)
        tell({});
    if (!same || !m_editing)
        editOptions(false);
    showState();
}

void ShareSection::showState()
{
    const bool has = !m_links.isEmpty();
    const bool possible = m_live && m_file.revision > 0 && m_backend.links() != nullptr;
    if (!m_live)
        m_note->setText(has ? tr("Closed while the file is in trash.") : tr("A file in trash cannot be shared."));
    else if (m_file.revision == 0)
        m_note->setText(tr("A link can be made once the file is uploaded."));
    else
        m_note->setText(has ? tr("Anyone with the link can download the file.") : tr("Anyone with the link can download the file, without an account."));
    m_linkBox->setVisible(has);
    m_options->setVisible(has ? m_editing : possible);
    m_cancel->setVisible(has);
    m_change->setVisible(has && possible && !m_editing);
    if (!has)
        return;
    const domain::Link &link = m_links.first();
    if (m_url->text() != link.url) {
        m_url->setText(link.url);
        m_url->setCursorPosition(0);
    }
    QStringList words{linkStanding(link, m_live, m_clock.now(), QLocale())};
    if (link.hasPassword)
        words.append(tr("password", "@info the link asks for one"));
    words.append(tr("%n download(s)", nullptr, static_cast<int>(link.opened)));
    if (m_links.size() > 1)
        words.append(tr("%n more link(s)", nullptr, static_cast<int>(m_links.size()) - 1));
    m_standing->setText(words.join(QStringLiteral(" · ")));
}

void ShareSection::editOptions(bool edit)
{
    const bool has = !m_links.isEmpty();
    m_editing = edit;
    m_expiry->clear();
    if (has)
        m_expiry->addItem(tr("As it is", "@item when a link ends"), asItIs);
    m_expiry->addItem(tr("Never", "@item when a link ends"), never);
    for (const int days : {1, 7, 30})
        m_expiry->addItem(tr("In %n day(s)", "@item when a link ends", days), days);
    m_expiry->setCurrentIndex(0);
    m_password->clear();
    m_noPassword->setChecked(false);
    m_noPassword->setVisible(has && m_links.first().hasPassword);
    m_password->setPlaceholderText(!has                        ? tr("None")
                                   : m_links.first().hasPassword ? tr("As it is")
                                                                 : tr("None"));
    m_save->setText(has ? tr("Save", "@action:button") : tr("Create link", "@action:button"));
    tell({});
    showState();
    if (edit)
        m_expiry->setFocus(Qt::OtherFocusReason);
}

std::optional<domain::LinkWish> ShareSection::wish()
{
    const QString password = m_noPassword->isChecked() ? QString() : m_password->text();
    if (!password.isEmpty() && !domain::isLinkPassword(password)) {
        tell(tr("A password has 8 to 72 characters."));
        m_password->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    domain::LinkWish wish;
    wish.fileId = m_file.id;
    const int days = m_expiry->currentData().toInt();
    wish.setsExpiry = days != asItIs;
    if (days > 0)
        wish.expiresAt = m_clock.now() + std::chrono::hours(24 * days);
    wish.password = password;
    wish.setsPassword = !password.isEmpty() || m_noPassword->isChecked();
    return wish;
}

template <class T>
std::function<void(domain::Result<T>)> ShareSection::answered(const QString &done)
{
    return [this, done, file = m_file.id](const domain::Result<T> &result) {
        wait(false);
        if (!result) {
            if (file == m_file.id)
                tell(errorText(result.error()).sentence());
            return;
        }
        if (file == m_file.id)
            editOptions(false);
        Q_EMIT said(done);
        Q_EMIT linksChanged();
    };
}

void ShareSection::make()
{
    const auto asked = wish();
    if (!asked || !m_backend.links())
        return;
    wait(true);
    m_backend.links()->makeLink(*asked, this, [this, tell = answered<domain::Link>(tr("Link created and copied."))](const domain::Result<domain::Link> &made) {
        if (made)
            QGuiApplication::clipboard()->setText(made->url);
        tell(made);
    });
}

void ShareSection::change()
{
    auto asked = wish();
    if (!asked || !m_backend.links())
        return;
    if (!asked->setsExpiry && !asked->setsPassword)
        return editOptions(false);
    asked->id = m_links.first().id;
    wait(true);
    m_backend.links()->changeLink(*asked, this, answered<domain::Link>(tr("Link changed.")));
}

void ShareSection::revoke()
{
    if (m_links.isEmpty() || !m_backend.links())
        return;
    wait(true);
    m_backend.links()->revokeLink(m_links.first().id, this, answered<void>(tr("Link withdrawn. It opens nothing any more.")));
}

void ShareSection::copyLink()
{
    if (m_links.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(m_links.first().url);
    Q_EMIT said(tr("Link copied."));
}

void ShareSection::takeFocus()
{
    if (!m_links.isEmpty())
        return m_copy->setFocus(Qt::ShortcutFocusReason);
    if (m_options->isVisibleTo(this))
        m_save->setFocus(Qt::ShortcutFocusReason);
}

void ShareSection::wait(bool waiting)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_save, m_cancel, m_change, m_revoke, m_expiry, m_noPassword})
        widget->setEnabled(!waiting);
    m_password->setEnabled(!waiting && !m_noPassword->isChecked());
    if (waiting)
        tell({});
}

void ShareSection::tell(const QString &problem)
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, themeOf(this).danger);
    m_problem->setPalette(palette);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        return;
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ShareSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        tell(m_problem->text());
}

} // namespace learnlab::ui

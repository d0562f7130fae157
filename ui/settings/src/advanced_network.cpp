// What the advanced page asks of the network: the proxy, and one more authority to trust.
#include "advanced_page.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/models/error_text.h"
#include "ui/models/format.h"

#include "domain/names.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

namespace learnlab::ui {

namespace {

constexpr int usualProxyPort = 8080;
constexpr int mostPort = 65535;

/// What a host may look like, and nothing that belongs into an address around it.
bool isHost(const QString &text)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(text, QUrl::StrictMode);
    return !text.isEmpty() && url.isValid() && !url.host().isEmpty();
}

QDate dateOf(support::Timestamp when)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::duration_cast<std::chrono::milliseconds>(when.time_since_epoch()).count()).date();
}

} // namespace

void AdvancedPage::addProxy()
{
    auto *card = addCard(tr("Network", "@title:group of settings"));
    m_proxy = card->addChoice(tr("Proxy", "@label:listbox"), tr("The way to the server. A server on this computer is reached directly.", "@info"));
    m_proxy->setObjectName(QStringLiteral("proxy"));
    m_proxy->addItem(tr("As the desktop", "@item:inlistbox a choice of language, theme or proxy"), int(api::Proxy::Kind::System));
    m_proxy->addItem(tr("No proxy", "@item:inlistbox"), int(api::Proxy::Kind::None));
    m_proxy->addItem(tr("This one", "@item:inlistbox a proxy that is named below"), int(api::Proxy::Kind::Manual));
    m_host = new QLineEdit(this);
    m_host->setObjectName(QStringLiteral("proxy-host"));
    m_host->setPlaceholderText(QStringLiteral("proxy.example.edu"));
    m_host->setAccessibleName(tr("Proxy's host name", "accessible name of a field"));
    m_host->setLayoutDirection(Qt::LeftToRight);
    m_host->setMinimumWidth(static_cast<int>(200 * textScale()));
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("proxy-port"));
    m_port->setRange(1, mostPort);
    m_port->setValue(usualProxyPort);
    m_port->setGroupSeparatorShown(false);
    m_port->setKeyboardTracking(false);
    m_port->setAccessibleName(tr("Proxy's port", "accessible name of a field"));
    auto *fields = new QWidget(this);
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_host);
    row->addWidget(m_port);
    fields->setFocusProxy(m_host);
    m_manual = card->addRow(tr("Host and port", "@label of the proxy"), tr("An HTTP proxy, without a password.", "@info"), fields);
    m_proxyError = addOutcome();
    connect(m_proxy, &QComboBox::activated, this, [this] {
        m_manual->setVisible(m_proxy->currentIndex() == 2);
        if (m_manual->isVisible() && m_host->text().isEmpty())
            return m_host->setFocus(Qt::TabFocusReason);
        takeProxy();
    });
    connect(m_host, &QLineEdit::editingFinished, this, &AdvancedPage::takeProxy);
    connect(m_port, &QSpinBox::valueChanged, this, &AdvancedPage::takeProxy);
}

void AdvancedPage::showNetwork()
{
    m_proxy->setCurrentIndex(std::max(0, m_proxy->findData(int(m_network.proxy.kind))));
    m_manual->setVisible(m_network.proxy.kind == api::Proxy::Kind::Manual);
    const QSignalBlocker quiet(m_port);
    m_host->setText(m_network.proxy.host);
    m_port->setValue(m_network.proxy.port > 0 ? m_network.proxy.port : usualProxyPort);
}

void AdvancedPage::takeProxy()
{
    api::Network wanted = m_network;
    wanted.proxy.kind = static_cast<api::Proxy::Kind>(m_proxy->currentData().toInt());
    const QString host = m_host->text().trimmed();
    const bool manual = wanted.proxy.kind == api::Proxy::Kind::Manual;
    const bool wrong = manual && !isHost(host);
    say(m_proxyError, wrong && !host.isEmpty() ? tr("This is no host name. Write only the name, such as proxy.example.edu.", "@info") : QString());
    if (wrong)
        return;
    if (isHost(host)) {
        wanted.proxy.host = host;
        wanted.proxy.port = static_cast<quint16>(m_port->value());
    }
    if (wanted != m_network)
        use(wanted);
}

void AdvancedPage::addAuthority()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_remove = makeButton(tr("Remove", "@action:button does not trust an authority any more"), ButtonKind::Secondary, buttons);
    m_remove->setObjectName(QStringLiteral("authority-remove"));
    auto *choose = makeButton(tr("Choose…", "@action:button a file"), ButtonKind::Secondary, buttons);
    choose->setObjectName(QStringLiteral("authority-choose"));
    choose->setAccessibleName(tr("Choose a certificate authority", "accessible name of a button"));
    m_remove->setAccessibleName(tr("Remove the certificate authority", "accessible name of a button"));
    row->addWidget(m_remove);
    row->addWidget(choose);
    m_authority = addCard(tr("Certificate authority", "@title:group of settings"))
                      ->addFact(tr("Trusted beside those of the system", "@label a certificate authority"), buttons);
    m_authorityError = addOutcome();
    connect(choose, &QPushButton::clicked, this, &AdvancedPage::chooseAuthority);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        api::Network wanted = m_network;
        wanted.moreAuthorities.clear();
        use(wanted);
        showAuthority();
    });
}

void AdvancedPage::chooseAuthority()
{
    auto *dialog = new QFileDialog(this, tr("Choose a certificate authority", "@title:window"), QString(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)", "filter of a file dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AdvancedPage::takeAuthority);
    dialog->open();
}

void AdvancedPage::takeAuthority(const QString &path)
{
    m_actions.readAuthority(path, this, [this, path](const domain::Result<SettingsActions::Authority> &found) {
        if (!found)
            return say(m_authorityError, found.error().code == domain::ErrorCode::Malformed
                                             ? tr("There is no certificate authority in this file. It has to be a PEM file of one.", "@info")
                                             : errorText(found.error()).sentence());
        api::Network wanted = m_network;
        wanted.moreAuthorities = QFile::encodeName(path);
        use(wanted);
        showAuthority();
    });
}

void AdvancedPage::showAuthority()
{
    say(m_authorityError, {});
    m_remove->setVisible(!m_network.moreAuthorities.isEmpty());
    if (m_network.moreAuthorities.isEmpty())
        return m_authority->setText(tr("None. Your university tells you if its server needs one.", "@info about a certificate authority"));
    const QString path = QFile::decodeName(m_network.moreAuthorities);
    m_authority->setText(QFileInfo(path).fileName());
    m_actions.readAuthority(path, this, [this](const domain::Result<SettingsActions::Authority> &found) {
        if (!found)
            return say(m_authorityError, tr("The file of the certificate authority cannot be used any more. Choose it again or remove it.", "@info"));
        const QString name = domain::displayName(found->name);
        QString words = found->certificates > 1 ? tr("%1 and %n more", "@info names of authorities", found->certificates - 1).arg(name) : name;
        m_authority->setText(words + QLatin1Char('\n')
                             + tr("Good until %1", "@info a date").arg(QLocale().toString(dateOf(found->goodUntil), QLocale::LongFormat)));
    });
}

} // namespace learnlab::ui

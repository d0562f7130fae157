#include "offline_page.h"

#include "gauge.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/models/error_text.h"
#include "ui/models/format.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

#include <cmath>
#include <utility>

namespace learnlab::ui {

namespace {

constexpr double bytesOfGigabyte = 1e9;
constexpr double mostGigabytes = 10'000;
constexpr int folderWidth = 320;

/// From the person's own folder on; its middle gives way.
QString shortFolder(const QString &folder, const QFontMetrics &metrics)
{
    const QString home = QDir::homePath();
    const QString shown = folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder;
    return metrics.elidedText(shown, Qt::ElideMiddle, static_cast<int>(folderWidth * textScale()));
}

} // namespace

OfflinePage::OfflinePage(Backend &backend, SettingsActions *actions, QWidget *parent)
    : SettingsPage(tr("Offline storage", "@title page of the settings"),
                   tr("Files that you keep offline or opened lie on this computer, so that they open without a network.", "@info"), parent),
      m_backend(backend), m_actions(actions)
{
    addUse();
    addLimit();
    m_outcome = addOutcome();
    if (m_actions)
        addPlace();
    connect(&m_backend, &Backend::mirrorChanged, this, [this](const mirror::Change &change) {
        if (isVisible() && (change.everything || change.transfers || !change.items.isEmpty()))
            read();
    });
}

void OfflinePage::addUse()
{
    m_free = makeButton(tr("Free up space", "@action:button lets go of copies that were only opened"), ButtonKind::Secondary, this);
    m_free->setObjectName(QStringLiteral("free-up"));
    m_free->setVisible(m_actions);
    auto *card = addCard();
    m_used = card->addFact(tr("Used on this computer", "@label how many bytes are kept"), m_free);
    m_gauge = new Gauge(m_used->parentWidget());
    card->addBelow(m_used, m_gauge);
    connect(m_free, &QPushButton::clicked, this, &OfflinePage::freeUp);
}

void OfflinePage::addLimit()
{
    m_limit = new QDoubleSpinBox(this);
    m_limit->setObjectName(QStringLiteral("kept-limit"));
    m_limit->setRange(0, mostGigabytes);
    m_limit->setDecimals(1);
    m_limit->setSpecialValueText(tr("No limit", "@item instead of a size"));
    m_limit->setSuffix(tr(" GB", "@item:valuesuffix gigabytes"));
    m_limit->setKeyboardTracking(false);
    m_limit->setMinimumWidth(static_cast<int>(128 * textScale()));
    addCard()->addRow(tr("Use at most", "@label:spinbox a size"),
                      tr("At the limit, copies of files that you only opened go first, the longest unused before the others. "
                         "What you keep offline never goes by itself; keeping more is refused until there is room.",
                         "@info what happens when the limit is reached"),
                      m_limit);
    // Not at each step on the way: a limit lets go of copies at once.
    connect(m_limit, &QDoubleSpinBox::editingFinished, this, &OfflinePage::setLimit);
}

void OfflinePage::addPlace()
{
    m_open = makeButton(tr("Open folder", "@action:button in the desktop's file manager"), ButtonKind::Secondary, this);
    m_where = addCard()->addFact(tr("Where", "@label the folder of what is kept"), m_open);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); });
}

void OfflinePage::comeUp()
{
    read();
    if (!m_actions)
        return;
    m_actions->keptPlace(this, [this](const domain::Result<SettingsActions::Place> &place) {
        m_open->setEnabled(place.has_value());
        if (!place)
            return m_where->setText(tr("Not known", "@info instead of a folder"));
        m_folder = place->folder;
        const QString folder = shortFolder(place->folder, m_where->fontMetrics());
        m_where->setToolTip(place->folder);
        const QString disk = place->diskFree < 0
                                 ? QString()
                                 : tr("%1 free on this disk", "@info %1 is a size").arg(formatSize(place->diskFree, QLocale()));
        m_where->setText(disk.isEmpty() ? folder : folder + QLatin1Char('\n') + disk);
    });
}

void OfflinePage::read()
{
    if (!m_backend.mirror())
        return m_used->setText(tr("Nothing: nobody is signed in.", "@info instead of a size"));
    m_backend.mirror()->ask<mirror::KeptSummary>(
        this, [](const mirror::Reader &reader) { return reader.keptSummary(); },
        [this](const mirror::KeptSummary &kept) { showKept(kept); }, true);
}

void OfflinePage::showKept(const mirror::KeptSummary &kept)
{
    const QLocale locale;
    const qint64 limit = m_backend.keptLimit();
    QStringList words{limit > 0 ? tr("%1 of %2", "@info sizes: used, allowed").arg(formatSize(kept.bytes, locale), formatSize(limit, locale))
                                : formatSize(kept.bytes, locale)};
    words.append(tr("%n file(s) kept offline", "@info", static_cast<int>(kept.files)));
    const qint64 opened = kept.bytes - kept.pinnedBytes;
    if (opened > 0)
        words.append(tr("%1 only opened", "@info a size").arg(formatSize(opened, locale)));
    if (kept.edited > 0)
        words.append(tr("%n edited and not on the server yet", "@info how many files", static_cast<int>(kept.edited)));
    m_used->setText(words.join(QStringLiteral(" · ")));
    m_gauge->setShare(limit > 0 ? static_cast<double>(kept.bytes) / static_cast<double>(limit) : -1);
    m_free->setEnabled(opened > 0);
    m_free->setToolTip(opened > 0 ? QString() : tr("Everything here is kept offline on your wish.", "@info:tooltip"));
    if (m_limit->hasFocus())
        return;
    const QSignalBlocker quiet(m_limit);
    m_shownLimit = limit;
    m_limit->setValue(static_cast<double>(limit) / bytesOfGigabyte);
}

void OfflinePage::setLimit()
{
    const auto bytes = static_cast<qint64>(std::llround(m_limit->value() * bytesOfGigabyte));
    if (std::exchange(m_shownLimit, bytes) == bytes)
        return;
    m_backend.setKeptLimit(bytes, this, [this](const domain::Result<void> &result) {
        say(m_outcome, result ? QString() : errorText(result.error()).sentence());
        read();
    });
}

void OfflinePage::freeUp()
{
    m_free->setEnabled(false);
    m_actions->freeUp(this, [this](const domain::Result<void> &result) {
        say(m_outcome, result ? tr("Copies that were only opened are gone from this computer. The server has them.", "@info")
                              : errorText(result.error()).sentence());
        read();
    });
}

} // namespace learnlab::ui

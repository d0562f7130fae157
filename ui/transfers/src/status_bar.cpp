#include "ui/transfers/status_bar.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/margins.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include "ui/models/format.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace learnlab::ui {

namespace {

constexpr int barHeight = 40;
constexpr int barWidth = 160;
constexpr int narrowBarWidth = 112; ///< leaves room for the counts
constexpr int speedFrom = 760;
constexpr int badgeSize = 16;

QIcon badgeIcon(ItemStatus status, qreal ratio)
{
    QPixmap pixmap(QSize(badgeSize, badgeSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintBadge(&painter, QRect(0, 0, badgeSize, badgeSize), status, badgeSize);
    return pixmap;
}

} // namespace

StatusBar::StatusBar(Backend &backend, const support::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_clock(clock)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_speed(new QLabel(this))
    , m_problems(makeButton({}, ButtonKind::Flat, this))
    , m_changes(makeButton({}, ButtonKind::Flat, this))
    , m_counts(new QLabel(this))
    , m_opener(makeIconButton(QStringLiteral("panel-expand"), tr("Transfers"), this, QKeySequence(Qt::CTRL | Qt::Key_J)))
{
    setAccessibleName(tr("Status"));
    for (QLabel *label : {m_text, m_speed, m_counts})
        label->setFont(fontFor(Text::Small));
    m_text->setFont(fontFor(Text::SmallMedium));
    m_bar->setFixedWidth(barWidth);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(marginsFrom(20, 0, 12, 0));
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_speed);
    row->addWidget(m_problems);
    row->addWidget(m_changes);
    row->addStretch(1);
    row->addWidget(m_counts);
    row->addWidget(m_opener);
    setFixedHeight(heightFor(barHeight, font()));
    connect(m_opener, &QToolButton::clicked, this, &StatusBar::transfersRequested);
    for (QAbstractButton *button : {m_problems, m_changes}) {
        button->setProperty("small", true);
        button->setFont(fontFor(Text::Small));
    }
    connect(m_problems, &QAbstractButton::clicked, this, [this] {
        if (m_backend.transferSummary().failed > 0)
            Q_EMIT problemsRequested();
        else
            Q_EMIT changesRequested();
    });
    connect(m_changes, &QAbstractButton::clicked, this, &StatusBar::changesRequested);
    refresh();
}

QString StatusBar::idleText() const
{
    const session::Status session = m_backend.sessionStatus();
    const sync::Status sync = m_backend.syncStatus();
    const transfer::Summary summary = m_backend.transferSummary();
    const QLocale locale;
    QStringList parts;
    if (session.state == session::State::Offline) {
        parts << tr("Offline since %1", "time of day").arg(formatMoment(m_offlineSince.value_or(m_clock.now()), m_clock.now(), locale));
        parts << tr("nothing is lost");
    } else if (session.state == session::State::Expired) {
        parts << tr("Not signed in");
    } else if (sync.running && !sync.upToDate) {
        parts << tr("Reading the list of files…");
    } else if (sync.lastSync) {
        parts << tr("Up to date, %1", "day and time").arg(formatMoment(*sync.lastSync, m_clock.now(), locale));
        if (summary.safeToClose && m_waitingChanges == 0 && summary.paused + summary.failed == 0)
            parts << tr("safe to close the lid");
    }
    return parts.join(QStringLiteral(" · "));
}

void StatusBar::refresh()
{
    const bool offline = m_backend.sessionStatus().state == session::State::Offline;
    if (offline && !m_offlineSince)
        m_offlineSince = m_clock.now();
    else if (!offline)
        m_offlineSince.reset();

    const transfer::Summary summary = m_backend.transferSummary();
    const bool moving = summary.active > 0 && !offline;
    // In a narrow window what only adds to the rest gives way first.
    const double room = width() / textScale();
    m_bar->setFixedWidth(room > speedFrom ? barWidth : narrowBarWidth);
    const bool bar = moving && summary.bytesTotal > 0 && room > speedFrom - barWidth;
    const bool speed = moving && summary.bytesPerSecond > 0 && room > speedFrom;
    m_icon->setVisible(moving || offline);
    if (offline)
        m_icon->setPixmap(uiIcon(QStringLiteral("offline")).pixmap(QSize(16, 16), devicePixelRatioF()));
    if (moving) {
        m_icon->setPixmap(uiIcon(QStringLiteral("upload")).pixmap(QSize(16, 16), devicePixelRatioF()));
        m_text->setText(tr("Transferring %n file(s)", nullptr, summary.active));
        m_bar->setValue(summary.bytesTotal > 0 ? static_cast<int>(1000.0 * static_cast<double>(summary.bytesDone) / static_cast<double>(summary.bytesTotal)) : 0);
        const QLocale locale;
        const QString left = summary.timeLeft ? formatTimeLeft(*summary.timeLeft, locale) : QString();
        m_speed->setText(formatSpeed(summary.bytesPerSecond, locale) + (left.isEmpty() ? left : QStringLiteral(" · ") + left));
    } else if (summary.paused > 0 && !offline) {
        m_text->setText(tr("%n transfer(s) paused", nullptr, summary.paused));
    } else {
        m_text->setText(idleText());
    }
    const int problems = summary.failed + m_refusedChanges;
    m_problems->setVisible(problems > 0);
    m_problems->setText(tr("%n need(s) attention", nullptr, problems));
    if (problems > 0 && m_problems->icon().isNull())
        m_problems->setIcon(badgeIcon(ItemStatus::Failed, devicePixelRatioF()));
    m_changes->setVisible(m_waitingChanges > 0);
    m_changes->setText(tr("%n change(s) waiting", nullptr, m_waitingChanges));
    giveWay(bar, speed);
}

void StatusBar::giveWay(bool bar, bool speed)
{
    const QMargins margins = layout()->contentsMargins();
    int left = width() - margins.left() - margins.right() + layout()->spacing(); // which is between them only
    // As the layout counts: the bar is wider than it would be by itself.
    const auto neededFor = [this](const QWidget *part) {
        return part->sizeHint().boundedTo(part->maximumSize()).expandedTo(part->minimumSize()).width() + layout()->spacing();
    };
    const auto take = [&](const QWidget *part, bool wanted) {
        const int needed = neededFor(part);
        if (!wanted || needed > left)
            return false;
        left -= needed;
        return true;
    };
    for (const QWidget *part : {static_cast<QWidget *>(m_icon), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_problems),
                                static_cast<QWidget *>(m_changes), static_cast<QWidget *>(m_opener)})
        left -= part->isHidden() ? 0 : neededFor(part);
    m_bar->setVisible(take(m_bar, bar));
    m_counts->setVisible(take(m_counts, true));
    m_speed->setVisible(take(m_speed, speed));
}

void StatusBar::setChanges(int waiting, int refused)
{
    m_waitingChanges = waiting;
    m_refusedChanges = refused;
    refresh();
}

void StatusBar::setCounts(int items, int selected)
{
    QString text = tr("%n item(s)", nullptr, items);
    if (selected > 0)
        text += QStringLiteral(" · ") + tr("%n selected", nullptr, selected);
    m_counts->setText(text);
    refresh();
}

void StatusBar::setPanelOpen(bool open)
{
    m_opener->setVisible(!open);
    refresh(); // it needs room, or leaves some
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.window);
    paintHairline(&painter, rect().topLeft(), rect().topRight(), theme.line);
}

void StatusBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void StatusBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT transfersRequested();
}

} // namespace learnlab::ui

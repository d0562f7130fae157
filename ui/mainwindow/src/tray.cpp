#include "tray.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace learnlab::ui {

namespace {

constexpr int traySizes[] = {16, 22, 24, 32, 48};

int percentOf(const transfer::Summary &summary)
{
    return summary.bytesTotal > 0 ? static_cast<int>(summary.bytesDone * 100 / summary.bytesTotal) : 0;
}

QColor colorOf(TrayMark mark, const Theme &theme)
{
    return mark == TrayMark::Problem ? theme.danger : mark == TrayMark::Paused ? theme.placeholder : theme.accent;
}

/// A disc at the lower end: a ring that fills while something moves, two bars while it is paused, an exclamation mark
/// when somebody is needed. Its form says it too, not only its colour.
void paintMark(QPainter &painter, int size, TrayMark mark, int percent)
{
    const Theme &theme = themeOf(nullptr);
    const QRectF disc(size * 0.45, size * 0.45, size * 0.55, size * 0.55);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.base);
    painter.drawEllipse(disc);
    const QRectF inner = disc.adjusted(size * 0.05, size * 0.05, -size * 0.05, -size * 0.05);
    painter.setBrush(mark == TrayMark::Moving ? theme.track : colorOf(mark, theme));
    painter.drawEllipse(inner);
    const QPointF middle = inner.center();
    const double step = size * 0.06;
    if (mark == TrayMark::Moving) {
        painter.setBrush(colorOf(mark, theme));
        painter.drawPie(inner, 90 * 16, -std::max(4, percent) * 360 * 16 / 100);
        return;
    }
    painter.setBrush(theme.base);
    if (mark == TrayMark::Paused) {
        painter.drawRect(QRectF(middle.x() - 1.5 * step, middle.y() - 2 * step, step, 4 * step));
        painter.drawRect(QRectF(middle.x() + 0.5 * step, middle.y() - 2 * step, step, 4 * step));
        return;
    }
    painter.drawRect(QRectF(middle.x() - step / 2, middle.y() - 2.4 * step, step, 3 * step));
    painter.drawRect(QRectF(middle.x() - step / 2, middle.y() + 1.4 * step, step, step));
}

} // namespace

TrayMark trayMark(const transfer::Summary &summary)
{
    if (summary.failed > 0)
        return TrayMark::Problem;
    if (summary.active + summary.waiting > 0)
        return TrayMark::Moving;
    return summary.paused > 0 ? TrayMark::Paused : TrayMark::None;
}

QString trayText(const transfer::Summary &summary, session::State session)
{
    if (summary.failed > 0)
        return Tray::tr("%n item(s) need attention", "@info:tooltip of the icon in the tray", summary.failed);
    if (summary.active > 0)
        return Tray::tr("%n file(s) under way, %1 %", "@info:tooltip of the icon in the tray", summary.active).arg(percentOf(summary));
    if (session == session::State::Offline)
        return Tray::tr("Offline", "@info:tooltip of the icon in the tray");
    if (summary.waiting > 0)
        return Tray::tr("%n file(s) waiting", "@info:tooltip of the icon in the tray", summary.waiting);
    return summary.paused > 0 ? Tray::tr("Paused", "@info:tooltip of the icon in the tray")
                              : Tray::tr("Up to date", "@info:tooltip of the icon in the tray");
}

Tray::Tray(Backend &backend)
    : m_backend(backend), m_open(m_menu.addAction(QString())), m_pause(m_menu.addAction(QString())), m_quit(nullptr)
{
    m_menu.addSeparator();
    m_quit = m_menu.addAction(QString());
    m_icon.setContextMenu(&m_menu);
    connect(m_open, &QAction::triggered, this, &Tray::openRequested);
    connect(m_quit, &QAction::triggered, this, &Tray::quitRequested);
    connect(m_pause, &QAction::triggered, this, [this] {
        const transfer::Summary summary = m_backend.transferSummary();
        if (summary.active + summary.waiting > 0)
            m_backend.pauseAll();
        else
            m_backend.resumeAll();
    });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    connect(&m_backend, &Backend::transfersChanged, this, &Tray::follow);
    connect(&m_backend, &Backend::sessionChanged, this, &Tray::follow);
    paintIcon(TrayMark::None, 0);
    retranslate();
    m_icon.show();
}

void Tray::retranslate()
{
    m_open->setText(tr("Open LearnLab", "@action:inmenu of the icon in the tray"));
    m_quit->setText(tr("Quit", "@action:inmenu of the icon in the tray"));
    follow();
}

void Tray::follow()
{
    const transfer::Summary summary = m_backend.transferSummary();
    const bool moves = summary.active + summary.waiting > 0;
    m_pause->setText(moves ? tr("Pause all", "@action:inmenu of the icon in the tray") : tr("Resume all", "@action:inmenu of the icon in the tray"));
    m_pause->setEnabled(moves || summary.paused > 0);
    m_icon.setToolTip(QStringLiteral("LearnLab\n") + trayText(summary, m_backend.sessionStatus().state));
    // Each new picture goes to another process: only when one sees a difference.
    const TrayMark mark = trayMark(summary);
    const int percent = mark == TrayMark::Moving ? percentOf(summary) / 5 * 5 : 0;
    if (mark != m_mark || percent != m_percent)
        paintIcon(mark, percent);
}

void Tray::paintIcon(TrayMark mark, int percent)
{
    m_mark = mark;
    m_percent = percent;
    QIcon icon;
    for (const int size : traySizes) {
        QPixmap picture = applicationIcon().pixmap(size, size);
        picture.setDevicePixelRatio(1);
        if (mark != TrayMark::None) {
            QPainter painter(&picture);
            painter.setRenderHint(QPainter::Antialiasing);
            paintMark(painter, picture.width(), mark, percent);
        }
        icon.addPixmap(picture);
    }
    m_icon.setIcon(icon);
}

} // namespace learnlab::ui

#include <ui/browse/offline_bar.h>

#include <ui/models/format.h>

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <cmath>

namespace learnlab::ui {

namespace {

constexpr double bytesOfUnit = 1e9;
constexpr double mostUnits = 10000;

} // namespace

OfflineBar::OfflineBar(QWidget *parent) : QWidget(parent), m_words(new QLabel(this)), m_limit(new QDoubleSpinBox(this))
{
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setWordWrap(true);
    m_limit->setRange(0, mostUnits);
    m_limit->setDecimals(1);
    m_limit->setSpecialValueText(tr("No limit", "@item instead of a size"));
    m_limit->setSuffix(tr(" GB", "@item:valuesuffix gigabytes"));
    m_limit->setKeyboardTracking(false);
    m_limit->setAccessibleName(tr("Space for offline files", "@label accessible name of the field for a size"));
    auto *label = new QLabel(tr("Use at &most", "@label:spinbox in front of a size"), this);
    label->setBuddy(m_limit);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    row->addWidget(label);
    row->addWidget(m_limit);
    // Not at each step on the way: a limit lets go of copies at once.
    connect(m_limit, &QDoubleSpinBox::editingFinished, this, &OfflineBar::told);
}

void OfflineBar::told()
{
    const auto bytes = static_cast<qint64>(std::llround(m_limit->value() * bytesOfUnit));
    if (std::exchange(m_shown, bytes) != bytes)
        Q_EMIT limitChanged(bytes);
}

void OfflineBar::showKept(const mirror::KeptSummary &kept, qint64 limit)
{
    QStringList words{tr("%n file(s) kept", "@info how many files are kept offline", static_cast<int>(kept.files)),
                      tr("%1 used on this computer", "@info a size").arg(formatSize(kept.bytes, locale()))};
    if (kept.missing > 0) {
        words.append(
            tr("%n not here yet (%1)", "@info how many of them, and their size", static_cast<int>(kept.missing))
                .arg(formatSize(kept.missingBytes, locale())));
    }
    if (kept.edited > 0)
        words.append(tr("%n edited and not on the server yet", "@info how many files", static_cast<int>(kept.edited)));
    m_words->setText(words.join(QStringLiteral(" · ")));
    if (m_limit->hasFocus() || limit == m_shown)
        return;
    const QSignalBlocker quiet(m_limit);
    m_shown = limit;
    m_limit->setValue(static_cast<double>(limit) / bytesOfUnit);
}

} // namespace learnlab::ui

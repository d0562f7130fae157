#include "speed_choice.h"

#include "ui/common/fonts.h"
#include "ui/models/format.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>

#include <algorithm>
#include <cmath>
#include <utility>

namespace learnlab::ui {

namespace {

constexpr qint64 offered[] = {1'000'000, 5'000'000, 25'000'000};
constexpr double bytesOfUnit = 1e6;
constexpr double leastUnits = 0.1;
constexpr double mostUnits = 10'000;
constexpr qint64 own = -1;

} // namespace

SpeedChoice::SpeedChoice(const QString &name, QWidget *parent)
    : QWidget(parent), m_choice(new QComboBox(this)), m_own(new QDoubleSpinBox(this))
{
    m_choice->setAccessibleName(name);
    m_choice->setMinimumWidth(static_cast<int>(136 * textScale()));
    m_choice->addItem(tr("No limit", "@item:inlistbox of speed"), qint64(0));
    for (const qint64 limit : offered)
        m_choice->addItem(formatSpeed(limit, QLocale()), limit);
    m_choice->addItem(tr("Custom", "@item:inlistbox a limit of speed of one's own"), own);
    m_own->setAccessibleName(tr("%1, megabytes per second", "accessible name of a field, %1 is the name of the limit").arg(name));
    m_own->setRange(leastUnits, mostUnits);
    m_own->setDecimals(1);
    m_own->setSuffix(tr(" MB/s", "@item:valuesuffix megabytes per second"));
    m_own->setKeyboardTracking(false);
    m_own->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_choice);
    row->addWidget(m_own);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::activated, this, &SpeedChoice::choose);
    connect(m_own, &QDoubleSpinBox::valueChanged, this, [this](double units) { tell(std::llround(units * bytesOfUnit)); });
}

void SpeedChoice::setLimit(qint64 bytesPerSecond)
{
    if (m_own->hasFocus() && bytesPerSecond == m_limit)
        return;
    m_limit = bytesPerSecond;
    const int place = m_choice->findData(bytesPerSecond);
    m_choice->setCurrentIndex(place >= 0 ? place : m_choice->findData(own));
    m_own->setVisible(place < 0);
    if (place >= 0)
        return;
    const QSignalBlocker quiet(m_own);
    m_own->setValue(static_cast<double>(bytesPerSecond) / bytesOfUnit);
}

void SpeedChoice::choose()
{
    const qint64 chosen = m_choice->currentData().toLongLong();
    m_own->setVisible(chosen == own);
    if (chosen != own)
        return tell(chosen);
    const QSignalBlocker quiet(m_own);
    m_own->setValue(m_limit > 0 ? static_cast<double>(m_limit) / bytesOfUnit : 2);
    m_own->setFocus(Qt::TabFocusReason);
    m_own->selectAll();
    tell(std::llround(m_own->value() * bytesOfUnit));
}

void SpeedChoice::tell(qint64 limit)
{
    if (std::exchange(m_limit, limit) != limit)
        Q_EMIT limitChosen(limit);
}

} // namespace learnlab::ui

#include "ui/settings/look.h"

#include "ui/settings/setting_keys.h"

namespace learnlab::ui {

void applyLook(Appearance &appearance, const support::Settings &settings)
{
    const QString theme = settings.value(setting::theme);
    appearance.setChoice(theme == QLatin1String(themeName::light)  ? Appearance::Choice::Light
                         : theme == QLatin1String(themeName::dark) ? Appearance::Choice::Dark
                                                                   : Appearance::Choice::System);
    appearance.setMotionReduced(settings.value(setting::reducedMotion));
    appearance.setTextPercent(settings.value(setting::textPercent));
    appearance.setCompact(settings.value(setting::compact));
}

} // namespace learnlab::ui

#pragma once

#include "support/settings.h"

/// What settings.ini holds of a person's wishes for the program on this computer. What the engine follows has its keys in
/// the engine. Each is read where it is acted upon, and written by the settings dialog alone.
namespace learnlab::ui::setting {

/// "en", "de"; empty: as the desktop.
inline const support::Setting<QString> language{QLatin1String("general/language"), {}};
/// Closing the window leaves the program in the tray, where there is one.
inline const support::Setting<bool> keepRunning{QLatin1String("tray/keep_running"), true};
/// The person knows that there is no tray here.
inline const support::Setting<bool> trayMissed{QLatin1String("tray/missed"), false};
inline const support::Setting<bool> showNotifications{QLatin1String("notifications/shown"), true};

/// "light", "dark"; anything else: as the desktop.
inline const support::Setting<QString> theme{QLatin1String("appearance/theme"), {}};
inline const support::Setting<bool> compact{QLatin1String("appearance/compact"), false};
inline const support::Setting<int> textPercent{QLatin1String("appearance/text_percent"), 100, 100, 200};
inline const support::Setting<bool> reducedMotion{QLatin1String("appearance/reduced_motion"), false};

/// The log tells debug messages too.
inline const support::Setting<bool> detailedLog{QLatin1String("advanced/detailed_log"), false};

} // namespace learnlab::ui::setting

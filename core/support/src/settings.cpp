#include "support/settings.h"

namespace learnlab::support {

Settings::Settings(const QString &path) : m_file(path, QSettings::IniFormat) {}

bool Settings::save()
{
    m_file.sync();
    return m_file.status() == QSettings::NoError;
}

} // namespace learnlab::support

#include "ui/settings/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace learnlab::ui {

namespace {

/// The desktop's own form of the language where it is the same: a Swiss desktop that speaks German keeps its numbers.
QLocale localeOf(const QString &code)
{
    const QLocale desktop = QLocale::system();
    if (code.isEmpty())
        return desktop;
    const QLocale wanted(code);
    if (wanted.language() == desktop.language())
        return desktop;
    // Of the forms of Arabic one whose digits are those that hashes, addresses and names of files have.
    return wanted.language() == QLocale::Arabic ? QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates) : wanted;
}

} // namespace

QString CountingTranslator::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    QString words = QTranslator::translate(context, source, disambiguation, n);
    // Qt replaces both, the second by the locale.
    return n < 0 ? words : words.replace(QLatin1String("%n"), QLatin1String("%Ln"));
}

Language::Language(QString folder) : m_folder(std::move(folder)) {}

void Language::speak(const QString &code)
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_widgetWords);
    const QLocale locale = localeOf(code);
    QLocale::setDefault(locale);
    const QString name = QStringLiteral("learnlab");
    const QString joint = QStringLiteral("_");
    const bool found = code.isEmpty() ? m_words.load(locale, name, joint, m_folder) : m_words.load(name + joint + code, m_folder);
    if (!found && !m_words.load(QStringLiteral("learnlab_en"), m_folder))
        return;
    QCoreApplication::installTranslator(&m_words);
    const QLocale spoken(m_words.language());
    if (m_widgetWords.load(spoken, QStringLiteral("qtbase"), joint, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_widgetWords);
    QGuiApplication::setLayoutDirection(spoken.textDirection());
}

QList<Language::Choice> Language::choices() const
{
    const QList<Choice> known{{QStringLiteral("en"), QStringLiteral("English")},
                              {QStringLiteral("de"), QStringLiteral("Deutsch")},
                              {QStringLiteral("fr"), QStringLiteral("Français")},
                              {QStringLiteral("ar"), QStringLiteral("العربية")}};
    QList<Choice> there;
    for (const Choice &choice : known) {
        if (QFile::exists(QStringLiteral("%1/learnlab_%2.qm").arg(m_folder, choice.code)))
            there.append(choice);
    }
    return there;
}

} // namespace learnlab::ui

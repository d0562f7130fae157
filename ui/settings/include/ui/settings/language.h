#pragma once

#include <QList>
#include <QString>
#include <QTranslator>

namespace learnlab::ui {

/// What "%n" stands for is written as the language writes numbers: "12,345 items".
class CountingTranslator final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation = nullptr,
                                    int n = -1) const override;
};

/// The language that the program speaks: words, forms of numbers and dates, direction of reading. Made once by the
/// application root; the words go with it. Widgets keep the words that they were made with: who speaks another language
/// makes the windows anew. UI thread.
class Language
{
public:
    struct Choice
    {
        QString code; ///< "de"
        QString name; ///< in that language itself: "Deutsch"
    };

    /// `folder` holds learnlab_CODE.qm for each language.
    explicit Language(QString folder = QStringLiteral(":/learnlab/translations"));

    /// Empty: the desktop's, as far as we have its words; otherwise English, whose plural forms are in a file too.
    void speak(const QString &code);
    /// Those that there are words for.
    [[nodiscard]] QList<Choice> choices() const;

private:
    QString m_folder;
    CountingTranslator m_words;
    QTranslator m_widgetWords; ///< of the toolkit: "Cancel"
};

} // namespace learnlab::ui

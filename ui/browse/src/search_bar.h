#pragma once

#include <QtWidgets/QWidget>

class QActionGroup;
class QLabel;
class QMenu;

namespace learnlab::ui {

class FilterChip;

// The strip under the top bar while something is searched: how much was found, and what narrows it down. What the chips
// say is written as the words that can be typed as well (mirror/search_query.h). Its chips go to a second line where one
// is too narrow. UI thread; owned by its parent.
class SearchBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SearchBar(QWidget *parent);

    // The folder from which the search began. FOLDER empty: there is none to stay in.
    void begin(const QByteArray &folder, const QString &name);
    void showCount(int count); // below 0: not known yet
    // What is to be searched beside the words; empty: all.
    [[nodiscard]] QString restrictions() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    FilterChip *addChip(const QString &name, const QString &title);
    void addChoice(FilterChip *chip, const QString &text, const QString &words);
    void fillTypes();
    void fillTimes();
    void fillSizes();
    void arrange();

    QLabel *m_count;
    FilterChip *m_folder;
    FilterChip *m_type;
    FilterChip *m_time;
    FilterChip *m_size;
    FilterChip *m_offline;
    QLabel *m_hint;
};

} // namespace learnlab::ui

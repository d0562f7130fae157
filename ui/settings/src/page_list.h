#pragma once

#include <QListWidget>

namespace learnlab::ui {

/// The list of pages at the dialog's side: an icon of 20 and a name each, the one that is shown on the selection's
/// ground with its icon in the accent. UI thread.
class PageList final : public QListWidget
{
    Q_OBJECT

public:
    explicit PageList(QWidget *parent);

    void addPage(const QString &icon, const QString &name, int number);
    [[nodiscard]] int numberOf(int row) const;
    void setCurrentNumber(int number); ///< the first where there is none of that number

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
};

} // namespace learnlab::ui

#pragma once

#include <QWidget>

namespace learnlab::ui {

/// A number in a small disc behind a word. UI thread; owned by its parent.
class CountChip final : public QWidget
{
    Q_OBJECT

public:
    /// `alarming`: a number that should be seen.
    CountChip(bool alarming, QWidget *parent);

    bool setCount(int count); ///< 0: nothing is painted. True: it takes another room
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_alarming;
    int m_count = 0;
};

} // namespace learnlab::ui

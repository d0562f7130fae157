#pragma once

#include <QWidget>

class QFormLayout;

namespace learnlab::ui {

/// One side of a question: a title and its facts in a frame. UI thread.
class SideCard final : public QWidget
{
    Q_OBJECT

public:
    SideCard(const QString &title, QWidget *parent);

    /// `stands`: it is where the sides differ.
    void addFact(const QString &label, const QString &value, bool stands);
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFormLayout *m_form;
};

} // namespace learnlab::ui

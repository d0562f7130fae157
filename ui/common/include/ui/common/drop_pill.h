#pragma once

#include <QtWidgets/QWidget>

namespace learnlab::ui {

// Names the place where a drop would go, near the foot of its parent. Never takes the pointer. UI thread; owned by its
// parent.
class DropPill final : public QWidget
{
    Q_OBJECT
public:
    explicit DropPill(QWidget *parent);

    // VERB "Drop to upload to", TARGET "Semester 3 / Algorithms" (shown bold).
    void showTarget(const QString &verb, const QString &target, const QString &icon = QStringLiteral("upload"));
    // Why this place takes nothing.
    void showRefusal(const QString &reason);
    void setFoot(int pixels);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QString m_verb;
    QString m_target;
    QString m_icon;
    bool m_refused = false;
    int m_foot = 28;
};

// The highlight of a whole area as the target of a drop: a border inside it and a breath of colour. Never takes the
// pointer; covers its parent while shown. UI thread; owned by its parent.
class DropFrame final : public QWidget
{
    Q_OBJECT
public:
    explicit DropFrame(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace learnlab::ui

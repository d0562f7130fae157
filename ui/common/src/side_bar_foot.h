#pragma once

#include <QtWidgets/QAbstractButton>

namespace learnlab::ui {

// How much of the storage is used: a bar and a line of text. Amber from 90 %, red from 98 %.
class UsageGauge final : public QWidget
{
    Q_OBJECT
public:
    explicit UsageGauge(QWidget *parent);

    void setUsage(double share, const QString &text);
    void setRail(bool rail);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    double m_share = -1;
    bool m_rail = false;
};

// Who is signed in, and where; pressing it opens the account's menu.
class AccountRow final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit AccountRow(QWidget *parent);

    void setAccount(const QString &name, const QString &server);
    void setRail(bool rail);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_server;
    QString m_initials;
    bool m_rail = false;
};

} // namespace learnlab::ui

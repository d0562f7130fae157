#pragma once

#include "ui/models/backend.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace learnlab::ui {

struct Facts;
class IntegritySection;
class PreviewBox;
class ShareSection;
class Thumbnails;

/// What is known of what is selected: name, kind, size, dates, place, digest, and the public link to it. With nothing
/// selected it speaks of the folder that is shown. Reads in the background. UI thread; the backend and the clock outlive
/// it.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int usualWidth = 312;
    static constexpr int leastWidth = 280;
    static constexpr int mostWidth = 420;

    DetailsPane(Backend &backend, const support::Clock &clock, QWidget *parent = nullptr);
    ~DetailsPane() override;

    /// Where the picture of what is selected comes from; not owned.
    void setThumbnails(Thumbnails *thumbnails);

    /// Above this a selection is told by its count alone.
    static constexpr int mostLookedAt = 5000;
    /// `here`: the folder that is shown; null: none, or the root.
    void setItems(const QList<domain::ItemRef> &selected, int count, domain::FolderId here);
    void reread();
    /// Brings the link into sight, or what makes one, and gives it the focus.
    void goToLink();

Q_SIGNALS:
    void closeRequested();
    void folderRequested(const learnlab::domain::FolderId &folder);
    void proofRequested(const learnlab::domain::FileId &file);
    void said(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showFacts(const Facts &facts);
    void showOne(const Facts &facts);
    void addFact(const QString &label, const QString &value);
    void addPlace(const Facts &facts);
    void clearFacts();

    Backend &m_backend;
    const support::Clock &m_clock;
    QList<domain::ItemRef> m_selected;
    int m_count = 0;
    domain::FolderId m_here;
    QScrollArea *m_scroll;
    PreviewBox *m_icon;
    QLabel *m_name;
    QLabel *m_hint;
    QWidget *m_factsBox;
    QGridLayout *m_facts;
    int m_rows = 0; ///< of the facts
    quint64 m_asked = 0;
    quint64 m_shown = 0; ///< the question whose answer is shown
    IntegritySection *m_integrity;
    ShareSection *m_share;
    bool m_linkWanted = false; ///< goToLink() came before what it is about was read
};

} // namespace learnlab::ui

#pragma once

#include <ui/models/file_roles.h>

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace learnlab::ui {

class Thumbnails;

// The picture of one thing on a quiet ground, or the icon of its kind where there is none. UI thread; owned by its
// parent.
class PreviewBox final : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewBox(QWidget *parent);

    // Not owned; null: icons alone.
    void setThumbnails(Thumbnails *thumbnails);
    void showItem(const QByteArray &id, FileType type, bool folder);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask();

    QPointer<Thumbnails> m_thumbnails;
    QByteArray m_id;
    FileType m_type = FileType::Unknown;
    bool m_folder = false;
};

} // namespace learnlab::ui

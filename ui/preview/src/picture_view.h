#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <QPixmap>

namespace learnlab::ui {

/// A picture on a desk: fitted, or larger and then scrolled, by the bars, the keys or the hand. UI thread.
class PictureView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PictureView(QWidget *parent);

    /// `original`: how large the whole is in logical pixels; `paper`: draws an edge around it, and fits its width.
    void setPicture(const QImage &picture, const QSize &original, bool paper);
    /// Steps of a fifth; 0: fitted again.
    void zoomBy(int steps);
    [[nodiscard]] int percent() const; ///< of the original
    /// How large the picture has to be for this zoom, in pixels of the screen.
    [[nodiscard]] QSize wanted() const;
    void scrollToTop();
    [[nodiscard]] bool scrollBy(int lines); ///< false: there is nothing further

Q_SIGNALS:
    void zoomed(); ///< another size may be wanted

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] double fitted() const;
    [[nodiscard]] double factor() const { return fitted() * m_zoom; }
    [[nodiscard]] QSize shown() const;
    void setBars();

    QPixmap m_picture;
    QSize m_original;
    QPoint m_hand;
    double m_zoom = 1; ///< of the fitted size
    bool m_paper = false;
};

} // namespace learnlab::ui

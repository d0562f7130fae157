#include "picture_compare.h"

#include <algorithm>
#include <cstdlib>

namespace learnlab::tests {

namespace {

constexpr int patch = 20;

QImage patches(const QImage &image)
{
    // From 32 bits: of a picture with a palette the scaling would take single pixels.
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(image.width() / patch, image.height() / patch, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

} // namespace

double unlikeness(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 1;
    const QImage first = patches(one);
    const QImage second = patches(other);
    int most = 0;
    for (int y = 0; y < first.height(); ++y) {
        for (int x = 0; x < first.width(); ++x)
            most = std::max(most, std::abs(first.pixelColor(x, y).lightness() - second.pixelColor(x, y).lightness()));
    }
    return most / 255.0;
}

} // namespace learnlab::tests

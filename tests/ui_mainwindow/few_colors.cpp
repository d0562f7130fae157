#include "few_colors.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <utility>

namespace learnlab::tests {

namespace {

int distance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b);
    const int green = qGreen(a) - qGreen(b);
    const int blue = qBlue(a) - qBlue(b);
    return red * red + green * green + blue * blue;
}

QRgb nearest(const QList<QRgb> &colors, QRgb wanted)
{
    return *std::min_element(colors.cbegin(), colors.cend(), [wanted](QRgb a, QRgb b) { return distance(a, wanted) < distance(b, wanted); });
}

} // namespace

QImage withFewColors(const QImage &source)
{
    constexpr qsizetype common = 192;
    constexpr int alike = 400;
    const QImage image = source.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    }
    QList<QRgb> all = counts.keys();
    std::sort(all.begin(), all.end(), [&](QRgb a, QRgb b) { return std::pair(counts.value(b), a) < std::pair(counts.value(a), b); });
    QList<QRgb> colors = all.mid(0, common);
    for (const QRgb color : all.mid(common)) {
        if (colors.size() < 256 && distance(nearest(colors, color), color) > alike)
            colors.append(color);
    }
    QHash<QRgb, int> places;
    for (const QRgb color : std::as_const(all))
        places.insert(color, static_cast<int>(colors.indexOf(nearest(colors, color))));
    QImage small(image.size(), QImage::Format_Indexed8);
    small.setColorTable(colors);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            small.setPixel(x, y, static_cast<uint>(places.value(image.pixel(x, y))));
    }
    return small;
}

} // namespace learnlab::tests

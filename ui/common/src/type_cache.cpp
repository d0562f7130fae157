#include "type_cache.h"

#include <QtWidgets/QApplication>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr double bodyPixels = 13;
constexpr double bodyPoints = 9.75;

struct Step
{
    double pixels;
    QFont::Weight weight;
};

Step stepOf(Text role)
{
    switch (role) {
    case Text::Caption:
        return {11, QFont::Normal};
    case Text::Small:
        return {12, QFont::Normal};
    case Text::SmallMedium:
        return {12, QFont::Medium};
    case Text::Body:
        return {13, QFont::Normal};
    case Text::Label:
        return {13, QFont::Medium};
    case Text::Strong:
        return {13, QFont::DemiBold};
    case Text::Crumb:
        return {14, QFont::Normal};
    case Text::CrumbStrong:
        return {14, QFont::DemiBold};
    case Text::Heading:
        return {15, QFont::DemiBold};
    case Text::Title:
        return {20, QFont::DemiBold};
    }
    return {13, QFont::Normal};
}

} // namespace

QFont TypeCache::made(Text role, const QFont &base)
{
    const Step step = stepOf(role);
    QFont font = base;
    font.setPointSizeF((base.pointSizeF() > 0 ? base.pointSizeF() : bodyPoints) * step.pixels / bodyPixels);
    font.setWeight(step.weight);
    if (role == Text::Title)
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.2);
    return font;
}

const QFont &TypeCache::font(Text role)
{
    if (const QFont base = QApplication::font(); !m_filled || base != m_base) {
        m_base = base;
        m_filled = true;
        m_digits.clear();
        for (int i = 0; i < textRoleCount; ++i)
            m_fonts[size_t(i)] = made(Text(i), base);
    }
    return m_fonts[size_t(role)];
}

TypeCache::Digits TypeCache::measured(const QFont &font)
{
    Digits digits;
    digits.font = font;
    digits.raw = QRawFont::fromFont(font);
    const QList<QPointF> advances =
        digits.raw.advancesForGlyphIndexes(digits.raw.glyphIndexesForString(QStringLiteral("0123456789")));
    for (const QPointF &advance : advances)
        digits.width = std::max(digits.width, advance.x());
    return digits;
}

const TypeCache::Digits &TypeCache::digits(const QFont &font)
{
    const auto found =
        std::find_if(m_digits.begin(), m_digits.end(), [&font](const Digits &known) { return known.font == font; });
    if (found != m_digits.end())
        return *found;
    m_digits.push_back(measured(font));
    return m_digits.back();
}

} // namespace learnlab::ui

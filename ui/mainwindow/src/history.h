#pragma once

#include "ui/models/file_list_model.h"

namespace learnlab::ui {

/// Where the user has been: back and forward, as in a browser. A value.
class History
{
public:
    /// A new place: what was ahead is forgotten. The same place again changes nothing.
    void visit(const Place &place)
    {
        if (!m_places.isEmpty() && m_places.at(m_current) == place)
            return;
        m_places.resize(m_places.isEmpty() ? 0 : m_current + 1);
        m_places.append(place);
        if (m_places.size() > mostPlaces)
            m_places.removeFirst();
        m_current = m_places.size() - 1;
    }
    [[nodiscard]] bool canGoBack() const { return m_current > 0; }
    [[nodiscard]] bool canGoForward() const { return m_current + 1 < m_places.size(); }
    Place back() { return m_places.at(--m_current); }
    Place forward() { return m_places.at(++m_current); }
    void clear() { *this = {}; }

private:
    static constexpr qsizetype mostPlaces = 100;
    QList<Place> m_places;
    qsizetype m_current = 0;
};

} // namespace learnlab::ui

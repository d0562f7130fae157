#pragma once

class QLineEdit;

namespace learnlab::ui {

// The buttons inside a field come 18 high: makes them as large as the field gives room for, with the picture where it
// was. Call it when the field was laid out anew. UI thread.
void enlargeSideButtons(const QLineEdit &field);

} // namespace learnlab::ui

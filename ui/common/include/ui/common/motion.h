#pragma once

class QWidget;

namespace learnlab::ui {

// How long a movement in WIDGET lasts, in ms; 0: the person or the platform wants none.
[[nodiscard]] int motionTime(const QWidget *widget);

// Lets a widget that has just been shown grow from the edge below which it lies to its own height. Does nothing where
// motion is not wanted. The widget's minimum and maximum height are as before when it is over.
void growIn(QWidget *widget, int height);

// Lets a floating widget that has just been placed rise a little into its place.
void riseIn(QWidget *widget);

} // namespace learnlab::ui

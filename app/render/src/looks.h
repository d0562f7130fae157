#pragma once

#include "preview/protocol.h"

#include <QImage>

class QFile;

/// One function for each kind of file. All run after lockIn(), and may die of what they read.
namespace learnlab::render {

[[nodiscard]] preview::Answer answerTo(const preview::Request &request);

[[nodiscard]] preview::Answer lookAtImage(QFile &file, const preview::Request &request);
[[nodiscard]] preview::Answer lookAtPdf(const preview::Request &request);
/// Unsupported where the bytes are no text in any encoding.
[[nodiscard]] preview::Answer lookAtText(QFile &file, const preview::Request &request);

/// Words on a sheet of `box`, or a program's on a dark ground.
[[nodiscard]] QImage drawnText(const QString &text, const QSize &box, bool code);

[[nodiscard]] preview::Answer failure(preview::Outcome outcome);
/// The picture's pixels into the answer; TooLarge where they do not go into one.
void setPicture(preview::Answer *answer, const QImage &image);

/// Of a tile: how wide a sheet is in it, and how much of it shows below the margin above.
[[nodiscard]] QSize sheetIn(const QSize &box);

} // namespace learnlab::render

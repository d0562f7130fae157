#include "disposition.h"

namespace learnlab::server::objects {

std::string contentDisposition(std::string_view filename)
{
    static constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    std::string encoded;
    for (const char c : filename) {
        if (plain.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4U];
            encoded += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 15U];
        }
    }
    return "attachment; filename*=UTF-8''" + encoded;
}

} // namespace learnlab::server::objects

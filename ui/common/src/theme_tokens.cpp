#include <ui/common/theme.h>

// One line a token and nothing else: the two designed colour sets.
namespace learnlab::ui {

Theme Theme::light()
{
    Theme t;
    t.dark = false;
    t.window = QColor(0xF4F6F7);
    t.base = QColor(0xFFFFFF);
    t.raised = QColor(0xFFFFFF);
    t.sunken = QColor(0xE9EDEF);
    t.track = QColor(0xD5DCE0);
    t.hover = QColor(0xF0F4F5);
    t.pressed = QColor(0xE3E9EC);
    t.sel = QColor(0xD8EBF2);
    t.selOff = QColor(0xE6EAEC);
    t.line = QColor(0xE1E6E9);
    t.lineStrong = QColor(0xC3CCD1);
    t.control = QColor(0x79868D);
    t.text = QColor(0x1A2125);
    t.text2 = QColor(0x55626A);
    t.placeholder = QColor(0x626F77);
    t.disabled = QColor(0x9AA5AB);
    t.accent = QColor(0x0B6A88);
    t.accentHover = QColor(0x095872);
    t.accentPress = QColor(0x07475C);
    t.onAccent = QColor(0xFFFFFF);
    t.accentSoft = QColor(0xE3F1F6);
    t.success = QColor(0x24754A);
    t.successSoft = QColor(0xE5F3EB);
    t.warning = QColor(0x8F5500);
    t.warningSoft = QColor(0xFCF1DA);
    t.warningLine = QColor(0xE3BC6E);
    t.danger = QColor(0xB12A20);
    t.dangerSoft = QColor(0xFCEBE9);
    t.dangerLine = QColor(0xE5A9A3);
    t.onDanger = QColor(0xFFFFFF);
    t.toast = QColor(0x262E33);
    t.onToast = QColor(0xF3F6F7);
    t.toastLink = QColor(0x7FD0E8);
    t.folder = QColor(0x3E8CA8);
    t.folderTab = QColor(0x276F89);
    t.scrim = QColor(16, 22, 26, 115);
    return t;
}

Theme Theme::darkTheme()
{
    Theme t;
    t.dark = true;
    t.window = QColor(0x1D2225);
    t.base = QColor(0x16191C);
    t.raised = QColor(0x262C30);
    t.sunken = QColor(0x2A3135);
    t.track = QColor(0x343C41);
    t.hover = QColor(0x1F2529);
    t.pressed = QColor(0x2A3236);
    t.sel = QColor(0x17404F);
    t.selOff = QColor(0x2A3135);
    t.line = QColor(0x2B3236);
    t.lineStrong = QColor(0x465157);
    t.control = QColor(0x75838A);
    t.text = QColor(0xE7ECEE);
    t.text2 = QColor(0xA4B0B6);
    t.placeholder = QColor(0x94A1A8);
    t.disabled = QColor(0x5F6B71);
    t.accent = QColor(0x52B4D1);
    t.accentHover = QColor(0x6CC3DC);
    t.accentPress = QColor(0x3F9DBA);
    t.onAccent = QColor(0x05222C);
    t.accentSoft = QColor(0x16323D);
    t.success = QColor(0x5FC08C);
    t.successSoft = QColor(0x17301F);
    t.warning = QColor(0xE4B04C);
    t.warningSoft = QColor(0x352A14);
    t.warningLine = QColor(0x7A6128);
    t.danger = QColor(0xF2887E);
    t.dangerSoft = QColor(0x3A1F1D);
    t.dangerLine = QColor(0x8A4640);
    t.onDanger = QColor(0x16191C);
    t.toast = QColor(0xE7ECEE);
    t.onToast = QColor(0x1A2125);
    t.toastLink = QColor(0x0B6A88);
    t.folder = QColor(0x4C96AF);
    t.folderTab = QColor(0x37788F);
    t.scrim = QColor(0, 0, 0, 140);
    return t;
}

} // namespace learnlab::ui

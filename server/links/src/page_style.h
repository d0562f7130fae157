#pragma once
// The style of the public page. The colours are those of the desktop client.

#include <string_view>

namespace learnlab::server::links {

inline constexpr std::string_view pageStyle = R"css(
:root{color-scheme:light dark;--window:#F4F6F7;--base:#FFF;--sunken:#E9EDEF;--line:#E1E6E9;--control:#79868D;
--text:#1A2125;--text2:#55626A;--accent:#0B6A88;--hover:#095872;--press:#07475C;--on:#FFF;--danger:#B12A20;
--sheet:#687780;--shadow:0 1px 2px #10161a14,0 8px 24px #10161a14}
@media (prefers-color-scheme:dark){:root{--window:#16191C;--base:#1D2225;--sunken:#2A3135;--line:#2B3236;--control:#75838A;
--text:#E7ECEE;--text2:#A4B0B6;--accent:#52B4D1;--hover:#6CC3DC;--press:#3F9DBA;--on:#05222C;--danger:#F2887E;
--sheet:#82919A;--shadow:none}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;align-items:center;background:var(--window);
color:var(--text);font:15px/1.5 Inter,system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans Arabic",sans-serif;
padding:24px 16px}
header{display:flex;align-items:center;gap:10px;font-weight:600;margin-bottom:auto;padding-bottom:32px}
main{width:100%;max-width:432px;background:var(--base);border:1px solid var(--line);border-radius:12px;padding:32px;
text-align:center;box-shadow:var(--shadow)}
footer{margin-top:auto;padding-top:32px;color:var(--text2);font-size:13px;text-align:center}
.lead{margin:0 0 20px;color:var(--text2);font-size:14px}
.sheet{display:block;margin:0 auto 16px}
.sheet path{fill:var(--sheet)}
.sheet .fold{fill:#fff;opacity:.35}
.sheet text{fill:#fff;font:600 15px Inter,system-ui,sans-serif;text-anchor:middle}
.pdf{--sheet:#C4453B}.doc{--sheet:#3A70BE}.tab{--sheet:#2C8555}.sli{--sheet:#BF6A12}.pic{--sheet:#8458BC}
.vid{--sheet:#A9478A}.aud{--sheet:#B4506F}.cod{--sheet:#476273}.arc{--sheet:#84694A}
.mark{display:block;margin:0 auto 16px;stroke:var(--text2)}
h1{font-size:19px;line-height:1.35;font-weight:600;margin:0 0 4px;overflow-wrap:anywhere}
.size,.until,.hint{margin:0;color:var(--text2);font-size:14px}
.hint{margin-top:6px}
form{margin:24px 0 0}
button{font:inherit;font-weight:600;width:100%;min-height:44px;border:0;border-radius:8px;background:var(--accent);
color:var(--on);cursor:pointer}
button:hover{background:var(--hover)}
button:active{background:var(--press)}
button:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
label{display:block;text-align:start;font-weight:500;font-size:14px;margin-bottom:6px}
input{font:inherit;width:100%;height:44px;padding:0 12px;margin-bottom:16px;border:1px solid var(--control);border-radius:8px;
background:var(--base);color:var(--text)}
input:focus{outline:2px solid var(--accent);outline-offset:-1px}
input[aria-invalid]{border-color:var(--danger);margin-bottom:6px}
.error{margin:0 0 16px;text-align:start;color:var(--danger);font-size:14px}
.until{margin-top:12px;font-size:13px}
details{margin-top:20px;padding-top:16px;border-top:1px solid var(--line);text-align:start;font-size:13px;color:var(--text2)}
summary{cursor:pointer;border-radius:4px}
code{display:block;direction:ltr;text-align:left;margin-top:8px;padding:10px 12px;border-radius:8px;background:var(--sunken);
color:var(--text);font:12px/1.6 ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
)css";

} // namespace learnlab::server::links

<?xml version="1.0" encoding="UTF-8"?>
<!-- The look of the page. Colours are variables; contrast is at least 4.5 to 1 in both schemes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style">
    <style>
:root{color-scheme:light dark;--paper:#fcfbf8;--ink:#1d1b18;--quiet:#625c53;--rule:#d9d3c7;--tint:#f3efe7;--accent:#7a2e1d;--editor:#5b5a86;--link:#1f4e79;
--v0:#7a2e1d;--v1:#1f4e79;--v2:#355e2b;--v3:#6a3d85;--v4:#7a5600;--v5:#0b5f63}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#e9e5dc;--quiet:#aaa293;--rule:#3b3731;--tint:#201e1b;--accent:#e59a86;--editor:#b3b2e6;--link:#93c1ee;
--v0:#e59a86;--v1:#93c1ee;--v2:#a3cf95;--v3:#d0aaea;--v4:#e2bd62;--v5:#7fd0d4}}
*{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif","DejaVu Serif",Georgia,serif;line-height:1.6;overflow-wrap:break-word;font-kerning:normal}
header.record,main,footer.record{max-width:46rem;margin-inline:auto;padding-inline:1.25rem}
main,header.record,footer.record{position:relative}
.skip{position:absolute;inset-inline-start:-999rem;background:var(--ink);color:var(--paper);padding:.5rem 1rem}
.skip:focus{inset-inline-start:1rem;top:1rem;z-index:2}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:focus-visible,summary:focus-visible{outline:.15rem solid var(--link);outline-offset:.15rem}
header.record{padding-top:clamp(2rem,7vw,4.5rem)}
.institution{font:600 .78rem/1.4 system-ui,"Noto Sans","DejaVu Sans",sans-serif;letter-spacing:.09em;text-transform:uppercase;color:var(--accent);margin:0 0 1rem}
h1{font-size:clamp(1.45rem,3.6vw,2.1rem);line-height:1.22;font-weight:600;margin:0 0 .6rem;text-wrap:balance;letter-spacing:-.008em}
h2{font-size:1.15rem;line-height:1.35;margin:2.4rem 0 .6rem;font-weight:600;text-wrap:balance}
.created{color:var(--quiet);font-style:italic;margin:0 0 1.6rem}
.abstract{border-inline-start:.2rem solid var(--accent);padding-inline-start:1.1rem;margin:1.6rem 0;color:var(--ink)}
.abstract p{margin:.4rem 0}
details{border-block:1px solid var(--rule);margin:1.6rem 0;padding:.7rem 0}
summary{cursor:pointer;font:600 .82rem/1.5 system-ui,"Noto Sans","DejaVu Sans",sans-serif;color:var(--quiet)}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.3rem 1.4rem;margin:.8rem 0 .2rem;font-size:.88rem;line-height:1.5}
dt{grid-column:1;color:var(--quiet)}
dd{grid-column:2;margin:0;min-width:0;overflow-wrap:anywhere}
main{padding-block:1rem 2rem}
main p{margin:0 0 1rem;hyphens:manual}
main p,main li,dd{white-space:pre-line}
.opener,.closer{margin:1.2rem 0 1.6rem}
.opener p,.closer p{margin:0 0 .2rem;color:var(--quiet)}
.closer{text-align:end}
.classification{font:600 .8rem/1.6 system-ui,"Noto Sans","DejaVu Sans",sans-serif;letter-spacing:.08em;color:var(--accent)!important}
.turn{margin:0 0 1.1rem;--voice:var(--quiet)}
.voice-0{--voice:var(--v0)}.voice-1{--voice:var(--v1)}.voice-2{--voice:var(--v2)}.voice-3{--voice:var(--v3)}.voice-4{--voice:var(--v4)}.voice-5{--voice:var(--v5)}
.turn p{margin:0 0 .7rem}
.speaker{font:600 .84rem/1.45 system-ui,"Noto Sans","DejaVu Sans",sans-serif;color:var(--voice);margin:0 0 .1rem!important}
.speaker .person{color:inherit;text-decoration:none}
.speaker .delivery,.speaker .note{font-weight:400;font-style:italic}
.speaker.implied{font-weight:400;color:var(--voice);opacity:1}
.speaker.implied::before{content:"◦ "}
.reported{border-inline-start:.13rem solid var(--voice);padding-inline-start:1rem}
.turn.interjection{margin-inline-start:2.2rem;border-inline-start:.13rem dotted var(--voice);padding-inline-start:1rem;background:var(--tint);padding-block:.5rem .1rem}
.person{color:inherit;text-decoration:underline;text-decoration-color:var(--rule);text-decoration-thickness:.09em;text-underline-offset:.2em}
a.person:hover,a.person:focus-visible{text-decoration-color:currentColor;color:var(--link)}
time,.date{border-bottom:1px dotted var(--rule)}
.editor{color:var(--editor)}
.editor .person{color:inherit}
.gap,.vocal,.kinesic,.incident{font-style:italic}
.sic{text-decoration:underline wavy var(--editor) .06em;text-underline-offset:.2em}
.label{font-weight:600}
.ornament{text-align:center;letter-spacing:.4em}
ul.plain{list-style:none;padding:0;margin:0 0 1.2rem}
ul.plain li{padding-inline-start:1.4rem;text-indent:-1.4rem;margin:.15rem 0}
.list-head{font:600 .8rem/1.6 system-ui,"Noto Sans","DejaVu Sans",sans-serif;color:var(--quiet);margin:1.4rem 0 .2rem!important}
.l{padding-inline-start:2rem;text-indent:-1rem}.lg{margin:0 0 1rem}
.pb::before{content:attr(data-n);position:absolute;inset-inline-end:calc(100% - .2rem);width:4.5rem;text-align:end;font:400 .72rem/2.1 system-ui,"Noto Sans","DejaVu Sans",sans-serif;color:var(--quiet);white-space:nowrap;text-indent:0}
.pb::after{content:"‖";color:var(--quiet);font-size:.75em;padding-inline:.15em}
.break{height:0}.break .pb::after{content:""}
.page-item{height:0}.page-item .pb::after{content:""}
@media (max-width:62rem){.pb::before{position:static;width:auto;padding-inline:.35em}.break,.page-item{height:auto;border-top:1px solid var(--rule);margin:.6rem 0}.pb::after{content:""}}
sup{line-height:0;font-size:.72em}
.noteref a{text-decoration:none;padding:.25em .2em;font-family:system-ui,"Noto Sans","DejaVu Sans",sans-serif}
.notes{border-top:1px solid var(--rule);margin-top:2.5rem;font-size:.88rem}
.notes ol{list-style:none;margin:0;padding:0}
.notes li{display:grid;grid-template-columns:2.2rem 1fr auto;margin:.5rem 0;white-space:normal}
.notes p{margin:0 0 .4rem}
.notes .number{color:var(--quiet);font-family:system-ui,"Noto Sans","DejaVu Sans",sans-serif;font-size:.9em}
.back{text-decoration:none;padding-inline:.4rem;align-self:start}
:target{background:color-mix(in srgb,var(--v4) 16%,transparent)}
footer.record{padding-bottom:4rem;font-size:.88rem}
.people{border-top:1px solid var(--rule)}
.people ul{list-style:none;padding:0;columns:2 20rem;column-gap:2.4rem}
.people li{break-inside:avoid;margin:0 0 .65rem}
.people .name{font-weight:600}
.people .forms,.people .about{color:var(--quiet)}
.mentions{font:400 .8rem/1.6 system-ui,"Noto Sans","DejaVu Sans",sans-serif}
.mentions a{display:inline-block;min-width:1.5rem;text-align:center;text-decoration:none;border:1px solid var(--rule);border-radius:.2rem;margin:.1rem 0}
@media (max-width:34rem){dl{grid-template-columns:1fr}dd{grid-column:1;margin-bottom:.4rem}.turn.interjection{margin-inline-start:.6rem}}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--tint:#fff}html{font-size:10.5pt}body{line-height:1.45}.skip,.back,.mentions{display:none}header.record,main,footer.record{max-width:none;padding-inline:0}main{padding-inline-start:3rem}a{color:inherit}details:not([open]){display:none}.turn p{orphans:2;widows:2}h1,h2,.speaker{break-after:avoid}}
    </style>
  </xsl:template>
</xsl:stylesheet>

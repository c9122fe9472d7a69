<?xml version="1.0" encoding="UTF-8"?>
<!-- The look of the page: a serif reading column, page numbers in the margin on one side, the citation block on the other.
     Colours are variables; each has a contrast of 4.5 to 1 or more on both grounds of its scheme (WCAG 2.2, 1.4.3). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style">
    <style><xsl:choose><xsl:when test="$shell"><xsl:value-of select="concat($shell, 'style')"/></xsl:when><xsl:otherwise>
:root{color-scheme:light dark;
--paper:#fcfbf8;--tint:#f3efe6;--rule:#d9d3c7;--ink:#1d1b18;--quiet:#5f594f;--accent:#7a2e1d;--editor:#55548a;--link:#1f4e79;--edge:#8a8377;--mark:#f2e6bf;
--voice-0:#7a2e1d;--voice-1:#1f4e79;--voice-2:#355e2b;--voice-3:#6a3d85;--voice-4:#6e4e00;--voice-5:#0b5a5e;--voice:var(--quiet);
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Georgia,"DejaVu Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{
--paper:#171614;--tint:#211f1c;--rule:#423d36;--ink:#e9e5dc;--quiet:#aba394;--accent:#e59a86;--editor:#b5b4e8;--link:#93c1ee;--edge:#7d7567;--mark:#4a3f1c;
--voice-0:#e59a86;--voice-1:#93c1ee;--voice-2:#a3cf95;--voice-3:#d0aaea;--voice-4:#e2bd62;--voice-5:#7fd0d4}}
*{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);line-height:1.6;overflow-wrap:break-word}
header.record,main,aside.record,footer.record,nav.tools,nav.timeline,nav.index{max-width:40.5rem;margin-inline:auto;padding-inline:1.25rem}
main{position:relative;padding-block:1rem 1.5rem}
main:focus{outline:none}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:focus-visible,summary:focus-visible{outline:.15rem solid var(--link);outline-offset:.15rem;border-radius:.1rem}
:target{background:color-mix(in srgb,var(--voice-4) 15%,transparent);scroll-margin-top:30vh}
.skip{position:absolute;inset-block-start:-10rem;inset-inline-start:1rem;z-index:2;padding:.5rem 1rem;background:var(--ink);color:var(--paper)}
.skip:focus{inset-block-start:1rem}

/* scripts that know neither slanted nor spaced letters */
:is(:lang(ar),:lang(fa),:lang(ur),:lang(he),:lang(yi),:lang(zh),:lang(ja),:lang(ko)){font-style:normal!important;letter-spacing:0!important}
:is(:lang(zh),:lang(ja),:lang(ko)){--serif:"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;line-break:strict}

/* above the text */
header.record{padding-block-start:clamp(1.75rem,6vw,4rem)}
.institution{margin:0 0 .9rem;font:600 .76rem/1.4 var(--sans);letter-spacing:.08em;text-transform:uppercase;color:var(--accent)}
h1{margin:0 0 .7rem;font-size:clamp(1.5rem,1.1rem + 1.9vw,2.15rem);font-weight:400;line-height:1.22;text-wrap:balance}
h1.long{font-size:clamp(1.35rem,1.1rem + 1.2vw,1.75rem);line-height:1.28}
.created{margin:0 0 1.4rem;color:var(--quiet);font-style:italic}
.abstract{margin:1.5rem 0;padding-inline-start:1.1rem;border-inline-start:.2rem solid var(--accent)}
.abstract p{margin:0 0 .5rem}

/* the citation block */
aside.record{margin-block-start:1.6rem;font:400 .82rem/1.5 var(--sans)}
aside.record h2,footer.record h2,.notes h2,.index h2{margin:0 0 .8rem;font:600 .76rem/1.4 var(--sans);letter-spacing:.08em;text-transform:uppercase;color:var(--quiet)}
dl{margin:0;padding-block:.9rem;border-block:1px solid var(--rule)}
dl div{display:grid;grid-template-columns:10.5rem 1fr;column-gap:1rem;margin:0 0 .3rem}
dt{grid-column:1;color:var(--quiet)}
dd{grid-column:2;margin:0;min-width:0;overflow-wrap:anywhere;text-align:match-parent}
dd p{margin:0}

.cite{margin-block-end:1.1rem}
.cite h3,.index h3{margin:0 0 .35rem;font:600 .82rem/1.5 var(--sans);color:var(--quiet)}
.citation{display:block;margin:0 0 .6rem;font:400 .92rem/1.5 var(--serif);overflow-wrap:anywhere}
.exports{display:flex;flex-wrap:wrap;gap:.4rem}
.exports a,.exports button,.steps button{display:inline-flex;align-items:center;justify-content:center;min-height:1.75rem;min-width:1.75rem;padding:0 .6rem;border:1px solid var(--edge);border-radius:.25rem;background:none;color:var(--link);font:500 .8rem/1 var(--sans);text-decoration:none;cursor:pointer}
.exports [hidden]{display:none}
.exports a:hover,.exports button:hover,.steps button:hover{border-color:currentColor;background:var(--tint)}

/* what to show; who speaks when */
nav.tools{margin-block-start:1.8rem;padding-block-start:.9rem;font:400 .82rem/1.5 var(--sans)}
fieldset{display:flex;flex-wrap:wrap;gap:0 1rem;min-width:0;margin:0;padding:0;border:0}
legend{float:inline-start;width:11rem;margin-inline-end:.6rem;padding:.25rem 0;color:var(--quiet)}
.tools label{display:inline-flex;align-items:center;gap:.4rem;min-height:1.75rem;cursor:pointer}
.tools input{width:1rem;height:1rem;margin:0;accent-color:var(--accent)}
input:focus-visible,button:focus-visible{outline:.15rem solid var(--link);outline-offset:.15rem}
nav.timeline{margin-block-start:1.1rem;font:400 .78rem/1.5 var(--sans)}
.voice{display:grid;grid-template-columns:minmax(0,11rem) 2rem minmax(0,1fr);column-gap:.6rem;align-items:center;min-height:1.5rem}
.voice .name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:var(--voice);text-decoration:none;line-height:1.5rem}
.voice .name:hover{text-decoration:underline}
.voice .count{color:var(--quiet);text-align:end;font-variant-numeric:tabular-nums}
.voice svg{display:block;width:100%;height:.8rem;border-block-end:1px solid var(--rule)}
[dir=rtl] .voice svg{transform:scaleX(-1)}
.voice rect{fill:var(--voice)}
.voice a:hover rect{fill:var(--ink)}
body:has(.in-marks:checked) .sign,body:has(.in-hiding:checked) :is(.supplied,.ex,.corr,span.note,div.note) {display:none}
body:has(.in-marks:checked) :is(.supplied,.ex,.corr,.note,.unclear,.gap){background:var(--mark);border-radius:.15rem;-webkit-box-decoration-break:clone;box-decoration-break:clone}
body:has(.with-names:not(:checked)) main :is(.person,time,.date,.placeName,.orgName,.rs){text-decoration:none}
body:has(.with-pages:not(:checked)) main :is(.pb,.break){display:none}

/* blocks */
main p,main div.p,main div.ab{margin:0 0 .95rem}
h2,h3,h4,h5,h6{margin:2.2rem 0 .7rem;font-size:1.15rem;font-weight:600;line-height:1.35;text-wrap:balance}
h4,h5,h6{font-size:1rem;font-style:italic}
.opener,.closer{margin:1.2rem 0 1.5rem}
.opener .dateline,.opener .salute,.closer .dateline,.closer .salute{margin:0 0 .15rem}
.opener .dateline{color:var(--quiet)}
main .signed{margin:0 0 .15rem;text-align:end}
.classification{font:600 .78rem/1.6 var(--sans);letter-spacing:.06em;color:var(--accent)}
.ornament{text-align:center;letter-spacing:.4em}
.trailer{text-align:center;font-style:italic}
ul.plain{margin:0 0 1.2rem;padding:0;list-style:none}
ul.plain li{margin:.15rem 0;padding-inline-start:1.4rem;text-indent:-1.4rem}
ul.plain li *{text-indent:0}
:where(main) :where(ol,ul){margin:0 0 1.2rem;padding-inline-start:1.8rem}
main .list-head{margin:1.4rem 0 .2rem;font:600 .78rem/1.6 var(--sans);letter-spacing:.04em;color:var(--quiet)}
.label,.strong{font-weight:600}
.run{display:inline}.em{font-style:italic}.u{text-decoration:underline}.s{text-decoration:line-through}
:is(h1,h2,h3,h4,h5,h6) .block{display:block}
.lg{margin:0 0 1rem}.l{padding-inline-start:2rem;text-indent:-1rem}
.titlePage{margin:1.5rem 0 2.5rem;text-align:center}
.docTitle{margin-block-end:.6rem;font-size:1.35rem;line-height:1.35;text-wrap:balance}
.titlePage .docImprint,.titlePage .byline,.titlePage .docDate{color:var(--quiet)}
.castList{margin:1.2rem 0}.castItem{padding-inline-start:1.4rem;text-indent:-1.4rem}
.role{font-variant-caps:small-caps}
.address{margin:0 0 .95rem}
div.stage{margin:0 0 1rem;padding-inline-start:2rem;color:var(--quiet)}
.epigraph{margin:0 0 1.4rem;padding-inline-start:4rem;font-style:italic}
.wit{font:400 .8em var(--sans)}
blockquote{margin:0 0 1rem;padding-inline:1.6rem}
figure{margin:1.2rem 0}
.scroll{overflow-x:auto;margin:1.2rem 0}
table{margin:1.2rem 0;border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
caption{padding-block-end:.4rem;text-align:start;font:600 .78rem/1.6 var(--sans);letter-spacing:.04em;color:var(--quiet)}
:is(td,th,li,blockquote,figure)>:last-child:not(.permalink){margin-block-end:0}
th,td{padding:.25rem .7rem .25rem 0;border-block-end:1px solid var(--rule);text-align:start;vertical-align:top}

/* turns */
.turn{margin:0 0 1.15rem}
.turn p{margin:0 0 .7rem}
main .speaker{margin:0 0 .1rem;font:600 .82rem/1.5 var(--sans);color:var(--voice);break-after:avoid}
.speaker .person{color:inherit;text-decoration:none}
.speaker .delivery,.speaker i{font-weight:400;font-style:italic}
.speaker.implied{font-weight:400}
.reported{padding-inline-start:1rem;border-inline-start:.13rem solid var(--voice)}
.turn.interjection{margin-inline-start:2rem;padding:.55rem 1rem .05rem;border-inline-start:.13rem dotted var(--voice);background:var(--tint)}
.said.interjection{padding-inline:.2em;background:var(--tint);-webkit-box-decoration-break:clone;box-decoration-break:clone}

/* names, dates, an editor's hand */
.person{color:inherit;text-decoration:underline;text-decoration-color:var(--rule);text-decoration-thickness:.09em;text-underline-offset:.2em}
a.person:hover,a.person:focus-visible{color:var(--link);text-decoration-color:currentColor}
h1 .person:not(:hover,:focus-visible){text-decoration:none}
time,.date,.placeName,.orgName,.rs{text-decoration:underline dotted var(--rule) .08em;text-underline-offset:.22em}
h1 time,h1 .date,h1 .placeName,h1 .orgName,h1 .rs,.created time,.created .date{text-decoration:none}
.editor,.editor .person{color:var(--editor)}
.gap,.vocal,.kinesic,.incident,.stage,.delivery{font-style:italic}
div.editor{margin:0 0 .95rem}
.sic{text-decoration:underline wavy var(--editor) .06em;text-underline-offset:.2em}
.g{color:var(--quiet)}

/* pages */
.pb::before{content:attr(data-n);position:absolute;inset-inline-end:calc(100% + .9rem);width:4.5rem;text-align:end;text-indent:0;font:400 .72rem/2.3 var(--sans);color:var(--quiet);white-space:nowrap}
.pb::after{content:"|";color:var(--quiet);font-size:.8em;padding-inline:.1em}
main .break{height:0;margin:0;padding:0;border:0}
.break .pb::after{content:none}
@media (max-width:59.99rem){
.pb::before{position:static;padding-inline:.35em;border:1px solid var(--rule);border-radius:.2rem;line-height:1.4}
.pb::after{content:none}
main .break{display:flex;align-items:center;gap:.6rem;height:auto;margin:.9rem 0}
.break::after{content:"";flex:1;border-block-start:1px solid var(--rule)}
main tr.break{display:table-row}}

/* a link to each paragraph */
main p,main div.p{position:relative}
.permalink{position:absolute;inset-inline-start:calc(100% + .2rem);inset-block-start:0;padding-inline:.3rem;font-family:var(--sans);font-size:.85rem;color:var(--quiet);text-decoration:none;text-indent:0;opacity:0}
:hover>.permalink,:target>.permalink{opacity:1}
.permalink:hover{color:var(--link)}

/* notes, index */
sup{line-height:0;font-size:.7em}
h1 sup{font-size:.5em;vertical-align:.65em}
.noteref a{padding:.3em .25em;font-family:var(--sans);text-decoration:none}
.notes{margin-block-start:2.5rem;padding-block-start:1.1rem;border-block-start:1px solid var(--rule);font-size:.88rem;line-height:1.5}
.notes ol{margin:0;padding:0;list-style:none}
.notes li{display:grid;grid-template-columns:2.1rem minmax(0,1fr);margin:.45rem 0}
.notes p{margin:0 0 .4rem}
.notes li>div>p:last-of-type{display:inline}
.notes li>div>p:only-of-type{margin:0}
.notes .number{font-family:var(--sans);font-size:.9em;color:var(--quiet)}
.back{padding-inline:.35rem;text-decoration:none;font-family:var(--sans)}
.pop{position:fixed;inset:auto;margin:0;max-width:min(28rem,calc(100vw - 1rem));max-height:60vh;overflow:auto;padding:.8rem 1rem;border:1px solid var(--edge);border-radius:.35rem;background:var(--paper);color:var(--ink);font:400 .9rem/1.5 var(--serif);box-shadow:0 .4rem 1.6rem rgb(0 0 0/.22)}
.pop:focus{outline:none}
.pop p{margin:0 0 .4rem}
.here{background:var(--mark);outline:.13rem solid var(--accent);outline-offset:.1rem;border-radius:.1rem}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer.record{padding-block:0 4rem;font-size:.88rem}
nav.index{padding-block:1.1rem 1rem;font:400 .86rem/1.5 var(--sans)}
nav.index>h2{padding-block-start:1.1rem;border-block-start:1px solid var(--rule)}
.index section{margin-block-end:1.2rem}
.index ul{margin:0;padding:0;list-style:none}
.index li{break-inside:avoid}
.index details{margin:0;padding:0;border:0}
.index summary{display:flex;align-items:baseline;gap:.5rem;min-height:1.6rem;padding-block:.1rem;font:inherit;color:var(--ink);list-style:none}
.index summary::-webkit-details-marker{display:none}
.index summary:hover .name{text-decoration:underline}
.index summary::before{content:"+";flex:none;width:.7rem;color:var(--quiet)}
.index [open]>summary::before{content:"–"}
.index .name{flex:1;text-align:match-parent;min-width:0;overflow-wrap:anywhere}
.people [data-who] .name{color:var(--voice);font-weight:600}
.index .count{color:var(--quiet);font-variant-numeric:tabular-nums}
.index details p{margin:0 0 .5rem 1.2rem;color:var(--quiet)}
.mentions{font-size:.92em;line-height:2}
.mentions a{display:inline-block;min-width:1.65rem;padding-inline:.2rem;line-height:1.55rem;margin-block:.1rem;text-align:center;text-decoration:none;border:1px solid var(--rule);border-radius:.2rem}
.mentions a:hover{border-color:currentColor}
.steps{display:inline-flex;gap:.3rem;margin-inline-end:.5rem}
.steps button{min-height:1.65rem;padding:0}
details{margin:1.6rem 0 0;padding-block:.7rem;border-block:1px solid var(--rule)}
summary{cursor:pointer;font:600 .78rem/1.5 var(--sans);color:var(--quiet)}
details p{margin:.6rem 0;line-height:1.5}

@media (min-width:42rem) and (max-width:69.99rem){.index ul{columns:2;column-gap:2rem}}
@media (min-width:70rem){
body{display:grid;grid-template-columns:minmax(4.5rem,1fr) minmax(0,38rem) minmax(0,15.5rem) minmax(1rem,1fr);grid-template-rows:repeat(5,auto) 1fr;column-gap:2.6rem;align-items:start}
header.record,main,footer.record,nav.tools,nav.timeline{grid-column:2;width:100%;max-width:none;margin-inline:0;padding-inline:0}
.side{position:sticky;inset-block-start:0;grid-column:3;grid-row:1/span 6;max-height:100vh;overflow:auto;scrollbar-width:thin;padding:clamp(1.75rem,6vw,4rem) .4rem 1.5rem .2rem}
aside.record,nav.index{max-width:none;margin:0;padding:0}
nav.index{margin-block-start:1.2rem}
aside.record h2{margin-block-end:.9rem}
dl{border-block-end:0}
dl div{display:block;margin:0 0 .75rem}
dt{font-size:.92em}}
@media (min-width:92rem){
body{grid-template-columns:minmax(1rem,1fr) minmax(0,15rem) 3rem minmax(0,38rem) minmax(0,15.5rem) minmax(1rem,1fr)}
header.record,main,footer.record,nav.tools,nav.timeline{grid-column:4}
.side{display:contents}
:is(nav.index,aside.record){position:sticky;inset-block-start:0;grid-row:1/span 6;max-height:100vh;overflow:auto;scrollbar-width:thin;margin:0;padding:clamp(1.75rem,6vw,4rem) .4rem 1.5rem .2rem}
aside.record{grid-column:5}
nav.index{grid-column:2}
nav.index>h2{padding-block-start:0;border:0}}
@media (max-width:34rem){
legend{width:100%;padding-block-end:0}
dl div{display:block;margin:0 0 .55rem}
.turn.interjection{margin-inline-start:.5rem}
.voice{grid-template-columns:minmax(0,7rem) 1.6rem minmax(0,1fr)}
.permalink{display:none}
.reported{padding-inline-start:.75rem}}

@media print{
:root{--paper:#fff;--tint:#fff;--rule:#bbb;--ink:#000;--quiet:#444;--accent:#000;--editor:#333;--link:#000;
--voice-0:#000;--voice-1:#000;--voice-2:#000;--voice-3:#000;--voice-4:#000;--voice-5:#000}
@page{margin:2.2cm 2cm 2.2cm 2.6cm;@bottom-center{content:counter(page);font:8.5pt sans-serif;color:#444}}
html{font-size:10.5pt}
body{display:block;line-height:1.42}
h1{font-size:1.8rem}
h1.long{font-size:1.5rem}
.skip,.back,nav.tools,nav.timeline,nav.index,nav.exports,.permalink,.pop,footer.record{display:none}
main p,main div.p{position:static} /* what is positioned is painted last, and programs that read a PDF would find it there */
header.record,main,aside.record,footer.record{max-width:none;padding-inline:0}
header.record{padding-block-start:0}
aside.record{padding-block:0 1rem}
dl{border-block:1px solid var(--rule)}
dl div{display:grid;margin:0 0 .2rem}
a{color:inherit;text-decoration:none}
.person,time,.date,.placeName,.orgName,.rs{text-decoration:none}
.turn.interjection{padding-block:0}
p{orphans:2;widows:2}
h1,h2,h3,h4,h5,h6{break-after:avoid}
.notes li{break-inside:avoid}}
    </xsl:otherwise></xsl:choose></style>
  </xsl:template>
</xsl:stylesheet>

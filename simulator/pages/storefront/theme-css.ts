/** The whole look of the shop, its checkout included. Light and dark, down to a phone's width. */
export const THEME_CSS = `
:root{color-scheme:light dark;--ground:#fbf6ee;--paper:#fffdf9;--ink:#34271f;--soft:#6d5c50;--line:#e4d7c6;--accent:#7a3e2b;--on-accent:#fff8ee;--tint:#f3e8d9;--good:#2f6b47;--strip:#34271f;--on-strip:#f7ead8;--serif:Georgia,"Iowan Old Style","Palatino Linotype",serif}
@media (prefers-color-scheme:dark){:root{--ground:#1d1713;--paper:#271f1a;--ink:#f1e6da;--soft:#b9a696;--line:#43362d;--accent:#e2a184;--on-accent:#2b1710;--tint:#32271f;--good:#8ecfa6;--strip:#0f0c0a;--on-strip:#d9c8b5}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;display:flex;flex-direction:column;min-height:100vh}
h1,h2,h3{font-family:var(--serif);font-weight:500;line-height:1.2;margin:0 0 .6rem;text-wrap:balance}h1{font-size:clamp(1.8rem,4.5vw,2.6rem)}h2{font-size:1.4rem}h3{font-size:1.1rem}
p{margin:0 0 .9rem}a{color:var(--accent)}img,svg{display:block;max-width:100%}.soft,small{color:var(--soft)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}main:focus{outline:none}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:2}
.strip{background:var(--strip);color:var(--on-strip);font-size:.82rem;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;justify-content:center;padding:.35rem 1rem}.strip p{margin:0}.strip a{color:inherit}
.masthead{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;align-items:center;justify-content:space-between;width:100%;max-width:68rem;margin:0 auto;padding:1.1rem 1.25rem}
.brand{display:flex;gap:.7rem;align-items:center;font-family:var(--serif);font-size:1.35rem;text-decoration:none;color:inherit;white-space:nowrap}
.masthead nav{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem}.masthead nav a{color:inherit;text-decoration:none;padding:.25rem 0;border-bottom:1px solid transparent;white-space:nowrap}.masthead nav a:hover{border-color:currentColor}
.count{background:var(--accent);color:var(--on-accent);border-radius:1rem;padding:0 .5rem;font-size:.8rem}
main{width:100%;max-width:68rem;margin:0 auto;padding:.5rem 1.25rem 3.5rem;flex:1}
.foot{border-top:1px solid var(--line);padding:1.4rem 1.25rem;text-align:center;color:var(--soft);font-size:.9rem}.foot p{margin:.2rem 0}
.hero{background:var(--tint);border-radius:1rem;padding:clamp(1.5rem,5vw,3.5rem);margin-bottom:2.2rem}.hero p{max-width:34rem;font-size:1.1rem}
.goods{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:1.4rem;padding:0;margin:0;list-style:none}
.goods a{display:block;color:inherit;text-decoration:none}.goods img{width:100%;height:auto;border-radius:.8rem;margin-bottom:.7rem;transition:transform .2s}.goods a:hover img{transform:translateY(-3px)}.goods h3{margin:0}
@media (prefers-reduced-motion:reduce){.goods img{transition:none}}
.product{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:2.2rem;align-items:start}.product img{width:100%;height:auto;border-radius:1rem}
.price{font-size:1.25rem;font-family:var(--serif)}
button,.button{font:inherit;font-weight:600;display:inline-block;min-height:2.9rem;padding:.6rem 1.5rem;border-radius:.5rem;border:1px solid var(--accent);background:var(--accent);color:var(--on-accent);cursor:pointer;text-decoration:none}
button.quiet,.button.quiet{background:transparent;color:var(--accent)}button:hover,.button:hover{filter:brightness(1.08)}
label{font-weight:600;font-size:.92rem}input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.45rem;padding:.55rem .7rem;min-height:2.8rem;width:100%}
input[type=radio]{width:1.15rem;height:1.15rem;min-height:0;accent-color:var(--accent);flex:none}input[type=number]{width:5rem}
.buy{display:flex;gap:1rem;align-items:end;flex-wrap:wrap;margin-top:1.2rem}
.lines{list-style:none;margin:0;padding:0}.lines li{display:grid;grid-template-columns:4.2rem 1fr auto;gap:1rem;align-items:center;padding:.8rem 0;border-bottom:1px solid var(--line)}.lines img{border-radius:.5rem}.lines form{display:flex;gap:.5rem;align-items:center;margin-top:.3rem}.lines button{min-height:2.2rem;padding:.2rem .8rem;font-weight:500}
.lines p{margin:0}.sum{display:flex;justify-content:space-between;padding:.3rem 0}.sum.total{border-top:1px solid var(--line);font-weight:700;font-size:1.15rem;margin-top:.4rem;padding-top:.8rem}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.9rem;padding:1.3rem;margin-bottom:1.2rem}
.checkout-grid{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.6rem;align-items:start}@media (max-width:54rem){.checkout-grid{grid-template-columns:minmax(0,1fr)}.checkout-grid>.summary{order:-1}}
.fields{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));gap:.9rem}.fields>div{grid-column:span 6;display:grid;gap:.25rem}.fields>.half{grid-column:span 3}.fields>.third{grid-column:span 2}@media (max-width:34rem){.fields>.half,.fields>.third{grid-column:span 6}}
fieldset{border:0;padding:0;margin:0 0 1.2rem;min-width:0}legend{font-family:var(--serif);font-size:1.2rem;padding:0;margin-bottom:.7rem}
.option{display:flex;gap:.8rem;align-items:flex-start;padding:.9rem 1rem;border:1px solid var(--line);border-radius:.6rem;margin-bottom:.5rem;background:var(--paper);cursor:pointer;font-weight:400}.option:has(:checked){border-color:var(--accent);background:var(--tint)}.option .what{flex:1;min-width:0}.option .title{font-weight:600}.option[hidden]{display:none}.option input{margin-top:.25rem}
.card:has(> .slot:empty){display:none}.slot-error{border:2px solid #b3261e;color:#b3261e;border-radius:.5rem;padding:.5rem .8rem;font:14px/1.4 ui-monospace,monospace;white-space:pre-wrap}
.tick{display:flex;gap:1rem;align-items:center;margin-bottom:1.4rem}.tick svg{flex:none;color:var(--good)}.tick h1{margin:0;font-size:1.7rem}.tick p{margin:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
`;

/**
 * The page's own look inside any theme: font and colour are the theme's, lines and surfaces are mixed from the text colour,
 * so a dark theme is dark here too. A theme may set the `--hither-*` colours itself; each default keeps 3:1 on white and on black.
 */
export const TRACKING_STYLES = `
.hth{--_ok:var(--hither-success,#1f8a55);--_warn:var(--hither-warning,#b07600);--_bad:var(--hither-critical,#d3341c);--_line:color-mix(in srgb,currentColor 18%,transparent);--_soft:color-mix(in srgb,currentColor 5%,transparent);max-width:44rem;margin:2rem auto;padding:0 1rem;box-sizing:border-box;font:inherit;color:inherit;line-height:1.5}
@media (prefers-color-scheme:dark){.hth{--_ok:var(--hither-success,#3fb27a);--_warn:var(--hither-warning,#d99a1c);--_bad:var(--hither-critical,#f0644c)}}
.hth *{box-sizing:border-box}
.hth p{margin:.35rem 0}
.hth a{color:inherit;text-decoration:underline;text-underline-offset:.2em}
.hth :is(a,button,input,textarea,summary):focus-visible{outline:3px solid currentColor;outline-offset:2px}
.hth-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.hth-quiet{font-size:.9em;opacity:.82}
.hth-head{margin-bottom:1.5rem}
.hth-headline{margin:.15rem 0 .35rem;font-size:clamp(1.6rem,5vw,2.3rem);line-height:1.15;overflow-wrap:anywhere}
.hth-change s{margin-inline-end:.5rem;opacity:.82}
.hth-card{margin:1.25rem 0;padding:1.25rem;border:1px solid var(--_line);border-radius:.75rem;overflow-wrap:anywhere}
.hth-title{margin:0 0 .35rem;font-size:1.15rem;line-height:1.3}
.hth-answer{font-weight:600}
.hth-label{margin:1.25rem 0 .35rem;font-size:.95rem;line-height:1.3;font-weight:600}
.hth-steps{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:.5rem;margin:1rem 0;padding:0;list-style:none}
.hth-step{position:relative;display:grid;align-content:start;margin:0;padding-top:1.4rem;font-size:.9rem;line-height:1.3}
.hth-step::before{content:"";position:absolute;top:.3rem;inset-inline:0;height:.3rem;border-radius:1rem;background:color-mix(in srgb,currentColor 28%,transparent)}
.hth-step--done::before,.hth-step--now::before{background:var(--_ok)}
.hth-step--now .hth-step__label{font-weight:700}
.hth-step__note{font-size:.85em;opacity:.82}
.hth-trouble{margin:1rem 0;padding:.75rem 1rem;border-inline-start:.3rem solid var(--_warn);border-radius:.4rem;background:color-mix(in srgb,var(--_warn) 10%,transparent)}
.hth-trouble--critical{border-color:var(--_bad);background:color-mix(in srgb,var(--_bad) 9%,transparent)}
.hth-trouble .hth-label{margin-top:0}
.hth-items{margin:.35rem 0;padding:0;list-style:none}
.hth-items__count{display:inline-block;min-width:2.2em;opacity:.82}
.hth-facts{margin:1.25rem 0 0}
.hth-facts dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0}
.hth-facts dt{font-size:.9em;opacity:.82}
.hth-facts dd{margin:0}
.hth-number{font-variant-numeric:tabular-nums}
.hth-events{margin:.5rem 0 0;padding:0;list-style:none}
.hth-event{position:relative;margin:0;padding:0 0 1rem 1.4rem;border-inline-start:2px solid var(--_line)}
.hth-event:last-child{padding-bottom:.25rem}
.hth-event::before{content:"";position:absolute;inset-inline-start:calc(-.3rem - 1px);top:.45rem;width:.6rem;height:.6rem;border-radius:50%;background:currentColor}
.hth-event p{margin:0}
.hth :is(.hth-words,.hth-earlier) summary{display:inline-block;min-height:1.75rem;padding:.15rem 0;font-size:.9em;cursor:pointer;text-decoration:underline;text-underline-offset:.2em}
.hth-words p{padding:.4rem .7rem;border-radius:.4rem;background:var(--_soft);font-size:.9em}
.hth-foot{margin-top:1.5rem;font-size:.9em}
.hth-links{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}
.hth-links a{display:inline-block;min-height:1.75rem}
.hth-form{display:grid;gap:1.1rem;max-width:30rem;margin-top:1.25rem}
.hth-form label{display:block;margin-bottom:.35rem;font-weight:600}
.hth-form input{width:100%;min-height:2.9rem;padding:.6rem .8rem;font:inherit;color:inherit;background:transparent;border:1px solid color-mix(in srgb,currentColor 60%,transparent);border-radius:.4rem}
.hth-form input[aria-invalid]{border:2px solid var(--_bad)}
.hth-form textarea{width:100%;padding:.6rem .8rem;font:inherit;color:inherit;background:transparent;border:1px solid color-mix(in srgb,currentColor 60%,transparent);border-radius:.4rem}
.hth-scores{display:grid;gap:.35rem;margin:0;padding:0;border:0}
.hth-scores legend{margin-bottom:.35rem;padding:0;font-weight:600}
.hth-form .hth-scores label{display:flex;align-items:center;gap:.6rem;min-height:1.75rem;margin:0;font-weight:400}
.hth-form .hth-scores input{width:1.2rem;min-height:1.2rem;margin:0}
.hth-form button{justify-self:start;min-height:2.9rem;padding:.6rem 1.5rem;font:inherit;font-weight:600;color:inherit;background:var(--_soft);border:1px solid currentColor;border-radius:.4rem;cursor:pointer}
@media (max-width:34rem){.hth-steps{grid-auto-flow:row;gap:0}.hth-step{padding:0 0 .8rem 1.4rem;border-inline-start:.3rem solid var(--_line)}.hth-step::before{inset:.3rem auto auto -.5rem;width:.75rem;height:.75rem;border-radius:50%}.hth-step--done{border-color:var(--_ok)}.hth-step:last-child{border-color:transparent;padding-bottom:0}.hth-card{padding:1rem}}
@media print{.hth{margin:0;max-width:none}.hth-card{break-inside:avoid}.hth-links,.hth-form{display:none}.hth-words::details-content,.hth-earlier::details-content{content-visibility:visible;height:auto}}
`.trim();

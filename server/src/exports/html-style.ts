import type { CopySize } from '@withy/shared/api'
import type { Pages } from './pages.ts'

/** Of words, on a screen (a part of what the reader's browser has) and on paper. */
const LETTERS: Readonly<Record<CopySize, { readonly screen: string; readonly paper: string }>> = {
  normal: { screen: '1.125rem', paper: '11pt' },
  large: { screen: '1.5rem', paper: '18pt' },
  largest: { screen: '2rem', paper: '24pt' },
  easy: { screen: '1.5rem', paper: '18pt' },
}

/**
 * The look of the one-file page: read on any screen, in any theme, and printed with what it is on each page: at its head and
 * foot where browsers can do that, and a draft's behind its words where they cannot. Nothing in it is fetched.
 */
export const styleWith = ({ head, mark, isDraft, size }: Pick<Pages, 'head' | 'mark' | 'isDraft' | 'size'>): string => `
:root { color-scheme: light dark; --paper: #fffdf8; --card: #ffffff; --ink: #1c2526; --quiet: #424e54; --line: #d8d3c7; --accent: #1b5343; --mark: #7a320f; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16191a; --card: #1f2425; --ink: #f3f0e8; --quiet: #c3cac8; --line: #3d4546; --accent: #a3d9c1; --mark: #f5bb94; }
}
@media (prefers-contrast: more) {
  :root { --paper: #fff; --card: #fff; --ink: #000; --quiet: #000; --line: #000; --accent: #00382a; --mark: #5c1f00; }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :root { --paper: #000; --card: #000; --ink: #fff; --quiet: #fff; --line: #fff; --accent: #b9f5da; --mark: #ffd0ab; }
}
* { box-sizing: border-box; }
html { font: ${LETTERS[size].screen}/1.55 "Atkinson Hyperlegible Next", system-ui, sans-serif; background: var(--paper); color: var(--ink); }
.withy { display: flex; align-items: center; gap: 0.5rem; margin: 0 0 2rem; color: var(--accent); font-size: 1.2rem; font-weight: 700; }
body { max-inline-size: 42.5rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; overflow-wrap: anywhere; }
/* A long word is not broken where letters a little smaller hold it. */
h1 { font-size: clamp(1.1rem, 10vw, 2.074rem); line-height: 1.24; margin-block: 0 0.25rem; }
h2 { font-size: clamp(1.05rem, 8vw, 1.728rem); line-height: 1.24; margin-block: 2.5rem 1rem; padding-block-start: 1.5rem; border-block-start: 2px solid var(--ink); }
h3 { font-size: 1.44rem; line-height: 1.24; margin-block: 2.5rem 0.75rem; }
h4 { font-size: ${size === 'normal' ? '0.889rem' : '1rem'}; font-weight: 650; margin-block: 1.25rem 0.5rem; color: var(--quiet); }
h5, h6 { font-size: 1rem; margin-block: 1rem 0.25rem; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.note { border: 2px solid var(--mark); border-radius: 0.625rem; padding: 0.75rem 1rem; }
.note > p:first-child > strong { color: var(--mark);${isDraft ? ' letter-spacing: 0.1em;' : ''} }
.note + .note { margin-block-start: 1rem; }
.note + .note > p:first-child > strong { letter-spacing: normal; }
.quiet { color: var(--quiet); }
.means { border: 2px solid var(--accent); border-radius: 0.625rem; padding: 0.75rem 1rem; margin-block: 1.5rem; max-inline-size: 28em; }
.means > p { margin: 0; }
.means dt { color: inherit; font-weight: 700; }
/* Easy words: pictures 90 px or more, lines of 60 letters or fewer. Pictures are made for white, in every theme. */
.easy { list-style: none; padding: 0; }
.easy > li { display: grid; grid-template-columns: max(90px, 7rem) minmax(0, 26em); gap: 1rem; align-items: center; margin-block: 1.5rem; break-inside: avoid; }
.easy svg { display: block; inline-size: 100%; background: #fff; border-radius: 0.5rem; padding: 6px; }
.easy img { display: block; inline-size: 100%; max-block-size: 12rem; object-fit: contain; border-radius: 0.5rem; }
.easy p, .sides { grid-column: 2; margin: 0; }
/* The same in two languages: side by side, one under the other where that is too narrow. */
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr)); gap: 0.5rem 1rem; }
.sides > p { grid-column: auto; }
.sides > p + p { border-inline-start: 2px solid var(--line); padding-inline-start: 0.75rem; }
@media screen and (max-width: 23rem) {
  html:has(.easy) { font-size: max(1.334rem, 21.34px); }
  .easy > li { grid-template-columns: 90px minmax(0, 1fr); gap: 0.75rem; }
}
/* Letters so large that no word would fit beside a picture. */
@media screen and (max-width: 15rem) {
  .easy > li { grid-template-columns: minmax(0, 1fr); }
  .easy > li > * { grid-column: 1; }
  .easy svg, .easy img { max-inline-size: 90px; }
}
.cards { list-style: none; padding: 0; }
.cards > li { border: 1px solid var(--line); border-radius: 0.625rem; padding: 0.75rem 1rem; margin-block: 0.75rem; background: var(--card); }
.name { font-weight: 700; margin: 0; }
dl { margin: 0; }
dt { color: var(--quiet); margin-block-start: 0.4rem; }
dd { margin-inline-start: 0; }
table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: 0.5rem 0.75rem; text-align: start; vertical-align: top; }
thead th { color: var(--quiet); }
/* On a narrow screen a row is a card, each cell under its head. That these are tables is said by their roles. */
@media screen and (max-width: 36rem) {
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tr, tbody th, td { display: block; inline-size: auto; border: 0; padding: 0; }
  tr { border: 1px solid var(--line); border-radius: 0.625rem; padding: 0.75rem 1rem; margin-block: 0.75rem; background: var(--card); }
  td::before { content: attr(data-head) / ""; display: block; color: var(--quiet); margin-block-start: 0.4rem; }
  td:empty { display: none; }
}
footer { margin-block-start: 3rem; border-block-start: 2px solid var(--ink); }
.mark { font-family: monospace; overflow-wrap: anywhere; }
.on-paper { display: none; }
@page { size: A4; margin: 2cm; @top-center { content: "${head}"; font: 700 ${size === 'normal' ? '10pt' : LETTERS[size].paper} sans-serif; } @bottom-center { content: "${mark}"; font: ${size === 'normal' ? '10pt' : LETTERS[size].paper} sans-serif; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --quiet: #333; --line: #666; --accent: #000; --mark: #000; }
  html { font-size: ${LETTERS[size].paper}; }
  body { max-inline-size: none; padding: 0; }
  h2, h3, h4, h5, h6, dt, .name { break-after: avoid; }
  .cards > li { break-inside: avoid-page; }
  .easy > li { grid-template-columns: 3cm minmax(0, 26em); gap: 0.8cm; break-inside: avoid-page; }
  nav { display: none; }
  /* A fixed element is printed on every page. It is an outline behind the words, so that it covers none. */
  .on-paper { display: block; position: fixed; inset-block-start: 40%; inset-inline: 0; margin: 0; z-index: -1; text-align: center; font: 700 7rem sans-serif; color: #0000; -webkit-text-stroke: 1px #bbb; transform: rotate(-30deg); }
}
@media (forced-colors: active) { .note, .cards > li, th, td, tr, .sides > p { border-color: CanvasText; } }
`

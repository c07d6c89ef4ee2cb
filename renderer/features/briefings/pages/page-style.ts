/**
 * Sheets of A4 with the margins of the printed briefing. The engine's own column fragmentation cuts each flow into the
 * text areas of its pages, by the same break rules as print: rows of one column, one below the other, where columns
 * can wrap (CSS Multi-column 2, from Chromium 145); on an older engine the sheets of a flow run to the right. Print keeps
 * table heads whole, and so repeats them; columns do so only when told. The first section of a flow begins its page: in print
 * that is told by the sections before it, which stand in other flows here.
 *
 * Sheets are laid out at their printed size with the widths that letters have in print, and only then scaled: what stands
 * on which page is the same at every size (test/journeys/briefing-pages.test.ts).
 */
export const pageStyle = `
:host { display: block; }
.flow {
  --width: 210mm; --height: 297mm; --margin: 22mm; --between: 7mm; --scale: var(--zoom, 0.6);
  --text-width: calc(var(--width) - 2 * var(--margin)); --text-height: calc(var(--height) - 2 * var(--margin));
  --along: calc(var(--pages) * (var(--height) + var(--between)) - var(--between));
  position: relative; width: var(--width); height: var(--along);
  transform: scale(var(--scale)); transform-origin: 0 0;
  margin: 0 calc(var(--width) * (var(--scale) - 1)) calc(var(--along) * (var(--scale) - 1) + var(--between) * var(--scale))
    max(0px, calc((100% - var(--width) * var(--scale)) / 2));
}
.flow.wide { --width: 297mm; --height: 210mm; --scale: var(--wide-zoom, 0.5); }
.sheet {
  position: absolute; left: 0; top: calc(var(--index) * (var(--height) + var(--between)));
  width: var(--width); height: var(--height); background: #fff; box-shadow: 0 0 0 1px var(--strong-line);
}
.sheet > p {
  position: absolute; left: var(--margin); right: var(--margin); display: grid; margin: 0;
  grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); column-gap: 6mm;
  font: 7.5pt/10pt Inter, sans-serif; color: #1c1b18; white-space: nowrap;
}
.sheet > .head { top: 9mm; }
.sheet > .foot { bottom: 9mm; }
.sheet .marking { grid-column: 2; font-weight: 600; letter-spacing: 0.18em; }
.sheet .title { overflow: hidden; text-overflow: ellipsis; }
.sheet .pages { text-align: right; font-variant-numeric: tabular-nums; }
.step { position: absolute; width: calc(var(--width) + var(--between)); height: calc(var(--height) + var(--between)); }
.flow-text.briefing {
  background: none; text-rendering: geometricPrecision; position: absolute; top: var(--margin); left: var(--margin); width: var(--text-width);
  columns: var(--text-width) 1; column-fill: auto;
  column-height: var(--text-height); column-wrap: wrap; gap: calc(2 * var(--margin) + var(--between));
}
.flow-text section.new-page { break-before: column; }
.flow-text > section:first-child { padding-top: 0; }
.flow-text > section:first-child > h2 { margin-top: 0; }
.flow-text thead { break-inside: avoid; }
.flow-text [data-excerpt] { cursor: pointer; }
.flow-text .aimed { background: color-mix(in srgb, #0b5c63 14%, transparent); scroll-margin: 24mm; }
.flow-text .shown { box-shadow: -4mm 0 0 #fff, -4.6mm 0 0 #0b5c63; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
::highlight(briefing-places) { background-color: #f8e9a1; }
::highlight(briefing-place) { background-color: #0b5c63; color: #fff; }
@supports not (column-wrap: wrap) {
  .flow { --along: var(--height); width: calc(var(--pages) * (var(--width) + var(--between)) - var(--between)); margin-left: 0; margin-right: 0; }
  .flow-text { height: var(--text-height); }
  .sheet { top: 0; left: calc(var(--index) * (var(--width) + var(--between))); }
}
`

// Small mends to installed packages, made where they lie: what bundles, tests and measures them all sees the same.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packages, SetupError } from './project.mjs'

const pdfWorker = 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** Each replaces one place in a file, and is to be looked at again when the package's version changes. */
const mends = [
  {
    // A stretch of marked content may say what its glyphs mean where they cannot say it themselves (ISO 32000-1,
    // 14.9.4). Browsers print ligatures and figures so; PDF.js passes it over when it reads text.
    file: pdfWorker,
    from: `                tag: args[0] instanceof Name ? args[0].name : null
              });
            }
            break;
          case OPS.endMarkedContent:`,
    to: `                tag: args[0] instanceof Name ? args[0].name : null,
                actualText: args[1] instanceof Dict && typeof args[1].get("ActualText") === "string" ? stringToPDFString(args[1].get("ActualText")) : null
              });
            }
            break;
          case OPS.endMarkedContent:`,
  },
  {
    // The name and the weight of a face tell a heading from text. PDF.js gives them away only with all that is needed for
    // drawing a page, which takes as long again as reading it.
    file: pdfWorker,
    from: `          descent: font.descent,
          vertical: font.vertical
        };`,
    to: `          descent: font.descent,
          vertical: font.vertical,
          name: font.name,
          bold: font.bold || font.black,
          italic: font.italic
        };`,
  },
  {
    // The soft hyphen that ends a line is drawn and seen; without it the halves of the word look like two.
    file: pdfWorker,
    from: 'if (category.isInvisibleFormatMark) {',
    to: 'if (category.isInvisibleFormatMark && glyph.unicode !== "\\xAD") {',
  },
  {
    // A glyph that stands for a letter and its mark together is as wide as it is drawn; only a mark alone has no width.
    file: pdfWorker,
    from: 'new RegExp("^(\\\\s)|(\\\\p{Mn})|(\\\\p{Cf})$", "u")',
    to: 'new RegExp("^(\\\\s)|^(\\\\p{Mn})|(\\\\p{Cf})$", "u")',
  },
  // Where each glyph of a run stands, for those who ask with `fontExtraProperties`: from where to where along the line, two
  // numbers a part of the string, and how many code units the part has in it. A space that no glyph draws has none.
  {
    file: pdfWorker,
    from: `      initialized: false,
      str: [],
      totalWidth: 0,`,
    to: `      initialized: false,
      str: [],
      edges: [],
      totalWidth: 0,`,
  },
  {
    file: pdfWorker,
    from: `        if (!intersector) {
          textChunk.str.push(glyphUnicode);
        }`,
    to: `        if (!intersector) {
          textChunk.str.push(glyphUnicode);
          if (self.options.fontExtraProperties) {
            const edge = textChunk.vertical ? textChunk.totalHeight + textChunk.height * textChunk.textAdvanceScale : textChunk.totalWidth + textChunk.width * textChunk.textAdvanceScale;
            const part = textChunk.str.length - 1;
            while (textChunk.edges.length < part * 2) textChunk.edges.push(NaN);
            textChunk.edges.push(Math.abs(edge - scaledDim * textChunk.textAdvanceScale), Math.abs(edge));
          }
        }`,
  },
  {
    file: pdfWorker,
    from: `      return {
        str: bidiResult.str,
        dir: bidiResult.dir,`,
    to: `      const glyphs = self.options.fontExtraProperties ? {
        edges: new Float32Array(textChunk.edges),
        lengths: new Uint8Array(textChunk.str.map(part => part.length === 1 && part < "\x80" || disableNormalization ? part.length : normalizeUnicode(part).length))
      } : undefined;
      textChunk.edges = [];
      return {
        ...(glyphs && { glyphs }),
        str: bidiResult.str,
        dir: bidiResult.dir,`,
  },
]

/** Makes the mends that have not been made. */
export function mendPackages() {
  for (const { file, from, to } of mends) {
    const place = path.join(packages, file)
    const before = readFileSync(place, 'utf8')
    if (before.includes(to)) continue
    if (before.split(from).length !== 2)
      throw new SetupError(
        `${file} is not as main/setup/mending.mjs knows it: look the mend up again for this version.`,
      )
    writeFileSync(
      place,
      before.replace(from, () => to),
    )
  }
}

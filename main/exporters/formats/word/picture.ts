import { xmlText } from '../../office/parts.ts'
import { metafile } from '../drawing/metafile.ts'
import { shapesOf } from '../drawing/shapes.ts'
import { millimetres, type Place } from '../sheet-looks.ts'
import type { WordPackage } from './package.ts'

/** English metric units in a millimetre (ECMA-376, 20.1.2.1). */
const units = 36_000
/** What a page holds beside a caption, in millimetres. */
const most = { across: 166, high: 215 }

/** A drawing in the line, with its words as its alternative. */
export function pictureXml(place: Place, word: WordPackage): string {
  const { element } = place
  const [x = 0, y = 0, width = 100, height = 100] = String(element.attributes.viewBox ?? '')
    .split(/[\s,]+/)
    .map(Number)
  const look = word.lookOf(place)
  const wished = millimetres(look.width) ?? most.across
  const across = Math.min(wished, most.across, (most.high * width) / height)
  const high = (across * height) / width
  const bytes = metafile(shapesOf(place, word.lookOf), { x, y, width, height, across, high })
  const { relation, number } = word.picture(bytes)
  const alternative = xmlText(String(element.attributes['aria-label'] ?? ''))
  const extent = `cx="${Math.round(across * units)}" cy="${Math.round(high * units)}"`
  return [
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>`,
    `<wp:docPr id="${number}" name="${number}" descr="${alternative}"/>`,
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
    `<pic:nvPicPr><pic:cNvPr id="${number}" name="${number}" descr="${alternative}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('')
}

import type { AsOf, RiskMap } from '../../../../shared/contract/risks.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import type { AppetiteLine } from '../../../../shared/rules/register/drawing/cells.ts'
import { mapPicture } from '../../../../shared/rules/register/drawing/picture.ts'
import {
  type Picture,
  pictureFont,
  roughWidth,
  type Shape,
  svgOf,
} from '../../../../shared/rules/register/drawing/shapes.ts'
import { call } from '../../../api.ts'
import { notify } from '../../../notices.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { cellName } from './MapDrawing.tsx'
import { appetiteWords } from './MapLegend.tsx'
import { clockOf, dayOf, dayWords } from './stops.ts'

type Shown = { map: RiskMap; asOf: AsOf; appetite: readonly AppetiteLine[]; arrows: boolean; selected: RiskId | null }

/** The page of the map as it is shown, with the name and the marking of the case. */
const pictureOf = ({ map, asOf, appetite, arrows, selected }: Shown, name: string, marking: string): Picture => {
  const told = { count: map.risks.length, criteria: map.criteria.name }
  return mapPicture({
    map,
    appetite,
    arrows: arrows ? 'every' : map.risks.some(({ id }) => id === selected) ? selected : null,
    words: {
      title: `${name}: ${say('heatMap.name')}`,
      subtitle:
        asOf === null
          ? say('heatMap.pictureNow', { ...told, day: dayWords(presentDay()) })
          : say('heatMap.pictureOf', { ...told, day: dayWords(dayOf(asOf)), clock: say(`heatMap.${clockOf(asOf)}`) }),
      marking,
      impactAxis: say('heatMap.impactAxis'),
      legend: {
        inherent: say('heatMap.legendInherent'),
        target: say('heatMap.legendTarget'),
        range: say('heatMap.legendRange'),
        opportunity: say('heatMap.legendOpportunity'),
        foreign: say('heatMap.legendForeign'),
        closed: say('heatMap.legendClosed'),
      },
      appetite: appetiteWords,
      cell: cell => cellName(cell, map.criteria),
      range: ({ low, high }) => say('heatMap.range', { low, high }),
      more: count => say('heatMap.more', { count }),
    },
  })
}

/** Pixels of a PNG for each of the picture: sharp in print. */
const density = 2

const drawShape = (on: CanvasRenderingContext2D, shape: Shape) => {
  if (shape.kind === 'path') {
    const path = new Path2D(shape.d)
    if (shape.fill !== undefined) {
      on.fillStyle = shape.fill
      on.fill(path)
    }
    if (shape.stroke === undefined) return
    on.strokeStyle = shape.stroke
    on.lineWidth = shape.width ?? 1
    on.setLineDash(shape.dash?.split(' ').map(Number) ?? [])
    on.stroke(path)
    return
  }
  const { x, y, words, size, fill, weight = 400, anchor = 'start', longest, spacing = 0 } = shape
  on.font = `${weight} ${size}px ${pictureFont}`
  on.fillStyle = fill
  on.textAlign = anchor === 'middle' ? 'center' : anchor
  on.letterSpacing = `${spacing}px`
  const isLong = longest !== undefined && roughWidth(words, size) > longest
  on.fillText(words, x, y, isLong ? longest : undefined)
}

const pngOf = async (picture: Picture): Promise<Uint8Array<ArrayBuffer> | null> => {
  await document.fonts.ready
  const canvas = document.createElement('canvas')
  canvas.width = picture.width * density
  canvas.height = picture.height * density
  const on = canvas.getContext('2d')
  if (on === null) return null
  on.scale(density, density)
  for (const shape of picture.shapes) drawShape(on, shape)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  return blob && new Uint8Array(await blob.arrayBuffer())
}

/** Saves the map as it is shown where the analyst chooses, and names the file. */
export const savePicture = async (format: 'png' | 'svg', shown: Shown): Promise<void> => {
  const state = await call('case.state', {})
  if (!state.ok || state.value === null) return
  const { name, marking } = state.value
  const picture = pictureOf(shown, name, marking)
  const bytes = format === 'svg' ? new TextEncoder().encode(svgOf(picture)) : await pngOf(picture)
  if (bytes === null) return notify({ tone: 'problem', text: say('heatMap.notDrawn') })
  const day = shown.asOf === null ? presentDay() : dayOf(shown.asOf)
  const outcome = await perform('risks.savePicture', { name: say('heatMap.pictureName', { name, day }), format, bytes })
  if (outcome.ok && outcome.value.path !== null)
    notify({ tone: 'plain', text: say('heatMap.written', { path: outcome.value.path }) })
}

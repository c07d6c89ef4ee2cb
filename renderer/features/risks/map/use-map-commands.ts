import { useCommands } from '../../../commands.ts'
import { say } from '../../../say.ts'
import { changeLooks, useLooks } from './looks.ts'
import type { ShownMap } from './use-risk-map.ts'

/** Briefings that the palette names: the last ones. */
const mostBriefings = 12

/** What can be done with the map from anywhere on the screen, by key and by palette. */
export const useMapCommands = (map: ShownMap, save: (format: 'png' | 'svg') => void): void => {
  const looks = useLooks()
  const group = say('heatMap.name')
  const briefed = map.stops.flatMap(({ asOf, editions }) => editions.map(edition => ({ asOf, edition })))
  useCommands([
    { id: 'heatMap.earlier', title: say('heatMap.earlier'), group, shortcut: '[', run: () => map.step(-1) },
    { id: 'heatMap.later', title: say('heatMap.later'), group, shortcut: ']', run: () => map.step(1) },
    { id: 'heatMap.now', title: say('heatMap.toNow'), group, run: () => map.show(null) },
    ...briefed.slice(-mostBriefings).map(({ asOf, edition }) => ({
      id: `heatMap.briefing ${edition.title} ${edition.number}`,
      title: say('heatMap.toBriefing', { title: say('heatMap.edition', edition) }),
      group,
      run: () => map.show(asOf),
    })),
    {
      id: 'heatMap.arrows',
      title: say('heatMap.arrows'),
      group,
      run: () => changeLooks({ arrows: !looks.arrows }),
    },
    {
      id: 'heatMap.patterns',
      title: say('heatMap.patterns'),
      group,
      run: () => changeLooks({ patterns: !looks.patterns }),
    },
    { id: 'heatMap.png', title: `${say('heatMap.saveAs')}: ${say('heatMap.savePng')}`, group, run: () => save('png') },
    { id: 'heatMap.svg', title: `${say('heatMap.saveAs')}: ${say('heatMap.saveSvg')}`, group, run: () => save('svg') },
  ])
}

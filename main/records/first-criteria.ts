import type { LevelLetter, Scales } from '../../shared/model/criteria.ts'

const row = (letters: string) => letters.split(' ') as LevelLetter[]

/** The scales of a new case: likelihood by ICD 203 (2015, annex, first row of words), five impacts, a grid to be looked up in. */
export const firstCriteria: Scales = {
  name: 'ICD 203',
  likelihoods: [
    { word: 'almost no chance', low: 1, high: 5 },
    { word: 'very unlikely', low: 5, high: 20 },
    { word: 'unlikely', low: 20, high: 45 },
    { word: 'roughly even chance', low: 45, high: 55 },
    { word: 'likely', low: 55, high: 80 },
    { word: 'very likely', low: 80, high: 95 },
    { word: 'almost certain', low: 95, high: 99 },
  ],
  impacts: [
    { word: 'negligible', description: 'Absorbed without a decision.' },
    { word: 'minor', description: 'A delay or cost within the plan.' },
    { word: 'moderate', description: 'Part of the aim is missed, or the plan must change.' },
    { word: 'major', description: 'The main aim is missed, or the damage outlasts the matter at hand.' },
    { word: 'severe', description: 'The aim is lost and cannot be regained.' },
  ],
  dimensions: ['financial', 'political', 'security', 'legal'],
  grid: [
    row('VL VL VL L M'),
    row('VL VL L M M'),
    row('VL L M M H'),
    row('L L M H H'),
    row('L M H H VH'),
    row('L M H VH VH'),
    row('M M H VH VH'),
  ],
  appetite: [],
  cadence: [
    { level: 'VH', days: 14 },
    { level: 'H', days: 30 },
    { level: 'M', days: 90 },
    { level: 'L', days: 180 },
    { level: 'VL', days: 365 },
  ],
}

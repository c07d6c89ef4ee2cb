import type { LevelLetter, Scales } from '../../model/criteria.ts'

export type PresetId = 'icd203' | 'phia' | 'nist80030' | 'three' | 'four' | 'five'

/** Scales to begin with. What is published and what is ours stands with each. */
export type Preset = { id: PresetId; scales: Scales }

const row = (letters: string) => letters.split(' ') as LevelLetter[]

/** Days between looks, ours: no source prescribes them. */
const cadence: Scales['cadence'] = [
  { level: 'VH', days: 14 },
  { level: 'H', days: 30 },
  { level: 'M', days: 90 },
  { level: 'L', days: 180 },
  { level: 'VL', days: 365 },
]

const dimensions = ['financial', 'political', 'security', 'legal']

const fiveImpacts: Scales['impacts'] = [
  { word: 'negligible', description: 'Absorbed without a decision.' },
  { word: 'minor', description: 'A delay or cost within the plan.' },
  { word: 'moderate', description: 'Part of the aim is missed, or the plan must change.' },
  { word: 'major', description: 'The main aim is missed, or the damage outlasts the matter at hand.' },
  { word: 'severe', description: 'The aim is lost and cannot be regained.' },
]

/** Seven likelihoods by five impacts. Ours: neither ICD 203 nor PHIA has impacts or a grid. */
const sevenByFive: Scales['grid'] = [
  row('VL VL VL L M'),
  row('VL VL L M M'),
  row('VL L M M H'),
  row('L L M H H'),
  row('L M H H VH'),
  row('L M H VH VH'),
  row('M M H VH VH'),
]

/**
 * Likelihood as Intelligence Community Directive 203, "Analytic Standards" (2 January 2015), D.6.e.2.a has it, its first row of
 * words. Its ranges touch; they are read as half-open. 0 and 100 percent stand on no range: the directive leaves out certainty.
 */
const icd203: Scales = {
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
  impacts: fiveImpacts,
  dimensions,
  grid: sevenByFive,
  appetite: [],
  cadence,
}

/**
 * Likelihood by the probability yardstick of the United Kingdom's Professional Head of Intelligence Assessment, as it is
 * printed in "Professional Development Framework for All-Source Intelligence Assessment" (2019). Its ranges are
 * approximate and leave gaps on purpose: a word is for what is clearly one or the other. The gaps are kept, and warned of;
 * what falls into one is read as the word below it.
 */
const phia: Scales = {
  name: 'PHIA probability yardstick',
  likelihoods: [
    { word: 'remote chance', low: 0, high: 5 },
    { word: 'highly unlikely', low: 10, high: 20 },
    { word: 'unlikely', low: 25, high: 35 },
    { word: 'realistic possibility', low: 40, high: 50 },
    { word: 'likely', low: 55, high: 75 },
    { word: 'highly likely', low: 80, high: 90 },
    { word: 'almost certain', low: 95, high: 100 },
  ],
  impacts: fiveImpacts,
  dimensions,
  grid: sevenByFive,
  appetite: [],
  cadence,
}

/**
 * NIST Special Publication 800-30 Revision 1, "Guide for Conducting Risk Assessments" (September 2012): likelihood by table
 * G-2, impact by H-3, level by I-2, kinds of harm by H-2. G-2 counts in whole numbers, 0–4, 5–20, 21–79, 80–95, 96–100, and calls
 * them semi-quantitative values; they are read as percent here, each band up to where the next begins. The descriptions of
 * impacts are in our words. Likelihood and impact share their five words, of which the editor warns.
 */
const nist80030: Scales = {
  name: 'NIST SP 800-30 Rev. 1',
  likelihoods: [
    { word: 'very low', low: 0, high: 5 },
    { word: 'low', low: 5, high: 21 },
    { word: 'moderate', low: 21, high: 80 },
    { word: 'high', low: 80, high: 96 },
    { word: 'very high', low: 96, high: 100 },
  ],
  impacts: [
    { word: 'very low', description: 'Harm that can be neglected.' },
    { word: 'low', description: 'Limited harm: the mission is done, noticeably less well.' },
    { word: 'moderate', description: 'Serious harm: the mission is done, but much less well, or people are hurt.' },
    { word: 'high', description: 'Severe harm: a main task cannot be done, or lives are at stake.' },
    { word: 'very high', description: 'Severe harm in several places at once.' },
  ],
  dimensions: ['operations', 'assets', 'individuals', 'other organizations', 'nation'],
  grid: [row('VL VL VL L L'), row('VL L L L M'), row('VL L M M H'), row('VL L M H VH'), row('VL L M H VH')],
  appetite: [],
  cadence,
}

/**
 * Three by three, in three levels. The grid is the one that Cox (Risk Analysis 28(2), 2008, 497–512) finds for three equal steps:
 * green along the left and the bottom, red in the corner alone. Words and thirds are ours.
 */
const three: Scales = {
  name: 'Three by three',
  likelihoods: [
    { word: 'unlikely', low: 0, high: 33 },
    { word: 'possible', low: 33, high: 67 },
    { word: 'likely', low: 67, high: 100 },
  ],
  impacts: [
    { word: 'minor', description: 'Absorbed within the plan.' },
    { word: 'moderate', description: 'Part of the aim is missed, or the plan must change.' },
    { word: 'major', description: 'The main aim is missed.' },
  ],
  dimensions,
  grid: [row('L L L'), row('L M M'), row('L M H')],
  appetite: [],
  cadence: cadence.filter(({ level }) => level !== 'VH' && level !== 'VL'),
}

/** Four by four, in three levels: a grid that keeps the three rules of Cox (2008) for four equal steps. Words and quarters are ours. */
const four: Scales = {
  name: 'Four by four',
  likelihoods: [
    { word: 'unlikely', low: 0, high: 25 },
    { word: 'possible', low: 25, high: 50 },
    { word: 'likely', low: 50, high: 75 },
    { word: 'very likely', low: 75, high: 100 },
  ],
  impacts: [
    { word: 'minor', description: 'Absorbed within the plan.' },
    { word: 'moderate', description: 'Part of the aim is missed, or the plan must change.' },
    { word: 'major', description: 'The main aim is missed.' },
    { word: 'severe', description: 'The aim is lost and cannot be regained.' },
  ],
  dimensions,
  grid: [row('L L L L'), row('L M M M'), row('L M H H'), row('L M H H')],
  appetite: [],
  cadence: cadence.filter(({ level }) => level !== 'VH' && level !== 'VL'),
}

/** Five by five, in five levels, each step of likelihood a fifth. All of it is ours. */
const five: Scales = {
  name: 'Five by five',
  likelihoods: [
    { word: 'rare', low: 0, high: 20 },
    { word: 'unlikely', low: 20, high: 40 },
    { word: 'possible', low: 40, high: 60 },
    { word: 'likely', low: 60, high: 80 },
    { word: 'almost certain', low: 80, high: 100 },
  ],
  impacts: fiveImpacts,
  dimensions,
  grid: [row('VL VL VL VL L'), row('VL VL L L M'), row('VL L M M H'), row('VL L M H VH'), row('L M H VH VH')],
  appetite: [],
  cadence,
}

/** Held cell by cell by test/shared/rules/register/presets.test.ts. */
export const presets: readonly Preset[] = [
  { id: 'icd203', scales: icd203 },
  { id: 'phia', scales: phia },
  { id: 'nist80030', scales: nist80030 },
  { id: 'three', scales: three },
  { id: 'four', scales: four },
  { id: 'five', scales: five },
]

/** The scales that a new case begins with: those of ICD 203. */
export const firstScales: Scales = icd203

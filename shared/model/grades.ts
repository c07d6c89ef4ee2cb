import * as z from 'zod'

/** NATO Admiralty source reliability. F means "cannot be judged", never "worst". */
export const reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F'])
export type Reliability = z.infer<typeof reliability>

/** NATO Admiralty information credibility. 6 means "cannot be judged", never "worst". */
export const credibility = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
export type Credibility = z.infer<typeof credibility>

/** Confidence in a judgement, kept apart from likelihood (ICD 203). */
export const confidence = z.enum(['low', 'moderate', 'high'])
export type Confidence = z.infer<typeof confidence>

/** The likelihood words of ICD 203, first row; their ranges stand in the case's criteria. */
export const likelihoodWord = z.enum([
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
])
export type LikelihoodWord = z.infer<typeof likelihoodWord>

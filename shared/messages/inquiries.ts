/** Competing hypotheses: what the log says of them, refusals, and the screen. ICU MessageFormat. */
export const inquiriesMessages = {
  'log.inquiryAdded': 'Inquiry “{title}” added',
  'log.inquiryChanged': 'Inquiry “{title}” changed',
  'log.inquiryRemoved': 'Inquiry “{title}” removed',
  'log.hypothesisAdded': 'Hypothesis “{title}” added',
  'log.hypothesisChanged': 'Hypothesis “{title}” changed',
  'log.hypothesisRemoved': 'Hypothesis “{title}” removed',
  'log.hypothesesOrdered': 'Hypotheses of “{title}” put in order',
  'log.hypothesesRated': 'Claims weighed in “{title}”',
  'refusal.otherHypotheses': 'The hypotheses of “{title}” are others by now. Look at them again; nothing was changed.',
} as const

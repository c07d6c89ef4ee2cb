/** Words of the first words of notes: methods of the trade, as headings and questions. A line each where there are several. */
export const noteTemplatesMessages = {
  'noteTemplates.evaluation': 'Source evaluation',
  'noteTemplates.evaluationHint': 'Who says it, how they know, what the grade is',
  'noteTemplates.evaluationHow':
    'One source, looked at by itself. Mention it by @, cite what bears a finding out, and put the grade into the source when done.',
  'noteTemplates.evaluationParts':
    'Who speaks, and to whom\nHow they know it\nWhat they stand to gain\nWhat can be checked, and was\nWhat it leaves out',
  'noteTemplates.evaluationGrade': 'Grade',
  'noteTemplates.evaluationGrades': 'Reliability of the source, and why:\nGood for:\nNot good for:',
  'noteTemplates.meeting': 'Meeting',
  'noteTemplates.meetingHint': 'Who said what, what we make of it, what follows',
  'noteTemplates.meetingFacts': 'Date and place:\nPresent:\nHandling:',
  'noteTemplates.meetingSaid': 'What was said',
  'noteTemplates.meetingHeads': 'Who\nSaid what\nOn which term',
  'noteTemplates.meetingOurs': 'What we make of it',
  'noteTemplates.meetingNext': 'What follows',
  'noteTemplates.meetingTasks': 'Make claims of what was said\nSay who is to be asked what, by when',
  'noteTemplates.assumptions': 'Key assumptions check',
  'noteTemplates.assumptionsHint': 'What the judgements rest on, and what would overturn it',
  'noteTemplates.assumptionsHow':
    'List what must be true for the judgements to hold, also what nobody says aloud. Each is then questioned.',
  'noteTemplates.assumptionsHeads': 'Assumption\nWhy it is held\nWhat would overturn it\nHolds?',
  'noteTemplates.assumptionsWeak': 'Those that do not bear their weight',
  'noteTemplates.next': 'What follows',
  'noteTemplates.assumptionsTasks':
    'Change the judgements that rest on a weak one\nMake an indicator of what would overturn one',
  'noteTemplates.advocacy': 'Devil’s advocacy',
  'noteTemplates.advocacyHint': 'The strongest case against the main judgement',
  'noteTemplates.advocacyHow':
    'Take the main judgement, and argue as well as can be that it is wrong. The same evidence, read another way, comes first.',
  'noteTemplates.advocacyParts':
    'The judgement\nThe case against it\nEvidence that fits the other reading better\nEvidence that was set aside\nWhat is missing that should be there\nWhat stands after all',
  'noteTemplates.premortem': 'Premortem',
  'noteTemplates.premortemHint': 'It went wrong: why it did, and what would have shown it',
  'noteTemplates.premortemHow':
    'A year on, the judgement has proved wrong. Write down how that came about before asking whether it could.',
  'noteTemplates.premortemWrong': 'How it came about',
  'noteTemplates.premortemHeads': 'What happened\nWhy nobody saw it\nWhat would have shown it early',
  'noteTemplates.premortemNow': 'What to do now',
  'noteTemplates.premortemTasks': 'Make an indicator of each early sign\nWeigh the likeliest of them as an alternative',
} as const

import type { RegisterDifference } from '../../../contract/register-exchange.ts'
import type { Assessment } from '../../../model/assessment.ts'
import type { Criteria } from '../../../model/criteria.ts'
import type { AssessmentId, CriteriaId, ReviewId, RiskId } from '../../../model/id.ts'
import type { PartialDate } from '../../../model/partial-date.ts'
import type { Review } from '../../../model/review.ts'
import type { Indicator, Risk, RiskAction, RiskStatus } from '../../../model/risk.ts'

/** The records of the case that a register is compared with. */
export type KnownRegister = {
  risks: readonly Risk[]
  assessmentsOf(risk: RiskId): readonly Assessment[]
  assessment(id: AssessmentId): Assessment | undefined
  review(id: ReviewId): Review | undefined
  version(id: CriteriaId): Criteria | undefined
  /** The scales in force. */
  scales: Criteria
  today: PartialDate
  hasLink(record: 'excerpt' | 'claim' | 'conflict' | 'term', id: string): boolean
  /** True for the ref of a risk that was removed: it is not given again. */
  hadRef(ref: string): boolean
}

/** A risk of the case, or the one that the difference of this key makes. */
export type RiskLink = { id: RiskId } | { made: string }

type Kept = 'id' | 'created' | 'updated'
export type RiskFields = Omit<Risk, Kept | 'ref' | 'status' | 'statusReason' | 'acceptance' | 'moves'>
export type ScoreFields = Omit<Assessment, 'id' | 'risk' | 'created' | 'level' | 'criteria' | 'author'>

/** A step in the life of a risk that reading in makes. */
export type Moving = { status: RiskStatus; reason: string; date: PartialDate; acceptance: Risk['acceptance'] }

/** What is to be done about a difference. A ref that is free is kept. */
export type RegisterAct =
  | { do: 'add criteria'; criteria: Criteria }
  | { do: 'add risk'; ref: string | null; fields: RiskFields; status: 'draft' | 'open'; moving: Moving | null }
  | { do: 'insert risk'; risk: Risk }
  | { do: 'change risk'; id: RiskId; patch: Partial<Omit<Risk, Kept>>; moving: Moving | null }
  | { do: 'add score'; risk: RiskLink; fields: ScoreFields }
  | { do: 'insert score'; risk: RiskLink; assessment: Assessment }
  | { do: 'add review'; risk: RiskLink; fields: Omit<Review, 'id' | 'risk' | 'created'> }
  | { do: 'insert review'; risk: RiskLink; review: Review }
  /** Without an id it is a new one. */
  | { do: 'put action'; risk: RiskLink; action: Omit<RiskAction, 'id'> & { id: RiskAction['id'] | null } }
  | { do: 'put indicator'; risk: RiskLink; indicator: Omit<Indicator, 'id'> & { id: Indicator['id'] | null } }

/** A difference and what is to be done about it; null where nothing can or need be done. */
export type RegisterStep = { difference: RegisterDifference; act: RegisterAct | null }

/** What reading in comes to: steps in the order in which they are carried out, and what is left out, in sentences. */
export type RegisterSteps = { steps: RegisterStep[]; leftOut: string[] }

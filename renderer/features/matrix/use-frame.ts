import { useRef } from 'react'
import type { MatrixFrameView } from '../../../shared/contract/matrix.ts'
import { useLatest } from '../../parts/latest.ts'
import type { Answer } from '../../query.ts'
import { keptAlike } from './cell-answers.ts'
import type { MatrixQuestion } from './use-cells.ts'

const isOfToday = ({ asOf }: MatrixQuestion) => asOf === null

/** The frame, in which rows and columns that say what they said stay the same objects: an edit draws its own row alone. */
export const useFrame = (question: MatrixQuestion): Answer<MatrixFrameView> => {
  const answer = useLatest('matrix.frame', question, isOfToday)
  const last = useRef<{ given: Answer<MatrixFrameView>; kept: Answer<MatrixFrameView> }>({
    given: answer,
    kept: answer,
  })
  if (last.current.given !== answer) {
    const before = last.current.kept.value
    const { value } = answer
    const kept =
      value === undefined || before === undefined
        ? answer
        : {
            ...answer,
            value: {
              ...value,
              columns: keptAlike(before.columns, value.columns, ({ key }) => key) as MatrixFrameView['columns'],
              rows: keptAlike(before.rows, value.rows, ({ term }) => term.id) as MatrixFrameView['rows'],
            },
          }
    last.current = { given: answer, kept }
  }
  return last.current.kept
}

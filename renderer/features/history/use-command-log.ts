import { useRef, useState } from 'react'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import { call } from '../../api.ts'
import { notify } from '../../notices.ts'
import { useRead } from '../../query.ts'
import { pageSize, withNewest } from './log.ts'

/** The log as far as it was read, newest first. `more` reads on; `isWhole` once there is nothing older. */
export const useCommandLog = () => {
  const { value: newest, refusal } = useRead('history.list', { limit: pageSize })
  const [known, setKnown] = useState<readonly HistoryEntry[]>([])
  const [taken, setTaken] = useState(newest)
  const [isWhole, setIsWhole] = useState(false)
  const isReading = useRef(false)
  if (newest !== undefined && newest !== taken) {
    setTaken(newest)
    setKnown(withNewest(known, newest))
  }
  const oldest = known.at(-1)?.id
  const more = async () => {
    if (isReading.current || isWhole || oldest === undefined) return
    isReading.current = true
    const outcome = await call('history.list', { limit: pageSize, before: oldest })
    isReading.current = false
    if (!outcome.ok) return notify({ tone: 'problem', text: outcome.message })
    setKnown(now => (now.at(-1)?.id === oldest ? [...now, ...outcome.value] : now))
    setIsWhole(outcome.value.length < pageSize)
  }
  /** Begins again with the newest page: after a merge the older ones are others. */
  const reread = () => {
    setKnown(newest ?? [])
    setIsWhole(false)
  }
  return { entries: taken === undefined ? undefined : known, refusal, isWhole, more, reread }
}

import { X } from 'lucide-react'
import { perform } from '../query.ts'
import { say } from '../say.ts'
import { useTasks } from '../tasks.ts'
import { Button } from '../ui/Button.tsx'
import './task-line.css'

/** The long piece of work begun last: what it is, how far it is, and the way to end it. Nothing while there is none. */
export const TaskLine = () => {
  const tasks = useTasks()
  const newest = tasks.at(-1)
  if (newest === undefined) return null
  const { id, label, done, total } = newest
  const count = say('safety.taskCount', { done, total })
  return (
    <div className="task-line">
      <span className="task-line-label" title={label}>
        {label}
      </span>
      <progress aria-label={label} aria-valuetext={count} max={Math.max(total, 1)} value={done} />
      <span className="task-line-count">{count}</span>
      {tasks.length === 1 ? null : <span>{say('safety.moreTasks', { count: tasks.length - 1 })}</span>}
      <Button
        label={say('safety.cancelTask', { label })}
        icon={<X size={14} />}
        iconOnly
        look="quiet"
        onClick={() => void perform('task.cancel', { task: id })}
      />
    </div>
  )
}

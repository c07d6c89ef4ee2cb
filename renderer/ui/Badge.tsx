import type { ReactNode } from 'react'
import './controls.css'

type BadgeProps = {
  tone?: 'plain' | 'conflict' | 'warning' | 'settled' | 'accent'
  title?: string | undefined
  children: ReactNode
}

export const Badge = ({ tone = 'plain', title, children }: BadgeProps) => (
  <span className={`badge ${tone === 'plain' ? '' : tone}`} title={title}>
    {children}
  </span>
)

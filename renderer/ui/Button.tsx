import type { ButtonHTMLAttributes, ReactNode } from 'react'
import './controls.css'
import { useWhyFixed } from './fixed.ts'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  /** What it does, in words: shown, or with `icon` alone read out and shown on hover. */
  label: string
  icon?: ReactNode
  /** Shows the icon only; the label stays its name. */
  iconOnly?: boolean
  look?: 'plain' | 'primary' | 'quiet'
  /** It changes something: off, and says why, where nothing can be changed. */
  writes?: boolean
}

export const Button = ({
  label,
  icon,
  iconOnly = false,
  look = 'plain',
  className = '',
  writes = false,
  title,
  disabled,
  ...rest
}: ButtonProps) => {
  const whyFixed = useWhyFixed()
  const why = writes ? whyFixed : null
  return (
    <button
      type="button"
      {...rest}
      className={`button ${look === 'plain' ? '' : look} ${iconOnly ? 'icon-only' : ''} ${className}`}
      aria-label={iconOnly ? label : rest['aria-label']}
      disabled={disabled || why !== null}
      title={why ?? title ?? (iconOnly ? label : undefined)}
    >
      {icon}
      {iconOnly ? null : label}
    </button>
  )
}

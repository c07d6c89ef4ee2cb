import type { ButtonHTMLAttributes, ReactNode } from 'react'
import './controls.css'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  /** What it does, in words: shown, or with `icon` alone read out and shown on hover. */
  label: string
  icon?: ReactNode
  /** Shows the icon only; the label stays its name. */
  iconOnly?: boolean
  look?: 'plain' | 'primary' | 'quiet'
}

export const Button = ({
  label,
  icon,
  iconOnly = false,
  look = 'plain',
  className = '',
  title,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={`button ${look === 'plain' ? '' : look} ${iconOnly ? 'icon-only' : ''} ${className}`}
    aria-label={iconOnly ? label : rest['aria-label']}
    title={title ?? (iconOnly ? label : undefined)}
  >
    {icon}
    {iconOnly ? null : label}
  </button>
)

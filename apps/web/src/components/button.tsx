// The button: primary for the one thing to do here, secondary, quiet, and danger for what cannot be undone.
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './button.css'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'className'> & {
  readonly kind: ButtonKind
  readonly className?: string
}

export function Button({ kind, className, ...props }: ButtonProps): ReactNode {
  return <AriaButton {...props} className={`button button-${kind}${className === undefined ? '' : ` ${className}`}`} />
}

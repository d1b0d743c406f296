// The button: primary for the one thing to do here, secondary, quiet, and danger for what cannot be undone.
import { type ReactNode, type Ref, useState } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './button.css'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'onFocusChange'> & {
  readonly kind: ButtonKind
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** Disabled while it is focused, it keeps the focus: a browser takes it from what is disabled, and whoever pressed it would be nowhere. */
export function Button({ kind, className, isDisabled = false, ...props }: ButtonProps): ReactNode {
  const [isFocused, setIsFocused] = useState(false)
  const isHeld = isDisabled && isFocused
  return (
    <AriaButton
      {...props} {...(isHeld ? { 'aria-disabled': true, type: 'button', onPress: ignore } : { isDisabled })}
      onFocusChange={setIsFocused} className={`button button-${kind}${className === undefined ? '' : ` ${className}`}`}
    />
  )
}

const ignore = (): void => undefined

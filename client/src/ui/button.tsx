import type { ButtonHTMLAttributes, Ref } from 'react'
import './button.css'

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'careful'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `main`: the one thing to do here. `plain`: any other. `quiet`: no edge, for rows and bars. `careful`: takes something away. */
  readonly look?: ButtonLook
  /** Working on it: says so to screen readers and takes no second press, but keeps the focus. */
  readonly busy?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button of at least 44 px (SPEC A11Y-6). Does nothing on its own in a form unless `type="submit"`. */
export function Button({ look = 'plain', busy = false, onClick, className = '', type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={`button button-${look} ${className}`}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

import type { ComponentProps } from 'react'
import { TextField } from '../../ui/field.tsx'
import { useTooLong } from './too-long.ts'

type LineFieldProps = Omit<ComponentProps<typeof TextField>, 'value' | 'maxLength' | 'onChange'> & {
  readonly value: string
  readonly onWrite: (words: string) => void
  readonly max: number
}

/** One line to write, which takes more than fits and says so. */
export function LineField({ value, onWrite, max, error, ...rest }: LineFieldProps) {
  const tooLong = useTooLong<HTMLInputElement>(value, max)
  return (
    <TextField
      {...rest}
      ref={tooLong.field}
      value={value}
      error={tooLong.error ?? error}
      onChange={(event) => onWrite(event.target.value)}
    />
  )
}

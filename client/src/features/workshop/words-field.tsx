import type { ComponentProps } from 'react'
import { useText } from '../../text/use-text.ts'
import { WordsField as Field } from '../../ui/words-field.tsx'
import { tooLong } from './too-long.ts'

type WordsFieldProps = Omit<ComponentProps<typeof Field>, 'error'> & { readonly max: number }

/** Some lines to write. It takes more than fits, and says so. */
export function WordsField({ max, ...field }: WordsFieldProps) {
  const t = useText()
  return <Field {...field} error={tooLong(t, field.value, max)} />
}

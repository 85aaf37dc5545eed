import type { ComponentProps } from 'react'
import { TextField } from './field.tsx'

/** A field for a code that was said out loud or stands on paper: no device corrects it or fills it in. */
export const CodeField = (props: ComponentProps<typeof TextField>) => (
  <TextField autoCapitalize="characters" autoComplete="off" autoCorrect="off" spellCheck={false} {...props} />
)

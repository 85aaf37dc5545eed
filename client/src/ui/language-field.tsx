import { OTHER_LANGUAGE, SPOKEN_LANGUAGES } from '@withy/shared/plan'
import { useState } from 'react'
import { useLanguageNames } from '../text/use-language-names.ts'
import { useText } from '../text/use-text.ts'
import { SelectField } from './field.tsx'

type LanguageFieldProps = {
  readonly label: string
  readonly hint: string
  /** A tag (BCP 47); null: nobody said. */
  readonly value: string | null
  readonly onChoose: (tag: string | null) => void
  /** Whether “another language” is offered: a plan is in one that has a name. */
  readonly other: boolean
}

const NOBODY_SAID = ''

/** In which language words are: those of SPEC PLAN-131. Its texts are `spoken`, which whoever draws it opens first. */
export function LanguageField({ label, hint, value, onChoose, other }: LanguageFieldProps) {
  const t = useText()
  const nameOf = useLanguageNames()
  const [was] = useState(value)
  const tags: string[] = SPOKEN_LANGUAGES.map(({ lang }) => lang)
  if (other) tags.push(OTHER_LANGUAGE.lang)
  // One that came with a file stays what it is.
  if (was !== null && !tags.includes(was)) tags.push(was)
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value ?? NOBODY_SAID}
      onChange={({ target }) => onChoose(target.value === NOBODY_SAID ? null : target.value)}
    >
      <option value={NOBODY_SAID}>{t('spoken.nobody')}</option>
      {tags.map((tag) => (
        <option key={tag} value={tag}>
          {nameOf(tag)}
        </option>
      ))}
    </SelectField>
  )
}

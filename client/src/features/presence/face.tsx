import type { Person } from '@withy/shared/protocol'
import type { CSSProperties } from 'react'
import { initialsOf } from './people-here.ts'
import './presence.css'

/** The colour of a person as a custom property: `--person`. Always with their name or initials. */
export const colourOf = ({ colour }: Person): CSSProperties =>
  ({ '--person': `var(--person-${colour})` }) as CSSProperties

/** A person's initials in their colour. Decoration: their name stands beside it or is said. */
export const Face = ({ person }: { readonly person: Person }) => (
  <span className="face" style={colourOf(person)} aria-hidden="true">
    {initialsOf(person.name)}
  </span>
)

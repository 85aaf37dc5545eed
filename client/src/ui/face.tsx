import './face.css'

/** Initials on a person's colour; decoration beside the name. `colour` 0-9. */
export function Face({ name, colour }: { readonly name: string; readonly colour: number }) {
  return (
    <span
      className="face"
      aria-hidden="true"
      dir="auto"
      // Set through the element's own style object, which a strict content policy allows.
      ref={(face) => face?.style.setProperty('--person', `var(--person-${colour})`)}
    >
      {initialsOf(name)}
    </span>
  )
}

const initialsOf = (name: string): string => {
  // What is only said about a name, “(no name yet)”, has none.
  const words = (name.replace(/\([^)]*\s[^)]*\)/g, '').trim() || name.trim()).split(/\s+/)
  // Of "(2)" the number, and of a name without a letter its first sign.
  const first = (word = '') => word.match(/[\p{L}\p{N}]/u)?.[0] ?? [...word][0] ?? ''
  const letters = [first(words[0]), words.length > 1 ? first(words.at(-1)) : '']
  return letters.join('').toLocaleUpperCase()
}

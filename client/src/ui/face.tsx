import './face.css'

/** Initials on a person's colour; decoration beside the name. `colour` 0-9. */
export function Face({ name, colour }: { readonly name: string; readonly colour: number }) {
  return (
    <span
      className="face"
      aria-hidden="true"
      // Set through the element's own style object, which a strict content policy allows.
      ref={(face) => face?.style.setProperty('--person', `var(--person-${colour})`)}
    >
      {initialsOf(name)}
    </span>
  )
}

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}

/** Shapes that say the same as the words beside them, for those who see shapes before words and colours not at all. */
const SHAPES = {
  now: <path d="M3 1l19 11L3 23z" fill="currentColor" />,
  heard: <path d="M2 13l7 8L22 4" fill="none" stroke="currentColor" strokeWidth="4" />,
  passed: <path d="M2 12h20" fill="none" stroke="currentColor" strokeWidth="4" />,
  'not-yet': <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="3" />,
  dot: <circle cx="12" cy="12" r="11" fill="currentColor" />,
} as const

export function Shape({ of }: { readonly of: keyof typeof SHAPES }) {
  return (
    <svg className="wall-shape" viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[of]}
    </svg>
  )
}

/** A length beside a number, never instead of it. @param part of the longest, 0 to 1 */
export function Bar({ part }: { readonly part: number }) {
  return (
    <svg className="wall-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" fill="none" stroke="currentColor" vectorEffect="non-scaling-stroke" />
      <rect width={100 * part} height="4" fill="currentColor" />
    </svg>
  )
}

/** Nought to five, as so many of five circles. */
export function Pips({ of }: { readonly of: number }) {
  return (
    <svg className="wall-pips" viewBox="0 0 120 24" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((at) => (
        <circle
          key={at}
          cx={12 + 24 * at}
          cy="12"
          r="8.5"
          fill={at < of ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="2.5"
        />
      ))}
    </svg>
  )
}

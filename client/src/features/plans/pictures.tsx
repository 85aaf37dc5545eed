import type { ReactNode } from 'react'

// Decoration beside words that say the same; hidden where pictures are switched off.

function Picture({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="picture plan-picture" viewBox="0 0 48 48" width="3rem" height="3rem" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
        {children}
      </g>
    </svg>
  )
}

/** Houses and a tree. */
export const PlacePicture = () => (
  <Picture>
    <path d="M5 41h38M9 41V25l9-8 9 8v16M15 41v-8h6v8M36 41V29M36 29c-5 0-7-3-7-7 0-5 4-10 7-12 3 2 7 7 7 12 0 4-2 7-7 7Z" />
  </Picture>
)

/** One person with others near. */
export const PersonPicture = () => (
  <Picture>
    <circle cx="24" cy="15" r="6.5" />
    <path d="M13 41v-3c0-7 5-11 11-11s11 4 11 11v3Z" />
    <circle cx="8.5" cy="22.5" r="3.5" />
    <circle cx="39.5" cy="22.5" r="3.5" />
    <path d="M3 41v-2c0-4 2-7 5-8M45 41v-2c0-4-2-7-5-8" />
  </Picture>
)

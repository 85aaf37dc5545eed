/** Lines to write on, by hand. Nothing for those who listen to the page. */
export const WritingLines = ({ count }: { readonly count: number }) => (
  <div className="sheet-lines" aria-hidden="true">
    {Array.from({ length: count }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike, and empty
      <div key={at} className="sheet-line" />
    ))}
  </div>
)

/** Circles to colour in. Drawn and not a background: browsers print no backgrounds. */
export const Circles = ({ count }: { readonly count: number }) => (
  <span className="sheet-circles">
    {Array.from({ length: count }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike, and empty
      <svg key={at} viewBox="0 0 20 20" className="sheet-circle" aria-hidden="true">
        <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    ))}
  </span>
)

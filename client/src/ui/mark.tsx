/** Three willow stems crossing once. Decoration: the name stands beside it. */
export function Mark({ size = '1.75rem' }: { readonly size?: string }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round">
        <path d="M6 29C8 21 13 18 16 16s8-6 9-13" />
        <path d="M26 29C24 21 19 18 16 16S8 10 7 3" />
        <path d="M16 29V3" />
      </g>
    </svg>
  )
}

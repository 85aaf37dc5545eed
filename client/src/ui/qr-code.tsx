import { encode } from 'uqr'

/**
 * A QR code as one path, black on white in every theme: that is what cameras read.
 * @param words what the camera gets
 * @param label what it is for, for those who do not see it
 */
export function QrCode({ words, label, className }: { words: string; label: string; className?: string }) {
  // Four empty modules around it, as the standard asks.
  const { data, size } = encode(words, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className={className}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

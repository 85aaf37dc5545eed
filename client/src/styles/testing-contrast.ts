export type Colours = Record<string, string>

/** The colours a rule of a style sheet gives names to: the first rule with this selector. */
export function coloursOf(sheet: string, selector: string): Colours {
  const at = sheet.indexOf(`${selector} {`)
  if (at < 0) throw new Error(`No rule for ${selector}`)
  const block = sheet.slice(at, sheet.indexOf('}', at))
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?);/g)].map(([, name, hex = '']) => [
      name,
      hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex,
    ]),
  )
}

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * The contrast of two colours, 1 to 21. NaN where one has no colour.
 * @param veil the light of the room that lies over both, as a share of white (INCLUSION 5.2)
 */
export function ratio(one: string | undefined, other: string | undefined, veil = 0): number {
  if (!one || !other) return Number.NaN
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + veil + 0.05) / (dark + veil + 0.05)
}

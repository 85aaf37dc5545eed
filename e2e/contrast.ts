type Light = { readonly red: number; readonly green: number; readonly blue: number; readonly alpha: number }

/** Takes apart a colour as a browser computes it: `rgb(28, 37, 38)` or `rgba(0, 0, 0, 0.6)`. Throws for any other form. */
function lightOf(colour: string): Light {
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(colour)?.[1]
    ?.split(/[ ,/]+/)
    .map(Number)
  const [red, green, blue, alpha = 1] = parts ?? []
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`What colour is ${colour}?`)
  return { red, green, blue, alpha }
}

/** WCAG 2.2: relative luminance, 0 to 1. */
function luminance({ red, green, blue }: Light): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * The contrast of two colours as a browser computes them, 1 to 21 (WCAG 2.2). What shows through the first is the
 * second; a second that something shows through itself gives 1, because nobody knows what that is.
 */
export function contrast(colour: string, ground: string): number {
  const [over, under] = [lightOf(colour), lightOf(ground)]
  if (under.alpha < 1) return 1
  const mixed = (part: 'red' | 'green' | 'blue') => over[part] * over.alpha + under[part] * (1 - over.alpha)
  const seen = { red: mixed('red'), green: mixed('green'), blue: mixed('blue'), alpha: 1 }
  const [light = 0, dark = 0] = [luminance(seen), luminance(under)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

import { sidesOfPhoto } from '../jpeg.ts'

/** As wide as a picture of ours; one that stands upright is higher, and keeps its form (in cm). */
const [WIDE, HIGH] = [3, 4.5]
/** Word and Typst draw nothing of no width. */
const LEAST = 0.05

/** How large a photo stands on paper beside its row, in centimetres: its form is kept (SPEC EASY-48). */
export function photoSize(photo: Uint8Array): { readonly wide: number; readonly high: number } {
  const { wide, high } = sidesOfPhoto(photo)
  const scale = Math.min(WIDE / wide, HIGH / high)
  return { wide: rounded(wide * scale), high: rounded(high * scale) }
}

const rounded = (cm: number): number => Math.max(LEAST, Math.round(cm * 1_000) / 1_000)
